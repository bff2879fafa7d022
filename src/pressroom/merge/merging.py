"""The merge of a base, the source as it is now, and a return."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from pressroom.merge.changes import Change, changes
from pressroom.merge.choosing import Read, sound
from pressroom.merge.comments import placed
from pressroom.merge.conflicts import Sides
from pressroom.merge.returned import Comment, Return
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.threeway import carried, hunks
from pressroom.merge.units import Unit


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged source; ``twins`` are pairs of ids: a block that was changed, and its twin that was not.

    ``unplaced`` are comments that could not be written where they stand, ``settled`` those that their editors have closed.
    """

    source: str
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    unplaced: tuple[Comment, ...]
    settled: tuple[Comment, ...]
    twins: tuple[tuple[str, str], ...]


def merge(
    base: str, current: str, returned: Return, read: Read, only: Collection[int] = ()
) -> Merged:
    """Bring the changes and comments of a return into the current source; raises ``ValueError`` for a base that has errors.

    A change that meets another one of the current source is a conflict: both texts are written between markers. ``only``
    are the numbers of the changes that are wanted; then no comment is written.
    """
    units = read(base)
    if units is None:
        raise ValueError(base)
    found = changes(base, units, returned, read)
    found = [change for change in found if not only or change.number in only]
    ours = hunks(base, current)
    made = Sides(base, current, ours).made_already(found)
    ready: dict[int, tuple[Splice, ...]] = {}
    for at, change in enumerate(found):
        if change.number in made:
            ready[at] = ()
        elif change.outcome == "taken":
            moved = carried(base, change.splices, ours)
            if moved is not None:
                ready[at] = moved

    def holds(some: list[int]) -> bool:
        text = spliced(current, [splice for at in some for splice in ready[at]])
        return text is not None and (not (ours or only) or read(text) is not None)

    good = sound([], sorted(ready), holds)
    kept = set(good)
    for at, change in enumerate(found):
        if change.outcome == "taken" and at not in kept:
            found[at] = replace(change, outcome="conflict")
    taken = [splice for at in good for splice in ready[at]]
    plain = spliced(current, taken)
    plain = current if plain is None else plain
    standing = [one for one in returned.comments if not one.settled and not only]
    written, unplaced = placed(plain, standing, read)
    source = spliced(plain, written)
    source = plain if source is None else source
    if any(change.outcome == "conflict" for change in found):
        source = _with_conflicts(base, source, found)
    return Merged(
        source,
        tuple(found),
        tuple(comment for comment in standing if comment not in unplaced),
        tuple(unplaced),
        tuple(one for one in returned.comments if one.settled and not only),
        _twins(found, units),
    )


def _with_conflicts(base: str, merged: str, found: Sequence[Change]) -> str:
    marked = Sides(base, merged, hunks(base, merged)).marked(found)
    text = spliced(merged, marked)
    return merged if text is None else text


def _twins(found: Sequence[Change], units: Sequence[Unit]) -> tuple[tuple[str, str], ...]:
    """Return blocks that were changed in one edition only, where all editions have the same blocks."""
    known = {unit.identifier for unit in units if unit.letters}
    changed = {change.identifier for change in found if change.outcome == "taken"}
    twins: list[tuple[str, str]] = []
    for identifier in sorted(changed):
        _, _, block = identifier.partition("-")
        for number in sorted({unit.edition for unit in units}):
            twin = f"e{number}-{block}"
            if twin in known and twin not in changed:
                twins.append((identifier, twin))
    return tuple(twins)
