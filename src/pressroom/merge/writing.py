"""From an edited text to cuts in the source: the smallest ones first, wider ones where those do not read as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product

from pressroom.merge.blocks import (
    line_end,
    newline,
    opened,
    parted,
    prefix_of,
    whole_lines,
)
from pressroom.merge.cutting import COMMENT, cutting
from pressroom.merge.kinds import CELL
from pressroom.merge.splices import Splice, Wanted
from pressroom.merge.units import Unit, line_start
from pressroom.merge.windows import keeps_unseen
from pressroom.place import Span

_OPENING = re.compile(
    r"[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+)*(?:#+[ \t]+|[—⸺]+[ \t]*|Table:[ \t]*)?"
)
_MORE = re.compile(r"!\[|^[ \t>]*(?::::|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$)", re.MULTILINE)
"""What stands between two texts and is no mark of either: figures, divisions, breaks."""


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes edited paragraphs where ``units`` stand; ``context`` are all units up to the last of them."""

    source: str
    context: Sequence[Unit]
    units: Sequence[Unit]
    final: Sequence[Wanted]

    def ways(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write them, the smallest first; none takes a figure, a break or a division along."""
        ways = self._ways()
        if len(self.units) > len(self.final) == 1:
            ways = chain(ways, self._in_first())
        yield from (way for way in ways if not any(self._takes_more(cut.span) for cut in way))

    def _in_first(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write all in the place of the first unit and to take the others away, with their lines where they fill them."""
        rest = replace(self, units=self.units[1:], final=())
        emptied = tuple(Splice(unit.content, "") for unit in rest.units)
        gone = list(rest.without_lines()) if rest.fills_lines() else [emptied]
        for cuts, others in product(replace(self, units=self.units[:1]).ways(), gone):
            text = "".join(cut.text for cut in cuts)
            if not cuts or all(keeps_unseen(self._content(unit), text) for unit in rest.units):
                yield (*cuts, *others)

    def _content(self, unit: Unit) -> str:
        return self.source[unit.content.start : unit.content.end]

    def _takes_more(self, span: Span) -> bool:
        """Tell whether a cut would take away what stands between two units."""
        return any(
            span.start <= one.content.end
            and other.content.start <= span.end
            and _MORE.search(self.source, one.content.end, other.content.start)
            for one, other in pairwise(self.units)
        )

    def _ways(self) -> Iterator[tuple[Splice, ...]]:
        if not self.final and self.fills_lines():
            yield from self.without_lines()
        turned = self._turned()
        for cuts in cutting(self.source, self.context, self.units, self.final).ways():
            yield (*cuts, *turned)

    def without_lines(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to take the units away; comments between them stay."""
        first, last = self.units[0], self.units[-1]
        start, end = whole_lines(self.source, first.content.start, last.content.end)
        behind = line_end(self.source, last.content.end)
        if first.kind == CELL and not first.row.endswith("-r0"):
            end = min(end, behind + len(newline(self.source)))  # the table is still to end there
        comments = [
            found[0]
            for found in COMMENT.finditer(self.source, start, end)
            if not any(one.content.start <= found.start() < one.content.end for one in self.units)
        ]
        told = "".join(comment + newline(self.source) * 2 for comment in comments)
        yield (Splice(Span(start, end), told),)
        yield (Splice(Span(start, behind), told),)
        alone = [replace(self, units=(unit,)) for unit in self.units]
        if len(alone) > 1 and all(one.fills_lines() for one in alone):
            yield tuple(chain.from_iterable(next(one.without_lines()) for one in alone))

    def fills_lines(self) -> bool:
        """Tell whether the units stand alone on their lines; the cells of a row do if they are all of it."""
        first, last = self.units[0], self.units[-1]
        before = prefix_of(self.source, first)
        behind = self.source[last.content.end : line_end(self.source, last.content.end)]
        if CELL in {first.kind, last.kind}:
            return not (before + behind).strip("| \t>")
        return bool(_OPENING.fullmatch(before)) and not COMMENT.sub("", behind).strip()

    def _turned(self) -> tuple[Splice, ...]:
        """Return the cuts that make the first unit a block of another kind."""
        unit = self.units[0]
        if (
            not self.final
            or self.final[0].kind == unit.kind
            or CELL in {unit.kind, self.final[0].kind}
        ):
            return ()
        start = line_start(self.source, unit.content.start)
        opening = opened(self.source, self.context[: -len(self.units)], unit, self.final[0].kind)
        lead = ""
        if "heading" not in unit.kind and prefix_of(self.source, unit).strip():
            above = self.source[line_start(self.source, max(start - 1, 0)) : max(start - 1, 0)]
            lead = "\n" if above.strip() else ""
        tail = parted(self.source, unit.content.end)
        made = (Splice(Span(start, unit.content.start), lead + opening),)
        end = Span(unit.content.end, unit.content.end)
        return (*made, Splice(end, tail)) if tail and lead else made
