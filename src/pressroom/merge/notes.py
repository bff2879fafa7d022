"""The notes of a return: which is which of the base, which are new or called no more, and which a program mixed up."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
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
    accepted = returned.accepted
    own: dict[str, list[int]] = {}
    for number, unit in enumerate(units):
        if unit.note:
            own.setdefault(unit.note, []).append(number)
    copies = _copies(units, own, returned.rejected)
    known = copies.keys() | _labels(units, accepted, by_unit).keys()
    places = placed_calls(units, returned.rejected, known)
    _check(units, accepted, by_unit, copies, places)
    _complete(units, accepted, by_unit, copies, places, own)
    labels = _labels(units, accepted, by_unit)
    known_as = {**labels, **places}
    editions = dict(_editions(units, accepted, by_unit))
    called = {
        story: label
        for story, label in known_as.items()
        if label.startswith(f"{editions.get(story, label.partition(' ')[0])} ")
    }
    now, sent = (_called(view) for view in (accepted, returned.rejected))
    lost = own.keys() - {called.get(story) for story in now}
    unrecorded = lost - {known_as.get(story) for story in sent}
    calling = chain.from_iterable(labels_in(units[number].letters) for number in sorted(by_unit))
    gone = {label: "" for label in calling if label in unrecorded}
    stories = _stories(accepted)
    mixed = {
        label: "\n".join(accepted[at].text.strip() for at in stories.get(story, ()))
        for story, label in places.items()
        if story in now and label not in {labels.get(story), *copies.get(story, ())}
    }
    there = {units[number].note for number in by_unit}
    fresh = {story: stories[story] for story in now if story in stories and story not in called}
    return Notes(
        editions,
        {story: label for story, label in labels.items() if story in called},
        called,
        fresh,
        frozenset(lost - gone.keys()),
        mixed | gone,
        frozenset(gone),
        frozenset((mixed | gone).keys() - there),
    )


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


def _check(
    units: Sequence[Unit],
    paragraphs: Sequence[Paragraph],
    by_unit: dict[int, int],
    copies: Mapping[str, Sequence[str]],
    places: Mapping[str, str],
) -> None:
    """Take away the pairs that are no more than alike where the text as it was sent, or the place of the call, tells of another note."""
    for number, at in list(by_unit.items()):
        unit, paragraph = units[number], paragraphs[at]
        sure = unit.label in paragraph.labels or unit.whole == paragraph.text.strip()
        told = copies.get(paragraph.story) or (places.get(paragraph.story, unit.note),)
        if unit.note and not sure and unit.note not in told:
            del by_unit[number]


def _complete(
    units: Sequence[Unit],
    paragraphs: Sequence[Paragraph],
    by_unit: dict[int, int],
    copies: Mapping[str, Sequence[str]],
    places: Mapping[str, str],
    own: Mapping[str, Sequence[int]],
) -> None:
    """Pair notes that lost their bookmarks: by the text as it was sent, and by the place of the call where nothing was mixed up."""
    labels = _labels(units, paragraphs, by_unit)
    in_order = all(labels.get(story, label) == label for story, label in places.items())
    for story, there in _stories(paragraphs).items():
        if story in labels:
            continue
        told = list(copies.get(story, ()))
        place = places.get(story)
        if not told and in_order and place:
            near = alike(units[own[place][0]], paragraphs[there[0]]) >= ALIKE
            told = [place] if near else []
        label = next((one for one in told if one not in labels.values()), None)
        if label is not None:
            numbers = own[label] if len(own[label]) == len(there) else own[label][:1]
            by_unit.update(zip(numbers, there, strict=False))
            labels[story] = label


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


def _labels(
    units: Sequence[Unit], paragraphs: Sequence[Paragraph], by_unit: Mapping[int, int]
) -> dict[str, str]:
    return {
        paragraphs[at].story: units[number].note
        for number, at in by_unit.items()
        if units[number].note
    }


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
