"""The drawn characters of a PDF with their places, as PDFium gives them."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from ctypes import (
    addressof,
    byref,
    c_double,
    c_int,
    c_ubyte,
    c_ulong,
    c_ushort,
    create_string_buffer,
    sizeof,
)
from dataclasses import dataclass
from typing import TYPE_CHECKING

from pressroom.merge.returned import Marks
from pressroom.readers.draft import LARGEST_TEXT, UnreadableError
from pressroom.typography.hyphenation import HYPHEN, SOFT_HYPHEN
from pressroom.writers.pdf.reading.limits import PAGES, RefusedError, weigh

if TYPE_CHECKING:
    import pypdfium2

_ENCRYPTED = "is encrypted"
_DAMAGED = "is no PDF, or is damaged"
_LONGEST_NAME = 128
_SOFT = BOM_UTF16_BE + SOFT_HYPHEN.encode("utf-16-be")
ARTIFACT = -1
"""What ``Glyph.content`` is of what a page draws besides its text."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A drawn character: from ``left`` to ``right`` on the line ``base``, counted upwards, all in points.

    ``content`` is the number of the marked-content sequence that draws it, None in no sequence and -1 in an artifact
    (ISO 32000-1 §14.6); ``marks`` are those that the tags give it. ``apart`` tells that PDFium sees a space before it, by the
    advance widths of the font, where slanted letters lean into each other.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    strong: bool
    slant: bool
    content: int | None = None
    marks: Marks = frozenset()
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """What a PDF holds: glyphs page by page, and attached files by name."""

    pages: tuple[tuple[Glyph, ...], ...]
    attached: dict[str, bytes]


def read_drawn(data: bytes) -> Drawn:
    """Read a PDF; raise ``UnreadableError`` for one that is damaged, encrypted or too large."""
    import pypdfium2

    try:
        weigh(data)
        document = pypdfium2.PdfDocument(data)
    except RefusedError as reason:
        raise UnreadableError(f"is too large to be a release: {reason}", "part it") from reason
    except pypdfium2.PdfiumError as reason:
        if "assword" in str(reason):
            raise UnreadableError(_ENCRYPTED, "save it without a password") from reason
        raise UnreadableError(_DAMAGED, "ask for it again") from reason
    try:
        if pypdfium2.raw.FPDF_GetSecurityHandlerRevision(document.raw) != -1:
            raise UnreadableError(_ENCRYPTED, "save it without a password")
        if len(document) > PAGES:
            raise UnreadableError(f"has more than {PAGES} pages", "part it")
        return Drawn(tuple(_pages(document)), dict(_attached(document)))
    except pypdfium2.PdfiumError as reason:
        raise UnreadableError(_DAMAGED, "ask for it again") from reason
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument) -> Iterator[tuple[Glyph, ...]]:
    left = LARGEST_TEXT
    for number in range(len(document)):
        page = document[number]
        text = page.get_textpage()
        left -= text.count_chars()
        if left < 0:
            raise UnreadableError("holds more text than a release may have", "part it")
        yield tuple(_glyphs(text))
        text.close()
        page.close()


def _glyphs(text: pypdfium2.PdfTextPage) -> Iterator[Glyph]:
    from pypdfium2 import raw

    high, apart = 0, False
    contents: dict[int, int | None] = {}
    name, flags = create_string_buffer(_LONGEST_NAME), c_int()
    base_x, base_y, box, matrix = c_double(), c_double(), raw.FS_RECTF(), raw.FS_MATRIX()
    for at in range(text.count_chars()):
        if raw.FPDFText_IsGenerated(text, at) == 1:
            apart = True
            continue
        code = raw.FPDFText_GetUnicode(text, at)
        if 0xD800 <= code < 0xDC00:
            high = code
            continue
        if 0xDC00 <= code < 0xE000 and high:
            code = 0x10000 + ((high - 0xD800) << 10) + (code - 0xDC00)
        high = 0
        drawing = raw.FPDFText_GetTextObject(text, at)
        if raw.FPDFText_IsHyphen(text, at) == 1:
            code = ord(SOFT_HYPHEN if _says_soft_hyphen(drawing) else HYPHEN)
        raw.FPDFText_GetCharOrigin(text, at, byref(base_x), byref(base_y))
        raw.FPDFText_GetLooseCharBox(text, at, byref(box))
        raw.FPDFText_GetMatrix(text, at, byref(matrix))
        raw.FPDFText_GetFontInfo(text, at, name, _LONGEST_NAME, byref(flags))
        font = name.value.decode("utf-8", "replace").lower()
        address = addressof(drawing.contents) if drawing else 0
        if address not in contents:
            contents[address] = _content(drawing) if drawing else None
        scale = (matrix.c**2 + matrix.d**2) ** 0.5 or 1.0
        yield Glyph(
            chr(code),
            box.left,
            box.right,
            base_y.value,
            raw.FPDFText_GetFontSize(text, at) * scale,
            "bold" in font or "black" in font,
            "italic" in font or "oblique" in font,
            contents[address],
            apart=apart,
        )
        apart = False


def _content(drawing: object) -> int | None:
    """Return the number of the marked content that an object of a page belongs to, -1 for an artifact."""
    from pypdfium2 import raw

    if (number := raw.FPDFPageObj_GetMarkedContentID(drawing)) >= 0:
        return number
    name, size = (c_ushort * _LONGEST_NAME)(), c_ulong()
    for at in range(raw.FPDFPageObj_CountMarks(drawing)):
        mark = raw.FPDFPageObj_GetMark(drawing, at)
        raw.FPDFPageObjMark_GetName(mark, name, sizeof(name), byref(size))
        if bytes(name)[: size.value].decode("utf-16-le", "replace") == "Artifact\0":
            return ARTIFACT
    return None


def _says_soft_hyphen(drawing: object) -> bool:
    """Tell whether the hyphen that an object of a page draws is said to divide a word (ISO 32000-1 §14.8.2.2.3)."""
    from pypdfium2 import raw

    said, size = (c_ubyte * len(_SOFT))(), c_ulong()
    return any(
        raw.FPDFPageObjMark_GetParamBlobValue(
            raw.FPDFPageObj_GetMark(drawing, at), b"ActualText", said, sizeof(said), byref(size)
        )
        and bytes(said) == _SOFT
        for at in range(raw.FPDFPageObj_CountMarks(drawing))
    )


def _attached(document: pypdfium2.PdfDocument) -> Iterator[tuple[str, bytes]]:
    for number in range(min(document.count_attachments(), 100)):
        attachment = document.get_attachment(number)
        yield attachment.get_name(), bytes(attachment.get_data())
