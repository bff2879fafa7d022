"""Cuts in the source, and the letters of paragraphs as they are written there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pressroom.merge.alignment import PARAGRAPH, labels
from pressroom.merge.blocks import newline
from pressroom.merge.markup import written
from pressroom.merge.returned import CALL
from pressroom.merge.units import Letter, Unit
from pressroom.place import Span

_BREAK = re.compile(r"[ \t]*\r?\n[ \t>]*")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the source and what comes in its place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paragraph as an editor left it; ``moved`` is its text in the source if it only stands in another place now."""

    letters: tuple[Letter, ...]
    kind: str
    moved: Span | None = None

    def written(self, source: str, *, kind: str) -> str:
        """Return the text as it is written in a block of a ``kind``: as it was, with all that no editor sees, if it was moved."""
        if self.moved:
            return over_lines(source, source[self.moved.start : self.moved.end], "")
        return text_of(self.letters, kind=kind)


def over_lines(source: str, text: str, lead: str) -> str:
    """Return a text of the source with something else before each of its further lines."""
    return _BREAK.sub(newline(source) + lead, text)


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


def text_of(letters: Sequence[Letter], *, kind: str) -> str:
    """Write letters, in a block of a ``kind``, with their marks and the calls of notes among them."""
    names = iter(labels(letters))
    calls = {
        at: f"[^{label_of(next(names, ''))}]" for at, one in enumerate(letters) if one.text == CALL
    }
    return written(letters, calls, kind=kind)


def label_of(note: str) -> str:
    """Return the label of a note of which the edition is known as well."""
    return note.rpartition(" ")[2]


def sequence(units: Sequence[Unit]) -> list[Letter]:
    """Return the letters of units in a row."""
    base: list[Letter] = []
    for number, unit in enumerate(units):
        if number:
            between_them = Span(units[number - 1].content.end, unit.content.start)
            base.append(Letter(PARAGRAPH, frozenset(), between_them))
        base += unit.letters
    return base


def in_one(final: Sequence[Wanted]) -> list[Letter]:
    """Return the letters of edited paragraphs in a row."""
    letters: list[Letter] = []
    for number, one in enumerate(final):
        letters += [Letter(PARAGRAPH, frozenset(), None)] if number else []
        letters += one.letters
    return letters


def paragraphs_of(letters: Sequence[Letter]) -> list[list[Letter]]:
    """Part letters in a row into those of each paragraph."""
    pieces: list[list[Letter]] = [[]]
    for letter in letters:
        if letter.text == PARAGRAPH:
            pieces.append([])
        else:
            pieces[-1].append(letter)
    return pieces
