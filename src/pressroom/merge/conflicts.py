"""Changes that meet a change of the source: both texts are written down whole, line by line, and nobody guesses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pressroom.merge.blocks import line_end, newline
from pressroom.merge.changes import Change
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.threeway import carried, cuts_between, meet, moved
from pressroom.merge.units import line_start
from pressroom.place import Span
from pressroom.source.conflicts import conflict


@dataclass(frozen=True, slots=True)
class Sides:
    """Base and merged source, and the cuts that make the one of the other."""

    base: str
    merged: str
    cuts: Sequence[Splice]

    def made_already(self, changes: Sequence[Change]) -> set[int]:
        """Return the numbers of the changes that the merged source holds: all of them, all of some lines, or each for itself."""
        told = [change for change in changes if change.outcome == "taken"]
        numbers = {one.number for one in told}
        if not self.cuts:
            return set()
        if self.merged == spliced(self.base, [cut for change in told for cut in change.splices]):
            return numbers
        open_ones = {
            change.number: change
            for region in self._regions(_cuts(told))
            for inside in [list(_inside(told, region))]
            if self._ours(region) != self._theirs(inside, region)
            for change, _ in inside
        }
        return numbers - {n for n, change in open_ones.items() if not self.holds(change.splices)}

    def holds(self, cuts: Sequence[Splice]) -> bool:
        """Tell whether the merged source has some cuts whatever else was changed beside them.

        With them the base is nearer to the merged source, and nothing of the rest that differs touches what they wrote.
        """
        lines = self._regions(cuts)
        ours = [cut for cut in self.cuts if any(meet(cut.span, line) for line in lines)]
        changed = spliced(self.base, cuts)
        if not ours or changed is None:
            return False
        rest = cuts_between(changed, self.merged)
        starts = (moved(cut.span.start, cuts, before=False) for cut in cuts)
        spans = [Span(at, at + len(cut.text)) for at, cut in zip(starts, cuts, strict=True)]
        untouched = not any(meet(span, cut.span) for span in spans for cut in rest)
        gone = all(cut.text or self._is_gone(cut.span) for cut in cuts)
        return gone and untouched and size(rest) < size(self.cuts)

    def _is_gone(self, stretch: Span) -> bool:
        """Tell whether the merged source has nothing left of a stretch of the base."""
        for by in _shifts(self.base, stretch):
            at = stretch.start + by
            for cut in self.cuts:
                at = max(at, cut.span.end) if cut.span.start <= at else at
            if at >= stretch.end + by:
                return True
        return False

    def marked(self, changes: Sequence[Change]) -> list[Splice]:
        """Return the cuts that write the conflicts among changes into the merged source."""
        told = [change for change in changes if change.outcome in {"conflict", "taken", "there"}]
        found: list[Splice] = []
        for region in self._regions(_cuts(one for one in told if one.outcome == "conflict")):
            inside = list(_inside(told, region))
            who = dict.fromkeys(c.who or "an editor" for c, _ in inside if c.outcome == "conflict")
            text = conflict(
                self._ours(region),
                self.base[region.start : region.end],
                self._theirs(inside, region),
                ", ".join(who),
                newline(self.base),
            )
            found.append(Splice(self._now(region), text))
        return found

    def _ours(self, region: Span) -> str:
        now = self._now(region)
        return self.merged[now.start : now.end]

    def _theirs(self, inside: Sequence[tuple[Change, Splice]], region: Span) -> str:
        cuts = [cut for _, cut in inside]
        return spliced(self.base[region.start : region.end], cuts) or ""

    def _now(self, region: Span) -> Span:
        """Return where lines of the base are in the merged source."""
        start = moved(region.start, self.cuts, before=False)
        return Span(start, max(start, moved(region.end, self.cuts, before=True)))

    def _regions(self, cuts: Sequence[Splice]) -> list[Span]:
        """Return the lines of the base that cuts touch."""
        spans = [self._lines(cut.span.start, cut.span.end) for cut in cuts]
        regions: list[Span] = []
        for span in sorted(spans, key=lambda one: one.start):
            if regions and span.start <= regions[-1].end:
                last = regions.pop()
                regions.append(Span(last.start, max(last.end, span.end)))
            else:
                regions.append(span)
        return regions

    def _lines(self, start: int, end: int) -> Span:
        """Return whole lines round a stretch of the base, and round every cut that reaches into them."""
        while True:
            first, last = line_start(self.base, start), line_end(self.base, end)
            for cut in self.cuts:
                if (
                    cut.span.start <= last
                    and first <= cut.span.end
                    and cut.span.start < cut.span.end
                ):
                    start, end = min(start, cut.span.start), max(end, cut.span.end)
            if line_start(self.base, start) == first and line_end(self.base, end) == last:
                return Span(first, last)


def _shifts(base: str, gone: Span) -> Iterator[int]:
    """Yield by how much a stretch that goes can be shifted so that the same is left: with the blank before or behind a word."""
    yield 0
    start, end = gone.start, gone.end
    while start and base[start - 1] == base[end - 1]:
        start, end = start - 1, end - 1
        yield start - gone.start
    start, end = gone.start, gone.end
    while end < len(base) and base[start] == base[end]:
        start, end = start + 1, end + 1
        yield start - gone.start


def _cuts(changes: Iterable[Change]) -> list[Splice]:
    return [cut for change in changes for cut in change.splices]


def _inside(changes: Sequence[Change], region: Span) -> Iterator[tuple[Change, Splice]]:
    """Yield the cuts that changes make in a region, with places in it."""
    for change in changes:
        for cut in change.splices:
            if region.start <= cut.span.start and cut.span.end <= region.end:
                span = Span(cut.span.start - region.start, cut.span.end - region.start)
                yield change, Splice(span, cut.text)


def covering(
    base: str, splices: Sequence[Splice], ours: Sequence[Splice]
) -> tuple[Splice, ...] | None:
    """Move cuts in the base to the source that has lost a part of what they take out; None if they meet anything else of our own.

    The other way round, a change that takes out no more than what is gone is in the source already: so no order of returns matters.
    """
    changed = spliced(base, splices)
    lost = [own for own in ours if _within(base, own, splices)]
    if changed is None or not lost or not Sides(base, changed, splices).holds(lost):
        return None
    others = [own for own in ours if own not in lost]
    found = carried(base, splices, others)
    starts = (moved(own.span.start, others, before=True) for own in lost)
    lengths = (own.span.end - own.span.start for own in lost)
    gone = [Splice(Span(at, at + long), "") for at, long in zip(starts, lengths, strict=True)]
    return None if found is None else tuple(_over(cut, gone) for cut in found)


def _within(base: str, own: Splice, splices: Sequence[Splice]) -> bool:
    """Tell whether a cut takes out a part of what others take out; what they put elsewhere has not gone."""
    gone = base[own.span.start : own.span.end]
    inside = any(cut.span.contains(own.span) for cut in splices)
    return (
        inside and not own.text and own not in splices and all(gone not in c.text for c in splices)
    )


def _over(cut: Splice, gone: Sequence[Splice]) -> Splice:
    start, end = (moved(at, gone, before=True) for at in (cut.span.start, cut.span.end))
    return Splice(Span(start, end), cut.text)


def size(cuts: Sequence[Splice]) -> int:
    """Return how many characters cuts take out and put in."""
    return sum(len(cut.text) + cut.span.end - cut.span.start for cut in cuts)
