"""Comments of editors in a source: lifted out while changes are merged, and put back behind their blocks, wherever these are then.

So it does not matter whether a comment or a change of its block came first.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.merge.choosing import Read
from pressroom.merge.comments import behind, in_order, runs_in, say_the_same
from pressroom.merge.places import places
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.units import Unit
from pressroom.place import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Lifted:
    """A source, ``whole`` and ``bare`` of the comments behind its blocks, each run of which is kept with a unit of the base."""

    whole: str
    bare: str
    runs: Sequence[tuple[Unit, str]]

    def put_back(self, text: str, base: str, read: Read) -> str | None:
        """Return what was made of the bare source with its comments behind the same blocks; None if one of these is gone."""
        if text == self.bare or not self.runs:
            return self.whole if text == self.bare else text
        where = places(SourceFile("", text), base, {})
        units = read(text) or ()
        now = [unit for unit in units if unit.letters]
        found: dict[int, list[str]] = {}
        for unit, run in self.runs:
            home = where.still(unit, now)
            if home is None:
                return None
            found.setdefault(behind(text, home), []).append(run)
        cuts = [Splice(Span(at, at), in_order(runs)) for at, runs in found.items()]
        made = spliced(text, cuts)
        return made if made and say_the_same(read(made) or (), units) else None


def lifted(current: str, base: str, units: Sequence[Unit], read: Read) -> Lifted:
    """Lift the comments of editors out of a source, but for those that the base holds and those that stand behind none of its ``units``."""
    runs = list(runs_in(current, base))
    bare = spliced(current, [Splice(Span(at, at + len(run)), "") for at, run in runs])
    if not runs or bare is None:
        return Lifted(current, current, ())
    where = places(SourceFile("", bare), base, {})
    homes = {behind(bare, unit): unit for unit in read(bare) or () if unit.letters}
    kept: list[tuple[Unit, str]] = []
    cuts: list[Splice] = []
    before = 0
    for at, run in runs:
        home = homes.get(at - before)
        own = [unit for unit in units if unit.letters and home and where.still(unit, [home])]
        if home and own:
            start = home.content.start
            kept.append((min(own, key=lambda unit: abs(where.start_of(unit) - start)), run))
            cuts.append(Splice(Span(at, at + len(run)), ""))
        before += len(run)
    return Lifted(current, spliced(current, cuts) or current, kept)
