"""What a paragraph says: its text and what is said of stretches of it, the readings over it, its pictures' alternative texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from typing import Protocol

from pressroom.edition.projection import Feature, Trait, picture_shown
from pressroom.writers.docx.hearing.declared import Sheet, Slot, is_on, slot_of, value_of
from pressroom.writers.docx.hearing.fields import Fields, address_in
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.strangers import told
from pressroom.writers.docx.hearing.symbols import holds_signs, sign

_UNHEARD = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:rubyPr", "w:del", "w:moveFrom", "w:instrText", "w:delText"}
)
"""Properties, field codes, and what a reviser has taken out."""

_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_VECTOR = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}svgBlip"

_CHARACTERS = {
    "w:tab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}


class Calls(Protocol):
    """Knows the notes of a section."""

    def mark(self, identifier: str) -> str:
        """Return the mark of a note that is called."""
        ...

    def referred(self, bookmark: str) -> str:
        """Return the mark of the note whose call stands in a bookmark, ``""`` if there is none."""
        ...


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph stands in.

    ``links`` are the addresses of its part by relationship, ``note`` the mark of the note that it belongs to, ``language`` that
    of the edition, ``pictures`` the files of its part by relationship.
    """

    sheet: Sheet
    calls: Calls
    links: Mapping[str, str]
    language: str
    note: str = ""
    pictures: Mapping[str, bytes] = field(default_factory=dict[str, bytes])


@dataclass(frozen=True, slots=True)
class Remark:
    """A stretch that somebody struck through, highlighted or hid, and the ``w:rPrChange`` that records it."""

    how: str
    change: Node | None
    start: int
    end: int


@dataclass(slots=True)
class Line:
    """A paragraph as it is heard.

    ``unread`` is what stands in it and is neither text nor picture, in words; ``remarked`` are the stretches that somebody struck through,
    highlighted or hid, with the change that records it.
    """

    around: Surroundings
    style: str
    text: list[str] = field(default_factory=list[str])
    traits: list[Trait] = field(default_factory=list[Trait])
    readings: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    pictures: list[tuple[str, Trait]] = field(default_factory=list[tuple[str, Trait]])
    unread: list[str] = field(default_factory=list[str])
    remarked: list[Remark] = field(default_factory=list[Remark])
    _at: int = 0
    _run: Node | None = None
    _linked: bool = False
    _fields: Fields = field(default_factory=Fields)

    def hear(self, node: Node) -> None:
        """Take in an element and what it holds."""
        match node.name:
            case "w:r":
                self._hear_run(node)
            case "w:hyperlink":
                anchor = node.attributes.get("w:anchor")
                target = self.around.links.get(node.attributes.get("r:id", ""), "")
                self._link(node, f"{target}#{anchor}" if anchor else target)
            case "w:fldSimple" if address := address_in(node.attributes.get("w:instr", "")):
                self._link(node, address)
            case "w:t" if holds_signs(node.text):
                self._signs(map(ord, node.text), self._font())
            case "w:t":
                self._add(node.text)
            case "w:br" if node.attributes.get("w:type", "textWrapping") == "textWrapping":
                self._add("\n")
            case "w:sym":
                code = _number(node.attributes.get("w:char", ""))
                self._signs([code], node.attributes.get("w:font", ""))
            case "w:footnoteReference" if "w:customMarkFollows" not in node.attributes:
                start, mark = self._at, self.around.calls.mark(node.attributes.get("w:id", ""))
                self._add(mark)
                self._say("note-call", mark, start)
            case "w:footnoteRef":
                self._add(self.around.note)
            case "w:fldChar" | "w:instrText":
                self._fields.hear(node)
            case "w:ruby":
                self._ruby(node)
            case "mc:AlternateContent":
                choices = [child for child in node.children if child.name == "mc:Choice"]
                for chosen in (choices or node.children)[:1]:
                    self.hear(chosen)
            case "wp:inline" | "wp:anchor":
                self._drawing(node)
            case name if name in _CHARACTERS:
                self._add(_CHARACTERS[name])
            case _ if stranger := told(node):
                self.unread.append(stranger)
            case name if name not in _UNHEARD:
                self._all(node.children)
            case _:
                pass

    def _all(self, nodes: Iterable[Node]) -> None:
        for child in nodes:
            self.hear(child)

    def _say(self, feature: Feature, value: str, start: int) -> None:
        if self._at > start:
            self.traits.append(Trait(feature, value, start, self._at))

    def _add(self, text: str) -> None:
        start = self._at
        self.text.append(text)
        self._at += len(text)
        if address := self._fields.address():
            self._say("link", address, start)
        slots: tuple[Slot, ...] = ("w:val", "w:eastAsia")
        spoken = {slot: self.around.sheet.language(slot, self._run, self.style) for slot in slots}

        def language_of(place: tuple[int, str]) -> str:
            if place[1].isspace():
                return self.around.language
            slot = slot_of(place[1])
            return spoken[slot] if slot else ""

        for language, group in groupby(enumerate(text, start), language_of):
            if language != self.around.language:
                places = [at for at, _ in group]
                self.traits.append(Trait("language", language, places[0], places[-1] + 1))

    def _hear_run(self, node: Node) -> None:
        start, outside = self._at, self._run
        self._run = node.child("w:rPr")
        marks = self._marks()
        remarks = self._remarks()
        self._all(node.children)
        calls = any(
            child.name in {"w:footnoteReference", "w:footnoteRef"} for child in node.children
        )
        if referred := self._fields.reference():
            self._say("note-call", self.around.calls.referred(referred), start)
            calls = True
        for mark in marks:
            if not (calls and mark == "superscript"):
                self._say(mark, "", start)
        self.remarked += (
            Remark(*remark, start, self._at) for remark in remarks if self._at > start
        )
        self._run = outside

    def _marks(self) -> list[Feature]:
        """Return what a run's own properties and its character style make of it; the paragraph's style marks nothing."""
        layers = self.around.sheet.own(self._run)
        names = self.around.sheet.names(self._run)
        underline = value_of(layers, "w:u")
        linked = self._linked or bool(self._fields.address())
        plain_line = underline not in {"", "none", "wave"} and not linked
        raised = value_of(layers, "w:vertAlign")
        present: dict[Feature, bool] = {
            "strong": is_on(layers, "w:b"),
            "slant": is_on(layers, "w:i"),
            "dots": value_of(layers, "w:em") not in {"", "none"},
            "book-title": underline == "wave",
            # Word underlines links as well; inside one only the style's name tells a name.
            "proper-name": plain_line or "Proper Name" in names,
            "superscript": raised == "superscript",
            "subscript": raised == "subscript",
            # LibreOffice drops noProof when it saves; the style's name stays. Links have it where words are divided.
            "code": (is_on(layers, "w:noProof") and not linked) or "Source Code" in names,
        }
        return [mark for mark, there in present.items() if there]

    def _remarks(self) -> list[tuple[str, Node | None]]:
        """Return how a run was marked, and the change that records it (ECMA-376 §17.13.5.31)."""
        change = self._run.child("w:rPrChange") if self._run else None
        before = self._marked_by_hand(change.child("w:rPr")) if change else []
        return [(how, None if how in before else change) for how in self._marked_by_hand(self._run)]

    def _marked_by_hand(self, run: Node | None) -> list[str]:
        """Return how properties mark a run for whoever reads the file next, by a hand or by a program that records changes so."""
        layers = self.around.sheet.own(run)
        shade = run.child("w:shd") if run else None
        fill = shade.attributes.get("w:fill", "auto").lower() if shade else "auto"
        lit = value_of(layers, "w:highlight") not in {"", "none"} or fill not in {"auto", "ffffff"}
        present = {
            "struck through": is_on(layers, "w:strike") or is_on(layers, "w:dstrike"),
            "highlighted": lit,
            "hidden": is_on(layers, "w:vanish"),
        }
        return [what for what, there in present.items() if there]

    def _font(self) -> str:
        """Return the font that a run itself names for Latin text."""
        fonts = (layer.child("w:rFonts") for layer in self.around.sheet.own(self._run))
        named = (x.attributes.get("w:ascii") or x.attributes.get("w:hAnsi") for x in fonts if x)
        return next(filter(None, named), "")

    def _signs(self, codes: Iterable[int], font: str) -> None:
        for code in codes:
            found = sign(code, font)
            self._add(found)
            if not found:
                self.unread.append(f"a sign of the font {font or 'of the text'} ({code:04X})")

    def _link(self, node: Node, address: str) -> None:
        start, outside = self._at, self._linked
        self._linked = True
        self._all(node.children)
        self._linked = outside
        self._say("link", address, start)

    def _ruby(self, node: Node) -> None:
        start = self._at
        if base := node.child("w:rubyBase"):
            self.hear(base)
        if reading := node.child("w:rt"):
            said = "".join(text.text for text in reading.all("w:t"))
            self._say("ruby", said, start)
            self.readings.append((said, self._reading_language(reading)))

    def _drawing(self, node: Node) -> None:
        """Hear the text in the boxes of a frame, else its pictures."""
        boxes = [*node.all("w:txbxContent")]
        if boxes:
            self._all(boxes)
        elif next(node.all(_PICTURE), None):
            self._picture(node)
            if not any(embedded(node)):
                self.unread.append(f"a picture that is not in the file: {self.pictures[-1][0]}")
        else:
            self.unread.append(told(node))

    def _picture(self, node: Node) -> None:
        """Hear each picture in a frame."""
        properties = node.child("wp:docPr")
        alt = properties.attributes.get("descr", "") if properties else ""
        for name in [*embedded(node)] or [""]:
            data = self.around.pictures.get(name, b"")
            self.pictures.append((alt, picture_shown(data, alt)))

    def _reading_language(self, reading: Node) -> str:
        """Return the language that a reading itself declares; that of the text around it is not its own."""
        for run in reading.all("w:r"):
            for character in "".join(text.text for text in run.all("w:t")):
                if slot := slot_of(character):
                    return self.around.sheet.own_language(slot, run.child("w:rPr"))
        return ""


def embedded(node: Node) -> Iterator[str]:
    """Yield the relationship of each picture below an element; of a drawing with a form in pixels that of the drawing."""
    for picture in node.all(_PICTURE):
        forms = [*picture.all(_VECTOR), *picture.all(_BLIP)]
        yield forms[0].attributes.get("r:embed", "") if forms else ""


def _number(code: str) -> int:
    """Return a code in hexadecimal as a number, that of U+FFFD for what is none."""
    try:
        return int(code, 16)
    except ValueError:
        return 0xFFFD
