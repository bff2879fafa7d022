"""The cuts that are made: only those after which the source, read again, says what the editor saw and all else as before."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import TypeAlias, TypeVar

from pressroom.merge.additions import additions, definitions
from pressroom.merge.alignment import same
from pressroom.merge.edits import Edit, trimmed_unit
from pressroom.merge.fusing import Fused, fused
from pressroom.merge.kinds import CELL
from pressroom.merge.splices import Splice, Wanted, spliced
from pressroom.merge.units import Letter, Unit
from pressroom.merge.writing import Writing

Read: TypeAlias = Callable[[str], tuple[Unit, ...] | None]
"""Reads a source and gives its units, None for one with errors."""

T = TypeVar("T")


def sound(kept: list[T], more: Sequence[T], holds: Callable[[list[T]], bool]) -> list[T]:
    """Return ``kept`` with all of ``more`` that hold together; few that do not cost few tries more than none."""
    if not more or holds([*kept, *more]):
        return [*kept, *more]
    if len(more) == 1:
        return kept
    half = len(more) // 2
    return sound(sound(kept, more[:half], holds), more[half:], holds)


@dataclass(slots=True)
class Choice:
    """Chooses cuts in a source that has these units."""

    source: str
    units: Sequence[Unit]
    read: Read

    def choose(self, edits: Sequence[Edit]) -> list[Edit]:
        """Choose the smallest cuts of all edits together if they read as they should, else others for those that do not.

        Returns the edits as they are to be told: some may have become one.
        """
        standing = list(edits)
        possible = [edit for edit in edits if not edit.wording and self._can(edit)]
        ways = {id(edit): self._ways(edit, edit.final) for edit in possible}
        for edit in possible:
            edit.chosen = next(ways[id(edit)], None)
        good = sound([], [edit for edit in possible if edit.chosen is not None], self._reads)
        for edit in [one for one in possible if one not in good]:
            if self._fits(good, edit, ways[id(edit)]):
                good.append(edit)
            elif found := self._fused(good, edit):
                good = [*(one for one in good if one not in found.others), found.whole]
                standing = [one for one in standing if one not in found.others]
                standing.append(found.whole)
            else:
                edit.loosely = True
                edit.loosely = self._fits(good, edit, self._loose_ways(edit))
                good += [edit] if edit.loosely else []
        return standing

    @staticmethod
    def _can(edit: Edit) -> bool:
        return edit.anchor is not None or edit.units[0].own

    def _fits(self, good: Sequence[Edit], edit: Edit, ways: Iterable[tuple[Splice, ...]]) -> bool:
        """Choose the first of some ways to write an edit that reads as it should together with others; leave none if none does."""
        for edit.chosen in ways:
            if self._reads([*good, edit]):
                return True
        edit.chosen = None
        return False

    def _fused(self, good: Sequence[Edit], edit: Edit) -> Fused | None:
        found = fused(self.source, self.units, edit, good)
        if found is None:
            return None
        others = [one for one in good if one not in found.others]
        notes = definitions(self.source, self.units, found.whole)
        ways = ((*found.cuts, *defined) for defined in notes)
        return found if self._fits(others, found.whole, ways) else None

    def _ways(self, edit: Edit, final: tuple[Wanted, ...]) -> Iterator[tuple[Splice, ...]]:
        notes = list(definitions(self.source, self.units, edit))
        for cuts, defined in product(self._cuts(replace(edit, final=final)), notes):
            yield (*cuts, *defined)

    def _loose_ways(self, edit: Edit) -> Iterator[tuple[Splice, ...]]:
        """Yield ways that keep the kinds of blocks as they are instead of giving each its own."""
        own = [unit.kind for unit in edit.units] or [self.units[edit.anchor or 0].kind]
        kinds = [own[min(at, len(own) - 1)] for at in range(len(edit.final))]
        if CELL not in kinds and kinds != [one.kind for one in edit.final]:
            yield from self._ways(edit, tuple(map(_of_kind, edit.final, kinds)))

    def _cuts(self, edit: Edit) -> Iterator[tuple[Splice, ...]]:
        if edit.anchor is not None:
            return additions(self.source, self.units, edit)
        context = self.units[: edit.numbers[-1] + 1]
        return Writing(self.source, context, edit.units, edit.final).ways()

    def _reads(self, edits: list[Edit]) -> bool:
        """Tell whether the source with the chosen cuts reads as what the editor saw, and all else as before."""
        text = spliced(self.source, [splice for edit in edits for splice in edit.chosen or ()])
        got = self.read(text) if text is not None else None
        if got is None:
            return False
        at = {edit.numbers[0]: edit for edit in edits if edit.numbers}
        behind: dict[int, list[Edit]] = {}
        for edit in edits:
            if edit.anchor is not None:
                behind.setdefault(edit.anchor, []).append(edit)
        covered = {number for edit in edits for number in edit.numbers}
        lost = {label for edit in edits for label in edit.lost}
        wanted: list[tuple[str, Wanted | Unit, bool]] = []
        for number, unit in enumerate(self.units):
            if number in at:
                edit = at[number]
                wanted += [(unit.note, one, edit.loosely) for one in edit.final]
            elif number not in covered and _counts(unit) and unit.note not in lost:
                wanted.append((unit.note, unit, False))
            for edit in behind.get(number, ()):
                wanted += [("", one, edit.loosely) for one in edit.final]
        for edit in edits:
            wanted += [(label, one, True) for label, note in edit.fresh.items() for one in note]
        own = [unit for unit in got if _counts(unit)]
        # Notes are numbered by their calls: they may stand in another order now.
        wanted.sort(key=lambda one: one[0])
        own.sort(key=lambda unit: unit.note)
        return len(own) == len(wanted) and all(map(_is_as_wanted, own, wanted))


def _counts(unit: Unit) -> bool:
    """Tell whether a unit has its place among the others; the house's and the front matter's have, empty cells have not."""
    return bool(unit.letters) or not unit.own


def _of_kind(one: Wanted, kind: str) -> Wanted:
    return replace(one, kind=kind)


def _is_as_wanted(unit: Unit, wanted: tuple[str, Wanted | Unit, bool]) -> bool:
    note, one, loosely = wanted
    if isinstance(one, Unit) and not one.own:
        return unit.whole == one.whole and not unit.own
    letters: Sequence[Letter] = trimmed_unit(one) if isinstance(one, Unit) else one.letters
    if unit.note != note or not same(trimmed_unit(unit), letters):
        return False
    return loosely or unit.kind == one.kind
