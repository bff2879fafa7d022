"""The elements of a page to the blocks of a draft."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

from pressroom.merge.returned import CALL, Marks
from pressroom.merge.units import Letter
from pressroom.readers.draft import (
    LARGEST_TEXT,
    LINK,
    NOTE,
    Change,
    Draft,
    Grid,
    Image,
    Item,
    Letters,
    Passage,
    UnreadableError,
    as_heading,
    columns_of,
    lays_out,
    line_by_line,
    plain,
    tidy,
)
from pressroom.readers.html.elements import (
    INLINE,
    alignment_of,
    attributes_of,
    division_of,
    language_in,
    left_out,
    marks_of,
    tag_of,
    text_in,
)
from pressroom.readers.html.notes import called, is_note, is_way_back
from pressroom.readers.pictures import Pictures
from pressroom.source.markdown.inline.line_ends import fills_cell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_DEEPEST = 200
_NUMBER = re.compile("[0-9]{1,9}")
_DATA = re.compile(r"data:image/[a-z+]+(?P<packed>;base64)?,(?P<data>.*)", re.DOTALL)
_BESIDE = re.compile(r"(?:[\w.-]+/)*([\w-]+\.(?:png|jpe?g|svg))", re.IGNORECASE)
"""The address of a picture in the folder of its page, or in one below."""
_SPACES = re.compile("[ \t\r\n\f]+")


@dataclass(slots=True)
class Page:
    """Puts what it is given into a draft.

    ``notes`` are names for notes by their ids, ``files`` what lies beside the page by its address; ``size`` counts the characters that were taken in.
    """

    draft: Draft
    pictures: Pictures
    notes: Mapping[str, str]
    files: Mapping[str, bytes]
    size: int = 0
    _line: list[Letter] = field(default_factory=list[Letter])
    _level: int = 0
    _quoted: bool = False
    _caption: bool = False
    _lists: list[int | None] = field(default_factory=list[int | None])
    _item: bool = False

    def element(self, node: Element, marks: Marks, depth: int) -> None:
        """Take in an element and what it holds."""
        if depth > _DEEPEST:
            raise UnreadableError(f"is nested more than {_DEEPEST} deep", "save the release alone")
        tag, given = tag_of(node), attributes_of(node)
        what = "mark of a note left out" if is_way_back(given) else left_out(tag, given)
        if what is not None:
            self._leave_out(what, text_in(node))
        elif is_note(given) and (name := self.notes[given["id"]]) not in self.draft.notes:
            self.close()
            self.draft.notes[name] = self._cell(node, frozenset(), depth)
        elif name := self.notes.get(called(given)):
            self._line.append(Letter(CALL, frozenset({(NOTE, name)}), None))
        else:
            marks |= {(kind, "") for kind in marks_of(tag, given)}
            if tag == "a" and LINK.match(given.get("href", "")):
                marks |= {("link", given["href"].strip())}
            self._read(node, tag, marks, depth)

    def content(self, node: Element, marks: Marks, depth: int) -> None:
        """Take in what an element holds."""
        self._say(node.text or "", marks)
        for child in node:
            self.element(child, marks, depth + 1)
            self._say(child.tail or "", marks)

    def close(self) -> None:
        """End the paragraph."""
        letters = tidy(self._line)
        self._line.clear()
        if not plain(letters).strip():
            return
        if self._item and self._lists:
            self.draft.blocks.append(Item(letters, len(self._lists), self._lists[-1]))
            if self._lists[-1] is not None:
                self._lists[-1] += 1
            self._item = False
            return
        passage = Passage(letters, self._level, self._quoted, caption=self._caption)
        looks = None if self._level or self._caption else as_heading(passage, self.draft)
        self.draft.blocks.append(looks or passage)

    def _read(self, node: Element, tag: str, marks: Marks, depth: int) -> None:
        match tag:
            case "br":
                self._line.append(Letter("\n", marks, None))
            case "img":
                self._picture(attributes_of(node))
            case "table":
                self._table(node, marks, depth)
            case "ruby":
                reading = "".join(text_in(x) for x in node if tag_of(x) == "rt")
                self.content(node, marks | {("ruby", reading)} if reading else marks, depth)
            case "rt":
                pass
            case _ if tag in INLINE:
                language = language_in(attributes_of(node))
                self.content(node, marks | {("lang", language)} if language else marks, depth)
            case _:
                self._block(node, tag, marks, depth)

    def _block(self, node: Element, tag: str, marks: Marks, depth: int) -> None:
        self.close()
        if role := division_of(attributes_of(node)):
            text = _SPACES.sub(" ", text_in(node)).strip()
            self.draft.changes.append(Change("division left out", f"{{.{role}}} {text}", text))
        level, quoted, item, caption = self._level, self._quoted, self._item, self._caption
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        self._quoted |= tag == "blockquote"
        self._caption |= tag in {"figcaption", "caption"}
        if tag in {"ul", "ol"}:
            start = attributes_of(node).get("start", "")
            first = int(start) if _NUMBER.fullmatch(start) else 1
            self._lists.append(first if tag == "ol" else None)
        self._item = self._item or tag == "li"
        self.content(node, marks, depth)
        self.close()
        if tag in {"ul", "ol"}:
            self._lists.pop()
        self._level, self._quoted, self._item = level, quoted, item and self._item
        self._caption = caption

    def _say(self, text: str, marks: Marks) -> None:
        self.size += len(text)
        if self.size > LARGEST_TEXT:
            raise UnreadableError("holds more text than a release may have", "part it")
        joined = _SPACES.sub(lambda found: _space(text, found), text)
        self._line += (Letter(char, marks, None) for char in joined)

    def _leave_out(self, what: str, text: str) -> None:
        if what and (text := _SPACES.sub(" ", text).strip()):
            self.draft.changes.append(Change(what, text, ""))

    def _picture(self, given: Mapping[str, str]) -> None:
        address, alt = given.get("src", ""), given.get("alt", "")
        if address in self.files:
            image = self.pictures.take(address, self.files[address], alt)
        elif found := _DATA.match(address):
            image = self.pictures.take("in the page", _carried(found), alt)
        else:
            self._distant_picture(address, alt)
            return
        if image:
            self.close()
            self.draft.blocks.append(image)

    def _distant_picture(self, address: str, alt: str) -> None:
        """Keep the place of a picture that lies beside the page; leave out one that is somewhere else."""
        name = _BESIDE.fullmatch(address)
        if name:
            self.close()
            self.draft.blocks.append(Image(name[1], alt))
            return
        self.draft.changes.append(Change("picture left out", address[:200], ""))
        what = f"the picture {address[:200]!r} is not in the file: put it beside the source"
        self.draft.doubts.append(what)

    def _table(self, node: Element, marks: Marks, depth: int) -> None:
        rows = [[cell for cell in row if tag_of(cell) in {"td", "th"}] for row in node.iter("tr")]
        rows = [row for row in rows if row]
        inner = next(node.iterdescendants("table", "img"), None)
        if lays_out(rows, holds_more=inner is not None):
            self._block(node, "div", marks, depth)
            return
        self.close()
        grid = tuple(tuple(self._cell(cell, marks, depth) for cell in row) for row in rows)
        for caption in node.iterdescendants("caption"):
            self.element(caption, marks, depth + 1)
        aligned = columns_of([list(map(alignment_of, row)) for row in rows])
        self.draft.blocks.append(Grid(grid, alignments=aligned))

    def _cell(self, node: Element, marks: Marks, depth: int) -> Letters:
        inner = replace(
            self, draft=Draft(), _line=[], _caption=False, _lists=[], _item=False, _level=9
        )
        inner.content(node, marks, depth + 1)
        inner.close()
        self.size = inner.size
        self.draft.changes += inner.draft.changes
        return line_by_line(x.letters for x in inner.draft.blocks if isinstance(x, Passage | Item))


def _carried(found: re.Match[str]) -> bytes:
    """Return the picture that its own address holds, ``b""`` if that is broken."""
    data = unquote_to_bytes(found["data"])
    try:
        return b64decode(data) if found["packed"] else data
    except NotBase64:
        return b""


def _space(text: str, found: re.Match[str]) -> str:
    """Return what white space stands for; a line end between Han is nothing (CSS Text 3 §4.1.3)."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if "\n" in found[0] and before and after and fills_cell(before) and fills_cell(after):
        return ""
    return " "
