"""Paragraphs that no source can hold as such: those of a cell, and the parts of a heading, are the lines of one."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pressroom.merge.kinds import HEADLINE
from pressroom.merge.returned import Marks, Paragraph

_PLAIN: Marks = frozenset()


def cells_in_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield the paragraphs of one cell as one, and apart those of a table inside it."""
    return _in_lines(paragraphs, lambda last, paragraph: paragraph.row == last.row)


def headings_in_lines(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """Yield paragraphs, the parts of a heading as one, whatever blank ones stand between them."""
    return _in_lines(paragraphs, _are_one_heading)


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


def _are_one_heading(last: Paragraph, paragraph: Paragraph) -> bool:
    if not last.kind.startswith("heading"):
        return False
    if not (paragraph.text.strip() or paragraph.labels):
        return True
    if paragraph.kind != last.kind or not set(paragraph.labels) <= set(last.labels):
        return False
    # An edition has one headline; of two sub-heads, one that was not sent is a part of the one before.
    return last.kind == HEADLINE or bool(last.labels)


def _joined(last: Paragraph, paragraph: Paragraph) -> Paragraph:
    last = replace(
        last,
        unread=(*last.unread, *paragraph.unread),
        remarks=(*last.remarks, *paragraph.remarks),
    )
    if not paragraph.text.strip():
        return replace(last, labels=(*last.labels, *paragraph.labels))
    return replace(
        last,
        labels=tuple(dict.fromkeys((*last.labels, *paragraph.labels))),
        text=f"{last.text}\n{paragraph.text}",
        marks=(*last.marks, _PLAIN, *paragraph.marks),
        lines=last.lines or bool(last.text.strip()),
    )
