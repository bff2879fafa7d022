"""Changes that meet a change of the source: both texts are written down whole, line by line, and nobody guesses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.merge.blocks import line_end, newline
from pressroom.merge.changes import Change
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.threeway import cuts_between, meet, moved
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
            for region in self._regions(told)
            for inside in [list(_inside(told, region))]
            if self._ours(region) != self._theirs(inside, region)
            for change, _ in inside
        }
        return numbers - {n for n, change in open_ones.items() if not self._holds(change)}

    def _holds(self, change: Change) -> bool:
        """Tell whether the merged source has a change whatever else was changed beside it.

        With it the base is nearer to the merged source, and nothing of the rest that differs touches what it wrote.
        """
        cuts = change.splices
        lines = self._regions([change])
        ours = [cut for cut in self.cuts if any(meet(cut.span, line) for line in lines)]
        changed = spliced(self.base, cuts)
        if not ours or changed is None:
            return False
        rest = cuts_between(changed, self.merged)
        starts = (moved(cut.span.start, cuts, before=False) for cut in cuts)
        spans = [Span(at, at + len(cut.text)) for at, cut in zip(starts, cuts, strict=True)]
        untouched = not any(meet(span, cut.span) for span in spans for cut in rest)
        return untouched and _size(rest) < _size(self.cuts)

    def marked(self, changes: Sequence[Change]) -> list[Splice]:
        """Return the cuts that write the conflicts among changes into the merged source."""
        told = [change for change in changes if change.outcome in {"conflict", "taken", "there"}]
        found: list[Splice] = []
        for region in self._regions([one for one in told if one.outcome == "conflict"]):
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

    def _regions(self, changes: Sequence[Change]) -> list[Span]:
        """Return the lines of the base that changes touch."""
        spans = [
            self._lines(cut.span.start, cut.span.end)
            for change in changes
            for cut in change.splices
        ]
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


def _inside(changes: Sequence[Change], region: Span) -> Iterator[tuple[Change, Splice]]:
    """Yield the cuts that changes make in a region, with places in it."""
    for change in changes:
        for cut in change.splices:
            if region.start <= cut.span.start and cut.span.end <= region.end:
                span = Span(cut.span.start - region.start, cut.span.end - region.start)
                yield change, Splice(span, cut.text)


def _size(cuts: Sequence[Splice]) -> int:
    return sum(len(cut.text) + cut.span.end - cut.span.start for cut in cuts)
