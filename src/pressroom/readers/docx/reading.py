"""A Word file to a draft: headings by style or by look, lists, tables, notes, links, pictures, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pressroom.diagnostics import WriterError
from pressroom.merge.returned import CALL, base_of, marks_of
from pressroom.merge.units import Letter
from pressroom.merge.views import ENDNOTE
from pressroom.readers.docx.clearing import (
    BOX,
    cleared,
    drawings,
    outermost,
    said,
    without_drawings,
)
from pressroom.readers.draft import (
    LARGEST_TEXT,
    LINK,
    NOTE,
    Change,
    Draft,
    Grid,
    Imported,
    Item,
    Letters,
    Passage,
    UnreadableError,
    as_heading,
    on_one_line,
    tidy,
)
from pressroom.readers.pictures import Pictures
from pressroom.writers.docx.hearing.declared import Sheet, is_on, sheet
from pressroom.writers.docx.hearing.line import Line, Surroundings
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.numbers import Numbers
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel

_TITLE = re.compile("title|標題|大標題", re.IGNORECASE)
_QUOTE = re.compile("quote|引文", re.IGNORECASE)
_CAPTION = re.compile("caption|圖說|題注", re.IGNORECASE)
_IMAGE_NAMES = ("/main}blip", "vml}imagedata")
_EVERYWHERE = frozenset({"language", "heading", "item", "cell", "note-call", "code"})
"""What is said of text in Word files that no editor meant (``code`` is Word's "do not check spelling")."""
_TITLE_LEVEL = 1
_LONGEST_PARAGRAPH = 20_000
"""A source may have no longer one."""


def read_docx(data: bytes, stem: str) -> Draft | Imported:
    """Take apart a Word file, or take the source that one of our own carries; pictures are named by ``stem``.

    Raises ``UnreadableError``.
    """
    try:
        parcel = open_parcel(data)
        _, _, base = base_of(parcel)
        main = parcel.main()
        document = parcel.part("", "officeDocument")
        body = document.child("w:body") if document else None
        if body is None:
            raise UnreadableError("is no Word file", "save it as .docx")
        if base is not None:
            doubt = (
                "what was changed in the Word file is not in it: bring it in with `pressroom merge`"
            )
            return Imported(
                base, (Change("the source that the file carries was taken", "", ""),), (doubt,)
            )
        if len(said(body)) > LARGEST_TEXT:
            raise UnreadableError("holds more text than a release may have", "part it")
        return _Reader(parcel, main, body, stem).draft()
    except WriterError as fault:
        reason = fault.findings[0].message
        raise UnreadableError(
            f"is no Word file, or is damaged: {reason}", "save it again as .docx"
        ) from fault


class _Calls:
    """Notes the ids of the notes that a line calls, in their order."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def mark(self, identifier: str) -> str:
        self.called.append(identifier)
        return CALL

    def referred(self, bookmark: str) -> str:
        del bookmark
        return ""


@dataclass(slots=True)
class _Reader:
    parcel: Parcel
    main: str
    body: Node
    stem: str
    _draft: Draft = field(default_factory=Draft)

    def draft(self) -> Draft:
        draft = self._draft
        styles = sheet(self.parcel.part(self.main, "styles"))
        numbers = Numbers(self.parcel.part(self.main, "numbering"))
        pictures = Pictures(draft, self.stem)
        links, images = self.parcel.addresses(self.main), self.parcel.targets(self.main, "image")
        story = _Story(self.parcel, links, images, styles, numbers, draft, pictures)
        story.blocks(cleared(self.body, styles, draft))
        for kind, before in (("footnotes", ""), ("endnotes", ENDNOTE)):
            self._notes(kind, before, styles)
        for kind in ("header", "footer"):
            for name in sorted(set(self.parcel.targets(self.main, kind).values())):
                part = self.parcel.part_named(name)
                if part and (text := said(part)):
                    draft.changes.append(Change(f"{kind} left out", text, ""))
        comments = self.parcel.part(self.main, "comments")
        for comment in comments.children if comments else ():
            who = comment.attributes.get("w:author") or "someone"
            draft.doubts.append(f"a comment of {who} in the file: {said(comment)}")
        return draft

    def _notes(self, kind: str, before: str, styles: Sheet) -> None:
        part = self.parcel.part(self.main, kind)
        links = self.parcel.addresses(self.parcel.related(self.main, kind) or "")
        for note in cleared(part, styles, self._draft).children if part else ():
            if note.attributes.get("w:type", "normal") == "normal":
                name = _note_name(before + note.attributes.get("w:id", ""))
                lines = (_letters(x, styles, links) for x in note.all("w:p"))
                self._draft.notes[name] = on_one_line(lines)


@dataclass(slots=True)
class _Story:
    parcel: Parcel
    links: Mapping[str, str]
    images: Mapping[str, str]
    styles: Sheet
    numbers: Numbers
    draft: Draft
    pictures: Pictures

    def blocks(self, node: Node) -> None:
        """Take in what a story, or a part of it, holds."""
        for child in node.children:
            match child.name:
                case "w:p":
                    self._paragraph(child)
                case "w:tbl":
                    self._table(child)
                case "w:sectPr" | "w:sdtPr" | "w:tcPr":
                    pass
                case _:
                    self.blocks(child)

    def _paragraph(self, node: Node) -> None:
        text = without_drawings(node)
        letters = tidy(_letters(text, self.styles, self.links))
        place = self.numbers.place(node, self.styles)
        level = self._level(node)
        if letters and place and not level:
            depth, _, marker = place.partition(" ")
            number = re.match("[0-9]{1,9}", marker)
            self.draft.blocks.append(Item(letters, int(depth), int(number[0]) if number else None))
        elif letters and level:
            self.draft.blocks.append(Passage(letters, level))
        elif letters:
            self._plain(node, letters)
        for drawing in drawings(node):
            self._drawing(drawing)

    def _plain(self, node: Node, letters: Letters) -> None:
        style = self.styles.style_of(node)
        bold = is_on(tuple(self.styles.chain(style, "w:rPr")), "w:b")
        name = self._style_name(style)
        quoted, caption = _QUOTE.search(name) is not None, _CAPTION.search(name) is not None
        passage = Passage(letters, quoted=quoted, caption=caption)
        looks = None if caption else as_heading(passage, self.draft, bold=bold)
        self.draft.blocks.append(looks or passage)

    def _level(self, node: Node) -> int:
        if level := self.styles.heading_level(node):
            return level
        return _TITLE_LEVEL if _TITLE.fullmatch(self._style_name(self.styles.style_of(node))) else 0

    def _style_name(self, style: str) -> str:
        node = self.styles.styles.get(style)
        return (node and node.value("w:name")) or ""

    def _table(self, node: Node) -> None:
        """Take in a table; one of a single column, or with a table or a picture inside, lays out a page and is read as text."""
        rows = [list(outermost(row, "w:tc")) for row in outermost(node, "w:tr")]
        cells = [cell for row in rows for cell in row]
        layout = any(next(cell.all("w:tbl"), None) or next(drawings(cell), None) for cell in cells)
        if layout or max(map(len, rows), default=0) < 2:
            for cell in cells:
                self.blocks(cell)
            return
        grid = tuple(tuple(map(self._cell, row)) for row in rows)
        self.draft.blocks.append(Grid(grid))

    def _cell(self, cell: Node) -> Letters:
        return on_one_line(_letters(line, self.styles, self.links) for line in cell.all("w:p"))

    def _drawing(self, node: Node) -> None:
        """Take in a picture, or what stands in a text box."""
        boxes = list(outermost(node, BOX))
        for box in boxes:
            if text := said(box):
                self.draft.doubts.append(
                    f"a text box stood here: does {text[:60]!r} belong to the text?"
                )
            self.blocks(box)
        alt = next((x.attributes.get("descr", "") for x in node.all("wp:docPr")), "")
        for image in _images(node):
            given = image.attributes.get("r:embed") or image.attributes.get("r:id", "")
            name = self.images.get(given, "")
            data = self.parcel.files.get(name)
            found = self.pictures.take(name, data, alt) if data else None
            if found:
                self.draft.blocks.append(found)
            elif not data:
                self.draft.doubts.append("a picture is not in the file, only a link to it")


def _images(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.name.endswith(_IMAGE_NAMES):
            yield child
        elif child.name != BOX:
            yield from _images(child)


def _note_name(identifier: str) -> str:
    return identifier.replace(" ", "-")


def _letters(node: Node, styles: Sheet, links: Mapping[str, str]) -> Letters:
    """Return what a paragraph says, with the marks that a source can have."""
    if len(said(node)) > _LONGEST_PARAGRAPH:
        fact = f"has a paragraph of more than {_LONGEST_PARAGRAPH} characters"
        raise UnreadableError(fact, "part it")
    calls = _Calls()
    line = Line(Surroundings(styles, calls, links, ""), styles.style_of(node))
    line.hear(node)
    text = "".join(line.text)
    starts = (trait.start for trait in line.traits if trait.feature == "note-call")
    called = dict(zip(sorted(starts), calls.called, strict=False))
    letters: list[Letter] = []
    for at, (char, marks) in enumerate(zip(text, marks_of(text, line.traits), strict=True)):
        kept = frozenset(x for x in marks if x[0] not in _EVERYWHERE)
        kept = frozenset(x for x in kept if x[0] != "link" or LINK.match(x[1]))
        if at in called:
            kept = frozenset({(NOTE, _note_name(called[at]))})
        letters.append(Letter(char, kept, None))
    return tuple(letters)
