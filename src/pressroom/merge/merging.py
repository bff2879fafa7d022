"""The merge of a base, the source as it is now, and a return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pressroom.merge.changes import Change, changes
from pressroom.merge.choosing import Read, spliced
from pressroom.merge.returned import Comment, Return
from pressroom.merge.splices import Splice
from pressroom.merge.threeway import carried, hunks
from pressroom.merge.units import Unit
from pressroom.place import Span


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged source; ``twins`` are pairs of ids: a block that was changed, and its twin that was not.

    ``unplaced`` are comments that could not be written where they stand.
    """

    source: str
    changes: tuple[Change, ...]
    comments: tuple[Comment, ...]
    unplaced: tuple[Comment, ...]
    twins: tuple[tuple[str, str], ...]


def merge(base: str, current: str, returned: Return, read: Read) -> Merged:
    """Bring the changes and comments of a return into the current source; raises ``ValueError`` for a base that has errors.

    A change that meets another one of the current source is a conflict: the source keeps its text.
    """
    units = read(base)
    if units is None:
        raise ValueError(base)
    found = changes(base, units, returned, read)
    ours = hunks(base, current)
    taken: list[Splice] = []
    for number, change in enumerate(found):
        if change.outcome != "taken":
            continue
        moved = carried(base, change.splices, ours)
        text = spliced(current, [*taken, *moved]) if moved is not None else None
        if moved is None or text is None or (ours and read(text) is None):
            found[number] = replace(change, outcome="conflict")
        else:
            taken += moved
    source = spliced(current, taken)
    source = current if source is None else source
    source, placed, unplaced = _with_comments(source, returned.comments, read)
    return Merged(source, tuple(found), placed, unplaced, _twins(found, units))


def _with_comments(
    source: str, comments: Sequence[Comment], read: Read
) -> tuple[str, tuple[Comment, ...], tuple[Comment, ...]]:
    """Write each comment behind the text that it stands at; a source comment never reaches an output."""
    placed: list[Comment] = []
    unplaced: list[Comment] = []
    for comment in comments:
        units = read(source) or ()
        unit = next((one for one in units if one.label == comment.label and one.letters), None)
        mark = _comment(comment)
        if mark in source:
            continue
        text = None
        if unit:
            end = unit.content.end
            text = spliced(source, [Splice(Span(end, end), f" {mark}")])
        if text is not None and _says_the_same(read(text), units):
            source = text
            placed.append(comment)
        else:
            unplaced.append(comment)
    return source, tuple(placed), tuple(unplaced)


def _comment(comment: Comment) -> str:
    words = " ".join(comment.text.split()).replace("-->", "→")
    while "--" in words:
        words = words.replace("--", "-")
    author = " ".join(comment.author.replace("--", "-").split()) or "someone"
    return f"<!-- @{author} {comment.date}: {words.strip('->')} -->"


def _says_the_same(one: Sequence[Unit] | None, other: Sequence[Unit]) -> bool:
    if one is None:
        return False
    return [(u.identifier, u.text.strip()) for u in one] == [
        (u.identifier, u.text.strip()) for u in other
    ]


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
