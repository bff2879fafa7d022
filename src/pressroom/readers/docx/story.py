"""What stands in a Word file to the blocks of a draft: headings by style or by look, lists, tables, pictures, text boxes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressroom.model.blocks import Alignment
from pressroom.readers.docx.clearing import BOX, drawings, outermost, said, without_drawings
from pressroom.readers.docx.paragraph import letters_in
from pressroom.readers.draft import (
    Draft,
    Grid,
    Item,
    Letters,
    Passage,
    as_heading,
    columns_of,
    lays_out,
    line_by_line,
    tidy,
)
from pressroom.readers.pictures import Pictures
from pressroom.writers.docx.hearing.declared import Sheet, is_on
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.numbers import Numbers
from pressroom.writers.docx.hearing.parcel import Parcel
from pressroom.writers.docx.hearing.strangers import told

_TITLE = re.compile("title|標題|大標題", re.IGNORECASE)
_QUOTE = re.compile("quote|引文", re.IGNORECASE)
_CAPTION = re.compile("caption|圖說|題注", re.IGNORECASE)
_IMAGE_NAMES = ("/main}blip", "vml}imagedata")
_TITLE_LEVEL = 1
_ALIGNMENTS = {
    **dict.fromkeys(("left", "start"), Alignment.START),
    "center": Alignment.CENTRE,
    **dict.fromkeys(("right", "end"), Alignment.END),
}
"""What ``w:jc`` says (ECMA-376 §17.18.44)."""


@dataclass(slots=True)
class Story:
    """Puts blocks into a draft; ``links`` and ``images`` are what the part refers to by relationship."""

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
        letters = tidy(self._letters(text))
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
        rows = [list(outermost(row, "w:tc")) for row in outermost(node, "w:tr")]
        cells = [cell for row in rows for cell in row]
        more = any(next(cell.all("w:tbl"), None) or next(drawings(cell), None) for cell in cells)
        if lays_out(rows, holds_more=more):
            for cell in cells:
                self.blocks(cell)
            return
        grid = tuple(tuple(map(self._cell, row)) for row in rows)
        aligned = columns_of([list(map(self._alignment, row)) for row in rows])
        self.draft.blocks.append(Grid(grid, alignments=aligned))

    def _alignment(self, cell: Node) -> Alignment:
        paragraph = next(cell.all("w:p"), None)
        layers = self.styles.paragraph(paragraph) if paragraph else ()
        said_here = [x for layer in layers if (x := layer.value("w:jc")) is not None]
        alignment = _ALIGNMENTS.get(next(iter(said_here), ""), Alignment.NATURAL)
        # To the left a column is without a word, unless that is said over another style.
        alone = alignment is Alignment.START and len(said_here) == 1
        return Alignment.NATURAL if alone else alignment

    def _cell(self, cell: Node) -> Letters:
        return line_by_line(map(self._letters, cell.all("w:p")))

    def _letters(self, node: Node) -> Letters:
        return letters_in(node, self.styles, self.links, self.draft.doubts)

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
        images = list(_images(node))
        if not (boxes or images):
            frames = (told(frame) for frame in (node, *node.children))
            what = next(filter(None, frames), "a drawing")
            self.draft.doubts.append(f"{what} stood here and was left out")
        for image in images:
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
