"""What an editor changed: each change with who made it, and the cuts in the base that were proved to write it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, TypeAlias

from pressroom.merge.choosing import Choice, Read
from pressroom.merge.edits import Edit, edits
from pressroom.merge.returned import Return
from pressroom.merge.splices import Splice
from pressroom.merge.units import Unit

Outcome: TypeAlias = Literal["taken", "conflict", "unmapped", "wording", "looks", "kind"]
"""Written into the source; against a change of the source; not to be written; a change of what the house says; bold and the
like that came or went without being recorded, as some programs do of themselves when they save; a block whose text is right,
but not of the kind that it has in the return."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the texts before and after, who made it (``""``: not recorded), and the cuts that it takes in the base.

    ``number`` counts all changes of a return from 1, as the report does; ``kinds`` are the kinds of its blocks before and after.
    """

    number: int
    identifier: str
    who: str
    before: str
    after: str
    outcome: Outcome
    splices: tuple[Splice, ...] = ()
    kinds: tuple[str, str] = ("", "")


def changes(source: str, units: Sequence[Unit], returned: Return, read: Read) -> list[Change]:
    """Find the changes between a base and what came back, in the order of the text; raises nothing, loses nothing."""
    found, loose = edits(units, returned)
    found.sort(key=lambda edit: edit.numbers[0] if edit.numbers else (edit.anchor or 0) + 0.5)
    Choice(source, units, read).choose([edit for edit in found if edit.differs])
    told = [
        Change(0, "", returned.revisers.get("", ("",))[0], "", one.text, "unmapped")
        for one in loose
    ]
    for edit in found:
        told += _told(edit, units, returned)
    return [replace(change, number=number) for number, change in enumerate(told, start=1)]


def _told(edit: Edit, units: Sequence[Unit], returned: Return) -> Iterator[Change]:
    near = edit.units or (units[edit.anchor or 0],)
    who = ", ".join(
        dict.fromkeys(chain.from_iterable(returned.revisers.get(u.label, ()) for u in near))
    )
    identifier = near[0].identifier
    before = "\n".join(unit.whole if edit.wording else unit.text for unit in edit.units)
    texts = ["".join(letter.text for letter in one.letters) for one in edit.final]
    texts += ["".join(x.text for x in one.letters) for note in edit.fresh.values() for one in note]
    after = "\n".join(edit.shown if edit.wording else texts)
    if edit.looks and not edit.wording:
        yield Change(0, identifier, "", before, before, "looks")
    kinds = ", ".join(unit.kind for unit in near), ", ".join(one.kind for one in edit.final)
    if edit.kind:
        yield Change(0, identifier, "", before, before, "looks")
    if not edit.differs:
        return
    if edit.wording:
        yield Change(0, identifier, who, before, after, "wording")
        return
    outcome: Outcome = "unmapped" if edit.chosen is None else "taken"
    if edit.loosely:
        yield Change(0, identifier, who, before, after, "kind", (), kinds)
        if before == after:
            return
    yield Change(0, identifier, who, before, after, outcome, edit.chosen or (), kinds)
