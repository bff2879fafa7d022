"""Paragraphs that no source can hold as such: those of a cell, the parts of a heading, a caption or an attribution are the lines of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pressroom.merge.kinds import HEADLINE
from pressroom.merge.returned import Marks, Paragraph

_PLAIN: Marks = frozenset()
_ALONE = ("_caption", "_attribution")
"""How the bookmarks of blocks end that have one paragraph."""


def cells_in_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs of one cell as one, and apart those of a table inside it."""
    return _in_lines(paragraphs, lambda last, paragraph: paragraph.row == last.row)


def parts_in_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, the parts of a heading, a caption or an attribution as one, whatever blank ones stand between them."""
    return _in_lines(paragraphs, _are_parts)


def _in_lines(
    paragraphs: Iterable[Paragraph], are_one: Callable[[Paragraph, Paragraph], bool]
) -> Iterator[Paragraph]:
    last: Paragraph | None = None
    for paragraph in paragraphs:
        if last and are_one(last, paragraph):
            last = _joined(last, paragraph)
            continue
        if last:
            yield last
        last = paragraph
    if last:
        yield last


def _are_parts(last: Paragraph, paragraph: Paragraph) -> bool:
    heading = last.kind.startswith("heading")
    if not heading and not any(label.endswith(_ALONE) for label in last.labels):
        return False
    if not (paragraph.text.strip() or paragraph.labels):
        return True
    alike = paragraph.kind == last.kind if heading else paragraph.style == last.style
    if not alike or not set(paragraph.labels) <= set(last.labels):
        return False
    # An edition has one headline; of two sub-heads, one that was not sent is a part of the one before.
    return last.kind == HEADLINE or bool(last.labels)


def _joined(last: Paragraph, paragraph: Paragraph) -> Paragraph:
    whole = replace(
        last,
        labels=tuple(dict.fromkeys((*last.labels, *paragraph.labels))),
        unread=(*last.unread, *paragraph.unread),
        remarks=(*last.remarks, *paragraph.remarks),
    )
    if not paragraph.text.strip():
        return whole
    return replace(
        whole,
        text=f"{last.text}\n{paragraph.text}",
        marks=(*last.marks, _PLAIN, *paragraph.marks),
        lines=last.lines or bool(last.text.strip()),
    )
