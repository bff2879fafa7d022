"""From structure and drawn text to what each edition says, by the conventions of ``edition.projection``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from pressroom.writers.contract import LINE_END, Heard, HeardEdition
from pressroom.writers.pdf.reading.content import Drawn, Script
from pressroom.writers.pdf.reading.tree import Branch, Leaf

# Roles that stand in a line (ISO 32000-1 §14.8.4.4); all others begin a block of their own.
_INLINE = frozenset(
    {"Code", "Em", "Link", "Quote", "RB", "RP", "RT", "Reference", "Ruby", "Span", "Strong"}
)
_TEXT_BLOCKS = frozenset({"H", "P", "TD", "TH", *(f"H{level}" for level in range(1, 7))})
_SECTIONS = frozenset({"Art", "Div", "Part", "Sect"})


def hear(root: Branch, scripts: Sequence[Script]) -> tuple[HeardEdition, ...]:
    """Return the editions of a document, and behind them whatever text stands outside of them."""
    heard: set[Leaf] = set()
    editions: list[HeardEdition] = []
    outside: list[Heard] = []
    document = _document(root)
    for kid in document.kids:
        if isinstance(kid, Branch) and kid.role in _SECTIONS and kid.language:
            editions.append(HeardEdition(kid.language, _listen(kid, scripts, heard, kid.language)))
        else:
            around = Branch("P", "", "", [kid])
            outside += _listen(around, scripts, heard, root.language)
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


def _unheard(number: int, script: Script, heard: set[Leaf]) -> list[list[Drawn]]:
    return [texts for mark, texts in script.marked.items() if Leaf(number, mark) not in heard]


def _listen(
    branch: Branch, scripts: Sequence[Script], heard: set[Leaf], language: str
) -> tuple[Heard, ...]:
    listener = _Listener(scripts, heard)
    listener.block(branch, language)
    return (*listener.pieces, *listener.notes)


@dataclass(slots=True)
class _Line:
    """Text of one block as it is heard; a new baseline is the end of a line."""

    text: str = ""
    page: int = 0
    last: Drawn | None = None

    def hear(self, page: int, drawn: Iterable[Drawn]) -> None:
        for piece in drawn:
            if self.last is not None and self._is_new_line(page, piece):
                self.text += LINE_END
            self.text += piece.text
            self.page, self.last = page, piece

    def _is_new_line(self, page: int, piece: Drawn) -> bool:
        # Raised and lowered text moves by less than half an em, a new line by more than one.
        assert self.last is not None  # noqa: S101  # the caller has looked
        apart = abs(piece.baseline - self.last.baseline)
        return page != self.page or apart > 0.75 * max(piece.size, self.last.size)


@dataclass(slots=True)
class _Listener:
    """Walks the structure of an edition."""

    scripts: Sequence[Script]
    heard: set[Leaf]
    pieces: list[Heard] = field(default_factory=list[Heard])
    notes: list[Heard] = field(default_factory=list[Heard])
    line: _Line = field(default_factory=_Line)
    readings: list[Heard] = field(default_factory=list[Heard])

    def block(self, branch: Branch, around: str) -> None:
        """Hear a block: its own text up to each block in it, and these in turn."""
        language = branch.language or around
        start = len(self.pieces)
        for kid in branch.kids:
            if isinstance(kid, Leaf) or kid.role in _INLINE:
                self._inline(kid, language, self.line)
                continue
            self._flush(language)
            match kid.role:
                case "Figure":
                    self.pieces.append(Heard("alt", kid.alt, kid.language or language))
                    self._inline(kid, language, self.line)
                    self._flush(language)
                case "Lbl" if branch.role == "LI":
                    self._inline(kid, language, _Line())
                case "Note":
                    self._note(kid, language)
                case _:
                    self.block(kid, language)
        self._flush(language)
        if branch.role in _TEXT_BLOCKS and len(self.pieces) == start:
            self.pieces.append(Heard("text", "", language))

    def _inline(self, node: Branch | Leaf, around: str, line: _Line) -> None:
        if isinstance(node, Leaf):
            self.heard.add(node)
            line.hear(node.page, self.scripts[node.page].marked.get(node.mark, []))
            return
        language = node.language or around
        if node.role == "RT":
            reading = _Line()
            for kid in node.kids:
                self._inline(kid, language, reading)
            self.readings.append(Heard("reading", reading.text, language))
        else:
            for kid in node.kids:
                self._inline(kid, language, line)

    def _note(self, note: Branch, around: str) -> None:
        """Hear a note, whose mark goes before its first text, and put it behind the edition's blocks."""
        label = _Line()
        body = Branch(note.role, note.language, "")
        for kid in note.kids:
            if isinstance(kid, Branch) and kid.role == "Lbl":
                self._inline(kid, note.language or around, label)
            else:
                body.kids.append(kid)
        start = len(self.pieces)
        self.block(body, around)
        said, self.pieces = self.pieces[start:], self.pieces[:start]
        first = next((at for at, piece in enumerate(said) if piece.kind == "text"), None)
        if first is not None:
            piece = said[first]
            said[first] = Heard("text", f"{label.text.strip()} {piece.text}", piece.language)
        self.notes += said

    def _flush(self, language: str) -> None:
        if self.line.last is not None:
            self.pieces.append(Heard("text", self.line.text, language))
        self.pieces += self.readings
        self.line, self.readings = _Line(), []
