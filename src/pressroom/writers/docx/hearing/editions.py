"""The editions of a file: each section is one, in the language that most of its text is declared to be in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pressroom.writers.contract import Heard, HeardEdition
from pressroom.writers.docx.hearing.declared import Languages, languages
from pressroom.writers.docx.hearing.line import Line
from pressroom.writers.docx.hearing.node import Node, parse, unreadable
from pressroom.writers.docx.hearing.parcel import open_parcel


def heard(data: bytes) -> tuple[HeardEdition, ...]:
    """Read a DOCX: paragraphs, cells and pictures in order, notes after them; headers and footers are furniture.

    Raises ``WriterError`` for what is no DOCX.
    """
    parcel = open_parcel(data)
    main = parcel.main()
    document = parse(parcel.files[main], main)
    body = document.child("w:body")
    if document.name != "w:document" or body is None:
        raise unreadable(main, "it is no text document")
    declared = languages(parcel.part(main, "styles"))
    footnotes = parcel.part(main, "footnotes")
    notes = {
        note.attributes.get("w:id", ""): note for note in (footnotes.children if footnotes else ())
    }
    editions: list[HeardEdition] = []
    numbered = 0
    for section in _sections(body):
        ear = _Ear(notes, 0 if section.restarts else numbered)
        editions.append(ear.edition(section, declared))
        numbered = ear.last
    return tuple(editions)


@dataclass(frozen=True, slots=True)
class _Section:
    blocks: tuple[Node, ...]
    restarts: bool


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
    return _Section(tuple(blocks), restarts=restart == "eachSect")


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

    notes: dict[str, Node]
    last: int
    called: dict[str, str] = field(default_factory=dict[str, str])
    pieces: list[Heard] = field(default_factory=list[Heard])

    def edition(self, section: _Section, declared: Languages) -> HeardEdition:
        language = declared.of([p for block in section.blocks for p in _paragraphs(block)])
        self._flow(section.blocks, language)
        for identifier, mark in self.called.items():
            if identifier in self.notes:
                self._flow(tuple(_blocks(self.notes[identifier])), language, note=mark)
        return HeardEdition(language, tuple(self.pieces))

    def _flow(
        self, blocks: tuple[Node, ...], language: str, *, note: str = "", cell: bool = False
    ) -> None:
        for block in blocks:
            if block.name == "w:tbl":
                for inner in _cells(block):
                    self._flow(tuple(_blocks(inner)), language, note=note, cell=True)
            elif block.name == "w:p":
                self._paragraph(block, language, note, cell=cell)

    def _paragraph(self, block: Node, language: str, note: str, *, cell: bool) -> None:
        line = Line(self._call, note)
        line.hear(block)
        text = "".join(line.text)
        self.pieces += (Heard("alt", picture, language) for picture in line.pictures)
        if text or (cell and not line.pictures):
            self.pieces.append(Heard("text", text, language))
        self.pieces += (Heard("reading", reading, language) for reading in line.readings)

    def _call(self, identifier: str) -> str:
        if identifier not in self.called:
            self.last += 1
            self.called[identifier] = str(self.last)
        return self.called[identifier]


def _cells(node: Node) -> Iterator[Node]:
    """Yield the cells of a table row by row; a table inside a cell belongs to the cell."""
    for child in node.children:
        if child.name == "w:tc":
            yield child
        else:
            yield from _cells(child)


def _paragraphs(block: Node) -> Iterator[Node]:
    if block.name == "w:p":
        yield block
    else:
        yield from block.all("w:p")
