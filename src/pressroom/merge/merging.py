"""The merge of a base, the source as it is now, and a return."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from pressroom.merge.changes import Change, Outcome, changes, visible
from pressroom.merge.choosing import Read, sound
from pressroom.merge.comments import known_in, placed, without, written
from pressroom.merge.conflicts import Sides, covering, size
from pressroom.merge.lifting import lifted
from pressroom.merge.places import places
from pressroom.merge.returned import Comment, Return
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.threeway import carried, cuts_between, meet
from pressroom.merge.units import Unit
from pressroom.place import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged source; ``blocks`` are the places of blocks in the base by the bookmarks that lead to them.

    ``comments`` are new in the source, ``known`` stood there already, ``unplaced`` could not be written where they stand,
    ``settled`` are closed. ``twins`` are pairs of ids: a block that was changed, and its twin that was not.
    """

    source: str
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    known: tuple[Comment, ...]
    unplaced: tuple[Comment, ...]
    settled: tuple[Comment, ...]
    twins: tuple[tuple[str, str], ...]
    blocks: Mapping[str, Span]


def merge(
    base: str,
    current: str,
    returned: Return,
    read: Read,
    only: Collection[int] = (),
    described: Sequence[Change] = (),
) -> Merged:
    """Bring the changes and comments of a return into the current source; raises ``ValueError`` for a base that has errors.

    A change that meets another one of the current source is a conflict: both texts are written between markers. ``only``
    are the numbers of the changes that are wanted; then no comment is written. ``described`` are changes of what is said of pictures, which are
    counted after all others.
    """
    units = read(base)
    if units is None:
        raise ValueError(base)
    comments = () if only else returned.comments
    standing = [one for one in comments if not one.settled]
    known = known_in(current, standing)
    found = changes(base, units, returned, read)
    found += (replace(one, number=number) for number, one in enumerate(described, len(found) + 1))
    found = [one for one in found if not only or one.number in only]
    # What the return wrote when it was merged before is no change of the office.
    bare = without(current, (one for one in known if written(one) not in base))
    made = Sides(base, bare, cuts_between(base, bare)).made_already(found)
    raised = lifted(current, base, units, read)
    text, told = _with_changes(base, raised.bare, found, made, read, chosen=bool(only))
    plain = raised.put_back(text, base, read)
    if plain is None:
        plain, told = _with_changes(base, current, found, made, read, chosen=bool(only))
    found = told
    blocks = {unit.label: unit.content for unit in units if unit.content.end}
    source, unplaced = _with_comments(plain, base, units, standing, known, read)
    if any(change.outcome == "conflict" for change in found):
        source = _spliced(source, Sides(base, source, cuts_between(base, source)).marked(found))
    return Merged(
        source,
        tuple(found),
        tuple(one for one in standing if one not in {*known, *unplaced}),
        tuple(known),
        tuple(unplaced),
        tuple(one for one in comments if one.settled),
        _twins(found, units, cuts_between(base, current)),
        blocks,
    )


def _with_changes(
    base: str,
    current: str,
    found: Sequence[Change],
    made: Collection[int],
    read: Read,
    *,
    chosen: bool,
) -> tuple[str, list[Change]]:
    """Write changes into the current source but for those that are ``made`` or meet others, and tell what became of each."""
    ours = cuts_between(base, current)
    ready: dict[int, tuple[Splice, ...]] = {}
    for change in found:
        if change.outcome == "taken":
            moved = () if change.number in made else carried(base, change.splices, ours)
            moved = covering(base, change.splices, ours) if moved is None else moved
            if moved is not None:
                ready[change.number] = moved

    by_number = {change.number: change for change in found}

    def holds(some: list[int]) -> bool:
        text = spliced(current, [splice for number in some for splice in ready[number]])
        # All of them together were proved in the base.
        if text is None or not (ours or chosen):
            return text is not None
        return _adds_up(read(current), read(text), [(by_number[n], ready[n]) for n in some])

    good = sound([], list(ready), holds)
    text = _spliced(current, [splice for number in good for splice in ready[number]])
    told = [
        change
        if change.outcome != "taken"
        else replace(change, outcome=_outcome(ready, good, change.number))
        for change in found
    ]
    return text, told


def _adds_up(
    before: Sequence[Unit] | None,
    after: Sequence[Unit] | None,
    made: Sequence[tuple[Change, Sequence[Splice]]],
) -> bool:
    """Tell whether a text grew by just what the changes made in it bring, so that none of its marks became letters, or letters marks."""
    if before is None or after is None:
        return after is not None
    if any(cuts and size(cuts) != size(change.splices) for change, cuts in made):
        return True  # the source holds a part of one already
    grows = sum(change.grows for change, cuts in made if cuts)
    now, then = (visible(unit.letters for unit in units) for units in (before, after))
    return then == now + grows


def _outcome(
    ready: Mapping[int, tuple[Splice, ...]], good: Collection[int], number: int
) -> Outcome:
    if number not in good:
        return "conflict"
    return "taken" if ready[number] else "there"


def _with_comments(
    source: str,
    base: str,
    units: Sequence[Unit],
    comments: Sequence[Comment],
    known: Sequence[Comment],
    read: Read,
) -> tuple[str, list[Comment]]:
    """Write comments that are not ``known`` behind the units of the base that they stand at; return those without a place, too."""
    if len(known) == len(comments):
        return source, []
    now = [unit for unit in read(source) or () if unit.letters]
    where = places(SourceFile("", source), base, {})
    homes = {
        label: where.still(unit, now)
        for label in {one.label for one in comments}
        if (unit := _unit_of(label, units))
    }
    marks, unplaced = placed(source, comments, known, homes, read)
    return _spliced(source, marks), unplaced


def _unit_of(label: str, units: Sequence[Unit]) -> Unit | None:
    """Return the unit of a block; the first one in it, as its caption, for a block that is no text itself."""
    own = (unit for unit in units if unit.label == label and unit.letters)
    inside = (unit for unit in units if unit.label.startswith(f"{label}_") and unit.letters)
    return next(own, None) or (next(inside, None) if label else None)


def _spliced(source: str, splices: Sequence[Splice]) -> str:
    text = spliced(source, splices)
    return source if text is None else text


def _twins(
    found: Sequence[Change], units: Sequence[Unit], ours: Sequence[Splice]
) -> tuple[tuple[str, str], ...]:
    """Return blocks that an editor changed while neither side changed their twins, where all editions have the same blocks."""
    blocks = {unit.identifier: unit for unit in units if unit.letters}
    taken = {block for change in found if change.outcome == "taken" for block in change.blocks}
    touched = {block for change in found for block in change.blocks}
    twins: list[tuple[str, str]] = []
    for identifier in (one for one in blocks if one in taken):
        _, _, block = identifier.partition("-")
        for number in sorted({unit.edition for unit in units}):
            twin = f"e{number}-{block}"
            unit = None if twin in touched else blocks.get(twin)
            if unit and not any(meet(cut.span, unit.content) for cut in ours):
                twins.append((identifier, twin))
    return tuple(twins)
