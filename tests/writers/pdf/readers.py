"""Other people's readers of PDF: what they copy and what they draw. None of them has types that a checker can follow."""

from __future__ import annotations

from importlib import import_module
from io import BytesIO
from typing import Any

from validators import poppler


def by_pdfium(data: bytes) -> str:
    document = _library("pypdfium2").PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


def by_mupdf(data: bytes) -> str:
    with _library("pymupdf").open(stream=data, filetype="pdf") as document:
        return "".join(page.get_text() for page in document)


def by_pdfminer(data: bytes) -> str:
    return _library("pdfminer.high_level").extract_text(BytesIO(data))


def by_pypdf(data: bytes) -> str:
    return "".join(page.extract_text() for page in _library("pypdf").PdfReader(BytesIO(data)).pages)


READERS = (by_pdfium, by_mupdf, by_pdfminer, by_pypdf, poppler.text)


def drawn_by_mupdf(data: bytes, page: int) -> bytes:
    with _library("pymupdf").open(stream=data, filetype="pdf") as document:
        return document[page - 1].get_pixmap(dpi=100).tobytes("png")


def drawn_by_pdfium(data: bytes, page: int) -> bytes:
    out = BytesIO()
    document = _library("pypdfium2").PdfDocument(data)
    document[page - 1].render(scale=100 / 72).to_pil().save(out, "PNG")
    return out.getvalue()


VIEWERS = (drawn_by_mupdf, drawn_by_pdfium)


def faces(data: bytes, characters: str) -> set[str]:
    """Return the faces in which the characters are drawn on the first page."""
    with _library("pymupdf").open(stream=data, filetype="pdf") as document:
        return {
            span["font"]
            for block in document[0].get_text("rawdict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
            for char in span["chars"]
            if char["c"] in characters
        }


def metrics(font: bytes) -> tuple[float, float, float]:
    """Return ascent, descent and line gap of a font in em."""
    tables = _library("fontTools.ttLib").TTFont(BytesIO(font))
    height, units = tables["hhea"], tables["head"].unitsPerEm
    return height.ascent / units, height.descent / units, height.lineGap / units


def _library(name: str) -> Any:  # noqa: ANN401  # that is the point of it
    return import_module(name)
