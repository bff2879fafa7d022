"""The smallest stretches of a source that can be written anew without opening or closing the marks of what stands round them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.merge.alignment import Hunk
from pressroom.merge.units import Letter
from pressroom.place import Span

_UNSEEN = re.compile(r"\]\{[^}\n]*(?:lang=|\.nobreak|\.dateline)[^}\n]*\}|<!--")
"""Spans and comments that an editor does not see: what is written anew would lose them."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the source, and the letters that come in its place, from ``start`` up to ``end``."""

    span: Span
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Column:
    """A letter of the base (None for one that is new), with how many letters of the new text stand before it."""

    old: Letter | None
    before: int
    changed: bool


def windows(
    content: Span, base: Sequence[Letter], wanted: Sequence[Letter], matched: Sequence[Hunk]
) -> Iterator[Window]:
    """Yield the windows that hold all changes of a text with the span ``content``; every letter of the base has a place."""
    columns = list(_columns(base, wanted, matched))
    at = 0
    while at < len(columns):
        if not columns[at].changed:
            at += 1
            continue
        first, last = at, at + 1
        start = end = None
        while first and (start := _start(columns, first)) is None:
            first -= 1
        while last < len(columns) and (
            columns[last].changed or (end := _end(columns, last)) is None
        ):
            last += 1
        start = content.start if start is None or not first else start
        end = content.end if end is None or last == len(columns) else end
        stop = columns[last].before if last < len(columns) else len(wanted)
        yield Window(Span(start, max(start, end)), columns[first].before, stop)
        at = last


def keeps_unseen(old: str, new: str) -> bool:
    """Tell whether spans and comments that an editor does not see are still there, as many as before."""
    return len(_UNSEEN.findall(new)) >= len(_UNSEEN.findall(old))


def _columns(
    base: Sequence[Letter], wanted: Sequence[Letter], matched: Sequence[Hunk]
) -> Iterator[_Column]:
    for hunk in matched:
        if hunk.equal:
            for at in range(hunk.end - hunk.start):
                old, place = base[hunk.start + at], hunk.new_start + at
                yield _Column(old, place, changed=old.marks != wanted[place].marks)
        else:
            for at in range(hunk.start, hunk.end):
                yield _Column(base[at], hunk.new_start, changed=True)
            for at in range(hunk.new_start, hunk.new_end):
                yield _Column(None, at, changed=True)


def _start(columns: Sequence[_Column], at: int) -> int | None:
    """Return where a window begins in the source that begins with a column, None if marks go across its edge."""
    before, own = columns[at - 1].old, columns[at].old
    if before is None or before.span is None:
        return None
    if own and own.span and _is_plain(own):
        return own.span.start
    return before.span.end if _is_plain(before) else None


def _end(columns: Sequence[_Column], at: int) -> int | None:
    """Return where a window ends in the source that ends before a column, None if marks go across its edge."""
    own, behind = columns[at - 1].old, columns[at].old
    if behind is None or behind.span is None:
        return None
    if own and own.span and _is_plain(own):
        return own.span.end
    return behind.span.start if _is_plain(behind) else None


def _is_plain(letter: Letter) -> bool:
    return all(kind == "note" for kind, _ in letter.marks)
