"""A PDF as PDFium reads it, the library of Chrome: text by marked-content sequence. It shares no code with writer or reader."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Callable, Iterator
from ctypes import byref, c_uint, create_string_buffer
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pypdfium2

HYPHEN = "\u00ad"
"""What PDFium takes for the hyphen of a divided word."""

_UNMARKED = -1


@dataclass(frozen=True, slots=True)
class Extract:
    """The characters of one marked-content sequence; ``page`` counts from 1, on each the structure gives the order.

    Spaces and line ends are left out: some are in the file and some are guesses by the gaps between characters.
    """

    page: int
    text: str


@dataclass(frozen=True, slots=True)
class Unseen:
    """Characters that are drawn and cannot be seen, and why."""

    page: int
    why: str


@dataclass(frozen=True, slots=True)
class _Character:
    text: str
    mark: int


def extracts(data: bytes) -> tuple[Extract, ...]:
    """Read all marked content of a PDF; furniture, which is an artifact and has no number, is left out."""
    found: list[Extract] = []
    for number, page in pages(data):
        marked: list[tuple[int, str]] = []
        for mark, group in groupby(_characters(page), key=lambda one: one.mark):
            units = "".join(one.text for one in group)
            text = units.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
            if mark != _UNMARKED and text:
                marked.append((mark, text))
        order = {mark: at for at, mark in enumerate(_structure(page))}
        marked.sort(key=lambda one: order.get(one[0], len(order)))
        found += (Extract(number, text) for _, text in marked)
    return tuple(found)


@dataclass(frozen=True, slots=True)
class Tagged:
    """A structure element: its role, its alternative text, the numbers of its marked content."""

    role: str
    alt: str
    marks: tuple[int, ...]


def elements(page: pypdfium2.PdfPage) -> Iterator[Tagged]:
    """Yield the structure elements of a page that hold marked content themselves, in their order."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    waiting = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, at)
        for at in reversed(range(raw.FPDF_StructTree_CountChildren(tree)))
    ]
    while waiting:
        node = waiting.pop()
        if not node:
            continue
        count = range(raw.FPDF_StructElement_CountChildren(node))
        marks = (raw.FPDF_StructElement_GetChildMarkedContentID(node, at) for at in count)
        if held := tuple(mark for mark in marks if mark >= 0):
            yield Tagged(
                _string(raw.FPDF_StructElement_GetType, node),
                _string(raw.FPDF_StructElement_GetAltText, node),
                held,
            )
        waiting += (raw.FPDF_StructElement_GetChildAtIndex(node, at) for at in reversed(count))
    raw.FPDF_StructTree_Close(tree)


def _string(ask: Callable[[object, object, int], int], node: object) -> str:
    """Return what PDFium tells of an element: UTF-16 with a NUL behind it, once its length is known."""
    length = ask(node, None, 0)
    told = create_string_buffer(length)
    ask(node, told, length)
    return told.raw[:-2].decode("utf-16-le", "replace")


def furniture(data: bytes) -> tuple[str, ...]:
    """Return for each page the characters that no tag knows of."""
    return tuple(
        "".join(one.text for one in _characters(page) if one.mark == _UNMARKED)
        for _, page in pages(data)
    )


def _structure(page: pypdfium2.PdfPage) -> Iterator[int]:
    """Yield the numbers of a page's marked content in the order of the structure, as far as PDFium follows it."""
    from pypdfium2 import raw

    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return
    waiting: list[object] = [
        raw.FPDF_StructTree_GetChildAtIndex(tree, at)
        for at in reversed(range(raw.FPDF_StructTree_CountChildren(tree)))
    ]
    while waiting:
        node = waiting.pop()
        if isinstance(node, int):
            yield node
        elif node:
            for at in reversed(range(raw.FPDF_StructElement_CountChildren(node))):
                mark = raw.FPDF_StructElement_GetChildMarkedContentID(node, at)
                inner = raw.FPDF_StructElement_GetChildAtIndex(node, at)
                waiting.append(mark if mark >= 0 else inner)
    raw.FPDF_StructTree_Close(tree)


def unseen(data: bytes, paper: str) -> tuple[Unseen, ...]:
    """Find characters outside of their page, without size, without ink, or in the ink of the paper (six hex digits)."""
    white = tuple(bytes.fromhex(paper))
    found: dict[Unseen, None] = {}
    for number, page in pages(data):
        width, height = page.get_size()
        text = page.get_textpage()
        for at in range(text.count_chars()):
            if why := _unseen(text, at, (width, height), white):
                found[Unseen(number, why)] = None
    return tuple(found)


def pages(data: bytes) -> Iterator[tuple[int, pypdfium2.PdfPage]]:
    """Yield the pages of a PDF with their numbers from 1, each to be used before the next."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        for number in range(len(document)):
            yield number + 1, document[number]
    finally:
        document.close()


def _characters(page: pypdfium2.PdfPage) -> Iterator[_Character]:
    from pypdfium2 import raw

    text = page.get_textpage()
    mark = _UNMARKED
    for at in range(text.count_chars()):
        drawn = raw.FPDFText_GetTextObject(text, at)
        if drawn:
            mark = raw.FPDFPageObj_GetMarkedContentID(drawn)
        if raw.FPDFText_IsGenerated(text, at) == 1:
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        if raw.FPDFText_IsHyphen(text, at) == 1:
            yield _Character(HYPHEN, mark)
        elif code and not (code < 0x10000 and chr(code).isspace()):
            yield _Character(chr(code), mark)


def _unseen(
    text: pypdfium2.PdfTextPage, at: int, page: tuple[float, float], paper: tuple[int, ...]
) -> str:
    from pypdfium2 import raw

    if raw.FPDFText_IsGenerated(text, at) == 1 or chr(raw.FPDFText_GetUnicode(text, at)).isspace():
        return ""
    box = raw.FS_RECTF()
    if raw.FPDFText_GetLooseCharBox(text, at, byref(box)):
        if box.right < 0 or box.top < 0 or box.left > page[0] or box.bottom > page[1]:
            return "outside of its page"
        if max(abs(box.top - box.bottom), abs(box.right - box.left)) < 0.5:
            return "without size"
    ink = [c_uint() for _ in range(4)]
    if raw.FPDFText_GetFillColor(text, at, *map(byref, ink)):
        if ink[3].value == 0:
            return "without ink"
        if tuple(part.value for part in ink[:3]) == paper:
            return "in the ink of the paper"
    return ""
