"""From structure and drawn text to what each edition says, by the conventions of ``edition.projection``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pressroom.edition.projection import WHOLE, Feature
from pressroom.writers.contract import Heard, HeardEdition, Stated
from pressroom.writers.pdf.reading.content import Drawn, Script
from pressroom.writers.pdf.reading.line import Line
from pressroom.writers.pdf.reading.tree import Branch, Leaf

_MARKS: Mapping[str, Feature] = {
    "BookTitle": "book-title",
    "Code": "code",
    "Dots": "dots",
    "ProperName": "proper-name",
    "Slant": "slant",
    "Strong": "strong",
    "Subscript": "subscript",
    "Superscript": "superscript",
}
INLINE = frozenset({"Link", "Quote", "RB", "RP", "RT", "Reference", "Ruby", "Span"}) | set(_MARKS)
"""Roles that stand in a line (ISO 32000-1 §14.8.4.4, and our own); all others begin a block of their own."""

_HEADINGS = {f"H{level}": str(level) for level in range(1, 7)}
_TEXT_BLOCKS = frozenset({"H", "P", "TD", "TH"}) | set(_HEADINGS)
_SECTIONS = frozenset({"Art", "Div", "Part", "Sect"})


def hear(
    root: Branch, scripts: Sequence[Script], stated: Mapping[str, tuple[Stated, ...]]
) -> tuple[HeardEdition, ...]:
    """Return the editions of a document, and behind them whatever text stands outside of them.

    ``stated`` is what the metadata say, by language.
    """
    document = _document(root)
    labels = {note.identifier: _label(note, scripts) for note in _notes(document)}
    heard: set[Leaf] = set()
    editions: list[HeardEdition] = []
    outside: list[Heard] = []
    for kid in document.kids:
        listener = _Listener(scripts, heard, labels)
        if isinstance(kid, Branch) and kid.role in _SECTIONS and kid.language:
            listener.block(kid, kid.language)
            pieces = (*listener.pieces, *listener.notes)
            editions.append(HeardEdition(kid.language, pieces, stated.get(kid.language, ())))
        else:
            listener.block(Branch("Div", kids=[kid]), root.language)
            outside += listener.pieces + listener.notes
    strays = [
        Heard("text", "".join(drawn.text for drawn in texts), "")
        for number, script in enumerate(scripts)
        for texts in (script.stray, *_unheard(number, script, heard))
    ]
    outside += [stray for stray in strays if stray.text.strip()]
    if outside:
        editions.append(HeardEdition("", tuple(outside)))
    return tuple(editions)


def _document(root: Branch) -> Branch:
    """Return the one Document element of a tree, or the tree itself if it has another shape."""
    match root.kids:
        case [Branch(role="Document") as document]:
            return document
        case _:
            return root


def _notes(branch: Branch) -> Iterator[Branch]:
    for kid in branch.kids:
        if isinstance(kid, Branch):
            if kid.role == "Note":
                yield kid
            yield from _notes(kid)


def _label(branch: Branch, scripts: Sequence[Script]) -> str:
    """Return what stands before a note or an item of a list."""
    line = Line()
    listener = _Listener(scripts, set(), {})
    for kid in branch.kids:
        if isinstance(kid, Branch) and kid.role == "Lbl":
            listener.inline(kid, "", line)
    return line.text.strip()


def _unheard(number: int, script: Script, heard: set[Leaf]) -> list[list[Drawn]]:
    return [texts for mark, texts in script.marked.items() if Leaf(number, mark) not in heard]


@dataclass(slots=True)
class _Listener:
    """Walks the structure of an edition; ``labels`` are the marks of notes by their names."""

    scripts: Sequence[Script]
    heard: set[Leaf]
    labels: Mapping[str, str]
    pieces: list[Heard] = field(default_factory=list[Heard])
    notes: list[Heard] = field(default_factory=list[Heard])
    _line: Line = field(default_factory=Line)
    _places: list[tuple[Feature, str]] = field(default_factory=list[tuple[Feature, str]])
    _lists: int = 0

    def block(self, branch: Branch, around: str) -> None:
        """Hear a block: its own text up to each block in it, and these in turn."""
        language = branch.language or around
        start = len(self.pieces)
        if branch.role in _HEADINGS:
            self._places.append(("heading", _HEADINGS[branch.role]))
        for kid in branch.kids:
            if isinstance(kid, Leaf) or kid.role in INLINE:
                self.inline(kid, language, self._line)
            else:
                self._flush(language)
                self._inner(branch, kid, language)
        self._flush(language)
        if branch.role in _TEXT_BLOCKS and len(self.pieces) == start:
            self.pieces.append(self._line.heard(language, *self._places))
            self._places = []

    def _inner(self, branch: Branch, kid: Branch, language: str) -> None:
        match kid.role:
            case "Figure":
                self.pieces.append(Heard("alt", kid.alt, kid.language or language))
                self.inline(kid, language, self._line)
                self._flush(language)
            case "L":
                self._places = []  # the list in an item is not the item's text
                self._lists += 1
                self.block(kid, language)
                self._lists -= 1
            case "LI":
                self._item(kid, language)
            case "Lbl" if branch.role == "LI":
                self.inline(kid, language, Line())
            case "Table":
                self._table(kid, language)
            case "Note":
                self._note(kid, language)
            case _:
                self.block(kid, language)

    def inline(self, node: Branch | Leaf, around: str, line: Line) -> None:
        """Hear what stands in a line."""
        if isinstance(node, Leaf):
            self.heard.add(node)
            line.hear(node.page, self.scripts[node.page].marked.get(node.mark, []))
            return
        language, start = node.language or around, len(line.text)
        if node.role == "RT":
            reading = Line()
            for kid in node.kids:
                self.inline(kid, language, reading)
            line.readings.append(Heard("reading", reading.text, language))
            return
        for kid in node.kids:
            self.inline(kid, language, line)
        if node.language:
            line.say("language", node.language, start)
        if node.role in _MARKS:
            line.say(_MARKS[node.role], "", start)
        elif node.role == "Ruby" and line.readings:
            line.say("ruby", line.readings[-1].text, start)
        elif node.target.startswith("#"):
            line.say("note-call", self.labels.get(node.target[1:], node.target), start)
        elif node.target:
            line.say("link", node.target, start)

    def _item(self, item: Branch, around: str) -> None:
        label = _label(item, self.scripts)
        self._places = [("item", f"{self._lists} {label}")]
        self.block(item, around)
        self._places = []

    def _table(self, table: Branch, around: str) -> None:
        """Hear a table: its caption, then its cells with row and column."""
        number = 0
        for part in table.kids:
            rows = [kid for kid in _branches(part) if kid.role == "TR"]
            if not rows:
                self.block(Branch("Div", kids=[part]), table.language or around)
            for row in rows:
                head = isinstance(part, Branch) and part.role == "THead"
                number += not head
                for column, cell in enumerate(_branches(row), start=1):
                    self._places = [("cell", f"{'head' if head else number} {column}")]
                    self.block(cell, table.language or around)

    def _note(self, note: Branch, around: str) -> None:
        """Hear a note, whose mark goes before its first text, and put it behind the edition's blocks."""
        body = Branch("Note", note.language)
        label = Line()
        for kid in note.kids:
            if isinstance(kid, Branch) and kid.role == "Lbl":
                self.inline(kid, around, label)
            else:
                body.kids.append(kid)
        start = len(self.pieces)
        lists, self._lists = self._lists, 0
        self.block(body, around)
        self._lists = lists
        said, self.pieces = self.pieces[start:], self.pieces[:start]
        first = next((at for at, piece in enumerate(said) if piece.kind == "text"), None)
        if first is not None:
            said[first] = _behind(f"{label.text.strip()} ", said[first])
        self.notes += said

    def _flush(self, language: str) -> None:
        if self._line.begun:
            self.pieces.append(self._line.heard(language, *self._places))
            self._places = []
        self.pieces += self._line.readings
        self._line = Line()


def _branches(node: Branch | Leaf) -> list[Branch]:
    kids = node.kids if isinstance(node, Branch) else []
    return [kid for kid in kids if isinstance(kid, Branch)]


def _behind(mark: str, piece: Heard) -> Heard:
    """Put the mark of a note before its first piece; what was said of the whole piece is then said of the mark too."""
    by = len(mark)
    traits = tuple(
        replace(t, start=0 if t.feature in WHOLE else t.start + by, end=t.end + by)
        for t in piece.traits
    )
    return replace(piece, text=mark + piece.text, traits=traits)
