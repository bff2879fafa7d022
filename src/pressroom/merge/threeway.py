"""Cuts in the base, carried over into the source as it is now (three-way merge on words and Han characters)."""

from __future__ import annotations

import re
from collections import Counter
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
_ROW = 8
"""How many tokens on end are looked for first where long texts are compared; then half as many, and so on."""
_EACH_WITH_EACH = 40_000
"""Up to how many pairs of tokens are compared each with each: those of a long paragraph in two versions."""


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
    for i, j, k, m in _differing(one, other, _ROW):
        span = Span(offset + starts[i], offset + starts[j])
        yield Splice(span, new[others[k] : others[m]])


def _differing(
    one: Sequence[str], other: Sequence[str], row: int
) -> Iterator[tuple[int, int, int, int]]:
    """Yield the stretches of words in which two texts differ; long texts are parted by rows of words that each holds once."""
    if not row or len(one) * len(other) <= _EACH_WITH_EACH:
        for tag, *stretch in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
            if tag != "equal":
                i, j, k, m = stretch
                yield i, j, k, m
        return
    at = to = 0
    for next_at, next_to in [*_anchors(one, other, row), (len(one), len(other))]:
        if next_at > at or next_to > to:
            for i, j, k, m in _differing(one[at:next_at], other[to:next_to], row // 2):
                yield at + i, at + j, to + k, to + m
        at, to = next_at + 1, next_to + 1


def _anchors(one: Sequence[str], other: Sequence[str], row: int) -> Iterator[tuple[int, int]]:
    """Yield where rows of so many words begin that both texts hold once, and in one order (the patience diff of Bram Cohen)."""
    old, new = _once(one, row), _once(other, row)
    before, after = [each for each in old if each in new], [each for each in new if each in old]
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for i, k, size in matcher.get_matching_blocks():
        for by in range(size):
            yield old[before[i + by]], new[after[k + by]]


def _once(words: Sequence[str], row: int) -> dict[tuple[str, ...], int]:
    """Return where each row of so many words begins that stands only once, in the order of the text."""
    rows = list(zip(*(words[by:] for by in range(row)), strict=False))
    counts = Counter(rows)
    return {each: at for at, each in enumerate(rows) if counts[each] == 1}


def meet(one: Span, other: Span) -> bool:
    """Tell whether two stretches overlap; two insertions do at the same place."""
    if one.start == one.end and other.start == other.end:
        return one.start == other.start
    return one.start < other.end and other.start < one.end
