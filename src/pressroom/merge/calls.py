"""Calls of notes in a return: which note each one called when the file was sent, by where it stands.

Programs mix notes up when they save: LibreOffice 7.4 gives a call the note of the one before if a comment stands between
the two. A call keeps its place in the text, so its place tells which note it is the call of, not the text behind it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import TypeAlias

from pressroom.merge.alignment import hunks, labels
from pressroom.merge.pairing import paired
from pressroom.merge.returned import CALL, Paragraph
from pressroom.merge.splices import Wanted, in_one, paragraphs_of, sequence
from pressroom.merge.units import Letter, Unit

_Place: TypeAlias = tuple[int, int]
"""A letter: the number of its unit or paragraph, and its own number there."""


def calls_in(paragraph: Paragraph) -> list[str]:
    """Return the notes that a paragraph calls, as the return numbers them."""
    return labels(_letters(paragraph))


def placed_calls(
    units: Sequence[Unit], sent: Sequence[Paragraph], known: Container[str]
) -> dict[str, str]:
    """Return notes of the base by the stories of the return that are called in their place; ``sent`` is the view before recorded changes.

    A call has its place in its paragraph. Where this is another one now, it has one if as many calls stand between two such
    in the base as in the return and its story is among the ``known`` ones, those with the text of any note of the base.
    """
    called = [(n, i) for n, unit in enumerate(units) for i in _calls(unit.letters)]
    there = [(at, k) for at, one in enumerate(sent) for k in _calls(_letters(one))]
    if not called or not there:
        return {}
    numbers = {place: number for number, place in enumerate(called)}
    others = {place: number for number, place in enumerate(there)}
    pairs = sorted((numbers[one], others[other]) for one, other in _in_place(units, sent))
    own = [labels([units[n].letters[i]])[0] for n, i in called]
    stories = [f"note {''.join(labels([_letters(sent[at])[k]]))}" for at, k in there]
    found = {stories[k]: own[i] for i, k in reversed(pairs)}
    for (i, k), (j, m) in pairwise([(-1, -1), *pairs, (len(own), len(stories))]):
        if j - i == m - k:
            for label, story in zip(own[i + 1 : j], stories[k + 1 : m], strict=True):
                if story in known:
                    found.setdefault(story, label)
    return found


def with_calls(
    units: Sequence[Unit], final: Sequence[Wanted], kept: Container[str]
) -> tuple[Wanted, ...]:
    """Return paragraphs with the calls of some notes put back where they stand in the units."""
    base, wanted = sequence(units), in_one(final)
    for hunk in reversed(list(hunks(base, wanted))):
        gone = (
            []
            if hunk.equal
            else [one for one in base[hunk.start : hunk.end] if _is_kept(one, kept)]
        )
        at = hunk.new_start if gone and gone[0] is base[hunk.start] else hunk.new_end
        wanted[at:at] = gone
    return tuple(
        replace(one, letters=tuple(piece))
        for one, piece in zip(final, paragraphs_of(wanted), strict=True)
    )


def _in_place(units: Sequence[Unit], sent: Sequence[Paragraph]) -> Iterator[tuple[_Place, _Place]]:
    """Yield calls of the base with those of the return that stand between the same words of the same paragraph."""
    of_paragraph: dict[int, list[_Place]] = {}
    for number, at in sorted(paired(units, sent).items()):
        letters = range(len(units[number].letters))
        of_paragraph.setdefault(at, []).extend((number, i) for i in letters)
    for at, places in of_paragraph.items():
        own = [units[number].letters[i] for number, i in places]
        for hunk in hunks(own, _letters(sent[at])) if _calls(own) else ():
            for i in _calls(own[hunk.start : hunk.end]) if hunk.equal else ():
                yield places[hunk.start + i], (at, hunk.new_start + i)


def _letters(paragraph: Paragraph) -> list[Letter]:
    said = zip(paragraph.text, paragraph.marks, strict=True)
    return [Letter(character, marks, None) for character, marks in said]


def _calls(letters: Sequence[Letter]) -> list[int]:
    return [at for at, letter in enumerate(letters) if letter.text == CALL and labels([letter])]


def _is_kept(letter: Letter, kept: Container[str]) -> bool:
    return any(label in kept for label in labels([letter]))
