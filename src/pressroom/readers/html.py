"""A web page, or what Word saves as one, to a draft: nothing is fetched, nothing is run."""

from __future__ import annotations

import re
from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast
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
    lays_out,
    on_one_line,
    plain,
    tidy,
)
from pressroom.readers.html_notes import called, is_note, is_way_back, notes_of
from pressroom.readers.pictures import Pictures
from pressroom.source.markdown.inline.line_ends import fills_cell

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

_LARGEST_FILE = 32 * 1024 * 1024
_DEEPEST = 200
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_-]+)""")
_ENCODINGS = {
    **dict.fromkeys(("utf-8", "utf8"), "utf-8"),
    **dict.fromkeys(("utf-16", "utf-16le", "unicode"), "utf-16-le"),
    **dict.fromkeys(("big5", "big5-hkscs", "cn-big5", "x-x-big5"), "big5hkscs"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("iso-8859-1", "windows-1252", "us-ascii", "ascii", "cp1252"), "cp1252"),
}
"""The names of encodings that pages of Hong Kong give themselves, as the WHATWG Encoding Standard §4.2 reads them."""

_LEFT_OUT = {
    **dict.fromkeys(("script", "noscript", "template"), "script left out"),
    **dict.fromkeys(("iframe", "object", "embed", "applet", "video", "audio", "canvas", "svg"), "embedded object left out"),
    **dict.fromkeys(("button", "select", "textarea", "input", "form"), "form left out"),
    "nav": "navigation left out",
    "title": "title of the page left out",
    "style": "",
    "rp": "",
}  # fmt: skip
_MARKS = {
    **dict.fromkeys(("b", "strong"), "strong"),
    **dict.fromkeys(("i", "em", "cite", "dfn"), "slant"),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), "code"),
    "sup": "superscript",
    "sub": "subscript",
}
_STYLES = (
    (re.compile(r"font-weight:\s*(?:bold|[6-9]00)"), "strong"),
    (re.compile(r"font-style:\s*(?:italic|oblique)"), "slant"),
)
_HIDDEN = re.compile(r"display:\s*none|visibility:\s*hidden|mso-hide:\s*all")
_INLINE = frozenset(
    {"a", "abbr", "bdi", "bdo", "big", "del", "font", "ins", "label", "mark", "q", "ruby", "rb", "rt", "s", "small", "span", "strike", "time", "u", "wbr", "data", "acronym", *_MARKS}
)  # fmt: skip
_NUMBER = re.compile("[0-9]{1,9}")
_DATA = re.compile(r"data:image/[a-z+]+(?P<packed>;base64)?,(?P<data>.*)", re.DOTALL)
_BESIDE = re.compile(r"(?:[\w.-]+/)*([\w-]+\.(?:png|jpe?g|svg))", re.IGNORECASE)
"""The address of a picture in the folder of its page, or in one below."""
_SPACES = re.compile("[ \t\r\n\f]+")


def read_html(data: bytes, stem: str) -> Draft:
    """Take apart a page; pictures that it holds are named by ``stem``. Raises ``UnreadableError``."""
    from lxml import etree

    if len(data) > _LARGEST_FILE:
        raise UnreadableError("is too large for a page", "save the release alone")
    text = _decoded(data).replace("\0", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True
    )
    parse = cast("Callable[[bytes, object], Element | None]", etree.fromstring)
    try:
        root = parse(text.encode(), parser)
    except etree.XMLSyntaxError as fault:
        raise UnreadableError(f"is no page: {fault}", "save the release alone") from fault
    draft = Draft()
    if root is not None:
        reader = _Reader(draft, Pictures(draft, stem), notes_of(root))
        reader.element(root, frozenset(), 0)
        reader.close()
    return draft


def _decoded(data: bytes) -> str:
    marks = {b"\xef\xbb\xbf": "utf-8", b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
    encoding = next((name for mark, name in marks.items() if data.startswith(mark)), "")
    if not encoding:
        declared = _DECLARED.search(data[:4096])
        name = declared[1].decode().lower() if declared else "utf-8"
        encoding = _ENCODINGS.get(name, "")
        if not encoding:
            raise UnreadableError(f"is in the encoding {name}", "save it as UTF-8")
    try:
        return data.decode(encoding).removeprefix("\ufeff")
    except UnicodeDecodeError as fault:
        hint = "save it as UTF-8"
        raise UnreadableError(f"is not in {encoding}, as it says: {fault.reason}", hint) from fault


@dataclass(slots=True)
class _Reader:
    draft: Draft
    pictures: Pictures
    notes: Mapping[str, str]
    _line: list[Letter] = field(default_factory=list[Letter])
    _size: int = 0
    _level: int = 0
    _quoted: bool = False
    _caption: bool = False
    _lists: list[int | None] = field(default_factory=list[int | None])
    _item: bool = False

    def element(self, node: Element, marks: Marks, depth: int) -> None:
        """Take in an element and what it holds."""
        if depth > _DEEPEST:
            raise UnreadableError(f"is nested more than {_DEEPEST} deep", "save the release alone")
        tag = _tag(node)
        given = _attributes(node)
        style = given.get("style", "").lower()
        if tag in _LEFT_OUT or "hidden" in given or _HIDDEN.search(style):
            self._leave_out(_LEFT_OUT.get(tag, "hidden text left out"), _text(node))
            return
        if tag == "del":
            self._leave_out("deletion accepted", _text(node))
            return
        if is_way_back(given):
            self._leave_out("mark of a note left out", _text(node))
            return
        if is_note(given) and (name := self.notes[given["id"]]) not in self.draft.notes:
            self.close()
            self.draft.notes[name] = self._cell(node, frozenset(), depth)
            return
        if name := self.notes.get(called(given)):
            self._line.append(Letter(CALL, frozenset({(NOTE, name)}), None))
            return
        kinds = {_MARKS[tag]} if tag in _MARKS else set[str]()
        kinds |= {kind for pattern, kind in _STYLES if pattern.search(style)}
        marks |= {(kind, "") for kind in kinds}
        if tag == "a" and LINK.match(given.get("href", "")):
            marks |= {("link", given["href"].strip())}
        match tag:
            case "br":
                self._line.append(Letter("\n", marks, None))
            case "img":
                self._picture(given)
            case "table":
                self._table(node, marks, depth)
            case "ruby":
                reading = "".join(_text(x) for x in node if _tag(x) == "rt")
                self._content(node, marks | {("ruby", reading)} if reading else marks, depth)
            case "rt":
                pass
            case _ if tag in _INLINE:
                self._content(node, marks, depth)
            case _:
                self._block(node, tag, marks, depth)

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

    def _block(self, node: Element, tag: str, marks: Marks, depth: int) -> None:
        self.close()
        level, quoted, item, caption = self._level, self._quoted, self._item, self._caption
        if re.fullmatch("h[1-6]", tag):
            self._level = int(tag[1])
        self._quoted |= tag == "blockquote"
        self._caption |= tag in {"figcaption", "caption"}
        if tag in {"ul", "ol"}:
            start = _attributes(node).get("start", "")
            first = int(start) if _NUMBER.fullmatch(start) else 1
            self._lists.append(first if tag == "ol" else None)
        self._item = self._item or tag == "li"
        self._content(node, marks, depth)
        self.close()
        if tag in {"ul", "ol"}:
            self._lists.pop()
        self._level, self._quoted, self._item = level, quoted, item and self._item
        self._caption = caption

    def _content(self, node: Element, marks: Marks, depth: int) -> None:
        self._say(node.text or "", marks)
        for child in node:
            self.element(child, marks, depth + 1)
            self._say(child.tail or "", marks)

    def _say(self, text: str, marks: Marks) -> None:
        self._size += len(text)
        if self._size > LARGEST_TEXT:
            raise UnreadableError("holds more text than a release may have", "part it")
        joined = _SPACES.sub(lambda found: _space(text, found), text)
        self._line += (Letter(char, marks, None) for char in joined)

    def _leave_out(self, what: str, text: str) -> None:
        if what and (text := _SPACES.sub(" ", text).strip()):
            self.draft.changes.append(Change(what, text, ""))

    def _picture(self, given: Mapping[str, str]) -> None:
        address = given.get("src", "")
        found = _DATA.match(address)
        if not found:
            self._distant_picture(address, given.get("alt", ""))
            return
        try:
            data = unquote_to_bytes(found["data"])
            data = b64decode(data) if found["packed"] else data
        except NotBase64:
            data = b""
        image = self.pictures.take("in the page", data, given.get("alt", ""))
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
        rows = [[cell for cell in row if _tag(cell) in {"td", "th"}] for row in node.iter("tr")]
        rows = [row for row in rows if row]
        inner = next(node.iterdescendants("table", "img"), None)
        if lays_out(rows, holds_more=inner is not None):
            self._block(node, "div", marks, depth)
            return
        self.close()
        grid = tuple(tuple(self._cell(cell, marks, depth) for cell in row) for row in rows)
        for caption in node.iterdescendants("caption"):
            self.element(caption, marks, depth + 1)
        self.draft.blocks.append(Grid(grid))

    def _cell(self, node: Element, marks: Marks, depth: int) -> Letters:
        inner = replace(
            self, draft=Draft(), _line=[], _caption=False, _lists=[], _item=False, _level=9
        )
        inner._content(node, marks, depth + 1)  # noqa: SLF001
        inner.close()
        self._size = inner._size  # noqa: SLF001
        self.draft.changes += inner.draft.changes
        return on_one_line(x.letters for x in inner.draft.blocks if isinstance(x, Passage | Item))


def _space(text: str, found: re.Match[str]) -> str:
    """Return what white space stands for; a line end between Han is nothing (CSS Text 3 §4.1.3)."""
    before, after = text[found.start() - 1 : found.start()], text[found.end() : found.end() + 1]
    if "\n" in found[0] and before and after and fills_cell(before) and fills_cell(after):
        return ""
    return " "


def _tag(node: Element) -> str:
    return node.tag.lower()


def _attributes(node: Element) -> Mapping[str, str]:
    return {str(name).lower(): str(value) for name, value in node.attrib.items()}


def _text(node: Element) -> str:
    return "".join(str(text) for text in node.itertext())
