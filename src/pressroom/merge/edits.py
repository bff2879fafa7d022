"""What an editor did to one place of the text: the units there, and the paragraphs that stand there now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import chain, groupby

from pressroom.merge.addresses import respelt
from pressroom.merge.alignment import labels, same
from pressroom.merge.calls import with_calls
from pressroom.merge.groups import Group, grouped
from pressroom.merge.kinds import CELL
from pressroom.merge.looks import house_looks, recorded_looks
from pressroom.merge.notes import Notes, notes_of
from pressroom.merge.pairing import paired
from pressroom.merge.returned import Mark, Paragraph, Return
from pressroom.merge.splices import Splice, Wanted
from pressroom.merge.units import Letter, Unit, links_in, trimmed


@dataclass(slots=True, eq=False)
class Edit:
    """An edit; ``anchor`` is the unit behind which its paragraphs are new, None where there are units.

    ``shown`` are those paragraphs with the house's wording. ``wording`` says that it concerns the house's wording, ``looks`` and ``kind`` that such differ though no change of them was
    recorded. ``lost`` are notes that are called no more, ``fresh`` new notes by their labels, ``mixed`` what stands in the place of notes whose
    calls changed though no such change was recorded; ``rows`` the lengths of new rows.
    ``chosen`` are the cuts that write it, ``loosely`` says that they could not give each paragraph its kind. ``parts`` are the edits
    that it stands for.
    """

    numbers: tuple[int, ...]
    units: tuple[Unit, ...]
    final: tuple[Wanted, ...]
    shown: tuple[Paragraph, ...]
    anchor: int | None = None
    wording: bool = False
    looks: bool = False
    kind: bool = False
    lost: tuple[str, ...] = ()
    fresh: Mapping[str, tuple[Wanted, ...]] = field(default_factory=dict[str, tuple[Wanted, ...]])
    mixed: Mapping[str, str] = field(default_factory=dict[str, str])
    rows: tuple[int, ...] = ()
    chosen: tuple[Splice, ...] | None = None
    loosely: bool = False
    parts: tuple[Edit, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether anything was changed that is to be written."""
        own = [trimmed_unit(unit) for unit in self.units if unit.letters]
        own = [letters for letters in own if letters]
        texts = [one.letters for one in self.final if one.letters or len(self.final) > 1]
        return (
            self.wording
            or len(own) != len(texts)
            or not all(map(same, own, texts))
            or [u.kind for u in self.units if u.letters]
            != [one.kind for one in self.final if one.letters]
        )

    @property
    def changed(self) -> tuple[Unit, ...]:
        """Return the units that are not there any more as they were."""
        return tuple(
            unit
            for unit in self.units
            if not any(
                one.kind == unit.kind and same(one.letters, trimmed_unit(unit))
                for one in self.final
            )
        )


def edits(units: Sequence[Unit], returned: Return) -> tuple[list[Edit], list[Paragraph]]:
    """Return the places of the text, changed or not, in its order, and paragraphs that belong to none."""
    by_unit = paired(units, returned.accepted)
    notes = notes_of(units, returned, by_unit)
    fresh = {
        story: f"{notes.editions[story]} note-{_digest(returned.accepted, places)}"
        for story, places in notes.fresh.items()
    }
    names = _spellings(units, returned, {**fresh, **notes.called})
    accepted = [_named(paragraph, names) for paragraph in returned.accepted]
    sent = {label: _named(returned.rejected[at], names) for label, at in _sent(units, returned)}
    gone = {unit.label: unit for n, unit in enumerate(units) if n not in by_unit and unit.letters}
    sides = _Sides(units, accepted, sent, gone)
    groups, loose = grouped(units, accepted, by_unit, notes)
    present = {units[n].edition for group in groups if group.paragraphs for n in group.units}
    made = [
        sides.edit(group)
        for group in groups
        if units[group.units[0] if group.units else group.anchor].edition in present
    ]
    written = {fresh[story]: sides.wanted(places) for story, places in notes.fresh.items()}
    for edit in made:
        _give_notes(edit, notes, written)
    return made, [accepted[at] for at in loose]


def _sent(units: Sequence[Unit], returned: Return) -> Iterator[tuple[str, int]]:
    """Yield the paragraphs as they were sent, by number, with the bookmarks of their units; by their text where bookmarks were lost."""
    if _has_bookmarks(returned.rejected):
        for at, paragraph in enumerate(returned.rejected):
            yield from ((label, at) for label in paragraph.labels)
    else:
        for number, at in paired(units, returned.rejected).items():
            yield units[number].label, at


def _has_bookmarks(paragraphs: Sequence[Paragraph]) -> bool:
    return any(paragraph.labels for paragraph in paragraphs)


def _give_notes(edit: Edit, notes: Notes, written: Mapping[str, tuple[Wanted, ...]]) -> None:
    """Tell an edit what became of the notes that its text called and calls; ``written`` are the new ones."""
    own = dict.fromkeys(label for unit in edit.units for label in labels(unit.letters))
    if edit.final and (kept := notes.gone & own.keys()):
        edit.final = with_calls(edit.units, edit.final, kept)
    edit.mixed = {label: notes.mixed[label] for label in own if label in notes.mixed}
    called = {label for one in edit.final for label in labels(one.letters)}
    edit.lost = tuple(label for label in own if label in notes.lost and label not in called)
    edit.fresh = {label: written[label] for label in written if label in called}


def trimmed_unit(unit: Unit) -> tuple[Letter, ...]:
    """Return the letters of a unit as ``trimmed`` gives those of a return."""
    return trimmed(unit.text, tuple(letter.marks for letter in unit.letters))


def _digest(paragraphs: Sequence[Paragraph], places: Sequence[int]) -> str:
    """Return what names a new note: it has to be the same in whatever order returns are merged."""
    text = "\n".join(paragraphs[at].text.strip() for at in places)
    return sha256(text.encode()).hexdigest()[:8]


def _spellings(
    units: Sequence[Unit], returned: Return, notes: Mapping[str, str]
) -> dict[Mark, Mark]:
    """Return how the source says the marks of a return: calls by the labels of their notes, addresses as they were sent."""
    known = frozenset[str]().union(
        *(unit.links | links_in(letter.marks for letter in unit.letters) for unit in units)
    )
    shown = chain(returned.accepted, returned.rejected)
    led = respelt(known, links_in(marks for paragraph in shown for marks in paragraph.marks))
    calls = {("note", story.removeprefix("note ")): ("note", to) for story, to in notes.items()}
    return {**calls, **{("link", one): ("link", other) for one, other in led.items()}}


def _named(paragraph: Paragraph, names: Mapping[Mark, Mark]) -> Paragraph:
    """Give a paragraph the marks that the source has for its own."""
    if not names:
        return paragraph
    marks = (frozenset(names.get(mark, mark) for mark in one) for one in paragraph.marks)
    return replace(paragraph, marks=tuple(marks))


@dataclass(frozen=True, slots=True)
class _Sides:
    """The base and a return; ``sent`` are the paragraphs as they were sent by their bookmarks, ``gone`` the units that left their places by theirs."""

    units: Sequence[Unit]
    accepted: Sequence[Paragraph]
    sent: Mapping[str, Paragraph]
    gone: Mapping[str, Unit]

    def edit(self, group: Group) -> Edit:
        """Return what was done to a group."""
        own = tuple(self.units[number] for number in group.units)
        shown = tuple(self.accepted[at] for at in group.paragraphs)
        if not own:
            rows = (one.row for one in shown if one.story == CELL)
            lengths = tuple(len(list(cells)) for _, cells in groupby(rows))
            added = self.wanted(group.paragraphs)
            return Edit((), (), added, shown, group.anchor, rows=lengths)
        final, wording = self._texts(own, shown)
        former = self.sent.get(own[0].label)
        if not any(unit.own for unit in own):
            looks = former is not None and _looks_differ(own, shown, former)
            wording = wording or looks or bool(final) or len(shown) != 1
        edit = Edit(tuple(group.units), own, final, shown, wording=wording)
        return _recorded(edit, former) if former else edit

    def wanted(self, places: Iterable[int]) -> tuple[Wanted, ...]:
        """Return paragraphs of the return as they are to be written."""
        own = (self.accepted[at] for at in places)
        return tuple(self._wanted(trimmed(one.text, one.marks), one) for one in own)

    def _wanted(self, letters: tuple[Letter, ...], paragraph: Paragraph) -> Wanted:
        """Make a paragraph; one that is a unit that is gone from its place was moved."""
        units = (self.gone[label] for label in paragraph.labels if label in self.gone)
        moved = next((unit.content for unit in units if same(trimmed_unit(unit), letters)), None)
        return Wanted(letters, paragraph.kind, moved)

    def _texts(
        self, own: Sequence[Unit], shown: Sequence[Paragraph]
    ) -> tuple[tuple[Wanted, ...], bool]:
        """Return what paragraphs say besides the house's wording round their units, and whether that wording differs."""
        final: list[Wanted] = []
        differs = False
        for place, paragraph in enumerate(shown):
            start, end = 0, len(paragraph.text)
            if place == 0:
                start, fits = _house(paragraph.text, own[0].before)
                differs = not (fits and own[0].inside in paragraph.text)
            if place == len(shown) - 1 and (after := own[-1].after.strip()):
                stripped = paragraph.text.rstrip()
                fits = stripped.endswith(after) and len(stripped) - len(after) >= start
                differs = differs or not fits
                end = len(stripped) - len(after) if fits else end
            if letters := trimmed(paragraph.text[start:end], paragraph.marks[start:end]):
                final.append(self._wanted(letters, paragraph))
        if final:
            final[0] = replace(final[0], letters=house_looks(own[0].letters, final[0].letters))
        return tuple(final), differs


def _looks_differ(own: Sequence[Unit], shown: Sequence[Paragraph], former: Paragraph) -> bool:
    """Tell whether the house's wording got other looks, recorded as such, or leads elsewhere, which no program records."""
    recorded = any(one.text == former.text and one.marks != former.marks for one in shown)
    leads = links_in(marks for one in shown for marks in one.marks)
    return recorded or leads != frozenset(link for unit in own for link in unit.links)


def _recorded(edit: Edit, former: Paragraph) -> Edit:
    """Give an edit the looks and the kinds of the base where these differ though no change of them was recorded."""
    final = list(edit.final)
    if len(edit.units) == len(final) == 1:
        kept = recorded_looks(edit.units[0].letters, former, final[0].letters)
        edit.looks = kept != final[0].letters
        final[0] = replace(final[0], letters=kept)
    if final and final[0].kind == former.kind != edit.units[0].kind:
        edit.kind = True
        final[0] = replace(final[0], kind=edit.units[0].kind)
    edit.final = tuple(final)
    return edit


def _house(text: str, before: str) -> tuple[int, bool]:
    """Return where a paragraph's own text begins behind the house's wording, and whether that is still there."""
    lead = len(text) - len(text.lstrip())
    wording = before.strip()
    if text.startswith(wording, lead):
        own = text[lead + len(wording) :]
        return len(text) - len(own.lstrip() if before[-1:].isspace() else own), True
    return lead, False
