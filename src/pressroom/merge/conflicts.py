"""Changes that meet a change of the source: both texts are written down whole, line by line, and nobody guesses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.merge.blocks import line_end, newline
from pressroom.merge.changes import Change
from pressroom.merge.choosing import spliced
from pressroom.merge.splices import Splice
from pressroom.merge.units import line_start
from pressroom.place import Span
from pressroom.source.conflicts import conflict


@dataclass(frozen=True, slots=True)
class Sides:
    """Base and merged source, and the cuts that make the one of the other."""

    base: str
    merged: str
    cuts: Sequence[Splice]

    def marked(self, changes: Sequence[Change]) -> list[Splice]:
        """Return the cuts that write the conflicts among changes into the merged source."""
        found: list[Splice] = []
        told = [change for change in changes if change.outcome in {"conflict", "taken"}]
        for region in self._regions(changes):
            inside = [
                (change, Splice(Span(s.start - region.start, s.end - region.start), cut.text))
                for change in told
                for cut in change.splices
                if region.start <= (s := cut.span).start and s.end <= region.end
            ]
            base = self.base[region.start : region.end]
            theirs = spliced(base, [cut for _, cut in inside])
            start, end = (
                self._moved(region.start, before=False),
                self._moved(region.end, before=True),
            )
            who = dict.fromkeys(c.who or "an editor" for c, _ in inside if c.outcome == "conflict")
            ours = self.merged[start:end]
            text = conflict(ours, base, theirs or "", ", ".join(who), newline(self.base))
            found.append(Splice(Span(start, end), text))
        return found

    def _regions(self, changes: Sequence[Change]) -> list[Span]:
        """Return the lines of the base that conflicts touch."""
        spans = [
            self._lines(cut.span.start, cut.span.end)
            for change in changes
            if change.outcome == "conflict"
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

    def _moved(self, at: int, *, before: bool) -> int:
        """Return where a place of the base is now; what is new at the place itself counts as ``before`` it or not."""
        return at + sum(
            len(cut.text) - (cut.span.end - cut.span.start)
            for cut in self.cuts
            if cut.span.end < at or (cut.span.end == at and (before or cut.span.start < at))
        )
