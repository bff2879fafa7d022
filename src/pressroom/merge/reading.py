"""Reading the parts of a return, whichever program wrote it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import zip_longest

from pressroom.merge.asides import remarked, without_stray_links
from pressroom.merge.kinds import CELL, TEXT, Kinds, kinds
from pressroom.merge.lines import cells_in_lines, parts_in_lines
from pressroom.merge.returned import CALL, Comment, Paragraph, Picture, marks_of
from pressroom.merge.threads import threads
from pressroom.merge.views import ACCEPTED, ENDNOTE, View, signed, taken_back
from pressroom.writers.docx.hearing.declared import sheet
from pressroom.writers.docx.hearing.editions import bookmarked_calls
from pressroom.writers.docx.hearing.line import Line, Surroundings
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.parcel import Parcel
from pressroom.writers.docx.hearing.strangers import told

_REVISIONS = frozenset(
    {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:trPrChange"}
)
_NOTES = {"footnotes": "", "endnotes": ENDNOTE}
"""The parts with notes, and what the numbers of these begin with."""
_NO_BLOCKS = frozenset({"w:tblPr", "w:sectPr", "w:sdtPr", "w:trPr", "w:tcPr"})
_INSTEAD = frozenset({"mc:Fallback"})
"""What older programs show instead (ECMA-376 part 3 §10.2.3)."""
_APART = _INSTEAD | {"w:p"}
"""Paragraphs in the text boxes of another one are read for themselves."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_BLIP = f"{{{_DRAWING}}}blip"
_CUT = f"{{{_DRAWING}}}srcRect"
_FRAME = f"{{{_DRAWING}}}xfrm"
_SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"


@dataclass(slots=True)
class _Calls:
    """Takes the call of any note for the same sign, and keeps which note it was."""

    bookmarks: Mapping[str, str]
    met: list[str] = field(default_factory=list[str])

    def mark(self, identifier: str) -> str:
        self.met.append(identifier)
        return CALL

    def referred(self, bookmark: str) -> str:
        self.met.append(self.bookmarks.get(bookmark, ""))
        return CALL


@dataclass(slots=True)
class Reader:
    """Reads a document; ``main`` is the name of its part."""

    parcel: Parcel
    main: str
    body: Node
    kinds: Kinds
    _calls: _Calls
    _pending: list[str] = field(default_factory=list[str])
    _tables: int = 0
    _seen: dict[View, Node] = field(default_factory=dict[View, Node])

    def paragraphs(self, view: View) -> Iterator[Paragraph]:
        """Yield the paragraphs of the text, then those of the notes at its foot and of those at its end."""
        links = self.parcel.addresses(self.main)
        self._tables = 0
        yield from parts_in_lines(self._blocks(self._in(view), self._around(links), ""))
        nobodys = set(taken_back(self.body))
        for kind, before in _NOTES.items():
            notes = self.parcel.part(self.main, kind)
            inside = self.parcel.addresses(self.parcel.related(self.main, kind) or "")
            around = self._around(inside)
            for note in notes.children if notes else ():
                number = before + note.attributes.get("w:id", "")
                if note.attributes.get("w:type", "normal") == "normal" and number not in nobodys:
                    yield from self._blocks(view.of(note), around, f"note {number}")

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in the order of the comments part."""
        places = dict(self._commented(self._in(ACCEPTED)))
        extended = self.parcel.part(self.main, "commentsExtended")
        for identifier, comment in threads(self.parcel.part(self.main, "comments"), extended):
            yield replace(comment, label=places.get(identifier, ""))

    def pictures(self, view: View) -> Iterator[Picture]:
        """Yield the pictures of the text in its order, then those of the notes."""
        yield from self._pictures(self._in(view), self.main)
        for name in filter(None, (self.parcel.related(self.main, kind) for kind in _NOTES)):
            if notes := self.parcel.part_named(name):
                yield from self._pictures(view.of(notes), name)

    def _pictures(self, node: Node, part: str) -> Iterator[Picture]:
        parts = self.parcel.inside(part)
        blocks = list(_below(node, "w:p", _INSTEAD))
        labels: tuple[str, ...] = ()
        for block, following in zip_longest(blocks, blocks[1:]):
            labels = tuple(_labels(block)) or labels
            ahead = tuple(_labels(following)) if following else ()
            for drawing in _below(block, "w:drawing", _APART):
                blips = (*_below(drawing, _BLIP, _APART), *_below(drawing, _SVG, _APART))
                names = [parts.get(blip.attributes.get("r:embed", ""), "") for blip in blips]
                held = [name for name in names if name in self.parcel.files]
                described = next(drawing.all("wp:docPr"), None)
                alt = described.attributes.get("descr", "") if described else ""
                forms = tuple(self.parcel.files[name] for name in held)
                if held:
                    yield Picture(labels, ahead, alt, held[0], forms, _is_cropped(drawing))

    def revisers(self, editors: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
        """Return who (of all, or these ``editors`` alone) changed which block, and on which day; ``""`` is before the first block."""
        found: dict[str, dict[str, None]] = {}
        labels: list[str] = [""]
        notes = self.parcel.part(self.main, "footnotes")
        for block in (*_revisable(self.body), *(_revisable(notes) if notes else ())):
            labels = list(_labels(block)) or labels
            for change in block.descendants():
                who = change.attributes.get("w:author", "")
                if change.name in _REVISIONS and (not editors or who in editors):
                    for label in labels:
                        found.setdefault(label, {})[signed(change)] = None
        return {label: tuple(sorted(names)) for label, names in found.items()}

    def _in(self, view: View) -> Node:
        if view not in self._seen:
            self._seen[view] = view.of(self.body)
        return self._seen[view]

    @staticmethod
    def _commented(body: Node) -> Iterator[tuple[str, str]]:
        label = ""
        for block in body.all("w:p"):
            found = [name for name in _labels(block) if name]
            label = found[-1] if found else label
            for name in ("w:commentReference", "w:commentRangeStart"):
                for anchor in block.all(name):
                    yield anchor.attributes.get("w:id", ""), label

    def _around(self, links: Mapping[str, str]) -> Surroundings:
        return Surroundings(self.kinds.sheet, self._calls, links, "")

    def _blocks(
        self, node: Node, around: Surroundings, story: str, row: tuple[int, int] = (0, 0)
    ) -> Iterator[Paragraph]:
        number = 0
        for child in node.children:
            match child.name:
                case "w:p":
                    yield self._paragraph(child, around, story, row)
                case "w:bookmarkStart":
                    self._pending += _label(child)
                case "w:tbl":
                    self._tables += 1
                    yield from self._blocks(child, around, story, (self._tables, 0))
                case "w:tr":
                    number += 1
                    yield from self._blocks(child, around, story, (row[0], number))
                case "w:tc":
                    inside = self._blocks(child, around, story or CELL, row)
                    yield from cells_in_lines(inside)
                case _ if stranger := told(child):
                    yield Paragraph((), "", (), TEXT, story, row, unread=(stranger,))
                case name if name not in _NO_BLOCKS:
                    yield from self._blocks(child, around, story, row)
                case _:
                    pass

    def _paragraph(
        self, node: Node, around: Surroundings, story: str, row: tuple[int, int]
    ) -> Paragraph:
        self._calls.met.clear()
        style = around.sheet.style_of(node)
        line = Line(around, style)
        line.hear(node)
        labels = (*self._pending, *_labels(node))
        self._pending.clear()
        text = "".join(line.text)
        marks = marks_of(text, line.traits)
        met = iter(self._calls.met)
        for at, character in enumerate(text):
            if character == CALL:
                marks[at] = frozenset({("note", next(met, ""))})
        kind = CELL if any(row) else self.kinds.of(node)
        led, astray = without_stray_links(text, marks)
        unread = (*line.unread, *astray)
        remarks = tuple(remarked(text, line.remarked))
        return Paragraph(labels, text, led, kind, story, row, style, unread=unread, remarks=remarks)


def reader(parcel: Parcel, main: str, body: Node) -> Reader:
    """Make the reader of a document whose part is ``main``."""
    styles = sheet(parcel.part(main, "styles"))
    calls = _Calls(dict(bookmarked_calls(body)))
    return Reader(parcel, main, body, kinds(styles, parcel.part(main, "numbering")), calls)


def _revisable(node: Node) -> Iterator[Node]:
    """Yield paragraphs and the properties of rows, in their order."""
    for child in node.children:
        if child.name in {"w:p", "w:trPr"}:
            yield child
        else:
            yield from _revisable(child)


def _labels(node: Node) -> Iterator[str]:
    for mark in node.all("w:bookmarkStart"):
        yield from _label(mark)


def _below(node: Node, name: str, closed: frozenset[str]) -> Iterator[Node]:
    """Yield the elements of a name below one, but for those in ``closed`` elements."""
    for child in node.children:
        if child.name not in closed:
            if child.name == name:
                yield child
            yield from _below(child, name, closed)


def _is_cropped(drawing: Node) -> bool:
    """Tell whether a picture is shown in part, turned or mirrored (ECMA-376 §20.1.8.55, §20.1.7.6)."""
    sides = (value for cut in drawing.all(_CUT) for value in cut.attributes.values())
    frames = (frame.attributes for frame in drawing.all(_FRAME))
    turns = (given.get(name, "0") for given in frames for name in ("rot", "flipH", "flipV"))
    return any(value not in {"0", "false"} for value in (*sides, *turns))


def _label(mark: Node) -> list[str]:
    name = mark.attributes.get("w:name", "")
    return [name] if name.startswith("_rel_") else []
