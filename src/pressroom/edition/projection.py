"""What a resolved release says: the yardstick that every artifact is measured with.

The projection of an edition is a list of pieces in reading order: text, and what is said of stretches of it (``Trait``). The
alternative texts of figures come before their captions, the readings of ruby behind the text whose base they stand on; each
is a piece of its own. List markers, running heads and page numbers are furniture and are left out. A note's call is its mark;
the note itself stands after the edition's blocks, its first piece beginning with its mark and a space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Literal, TypeAlias, assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    LineBreak,
    LinkRun,
    ListBlock,
    Marked,
    NoteCall,
    Piece,
    QuoteBlock,
    ResolvedBlock,
    ResolvedEdition,
    RubyRun,
    RuleBlock,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.place import Span

Kind: TypeAlias = Literal["text", "alt", "reading"]

Feature: TypeAlias = Literal[
    "language",
    "link",
    "note-call",
    "ruby",
    "strong",
    "slant",
    "dots",
    "proper-name",
    "book-title",
    "superscript",
    "subscript",
    "code",
    "heading",
    "item",
    "cell",
    "picture",
]
"""What can be said of a stretch of text.

``language`` has the tag for its value, ``link`` the target, ``note-call`` the mark of the note that it leads to, ``ruby`` the
reading; the marks have none. Of a whole piece: ``heading`` with its level (``"2"``); ``item``, the first text of a list's item,
with the depth of the list and the marker (``"1 •"``, ``"2 3."``); ``cell`` with row and column, from 1 (``"head 1"``, ``"2 1"``); ``picture``, on the alternative text
of a figure, with the SHA-256 of its file (``picture_shown``).
"""


@dataclass(frozen=True, slots=True)
class Trait:
    """What is said of the characters from ``start`` up to ``end`` of a piece."""

    feature: Feature
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Origin:
    """Where in the source the characters from ``start`` up to ``end`` of a piece come from."""

    start: int
    end: int
    span: Span


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of what an edition says.

    ``identifier`` is that of the block that says it, ``language`` what it is in but for the stretches with a trait of their own.
    """

    kind: Kind
    text: str
    identifier: str
    span: Span | None
    language: str
    traits: tuple[Trait, ...] = ()
    origins: tuple[Origin, ...] = ()


def said(edition: ResolvedEdition) -> tuple[Said, ...]:
    """Project an edition, in reading order, notes last."""
    teller = _Teller(edition.language.tag)
    pieces = [piece for block in edition.blocks for piece in teller.block(block)]
    for note in edition.notes:
        in_note = [piece for block in note.blocks for piece in teller.block(block)]
        for at, piece in enumerate(in_note):
            if piece.kind == "text":
                in_note[at] = _behind(f"{note.mark} ", piece)
                break
        pieces += in_note
    return tuple(pieces)


def plain(pieces: tuple[Piece, ...]) -> str:
    """Project pieces on plain text: base text of ruby, the mark of a note's call, a line feed for a line break."""
    line = _Line("")
    line.hear(pieces)
    return "".join(line.text)


def _behind(mark: str, piece: Said) -> Said:
    """Put the mark of a note before its first piece; what was said of the whole piece is then said of the mark too."""
    by = len(mark)
    traits = tuple(
        replace(t, start=0 if t.feature in WHOLE else t.start + by, end=t.end + by)
        for t in piece.traits
    )
    origins = tuple(replace(o, start=o.start + by, end=o.end + by) for o in piece.origins)
    return replace(piece, text=mark + piece.text, traits=traits, origins=origins)


WHOLE: frozenset[Feature] = frozenset({"heading", "item", "cell", "picture"})
"""What is said of whole pieces."""


def picture_shown(data: bytes, alt: str) -> Trait:
    """Say of an alternative text which picture it stands for."""
    return Trait("picture", sha256(data).hexdigest(), 0, len(alt))


class _Line:
    """The text of one block in the making, with all that is said of it."""

    def __init__(self, language: str) -> None:
        self.text: list[str] = []
        self.traits: list[Trait] = []
        self.origins: list[Origin] = []
        self.readings: list[tuple[str, str]] = []
        self._language = language
        self._at = 0

    def hear(self, pieces: tuple[Piece, ...]) -> None:
        """Take in pieces."""
        for piece in pieces:
            start = self._at
            match piece:
                case Run():
                    self._run(piece)
                case LineBreak():
                    self._add("\n")
                case NoteCall():
                    self._add(piece.mark)
                    self._say("note-call", piece.mark, start)
                case RubyRun():
                    self._ruby(piece)
                case LinkRun():
                    self.hear(piece.children)
                    self._say("link", piece.target, start)
                case Marked():
                    self.hear(piece.children)
                    self._mark(piece, start)
                case _:
                    assert_never(piece)

    def _add(self, text: str) -> None:
        self.text.append(text)
        self._at += len(text)

    def _say(self, feature: Feature, value: str, start: int) -> None:
        if self._at > start:
            self.traits.append(Trait(feature, value, start, self._at))

    def _run(self, run: Run) -> None:
        start = self._at
        self._add(run.text)
        if run.language != self._language:
            self._say("language", run.language, start)
        if run.span:
            self.origins.append(Origin(start, self._at, run.span))

    def _ruby(self, ruby: RubyRun) -> None:
        for pair in ruby.pairs:
            start = self._at
            self._run(pair.base)
            self._say("ruby", pair.reading, start)
            self.readings.append((pair.reading, pair.language))

    def _mark(self, marked: Marked, start: int) -> None:
        match marked.mark:
            case "no-break":
                pass  # a rule for line breaks says nothing
            case "dateline":
                self._say("strong", "", start)  # which is how every format sets it
            case mark:
                self._say(mark, "", start)


@dataclass(frozen=True, slots=True)
class _Teller:
    """Projects blocks; ``language`` is that of the edition, ``lists`` how many lists they stand in."""

    language: str
    lists: int = 0

    def block(self, block: ResolvedBlock) -> Iterator[Said]:
        """Yield what a block says."""
        match block:
            case TextBlock():
                yield from self._text(block)
            case ListBlock():
                yield from self._list(block)
            case QuoteBlock():
                for inner in (*block.blocks, *((block.attribution,) if block.attribution else ())):
                    yield from self.block(inner)
            case TableBlock():
                yield from self._table(block)
            case FigureBlock():
                picture = picture_shown(block.image.data, block.alt)
                yield Said(
                    "alt", block.alt, block.identifier, block.span, self.language, (picture,)
                )
                for words in (block.caption, block.credit):
                    if words:
                        yield from self._text(words)
            case DivisionBlock():
                for inner in block.blocks:
                    yield from self.block(inner)
            case RuleBlock():
                pass
            case _:
                assert_never(block)

    def _text(self, block: TextBlock, *places: tuple[Feature, str]) -> Iterator[Said]:
        line = _Line(block.language.tag)
        line.hear(block.pieces)
        text = "".join(line.text)
        if block.level:
            places = (("heading", str(block.level)), *places)
        whole = (Trait(feature, value, 0, len(text)) for feature, value in places)
        yield Said(
            "text",
            text,
            block.identifier,
            block.span,
            block.language.tag,
            (*whole, *line.traits),
            tuple(line.origins),
        )
        for reading, language in line.readings:
            yield Said("reading", reading, block.identifier, block.span, language)

    def _list(self, block: ListBlock) -> Iterator[Said]:
        within = replace(self, lists=self.lists + 1)
        for entry in block.entries:
            for at, inner in enumerate(entry.blocks):
                if at == 0 and isinstance(inner, TextBlock):
                    yield from self._text(inner, ("item", f"{within.lists} {entry.marker}"))
                else:
                    yield from within.block(inner)

    def _table(self, block: TableBlock) -> Iterator[Said]:
        if block.caption:
            yield from self._text(block.caption)
        for number, row in enumerate((block.header, *block.rows)):
            for column, cell in enumerate(row, start=1):
                yield from self._text(cell, ("cell", f"{number or 'head'} {column}"))
