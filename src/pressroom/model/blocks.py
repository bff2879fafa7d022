"""Block nodes: what an edition is made of."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from pressroom.model.inlines import Inline
from pressroom.place import Span


class Alignment(Enum):
    """How a table column is set; ``NATURAL`` leaves it to the house."""

    NATURAL = "natural"
    START = "start"
    CENTRE = "centre"
    END = "end"


class DivisionKind(Enum):
    """The divisions that a release knows (``::: {.notes}``)."""

    BOILERPLATE = "boilerplate"
    NOTES = "notes"
    CONTACT = "contact"
    ASIDE = "aside"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Heading:
    """A sub-head, ``level`` 2 to 6 (1 is the headline, which the edition holds)."""

    level: int
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list; ``tight`` lists are set without space between items."""

    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BulletList:
    """An unordered list."""

    items: tuple[ListItem, ...]
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list that begins with ``start``."""

    start: int
    items: tuple[ListItem, ...]
    tight: bool
    span: Span


@dataclass(frozen=True, slots=True)
class BlockQuote:
    """A displayed quotation; ``attribution`` is its last paragraph if that began with a dash (the dash is left out)."""

    blocks: tuple[Block, ...]
    attribution: Paragraph | None
    span: Span


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell: one line of inlines."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row; every row of a table has as many cells as its header."""

    cells: tuple[TableCell, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Table:
    """A pipe table with a header row; ``caption`` comes from a line ``Table: …``."""

    header: TableRow
    rows: tuple[TableRow, ...]
    alignments: tuple[Alignment, ...]
    caption: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """An image that stands alone; ``source`` is a path below the folder of the release, ``alt`` says what is seen."""

    source: str
    alt: str
    caption: tuple[Inline, ...]
    credit: str
    span: Span


@dataclass(frozen=True, slots=True)
class ThematicBreak:
    """A break between two parts of the text."""

    span: Span


@dataclass(frozen=True, slots=True)
class EndMark:
    """The end of the release proper (``###``)."""

    span: Span


@dataclass(frozen=True, slots=True)
class Division:
    """A part with a role of its own: boilerplate, notes to editors, contact, aside."""

    kind: DivisionKind
    blocks: tuple[Block, ...]
    span: Span


Block: TypeAlias = (
    Paragraph
    | Heading
    | BulletList
    | OrderedList
    | BlockQuote
    | Table
    | Figure
    | ThematicBreak
    | EndMark
    | Division
)


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; ``label`` is unique in its edition."""

    label: str
    blocks: tuple[Block, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Edition:
    """One language of the release; ``language`` is a BCP 47 tag, ``notes`` stand in the order of their first call."""

    language: str
    headline: tuple[Inline, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    span: Span
