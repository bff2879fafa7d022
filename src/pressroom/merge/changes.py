"""What an editor changed: each change with who made it, and the cuts in the base that were proved to write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import Literal, TypeAlias

from pressroom.merge.choosing import Choice, Read
from pressroom.merge.edits import Edit, edits
from pressroom.merge.kinds import TEXT
from pressroom.merge.returned import CALL, Return
from pressroom.merge.splices import Splice, label_of, text_of
from pressroom.merge.threeway import finest
from pressroom.merge.units import Letter, Unit, trimmed

Outcome: TypeAlias = Literal[
    "taken", "there", "conflict", "unmapped", "wording", "looks", "kind", "note", "remark"
]
"""What became of a change.

``taken``: written into the source; ``there``: in the source already; ``conflict``: it meets a change of the source;
``unmapped``: it cannot be written; ``wording``: it concerns what the house says; ``looks``: bold and the like, or a style, came
or went without being recorded, as programs do of themselves when they save; ``kind``: the text is right, but not of the kind
that it has in the return; ``note``: the call of a note leads to another text, or is gone, without being recorded; ``remark``: words
(``after``) were struck through, highlighted or hidden (``before``), which says something to a reader and nothing to a source.
"""


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the texts before and after, who made it (``""``: not recorded), and the cuts that it takes in the base.

    ``number`` counts all changes of a return from 1, as the report does; ``identifier`` is that of the block where it begins, or behind which
    it is new, ``blocks`` are those that it changed; ``kinds`` are the kinds of its blocks before and after; ``lines`` tells that paragraphs
    were taken for the lines of one, ``grows`` by how many letters the text becomes longer, blanks not counted.
    """

    number: int
    identifier: str
    who: str
    before: str
    after: str
    outcome: Outcome
    splices: tuple[Splice, ...] = ()
    kinds: tuple[str, str] = ("", "")
    blocks: tuple[str, ...] = ()
    lines: bool = False
    grows: int = 0


def changes(source: str, units: Sequence[Unit], returned: Return, read: Read) -> list[Change]:
    """Find the changes between a base and what came back, in the order of the text; raises nothing, loses nothing."""
    found, loose = edits(units, returned)
    found.sort(key=_place)
    chosen = Choice(source, units, read).choose([edit for edit in found if edit.differs])
    found = sorted([*chosen, *(edit for edit in found if not edit.differs)], key=_place)
    told = [
        Change(0, "", returned.revisers.get("", ("",))[0], "", one.text, "unmapped")
        for one in loose
    ]
    for edit in found:
        told += _told(edit, units, returned, source)
    told += _beside(units, returned)
    return [replace(change, number=number) for number, change in enumerate(told, start=1)]


def _place(edit: Edit) -> float:
    return edit.numbers[0] if edit.numbers else (edit.anchor or 0) + 0.5


def _told(edit: Edit, units: Sequence[Unit], returned: Return, source: str) -> Iterator[Change]:
    near = edit.units or (units[edit.anchor or 0],)
    identifier = near[0].identifier
    before, after = _texts(edit, units)
    if edit.kind or (edit.looks and not edit.wording):
        yield Change(0, identifier, "", before, before, "looks")
    for label, text in edit.mixed.items():
        said = "\n".join(_text(unit.letters) for unit in units if unit.note == label)
        yield Change(0, identifier, "", f"[^{label_of(label)}]: {said}", text, "note")
    if not edit.differs:
        return
    places = (*(u.label for u in near), *chain.from_iterable(p.labels for p in edit.shown))
    names = chain.from_iterable(returned.revisers.get(label, ()) for label in places)
    who = ", ".join(dict.fromkeys(names))
    blocks = tuple(unit.identifier for unit in edit.changed)
    if edit.wording:
        yield Change(0, identifier, who, before, after, "wording", blocks=blocks)
        return
    kinds = ", ".join(unit.kind for unit in near), ", ".join(one.kind for one in edit.final)
    if edit.loosely:
        yield Change(0, identifier, who, before, after, "kind", (), kinds, blocks)
        if before == after:
            return
    outcome: Outcome = "unmapped" if edit.chosen is None else "taken"
    lines = any(paragraph.lines for paragraph in edit.shown)
    cuts = finest(source, edit.chosen or ())
    lost = [unit for unit in units if unit.note in edit.lost]
    new = (*edit.final, *chain.from_iterable(edit.fresh.values()))
    grows = visible(one.letters for one in new)
    grows -= visible(unit.letters for unit in (*edit.units, *lost))
    yield Change(0, identifier, who, before, after, outcome, cuts, kinds, blocks, lines, grows)


def visible(texts: Iterable[Sequence[Letter]]) -> int:
    """Return how many letters of texts are no blanks."""
    return sum(not letter.text.isspace() for letters in texts for letter in letters)


def _beside(units: Sequence[Unit], returned: Return) -> Iterator[Change]:
    """Yield what stands beside the text of paragraphs, none of which a source can say."""
    known = {unit.label: unit.identifier for unit in units}
    identifier, who = "", ""
    for paragraph in returned.accepted:
        if labels := [label for label in paragraph.labels if label in known]:
            identifier = known[labels[-1]]
            names = chain.from_iterable(returned.revisers.get(label, ()) for label in labels)
            who = ", ".join(dict.fromkeys(names))
        for thing in paragraph.unread:
            yield Change(0, identifier, who, "", thing, "unmapped")
        for how, marker, words in paragraph.remarks:
            yield Change(0, identifier, marker, how, words, "remark")


def _texts(edit: Edit, units: Sequence[Unit]) -> tuple[str, str]:
    """Return what an edit changed, before and after; with its marks where the words are the same."""
    lost = [unit for unit in units if unit.note in edit.lost]
    if edit.wording:
        before = "\n".join(unit.whole for unit in (*edit.units, *lost))
        after = "\n".join(paragraph.text.strip() for paragraph in edit.shown)
        if before == after:
            looks = (trimmed(one.text, one.marks) for one in edit.shown)
            after = "\n".join(text_of(letters, kind=TEXT) for letters in looks)
        return before, after
    before = "\n".join(_text(unit.letters) for unit in (*edit.units, *lost))
    notes = chain.from_iterable(edit.fresh.values())
    after = "\n".join(_text(one.letters) for one in (*edit.final, *notes))
    if before == after and edit.differs:
        before = "\n".join(text_of(unit.letters, kind=TEXT) for unit in edit.units)
        after = "\n".join(text_of(one.letters, kind=TEXT) for one in edit.final)
    opening = _opening(edit)
    kept = bool(edit.shown) and edit.shown[0].text.startswith(opening)
    return opening + before, opening + after if kept else after


def _opening(edit: Edit) -> str:
    """Return the house's wording before a text if more of it stands inside, as the brackets of a dateline do."""
    first = next(iter(edit.units), None)
    return first.before if first and first.inside else ""


def _text(letters: Sequence[Letter]) -> str:
    return "".join("[^…]" if letter.text == CALL else letter.text for letter in letters)
