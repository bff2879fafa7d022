"""What a reader takes out of a file, before anybody knows what is headline and what is contact: blocks of letters."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeAlias

from pressroom.merge.returned import Comment, Marks
from pressroom.merge.units import Letter, trimmed
from pressroom.model.blocks import Alignment
from pressroom.readers.wording import EMBARGO, is_wording
from pressroom.source.markdown.inline.line_ends import fills_cell
from pressroom.source.reading import LARGEST

Letters: TypeAlias = tuple[Letter, ...]
NOTE = "note"
"""The mark of a letter that stands for the call of a note; its value is a key of ``Draft.notes``."""
COMMENT = "comment"
"""The mark of the last letter of a text that a comment stands at; its value is a key of ``Draft.comments``."""
LOOKS_LEVEL = 9
"""The level of a heading that is one by its look alone: below those that say so."""
STOP = re.compile("[.!?:;。！？：；…][”\"’'」』》）)\\]*]*$")
"""The end of a sentence at the end of a text."""
LINK = re.compile("(?:https?|mailto|tel):", re.IGNORECASE)
"""How an address begins that a source may lead to."""
_LONGEST_HEADING = 120
_UNMARKED: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that reading did to the text, by which rule; ``after`` is empty for what was left out."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph; ``level`` is 1 to 9 for a heading, 0 for none; ``dateline`` is what stood before the letters.

    ``caption`` tells that the file has it for what is written beside a picture or a table; ``dash`` is what stood before the
    letters where they name who said what is quoted before.
    """

    letters: Letters
    level: int = 0
    quoted: bool = False
    dateline: str = ""
    caption: bool = False
    dash: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list; ``depth`` counts from 1, ``number`` is None in a list without numbers."""

    letters: Letters
    depth: int
    number: int | None


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, row by row; ``alignments`` are those of its columns, ``()`` where they were not read."""

    rows: tuple[tuple[Letters, ...], ...]
    caption: Letters = ()
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Image:
    """A picture; ``name`` is that of its file beside the source, ``alt`` may be empty."""

    name: str
    alt: str
    caption: Letters = ()
    credit: str = ""


Block: TypeAlias = Passage | Item | Grid | Image


@dataclass(slots=True)
class Draft:
    """What was taken out of a file, in the order of its text.

    ``notes`` are the texts of footnotes by the name that their calls give, ``pictures`` cleaned files by name, ``comments`` those that
    have not been written yet.
    """

    blocks: list[Block] = field(default_factory=list[Block])
    notes: dict[str, Letters] = field(default_factory=dict[str, Letters])
    comments: dict[str, Comment] = field(default_factory=dict[str, Comment])
    pictures: dict[str, bytes] = field(default_factory=dict[str, bytes])
    changes: list[Change] = field(default_factory=list[Change])
    doubts: list[str] = field(default_factory=list[str])


@dataclass(frozen=True, slots=True)
class Imported:
    """A canonical source, what was changed on the way, what a person must decide, and files to lie beside the source."""

    source: str
    changes: tuple[Change, ...] = ()
    doubts: tuple[str, ...] = ()
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


LARGEST_TEXT = LARGEST
"""The most characters that are taken out of a file: a source may not be longer."""


class UnreadableError(Exception):
    """A file cannot be imported; the text says why, ``hint`` names the way out."""

    def __init__(self, fact: str, hint: str) -> None:
        super().__init__(fact)
        self.fact = fact
        self.hint = hint


def plain(letters: Sequence[Letter]) -> str:
    """Return what letters say."""
    return "".join(letter.text for letter in letters)


def letters_of(text: str, marks: Marks = _UNMARKED) -> Letters:
    """Return a text as letters."""
    return tuple(Letter(character, marks, None) for character in text)


def tidy(letters: Sequence[Letter]) -> Letters:
    """Return letters without blanks at the ends and with one blank for several."""
    return trimmed(plain(letters), tuple(letter.marks for letter in letters))


def on_one_line(lines: Iterable[Letters]) -> Letters:
    """Return lines as one, parted by blanks but beside marks that fill a cell."""
    joined: list[Letter] = []
    for line in lines:
        if joined and line and not fills_cell(joined[-1].text):
            joined += letters_of(" ")
        joined += line
    return tuple(joined)


def line_by_line(paragraphs: Iterable[Letters]) -> Letters:
    """Return paragraphs as lines of one: a cell and a note have no others."""
    lines = [one for one in map(tidy, paragraphs) if one]
    return tuple(
        chain.from_iterable((*letters_of("\n" if at else ""), *one) for at, one in enumerate(lines))
    )


def columns_of(rows: Sequence[Sequence[Alignment]]) -> tuple[Alignment, ...]:
    """Return how columns are aligned: as most of their cells are, the head aside."""
    columns: list[Counter[Alignment]] = []
    for row in rows[1:] or rows:
        columns += (Counter[Alignment]() for _ in row[len(columns) :])
        for column, alignment in zip(columns, row, strict=False):
            column[alignment] += 1
    return tuple(column.most_common(1)[0][0] for column in columns)


def lays_out(rows: Sequence[Sequence[object]], *, holds_more: bool) -> bool:
    """Tell whether a table lays out a page and is read as text: one of a single column, or with a table or a picture inside."""
    return holds_more or max(map(len, rows), default=0) < 2


def unmarked(letters: Letters, kind: str) -> Letters:
    """Return letters without the marks of a kind."""
    return tuple(
        replace(letter, marks=frozenset(mark for mark in letter.marks if mark[0] != kind))
        for letter in letters
    )


def without_bold(letters: Letters) -> Letters:
    """Return letters without bold type if they are bold from end to end: that is the look of their kind."""
    whole = all(("strong", "") in letter.marks for letter in letters if not letter.text.isspace())
    return unmarked(letters, "strong") if whole else letters


def marked(letters: Letters, pattern: re.Pattern[str], kind: str) -> Letters:
    """Mark what a pattern finds, with what is found as the value, unless it has such a mark already."""
    kept = list(letters)
    for found in pattern.finditer(plain(letters)):
        stretch = kept[found.start() : found.end()]
        if not any(mark[0] == kind for letter in stretch for mark in letter.marks):
            kept[found.start() : found.end()] = [
                replace(letter, marks=letter.marks | {(kind, found[0])}) for letter in stretch
            ]
    return tuple(kept)


def as_heading(passage: Passage, draft: Draft, *, bold: bool = False) -> Passage | None:
    """Return a short line in bold type without a stop as a heading, None for another; ``bold`` tells that its style is bold."""
    text = plain(passage.letters)
    looks = bold or all(("strong", "") in x.marks for x in passage.letters if x.text != " ")
    wording = is_wording(text) or EMBARGO.fullmatch(text)
    if not looks or len(text) > _LONGEST_HEADING or STOP.search(text) or wording:
        return None
    draft.changes.append(Change("bold line taken for a heading", text, f"## {text}"))
    return Passage(passage.letters, LOOKS_LEVEL)


def calls_of(letters: Letters) -> Iterator[tuple[int, str]]:
    """Yield where notes are called in a text, and their names."""
    for at, letter in enumerate(letters):
        for kind, name in letter.marks:
            if kind == NOTE:
                yield at, name
