"""Where the blocks of a base stand in a text that was made of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.merge.splices import Splice
from pressroom.merge.threeway import cuts_between, moved
from pressroom.merge.units import Unit, label_of_block
from pressroom.place import Place, SourceFile, Span
from pressroom.source.conflicts import opening


@dataclass(frozen=True, slots=True)
class Places:
    """Places in a file; ``cuts`` make its text of the base, in which the ``blocks`` stand by the bookmarks that lead to them."""

    file: SourceFile
    cuts: Sequence[Splice]
    blocks: Mapping[str, Span]

    def of(self, label: str) -> Place | None:
        """Return where the block of a bookmark begins, or began if it is gone; None for what is not in the source."""
        span = self.blocks.get(label)
        if span is None:
            return None
        start = opening(self.file.text, self._now(span))
        return Place(self.file, Span(start, start))

    def of_block(self, identifier: str) -> Place | None:
        """Return where the block with an id begins."""
        return self.of(label_of_block(identifier))

    def still(self, unit: Unit, among: Sequence[Unit]) -> Unit | None:
        """Return which of the units of the text a unit of the base is now: by its words, else by its place; None if it is gone."""
        at = self.start_of(unit)
        if same := [one for one in among if one.text == unit.text]:
            return min(same, key=lambda one: abs(one.content.start - at))
        if any(not cut.text and cut.span.contains(unit.content) for cut in self.cuts):
            return None
        here = (one for one in among if one.content.start <= at <= one.content.end)
        return next(here, None)

    def start_of(self, unit: Unit) -> int:
        """Return where the text of a unit of the base begins now, or began if it is gone."""
        return self._now(unit.content)

    def _now(self, span: Span) -> int:
        # What is new just before a block is mostly another block.
        return moved(span.start, self.cuts, before=True)


def places(file: SourceFile, base: str, blocks: Mapping[str, Span]) -> Places:
    """Compare a file with the base."""
    return Places(file, cuts_between(base, file.text), blocks)
