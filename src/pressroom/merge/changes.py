"""What an editor changed, as cuts in the base: each proved by reading the new source as the press would."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Literal, TypeAlias

from pressroom.merge.looks import recorded_looks
from pressroom.merge.pairing import Group, pair
from pressroom.merge.returned import Paragraph, Return
from pressroom.merge.splices import Splice, candidates, same
from pressroom.merge.units import Letter, Unit, trimmed

Read: TypeAlias = Callable[[str], tuple[Unit, ...] | None]
"""Reads a source and gives its units, None for one with errors."""

Final: TypeAlias = tuple[tuple[Letter, ...], int]
Outcome: TypeAlias = Literal["taken", "conflict", "unmapped", "wording", "looks"]
"""Written into the source; against a change of the source; not to be written; a change of what the house says; bold and the
like that came or went without being recorded, as some programs do of themselves when they save."""


@dataclass(frozen=True, slots=True)
class Change:
    """A change: the texts before and after, who made it (``""``: not recorded), and the cuts that it takes in the base."""

    identifier: str
    who: str
    before: str
    after: str
    outcome: Outcome
    splices: tuple[Splice, ...] = ()


@dataclass(slots=True)
class _Edit:
    group: Group
    units: tuple[Unit, ...]
    final: tuple[Final, ...]
    wording: bool
    restyled: bool
    chosen: tuple[Splice, ...] | None = None


def changes(source: str, units: Sequence[Unit], returned: Return, read: Read) -> list[Change]:
    """Find the changes between a base and what came back, in the order of the text; raises nothing, loses nothing."""
    paragraphs = returned.accepted
    groups, loose = pair(units, paragraphs)
    present = {units[n].edition for group in groups if group.paragraphs for n in group.units}
    groups = [group for group in groups if units[group.units[0]].edition in present]
    sent = {label: p for p in returned.rejected for label in p.labels}
    edits = [_edit(group, units, paragraphs, sent) for group in groups]
    changed = [edit for edit in edits if _differs(edit)]
    _choose(source, units, changed, read)
    found = [
        Change("", returned.revisers.get("", ("",))[0], "", paragraphs[at].text, "unmapped")
        for at in loose
    ]
    for edit in edits:
        if edit.restyled and not edit.wording:
            text = "\n".join(unit.text for unit in edit.units)
            found.append(Change(edit.units[0].identifier, "", text, text, "looks"))
    for edit in changed:
        who = dict.fromkeys(
            chain.from_iterable(returned.revisers.get(unit.label, ()) for unit in edit.units)
        )
        outcome: Outcome = (
            "wording" if edit.wording else "unmapped" if edit.chosen is None else "taken"
        )
        before = "\n".join(unit.whole for unit in edit.units)
        after = (
            "\n".join(paragraphs[at].text for at in edit.group.paragraphs)
            if edit.wording
            else "\n".join("".join(one.text for one in letters) for letters, _ in edit.final)
        )
        if not edit.wording:
            before = "\n".join(unit.text for unit in edit.units)
        found.append(
            Change(
                edit.units[0].identifier, ", ".join(who), before, after, outcome, edit.chosen or ()
            )
        )
    return found


def spliced(source: str, splices: Sequence[Splice]) -> str | None:
    """Make cuts in a source; None if two of them overlap."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.span.start, one.span.end)):
        if splice.span.start < at:
            return None
        parts += [source[at : splice.span.start], splice.text]
        at = splice.span.end
    return "".join([*parts, source[at:]])


def _edit(
    group: Group,
    units: Sequence[Unit],
    paragraphs: Sequence[Paragraph],
    sent: Mapping[str, Paragraph],
) -> _Edit:
    own = tuple(units[number] for number in group.units)
    final: list[Final] = []
    wording = False
    for place, at in enumerate(group.paragraphs):
        paragraph = paragraphs[at]
        start, end = 0, len(paragraph.text)
        if place == 0:
            start, fits = _house(paragraph.text, own[0].before, paragraph.story)
            wording = not fits
        if place == len(group.paragraphs) - 1 and (after := own[-1].after.strip()):
            stripped = paragraph.text.rstrip()
            fits = stripped.endswith(after) and len(stripped) - len(after) >= start
            wording = wording or not fits
            end = len(stripped) - len(after) if fits else end
        letters = trimmed(paragraph.text[start:end], paragraph.marks[start:end])
        if letters:
            final.append((letters, paragraph.level))
    if not any(unit.letters for unit in own):
        wording = wording or bool(final) or len(group.paragraphs) != 1
    restyled = False
    former = sent.get(own[0].label)
    if len(own) == len(final) == 1 and former:
        letters, level = final[0]
        recorded = recorded_looks(own[0].letters, former, letters)
        restyled = recorded != letters
        final = [(recorded, level)]
    return _Edit(group, own, tuple(final), wording, restyled)


def _house(text: str, before: str, story: str) -> tuple[int, bool]:
    """Return where a paragraph's own text begins behind the house's wording, and whether that is still there."""
    lead = len(text) - len(text.lstrip())
    wording = before.strip()
    if text.startswith(wording, lead):
        own = text[lead + len(wording) :]
        return len(text) - len(own.lstrip() if before[-1:].isspace() else own), True
    return lead, story.startswith("note") and wording.isdigit()


def _differs(edit: _Edit) -> bool:
    if edit.wording:
        return True
    own = [trimmed(u.text, tuple(one.marks for one in u.letters)) for u in edit.units if u.letters]
    own = [letters for letters in own if letters]
    return len(own) != len(edit.final) or not all(
        same(letters, one) for letters, (one, _) in zip(own, edit.final, strict=True)
    )


def _choose(source: str, units: Sequence[Unit], edits: list[_Edit], read: Read) -> None:
    """Choose the cuts: the smallest of all edits together if they read as they should, else each edit by itself."""
    possible = [edit for edit in edits if not edit.wording and edit.units[0].letters]
    ways = {id(edit): list(candidates(source, edit.units, edit.final)) for edit in possible}
    for edit in possible:
        edit.chosen = next(iter(ways[id(edit)]), None)
    if _reads(source, units, possible, read):
        return
    for edit in possible:
        edit.chosen = None
    for edit in possible:
        for way in ways[id(edit)]:
            edit.chosen = way
            if _reads(source, units, possible, read):
                break
            edit.chosen = None


def _reads(source: str, units: Sequence[Unit], edits: list[_Edit], read: Read) -> bool:
    """Tell whether the source with the chosen cuts reads as what the editor saw, and all else as before."""
    made = [edit for edit in edits if edit.chosen is not None]
    text = spliced(source, [splice for edit in made for splice in edit.chosen or ()])
    got = read(text) if text is not None else None
    if got is None:
        return False
    instead = {edit.group.units[0]: edit.final for edit in made}
    covered = {number for edit in made for number in edit.group.units}
    wanted: list[tuple[Letter, ...]] = []
    for number, unit in enumerate(units):
        if number in instead:
            wanted += [letters for letters, _ in instead[number]]
        elif number not in covered and unit.letters:
            wanted.append(_trimmed(unit))
    own = [_trimmed(unit) for unit in got if unit.letters]
    return len(own) == len(wanted) and all(map(same, own, wanted))


def _trimmed(unit: Unit) -> tuple[Letter, ...]:
    return trimmed(unit.text, tuple(letter.marks for letter in unit.letters))
