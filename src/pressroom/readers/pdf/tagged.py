"""A tagged PDF to blocks: what is a heading, a list, a table or a note, its structure tree says (ISO 32000-1 §14.8)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from pressroom.merge.returned import CALL, Marks
from pressroom.merge.units import Letter
from pressroom.readers.draft import (
    LINK,
    LOOKS_LEVEL,
    NOTE,
    Change,
    Draft,
    Grid,
    Image,
    Item,
    Letters,
    Passage,
    as_heading,
    lays_out,
    on_one_line,
    plain,
    tidy,
)
from pressroom.readers.lines import TypedLine, Words
from pressroom.readers.listed import item
from pressroom.readers.pdf.characters import ARTIFACT, Glyph
from pressroom.readers.pdf.layout import stretches
from pressroom.readers.pdf.notes import Notes, mark_length
from pressroom.readers.pdf.setting import Measure, set_in_lines
from pressroom.readers.pdf.tags import Tags, branches, leaves
from pressroom.writers.pdf.reading.tree import Branch, Leaf

_HEADINGS = {"Title": 1, "H": 2} | {f"H{level}": level for level in range(1, 7)}
_GROUPS = frozenset(
    {"Aside", "Art", "BlockQuote", "Caption", "Div", "Document", "DocumentFragment", "Index", "L", "LBody", "LI", "P", "Part", "Sect"}
) | set(_HEADINGS)  # fmt: skip
"""Roles that begin a block of their own."""
_NOTES = frozenset({"FENote", "Note"})
_CELLS = frozenset({"TD", "TH"})
_MARKS = {
    "BookTitle": "book-title",
    "Code": "code",
    "Dots": "dots",
    "Em": "slant",
    "ProperName": "proper-name",
    "Slant": "slant",
    "Strong": "strong",
    "Subscript": "subscript",
    "Superscript": "superscript",
}
_LEFT_OUT = {"Artifact": "page furniture left out", "TOC": "table of contents left out"}
_KNOWN = (
    _GROUPS | _NOTES | _CELLS | {"Figure", "Lbl", "RB", "RT", "Ruby", "Table", "TR"} | set(_MARKS) | set(_LEFT_OUT)
)  # fmt: skip
"""All other roles go with what stands round them."""
_ROW_GROUPS = frozenset({"NonStruct", "TBody", "TFoot", "THead"})
_STRAYS = 50
"""One character in so many may stand outside the tags of a file that are to be believed."""


@dataclass(frozen=True, slots=True)
class _Place:
    """What the elements round a text say of it: a heading of ``level``, in lists ``depth`` deep, part of a quotation."""

    level: int = 0
    depth: int = 0
    quoted: bool = False
    caption: bool = False


_APART = _Place(level=LOOKS_LEVEL)
"""In a cell or a note nothing is judged by its look."""


def read_tagged(tags: Tags, pages: Sequence[Sequence[Glyph]], draft: Draft) -> bool:
    """Take blocks and notes out of a tagged PDF; False, and nothing done, if its tags leave out what it says, or say it twice."""
    found = [*leaves(tags.root)]
    known = set(found)
    drawn: dict[Leaf, list[Glyph]] = {}
    strays: list[Glyph] = []
    furniture: list[Glyph] = []
    for number, page in enumerate(pages):
        for glyph in page:
            leaf = None if glyph.content is None else Leaf(number, glyph.content)
            if leaf in known:
                drawn.setdefault(leaf, []).append(glyph)
            elif glyph.content == ARTIFACT:
                furniture.append(glyph)
            elif not glyph.text.isspace():
                strays.append(glyph)
    twice = len(known) < len(found)
    if not drawn or twice or len(strays) * _STRAYS > sum(map(len, pages)):
        return False
    for line in stretches(furniture):
        draft.changes.append(Change("page furniture left out", plain(line.letters), ""))
    lines = [line for page in pages for line in stretches(page)]
    words = Words(TypedLine(line.letters, 0) for line in lines)
    reader = _Reader(drawn, tags, Measure.of(lines), words, draft)
    reader.find_notes()
    reader.children(tags.root, _Place(), frozenset())
    reader.close(_Place())
    for leaf in (leaf for leaf in drawn if leaf not in reader.heard):
        strays += drawn[leaf]
    for line in stretches(strays):
        draft.blocks.append(Passage(line.letters))
        draft.doubts.append(f"{plain(line.letters)!r} has no place in the order of the file")
    return True


@dataclass(slots=True)
class _Reader:
    drawn: Mapping[Leaf, Sequence[Glyph]]
    tags: Tags
    measure: Measure
    words: Words
    draft: Draft
    heard: set[Leaf] = field(default_factory=set[Leaf])
    _run: list[tuple[int, Glyph]] = field(default_factory=list[tuple[int, Glyph]])
    _label: str | None = None
    _notes: Notes = field(default_factory=Notes)
    _headed: bool = False
    _figures: int = 0

    def find_notes(self) -> None:
        """Name the notes, wherever they stand."""
        for branch in branches(self.tags.root):
            role = self._role(branch)
            self._headed |= role in _HEADINGS
            if role in _NOTES:
                self._notes.add(branch, self._said(branch))

    def children(self, branch: Branch, place: _Place, marks: Marks) -> None:
        """Take in what an element holds."""
        for kid in branch.kids:
            if isinstance(kid, Leaf):
                self.heard.add(kid)
                glyphs = self.drawn.get(kid, ())
                self._run += ((kid.page, replace(x, marks=x.marks | marks)) for x in glyphs)
            else:
                self._element(kid, place, marks)

    def close(self, place: _Place) -> None:
        """End the block."""
        letters = tidy(self._letters())
        if not plain(letters):
            return
        if self._label is not None and place.depth and not place.level:
            self.draft.blocks.append(item(letters, self._label, place.depth, self.draft))
            self._label = None
            return
        passage = Passage(letters, place.level, place.quoted, caption=place.caption)
        looks = None if self._headed or place != _Place() else as_heading(passage, self.draft)
        self.draft.blocks.append(looks or passage)

    def _role(self, branch: Branch) -> str:
        return self.tags.role(branch, _KNOWN)

    def _element(self, branch: Branch, place: _Place, marks: Marks) -> None:
        role = self._role(branch)
        match role:
            case _ if role in _LEFT_OUT:
                self._leave_out(_LEFT_OUT[role], branch)
            case "Figure":
                self.close(place)
                self._figure(branch, place)
            case "Table":
                self.close(place)
                self._table(branch, place)
            case _ if role in _NOTES:
                self.close(place)
                self._note(branch)
            case "Lbl" if place.depth:
                self._label = self._said(branch)
                self.heard.update(leaves(branch))
            case "Ruby":
                readings = [x for x in branches(branch) if self._role(x) == "RT"]
                reading = "".join(map(self._said, readings))
                self.children(branch, place, marks | {("ruby", reading)} if reading else marks)
            case "RT":
                self.heard.update(leaves(branch))
            case _ if role in _GROUPS:
                self.close(place)
                inner = self._place(role, place)
                self.children(branch, inner, marks)
                self.close(inner)
            case _:
                self.children(branch, place, marks | self._marks(branch, role))

    def _place(self, role: str, place: _Place) -> _Place:
        match role:
            case _ if role in _HEADINGS:
                return replace(place, level=_HEADINGS[role])
            case "BlockQuote":
                return replace(place, quoted=True)
            case "Caption":
                return replace(place, caption=True)
            case "L":
                return replace(place, depth=place.depth + 1)
            case "LI":
                if self._label:
                    self.draft.changes.append(Change("mark of nothing left out", self._label, ""))
                self._label = ""
                return place
            case _:
                return place

    def _marks(self, branch: Branch, role: str) -> Marks:
        marks = {(_MARKS[role], "")} if role in _MARKS else set[tuple[str, str]]()
        if LINK.match(branch.target):
            marks.add(("link", branch.target))
        elif name := self._notes.called(branch, role, self._said):
            marks.add((NOTE, name))
        return frozenset(marks)

    def _letters(self) -> Letters:
        """Return what was taken in since the last block, a call of a note as one letter."""
        run, self._run = self._run, []
        letters: list[Letter] = []
        for note, group in groupby(
            set_in_lines(run, self.measure, self.words, self.draft) if run else (),
            key=lambda letter: next((x for x in letter.marks if x[0] == NOTE), None),
        ):
            letters += [Letter(CALL, frozenset({note}), None)] if note else group
        return tuple(letters)

    def _said(self, branch: Branch) -> str:
        """Return the letters that an element draws."""
        drawn = (self.drawn.get(leaf, ()) for leaf in leaves(branch))
        return "".join(glyph.text for glyphs in drawn for glyph in glyphs).strip()

    def _leave_out(self, what: str, branch: Branch) -> None:
        self.heard.update(leaves(branch))
        if text := self._said(branch):
            self.draft.changes.append(Change(what, text, ""))

    def _figure(self, branch: Branch, place: _Place) -> None:
        """Keep the place of a picture, which stays in the file, and take in what is written under it."""
        captions = [x for x in _branches(branch) if self._role(x) == "Caption"]
        drawn = [kid for kid in branch.kids if kid not in captions]
        self._leave_out("text in a picture left out", Branch("Figure", kids=drawn))
        if branch.alt:
            self._figures += 1
            self.draft.blocks.append(Image(f"figure-{self._figures}.png", branch.alt))
        else:
            self.draft.doubts.append("a picture without alternative text was left in the file")
        for caption in captions:
            self._element(caption, place, frozenset())

    def _table(self, branch: Branch, place: _Place) -> None:
        """Take in a table, or what a table lays out."""
        rows = [
            [cell for cell in _branches(row) if self._role(cell) in _CELLS]
            for row in self._rows(branch)
        ]
        inner = any(self._role(x) in {"Figure", "Table"} for x in branches(branch))
        if lays_out(rows, holds_more=inner):
            self.children(branch, place, frozenset())
            self.close(place)
            return
        for caption in _branches(branch):
            if self._role(caption) == "Caption":
                self._element(caption, place, frozenset())
        self.draft.blocks.append(Grid(tuple(tuple(map(self._apart, row)) for row in rows if row)))

    def _rows(self, branch: Branch) -> Iterator[Branch]:
        for kid in _branches(branch):
            role = self._role(kid)
            if role == "TR":
                yield kid
            elif role in _ROW_GROUPS:
                yield from self._rows(kid)

    def _note(self, branch: Branch) -> None:
        said = self._apart(branch)
        self.draft.notes[self._notes.name_of(branch)] = said[mark_length(plain(said)) :]

    def _apart(self, branch: Branch) -> Letters:
        """Return what an element says that stands apart from the text, on one line."""
        inner = replace(self, draft=replace(self.draft, blocks=[]), _run=[], _label=None)
        inner.children(branch, _APART, frozenset())
        inner.close(_APART)
        texts = (x.letters for x in inner.draft.blocks if isinstance(x, Passage | Item))
        return on_one_line(texts)


def _branches(branch: Branch) -> list[Branch]:
    return [kid for kid in branch.kids if isinstance(kid, Branch)]
