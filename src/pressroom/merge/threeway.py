"""Cuts in the base, carried over into the source as it is now (three-way merge on words and Han characters)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import accumulate

from pressroom.merge.blocks import line_end
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.units import line_start
from pressroom.place import Span

_LINE = re.compile(r"(?:[ \t>\r]*\n)*[^\n]*\n|[^\n]+\Z")
"""A line with the empty ones before it: these are all alike, and comparing each with each would take the square of their number."""
_TOKEN = re.compile(r"[A-Za-z\u00c0-\u024f]+|[0-9]+|\n+|.", re.DOTALL)


def cuts_between(base: str, current: str) -> list[Splice]:
    """Return the cuts that make the current source of the base, compared line by line and within changed lines by words."""
    if base == current:
        return []
    one, other = _LINE.findall(base), _LINE.findall(current)
    starts, others = ([0, *accumulate(map(len, parts))] for parts in (one, other))
    found: list[Splice] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            old, new = base[starts[i] : starts[j]], current[others[k] : others[m]]
            found += _words(old, new, starts[i])
    return found


def finest(base: str, splices: Sequence[Splice]) -> tuple[Splice, ...]:
    """Return cuts that make the same text of the base and leave alone every word that stays."""
    if not splices:
        return ()
    start = line_start(base, min(cut.span.start for cut in splices))
    end = line_end(base, max(cut.span.end for cut in splices))
    made = spliced(base[start:end], [_shifted(cut, -start) for cut in splices])
    found = () if made is None else cuts_between(base[start:end], made)
    return tuple(_shifted(cut, start) for cut in found)


def carried(
    base: str, splices: Sequence[Splice], ours: Sequence[Splice]
) -> tuple[Splice, ...] | None:
    """Move cuts in the base to where they belong after our own; None if they meet one that is not the same."""
    carried_over: list[Splice] = []
    made = {_leftmost(base, own) for own in ours}
    for splice in splices:
        if _leftmost(base, splice) in made:
            continue
        if any(meet(splice.span, own.span) for own in ours):
            return None
        by = moved(splice.span.start, ours, before=True) - splice.span.start
        carried_over.append(_shifted(splice, by))
    return tuple(carried_over)


def moved(at: int, cuts: Sequence[Splice], *, before: bool) -> int:
    """Return where a place is after cuts; what is new at the place itself counts as ``before`` it or not."""
    return at + sum(
        len(cut.text) - (cut.span.end - cut.span.start)
        for cut in cuts
        if cut.span.end < at or (cut.span.end == at and (before or cut.span.start < at))
    )


def _shifted(cut: Splice, by: int) -> Splice:
    return Splice(Span(cut.span.start + by, cut.span.end + by), cut.text)


def _leftmost(base: str, splice: Splice) -> Splice:
    """Return the form of a cut that begins first: the same insertion or deletion can often be said in several ways."""
    start, end, text = splice.span.start, splice.span.end, splice.text
    while start and start == end and text and base[start - 1] == text[-1]:
        start, end, text = start - 1, end - 1, text[-1] + text[:-1]
    while start and start < end and not text and base[start - 1] == base[end - 1]:
        start, end = start - 1, end - 1
    return Splice(Span(start, end), text)


def _words(old: str, new: str, offset: int) -> Iterator[Splice]:
    one, other = _TOKEN.findall(old), _TOKEN.findall(new)
    starts, others = ([0, *accumulate(map(len, parts))] for parts in (one, other))
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag != "equal":
            span = Span(offset + starts[i], offset + starts[j])
            yield Splice(span, new[others[k] : others[m]])


def meet(one: Span, other: Span) -> bool:
    """Tell whether two stretches overlap; two insertions do at the same place."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
