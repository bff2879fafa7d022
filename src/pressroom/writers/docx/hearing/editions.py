"""The editions of a file: each section is one, in the language that most of its text is declared to be in."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from pressroom.edition.projection import Feature, Trait
from pressroom.writers.contract import Heard, HeardEdition, Stated
from pressroom.writers.docx.hearing.declared import Sheet, is_on, sheet
from pressroom.writers.docx.hearing.furniture import furniture
from pressroom.writers.docx.hearing.line import Line, Surroundings
from pressroom.writers.docx.hearing.node import Node, parse, unreadable
from pressroom.writers.docx.hearing.numbers import Numbers
from pressroom.writers.docx.hearing.parcel import open_parcel
from pressroom.writers.docx.hearing.statement import statements


def _as_it_is(node: Node) -> Node:
    return node


def heard(data: bytes, view: Callable[[Node], Node] = _as_it_is) -> tuple[HeardEdition, ...]:
    """Read a DOCX: paragraphs, cells and pictures in order, notes after them; headers and footers are furniture.

    ``view`` makes of the body and of a note what is to be heard of it, where changes are recorded in them.
    Raises ``WriterError`` for what is no DOCX.
    """
    parcel = open_parcel(data)
    main = parcel.main()
    document = parse(parcel.files[main], main)
    body = document.child("w:body")
    if document.name != "w:document" or body is None:
        raise unreadable(main, "it is no text document")
    footnotes = parcel.part(main, "footnotes")
    body = view(body)
    notes = {
        note.attributes.get("w:id", ""): view(note)
        for note in (footnotes.children if footnotes else ())
    }
    shared = _Shared(
        sheet(parcel.part(main, "styles")),
        Numbers(parcel.part(main, "numbering")),
        notes,
        dict(bookmarked_calls(body)),
        parcel.addresses(main),
        parcel.addresses(parcel.related(main, "footnotes") or ""),
        parcel.pictures(main),
    )
    sections = list(_sections(body))
    stated = statements(parcel, len(sections))
    editions: list[HeardEdition] = []
    numbered = 0
    for number, section in enumerate(sections):
        ear = _Ear(shared, 0 if section.restarts else numbered)
        around = furniture(parcel, main, section.properties) if section.properties else ()
        editions.append(ear.edition(section, (*stated[number], *around)))
        numbered = ear.last
    return tuple(editions)


def bookmarked_calls(body: Node) -> Iterator[tuple[str, str]]:
    """Yield the bookmarks round calls of notes, with the note that is called."""
    opened: dict[str, str] = {}
    for node in body.descendants():
        match node.name:
            case "w:bookmarkStart":
                opened[node.attributes.get("w:id", "")] = node.attributes.get("w:name", "")
            case "w:bookmarkEnd":
                opened.pop(node.attributes.get("w:id", ""), None)
            case "w:footnoteReference":
                for name in opened.values():
                    yield name, node.attributes.get("w:id", "")
            case _:
                pass


@dataclass(frozen=True, slots=True)
class _Shared:
    """What all sections of a file have in common."""

    sheet: Sheet
    numbers: Numbers
    notes: Mapping[str, Node]
    bookmarks: Mapping[str, str]
    links: Mapping[str, str]
    note_links: Mapping[str, str]
    pictures: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class _Section:
    blocks: tuple[Node, ...]
    restarts: bool
    properties: Node | None = None


def _sections(body: Node) -> Iterator[_Section]:
    """Part the body: the properties of a section stand in its last paragraph, those of the last one at the end."""
    blocks: list[Node] = []
    for block in _blocks(body):
        if block.name == "w:sectPr":
            yield _section(blocks, block)
            return
        blocks.append(block)
        properties = block.child("w:pPr")
        end = properties.child("w:sectPr") if properties else None
        if end:
            yield _section(blocks, end)
            blocks = []
    if blocks:
        yield _Section(tuple(blocks), restarts=False)


def _section(blocks: list[Node], properties: Node) -> _Section:
    rule = properties.child("w:footnotePr")
    restart = rule.value("w:numRestart") if rule else None
    return _Section(tuple(blocks), restart == "eachSect", properties)


def _blocks(node: Node) -> Iterator[Node]:
    """Yield paragraphs, tables and section properties; what only wraps them is transparent."""
    for child in node.children:
        if child.name in {"w:p", "w:tbl", "w:sectPr"}:
            yield child
        elif child.name not in {"w:del", "w:moveFrom", "w:sdtPr", "w:tblPr", "w:trPr", "w:tcPr"}:
            yield from _blocks(child)


@dataclass(slots=True)
class _Ear:
    """Listens to one section; ``last`` is the number of the note that was called last."""

    shared: _Shared
    last: int
    called: dict[str, str] = field(default_factory=dict[str, str])
    pieces: list[Heard] = field(default_factory=list[Heard])

    def edition(self, section: _Section, stated: tuple[Stated, ...]) -> HeardEdition:
        """Hear a section and the notes that are called in it."""
        paragraphs = [p for block in section.blocks for p in _paragraphs(block)]
        language = self.shared.sheet.language_of(paragraphs)
        shared = self.shared
        around = Surroundings(shared.sheet, self, shared.links, language, pictures=shared.pictures)
        self._flow(section.blocks, around)
        for identifier, mark in self.called.items():
            if identifier in self.shared.notes:
                links = self.shared.note_links
                inside = Surroundings(self.shared.sheet, self, links, language, mark)
                self._flow(tuple(_blocks(self.shared.notes[identifier])), inside)
        return HeardEdition(language, tuple(self.pieces), stated)

    def mark(self, identifier: str) -> str:
        """Return the mark of a note: Word numbers them as they are called."""
        if identifier not in self.called:
            self.last += 1
            self.called[identifier] = str(self.last)
        return self.called[identifier]

    def referred(self, bookmark: str) -> str:
        """Return the mark of the note whose call stands in a bookmark."""
        return self.called.get(self.shared.bookmarks.get(bookmark, ""), "")

    def _flow(self, blocks: tuple[Node, ...], around: Surroundings, cell: str = "") -> None:
        for block in blocks:
            if block.name == "w:tbl":
                for place, inner in _cells(block):
                    self._flow(tuple(_blocks(inner)), around, place)
            elif block.name == "w:p":
                self._paragraph(block, around, cell)

    def _paragraph(self, block: Node, around: Surroundings, cell: str) -> None:
        line = Line(around, self.shared.sheet.style_of(block))
        line.hear(block)
        text = "".join(line.text)
        self.pieces += (
            Heard("alt", alt, around.language, (shown,)) for alt, shown in line.pictures
        )
        if text or (cell and not line.pictures):
            whole = (Trait(name, value, 0, len(text)) for name, value in self._places(block, cell))
            self.pieces.append(Heard("text", text, around.language, (*whole, *line.traits)))
        self.pieces += (Heard("reading", *reading) for reading in line.readings)

    def _places(self, block: Node, cell: str) -> Iterator[tuple[Feature, str]]:
        if level := self.shared.sheet.heading_level(block):
            yield "heading", str(level)
        if item := self.shared.numbers.place(block, self.shared.sheet):
            yield "item", item
        if cell:
            yield "cell", cell


def _cells(table: Node) -> Iterator[tuple[str, Node]]:
    """Yield place and content of the cells of a table, row by row; a table inside a cell belongs to the cell."""
    number = 0
    for row in _named(table, "w:tr"):
        properties = row.child("w:trPr")
        head = properties is not None and is_on((properties,), "w:tblHeader")
        number += not head
        for column, cell in enumerate(_named(row, "w:tc"), start=1):
            yield f"{'head' if head else number} {column}", cell


def _named(node: Node, name: str) -> Iterator[Node]:
    """Yield the nearest elements of a name, through whatever wraps them."""
    for child in node.children:
        if child.name == name:
            yield child
        elif child.name not in {"w:tc", "w:tr"}:
            yield from _named(child, name)


def _paragraphs(block: Node) -> Iterator[Node]:
    if block.name == "w:p":
        yield block
    else:
        yield from block.all("w:p")
