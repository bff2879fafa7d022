"""The notes of a return: which is which of the base, which are new or called no more, and which a program mixed up."""

from __future__ import annotations

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

from pressroom.merge.alignment import labels as labels_in
from pressroom.merge.calls import calls_in, placed_calls
from pressroom.merge.pairing import ALIKE, alike, is_present
from pressroom.merge.returned import Paragraph, Return
from pressroom.merge.units import Unit


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a return; all keys and values are stories of the return or labels of the base.

    ``editions`` are the editions in which the stories are called: a note whose call went to another one is lost here and fresh there.

    ``labels`` are the notes by the stories that hold their text, ``called`` by the stories that their calls lead to, ``fresh``
    the paragraphs of stories that are new, ``lost`` the notes that nobody calls any more. ``mixed`` are those of which the call
    leads to another text than was sent though no such change was recorded, with that text, and those of which the call is
    ``gone`` in the same way; the return holds nothing of those that are ``absent``.
    """

    editions: Mapping[str, int]
    labels: Mapping[str, str]
    called: Mapping[str, str]
    fresh: Mapping[str, tuple[int, ...]]
    lost: frozenset[str]
    mixed: Mapping[str, str]
    gone: frozenset[str]
    absent: frozenset[str]


def notes_of(units: Sequence[Unit], returned: Return, by_unit: dict[int, int]) -> Notes:
    """Find out which note of a return is which of the base; ``by_unit`` keeps and gets the pairs that this bears out."""
    own: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        if unit.note:
            own.setdefault(unit.note, []).append(number)
    copies = _copies(units, own, returned.rejected)
    search = _Search(units, returned, by_unit, own, copies)
    search.places.update(
        placed_calls(units, returned.rejected, copies.keys() | search.labels().keys())
    )
    search.part_doubtful()
    search.complete()
    return search.notes()


@dataclass(frozen=True, slots=True)
class _Search:
    """The search for the notes of a return.

    ``own`` are the units of each note of the base, ``copies`` the notes that say just what a story said when it was sent, ``places``
    those in whose place a story is called.
    """

    units: Sequence[Unit]
    returned: Return
    by_unit: dict[int, int]
    own: Mapping[str, Sequence[int]]
    copies: Mapping[str, Sequence[str]]
    places: dict[str, str] = field(default_factory=dict[str, str])

    def labels(self) -> dict[str, str]:
        """Return the notes by the stories that are paired with them."""
        pairs = ((self.units[number].note, at) for number, at in self.by_unit.items())
        return {self.returned.accepted[at].story: note for note, at in pairs if note}

    def part_doubtful(self) -> None:
        """Take away the pairs that are no more than alike where the text as it was sent, or the place of the call, tells of another note."""
        for number, at in list(self.by_unit.items()):
            unit, paragraph = self.units[number], self.returned.accepted[at]
            sure = unit.label in paragraph.labels or unit.whole == paragraph.text.strip()
            place = self.places.get(paragraph.story, unit.note)
            told = self.copies.get(paragraph.story) or (place,)
            if unit.note and not sure and unit.note not in told:
                del self.by_unit[number]

    def complete(self) -> None:
        """Pair notes that lost their bookmarks: by the text as it was sent, and by the place of the call where nothing was mixed up."""
        labels = self.labels()
        in_order = all(labels.get(story, label) == label for story, label in self.places.items())
        for story, there in _stories(self.returned.accepted).items():
            told = () if story in labels else self._told_of(story, there[0], by_place=in_order)
            label = next((one for one in told if one not in labels.values()), None)
            if label is not None:
                numbers = self.own[label]
                whole = len(numbers) == len(there)
                self.by_unit.update(zip(numbers if whole else numbers[:1], there, strict=False))
                labels[story] = label

    def _told_of(self, story: str, first: int, *, by_place: bool) -> Sequence[str]:
        """Return the notes that a story may be."""
        if told := self.copies.get(story):
            return told
        place = self.places.get(story) if by_place else None
        if not place:
            return ()
        near = alike(self.units[self.own[place][0]], self.returned.accepted[first]) >= ALIKE
        return (place,) if near else ()

    def notes(self) -> Notes:
        """Tell what was found."""
        labels = self.labels()
        known_as = {**labels, **self.places}
        editions = dict(_editions(self.units, self.returned.accepted, self.by_unit))
        called = {
            story: label
            for story, label in known_as.items()
            if label.startswith(f"{editions.get(story, label.partition(' ')[0])} ")
        }
        stories, now = _stories(self.returned.accepted), _called(self.returned.accepted)
        lost = self.own.keys() - {called.get(story) for story in now}
        sent = {known_as.get(story) for story in _called(self.returned.rejected)}
        gone = self._call_gone(lost - sent)
        mixed = {**self._mixed(labels, stories, now), **dict.fromkeys(gone, "")}
        there = {self.units[number].note for number in self.by_unit}
        return Notes(
            editions,
            {story: label for story, label in labels.items() if story in called},
            called,
            {story: stories[story] for story in now if story in stories and story not in called},
            frozenset(lost - gone),
            mixed,
            gone,
            frozenset(mixed.keys() - there),
        )

    def _call_gone(self, unrecorded: Container[str]) -> frozenset[str]:
        """Return the notes whose call went, though that was not recorded, from a unit that is still there."""
        there = (self.units[number].letters for number in self.by_unit)
        calling = chain.from_iterable(map(labels_in, there))
        return frozenset(label for label in calling if label in unrecorded)

    def _mixed(
        self,
        labels: Mapping[str, str],
        stories: Mapping[str, Sequence[int]],
        now: Container[str],
    ) -> dict[str, str]:
        """Return the notes whose call leads to another text now, though that was not recorded, with that text."""
        accepted = self.returned.accepted
        return {
            label: "\n".join(accepted[at].text.strip() for at in stories.get(story, ()))
            for story, label in self.places.items()
            if story in now and label not in {labels.get(story), *self.copies.get(story, ())}
        }


def _editions(
    units: Sequence[Unit], paragraphs: Sequence[Paragraph], by_unit: Mapping[int, int]
) -> Iterator[tuple[str, int]]:
    """Yield the stories of notes with the edition in which they are called."""
    of_paragraph = {at: units[number].edition for number, at in by_unit.items()}
    edition = 1
    for at, paragraph in enumerate(paragraphs):
        edition = of_paragraph.get(at, edition)
        for value in calls_in(paragraph):
            yield f"note {value}", edition


def _copies(
    units: Sequence[Unit], own: Mapping[str, Sequence[int]], sent: Sequence[Paragraph]
) -> dict[str, list[str]]:
    """Return the notes of the base that say just what a story said when it was sent."""
    notes: dict[tuple[str, ...], list[str]] = {}
    for label, numbers in own.items():
        notes.setdefault(tuple(units[number].whole for number in numbers), []).append(label)
    said = {
        story: tuple(sent[at].text.strip() for at in there)
        for story, there in _stories(sent).items()
    }
    return {story: notes[texts] for story, texts in said.items() if texts in notes}


def _called(paragraphs: Sequence[Paragraph]) -> dict[str, None]:
    """Return the stories that are called, in the order of their calls."""
    return {f"note {value}": None for one in paragraphs for value in calls_in(one)}


def _stories(paragraphs: Sequence[Paragraph]) -> dict[str, tuple[int, ...]]:
    """Return the paragraphs of each note."""
    found: dict[str, tuple[int, ...]] = {}
    for at, paragraph in enumerate(paragraphs):
        if paragraph.story.startswith("note ") and is_present(paragraph):
            found[paragraph.story] = (*found.get(paragraph.story, ()), at)
    return found
