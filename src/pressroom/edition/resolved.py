"""A release ready to be written: every generated word, number, date, label and typographic decision is in here.

A writer translates this tree and decides nothing. Reading order is the order of the tuples.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

from pressroom.house.tokens import House, Role
from pressroom.language.record import Language
from pressroom.model.blocks import Alignment
from pressroom.model.release import Reference, Status
from pressroom.place import SourceFile, Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of one language and one face.

    ``east_asian`` tells that ambiguous marks in it take the Han face (cjk-rules G03, G04; Word's ``w:hint``).
    ``span`` is None for generated wording.
    """

    text: str
    language: str
    east_asian: bool
    span: Span | None


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that the author asked for."""


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a note: ``mark`` is what is printed, ``note`` the note's id, ``identifier`` the call's own id."""

    mark: str
    note: str
    identifier: str


@dataclass(frozen=True, slots=True)
class RubyPair:
    """Base text and its reading; ``language`` is that of the reading."""

    base: Run
    reading: str
    language: str


@dataclass(frozen=True, slots=True)
class RubyRun:
    """Base text with readings: one pair for group ruby, several for mono ruby."""

    pairs: tuple[RubyPair, ...]


@dataclass(frozen=True, slots=True)
class LinkRun:
    """A link; ``address`` when its text is the address itself (no autospace, breaks only as cjk-rules B10, S13)."""

    target: str
    children: tuple[Piece, ...]
    address: bool


Mark: TypeAlias = Literal[
    "slant",
    "strong",
    "superscript",
    "subscript",
    "code",
    "dots",
    "proper-name",
    "book-title",
    "no-break",
    "dateline",
]
"""What can be done to a run. ``slant`` is italics and only ever holds Latin text: emphasis on Han is resolved to ``dots``,
a title in Latin text to ``slant``, in Han text to ``book-title``."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Pieces that carry a mark."""

    mark: Mark
    children: tuple[Piece, ...]


Piece: TypeAlias = Run | LineBreak | NoteCall | RubyRun | LinkRun | Marked


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A paragraph of any role. ``level`` is the outline level of a headline (1) or sub-head (2 to 6), else 0."""

    identifier: str
    role: Role
    level: int
    language: Language
    pieces: tuple[Piece, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class ListEntry:
    """One item of a list; ``marker`` is what is drawn before it (``•`` or ``3.``)."""

    identifier: str
    marker: str
    blocks: tuple[ResolvedBlock, ...]


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; ``start`` is None for a bullet list. Nested lists are blocks of an entry."""

    identifier: str
    start: int | None
    tight: bool
    entries: tuple[ListEntry, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class QuoteBlock:
    """A displayed quotation; the attribution's wording (dash and name) is complete."""

    identifier: str
    blocks: tuple[ResolvedBlock, ...]
    attribution: TextBlock | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table: cells are text blocks of role TABLE_HEAD or TABLE_CELL; ``widths`` are shares that add up to 1."""

    identifier: str
    caption: TextBlock | None
    header: tuple[TextBlock, ...]
    rows: tuple[tuple[TextBlock, ...], ...]
    alignments: tuple[Alignment, ...]
    widths: tuple[float, ...]
    span: Span | None


@dataclass(frozen=True, slots=True)
class Image:
    """A picture that has been read and checked: PNG, JPEG or SVG; ``width`` and ``height`` in pixels (SVG: CSS px)."""

    name: str
    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure; ``alt`` says what is seen, in the edition's language. Caption and credit are complete wording."""

    identifier: str
    image: Image
    alt: str
    caption: TextBlock | None
    credit: TextBlock | None
    span: Span | None


@dataclass(frozen=True, slots=True)
class RuleBlock:
    """A break between two parts of the text."""

    identifier: str
    span: Span | None


DivisionRole: TypeAlias = Literal["boilerplate", "notes", "contact", "aside", "source", "links"]


@dataclass(frozen=True, slots=True)
class DivisionBlock:
    """A part with a role: those of the source, and the generated contact, source and links parts."""

    identifier: str
    role: DivisionRole
    blocks: tuple[ResolvedBlock, ...]
    span: Span | None


ResolvedBlock: TypeAlias = (
    TextBlock | ListBlock | QuoteBlock | TableBlock | FigureBlock | RuleBlock | DivisionBlock
)


@dataclass(frozen=True, slots=True)
class ResolvedNote:
    """A footnote; ``mark`` is printed before its first block, ``calls`` are the ids of its calls."""

    identifier: str
    mark: str
    calls: tuple[str, ...]
    blocks: tuple[ResolvedBlock, ...]


@dataclass(frozen=True, slots=True)
class ResolvedContact:
    """Whom an edition prints as its contact, for formats that hold it as data; the words are in the blocks."""

    name: str
    role: str
    telephone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class ResolvedEdition:
    """One language, complete, in reading order: kicker, stamps, headline, text, tail.

    ``title`` is the headline as plain text; ``publisher`` the masthead's name in this language; ``running_head`` stands on
    every page but the first: the headline, or the stamps and the embargo that no page may be without; ``page_label`` is
    "Page {page} of {pages}" in this language, fields and all; ``watermark`` lies under every page of an edition that is no
    final one, "" under others. ``dateline`` is the source's own, ``located`` its place, ``correction`` what its stamp says, "" if there
    is none.
    """

    identifier: str
    language: Language
    title: str
    description: str
    publisher: str
    logo_alt: str
    running_head: str
    page_label: str
    blocks: tuple[ResolvedBlock, ...]
    notes: tuple[ResolvedNote, ...]
    watermark: str = ""
    dateline: str = ""
    located: str = ""
    correction: str = ""
    contacts: tuple[ResolvedContact, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the files say of themselves.

    ``urn`` is ``urn:uuid:`` of the release id, ``modified`` an aware UTC instant computed from the release's own dates,
    ``embargo`` the aware UTC instant before which nothing may be published, ``supersedes`` the id of another release,
    ``reference`` the article that the release is about.
    """

    identifier: str
    urn: str
    version: int
    issued: datetime
    modified: datetime
    doi: str | None
    keywords: tuple[str, ...]
    status: Status = Status.FINAL
    embargo: datetime | None = None
    supersedes: str | None = None
    reference: Reference | None = None


@dataclass(frozen=True, slots=True)
class ResolvedRelease:
    """What every writer gets.

    ``stem`` is what its files are called, but for the ending; ``public_source`` is the source as it may leave the house: without comments, approvals and the reasons for missing editions.
    """

    source: SourceFile
    public_source: str
    stem: str
    metadata: Metadata
    house: House
    editions: tuple[ResolvedEdition, ...]
