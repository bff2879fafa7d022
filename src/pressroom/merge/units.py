"""The base as what an editor saw of it: units of text, each character with its place in the source."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import dropwhile, takewhile

from pressroom.edition.projection import Said, said
from pressroom.edition.resolved import ResolvedEdition
from pressroom.merge.kinds import CELL, kind_said
from pressroom.merge.returned import CALL, Marks, marks_of
from pressroom.model.inlines import HardBreak, NoteReference
from pressroom.model.release import Release
from pressroom.place import Span
from pressroom.source.markdown.walk import lines_of, nodes
from pressroom.writers.docx.job import Bookmarks

_ON_ONE_LINE = frozenset({"code", "ruby", "note"})
"""Marks in which no line breaks."""
_OPENING = re.compile(r"(?:#+|——|⸺|—)[ \t]*")


@dataclass(frozen=True, slots=True)
class Letter:
    """A character, what is said of it, and where it stands; None for the house's wording."""

    text: str
    marks: Marks
    span: Span | None


@dataclass(frozen=True, slots=True)
class Unit:
    """A paragraph, heading or cell; ``before`` and ``after`` are the house's wording round its own ``letters``, but for the number of a note, which Word counts itself.

    ``content`` is its text in the source with its marks, without the marks of the block; ``note`` are the number of the edition and the label
    of the note that it stands in, ``""`` in the text; ``links`` are the addresses in the house's wording.
    """

    identifier: str
    label: str
    edition: int
    kind: str
    note: str
    before: str
    letters: tuple[Letter, ...]
    after: str
    content: Span
    links: frozenset[str]

    @property
    def own(self) -> bool:
        """Tell whether its text is the release's: neither the house's nor the front matter's."""
        return bool(self.letters) or (self.kind == CELL and not self.before)

    @property
    def row(self) -> str:
        """Return what the cells of one row of a table have in common, ``""`` outside of tables."""
        return self.identifier.rpartition("-")[0] if self.kind == CELL else ""

    @property
    def text(self) -> str:
        """Return its own text."""
        return "".join(letter.text for letter in self.letters)

    @property
    def inside(self) -> str:
        """Return the house's wording inside its text, as what closes a dateline, ``""`` if none opened it."""
        behind = dropwhile(lambda letter: letter.span, self.letters if self.before else ())
        return "".join(letter.text for letter in takewhile(lambda one: not one.span, behind))

    @property
    def whole(self) -> str:
        """Return its text with the house's wording round it."""
        return f"{self.before}{self.text}{self.after}".strip()


@dataclass(frozen=True, slots=True)
class _Signs:
    """The calls of notes and the hard breaks of a source, in its order: a projection knows no places of theirs."""

    source: str
    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    def behind(self, at: int, within: Span) -> Span | None:
        """Return the first one from a place on, None if it is not ``within`` a stretch."""
        number = bisect_left(self.starts, at)
        found = self.spans[number] if number < len(self.spans) else None
        return found if found and within.contains(found) else None


def units(release: Release, editions: Sequence[ResolvedEdition]) -> tuple[Unit, ...]:
    """Return the units of all editions in the order in which they are read; the house's own have no letters."""
    spans = tuple(sorted(_signs(release), key=lambda span: span.start))
    signs = _Signs(release.source.text, spans, tuple(span.start for span in spans))
    found: list[Unit] = []
    for number, (edition, sources) in enumerate(
        zip(editions, release.editions, strict=True), start=1
    ):
        notes = {
            f"{note.identifier}-": (f"{number} {own.label}", f"{note.mark} ")
            for note, own in zip(edition.notes, sources.notes, strict=True)
        }
        story = ""
        for piece in said(edition):
            if piece.kind == "text":
                there = (v for k, v in notes.items() if piece.identifier.startswith(k))
                note, mark = next(there, ("", ""))
                found.append(_unit(piece, number, note, signs, mark if note != story else ""))
                story = note
    return tuple(found)


def _signs(release: Release) -> Iterator[Span]:
    for edition in release.editions:
        texts = [edition.headline, *lines_of(edition.blocks)]
        texts += [text for note in edition.notes for text in lines_of(note.blocks)]
        for text in texts:
            for node, _ in nodes(text):
                if isinstance(node, NoteReference | HardBreak):
                    yield node.span


def _unit(piece: Said, edition: int, note: str, signs: _Signs, mark: str) -> Unit:
    span = piece.span or Span(0, 0)
    letters = _letters(piece, edition, span, signs)
    own = [at for at, letter in enumerate(letters) if letter.span]
    begin, end = (own[0], own[-1] + 1) if own else (len(letters), len(letters))
    opening = _OPENING.match(signs.source, span.start, span.end)
    features = {t.feature: t.value for t in piece.traits}
    quoted = ">" in signs.source[line_start(signs.source, span.start) : span.start]
    return Unit(
        piece.identifier,
        label_of_block(piece.identifier),
        edition,
        kind_said(
            features.get("heading", ""),
            features.get("item", ""),
            cell="cell" in features,
            quoted=quoted and not piece.identifier.endswith("-attribution"),
        ),
        note,
        "".join(letter.text for letter in letters[:begin]).removeprefix(mark),
        tuple(letters[begin:end]),
        "".join(letter.text for letter in letters[end:]),
        Span(opening.end() if opening and opening.end() < span.end else span.start, span.end),
        links_in(letter.marks for letter in letters if not letter.span),
    )


def _letters(piece: Said, edition: int, span: Span, signs: _Signs) -> list[Letter]:
    places = _places(piece, signs.source)
    marks = marks_of(piece.text, piece.traits)
    called = {t.start: t.end for t in piece.traits if t.feature == "note-call"}
    letters: list[Letter] = []
    at, last = 0, span.start
    while at < len(piece.text):
        text = CALL if at in called else piece.text[at]
        place = places[at]
        if place is None and text in {CALL, "\n"}:
            place = signs.behind(last, span)
        last = place.end if place else last
        said_of_it = marks[at]
        if text == CALL:
            label = signs.source[place.start + 2 : place.end - 1] if place else ""
            said_of_it = frozenset({("note", f"{edition} {label}")})
        letters.append(Letter(text, said_of_it, place))
        at = called.get(at, at + 1)
    return letters


def _places(piece: Said, source: str) -> list[Span | None]:
    """Return where each character of a piece stands in the source."""
    places: list[Span | None] = [None] * len(piece.text)
    for origin in piece.origins:
        length = origin.end - origin.start
        if source[origin.span.start : origin.span.end] == piece.text[origin.start : origin.end]:
            for at in range(length):
                start = origin.span.start + at
                places[origin.start + at] = Span(start, start + 1)
        elif length == 1:
            places[origin.start] = origin.span
    return places


def links_in(marks: Iterable[Marks]) -> frozenset[str]:
    """Return the addresses that some letters lead to."""
    return frozenset(value for one in marks for kind, value in one if kind == "link")


def label_of_block(identifier: str) -> str:
    """Return the bookmark that leads to a block."""
    bookmarks = Bookmarks()
    bookmarks.of_block(identifier)
    return bookmarks.names[identifier]


def line_start(source: str, at: int) -> int:
    """Return where the line of a place begins."""
    return max(source.rfind("\n", 0, at), source.rfind("\r", 0, at)) + 1


def trimmed(text: str, marks: tuple[Marks, ...]) -> tuple[Letter, ...]:
    """Return letters as the source would have them: no blank or line break at the ends or beside a break, one blank for several.

    A line break looks as both its neighbours do.
    """
    kept: list[Letter] = []
    for character, said_of_it in zip(text, marks, strict=True):
        blank = character in " \t"
        if (blank or character == "\n") and (not kept or kept[-1].text == "\n"):
            continue
        if kept and kept[-1].text == " ":
            if blank:
                continue
            if character == "\n":
                kept.pop()
        kept.append(Letter(" " if blank else character, said_of_it, None))
    while kept and kept[-1].text in {" ", "\n"}:
        kept.pop()
    for at in (at for at, letter in enumerate(kept) if letter.text == "\n"):
        both = kept[at - 1].marks & kept[at + 1].marks
        kept[at] = Letter("\n", frozenset(one for one in both if one[0] not in _ON_ONE_LINE), None)
    return tuple(kept)
