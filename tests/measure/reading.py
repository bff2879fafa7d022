"""What five readers copy out of a PDF, page by page (cjk-rules M6): ``python -m measure.reading RELEASE``.

Printed are the spaces that each puts between two Han characters of a release.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Mapping
from io import BytesIO
from itertools import pairwise
from pathlib import Path

from pressroom.press.job import Order, set_up
from pressroom.typography.characters import Nature, nature
from pressroom.writers.pdf.write import pdf_bytes
from validators import poppler


def by_poppler(data: bytes) -> list[str]:
    """Read as pdftotext does."""
    return poppler.text(data).split("\f")[:-1]


def by_pdfium(data: bytes) -> list[str]:
    """Read as Chrome does."""
    import pypdfium2

    return [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data)]


def by_pdfminer(data: bytes) -> list[str]:
    """Read as pdfminer.six does."""
    from pdfminer.high_level import extract_text

    return extract_text(BytesIO(data)).split("\f")[:-1]


def by_pypdf(data: bytes) -> list[str]:
    """Read as pypdf does."""
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(BytesIO(data)).pages]


def by_mupdf(data: bytes) -> list[str]:
    """Read as MuPDF does."""
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as document:
        return [str(page.get_text()) for page in document]


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "poppler": by_poppler,
    "pdfium": by_pdfium,
    "pdfminer": by_pdfminer,
    "pypdf": by_pypdf,
    "mupdf": by_mupdf,
}


def normalised(text: str) -> str:
    """Take away what a reader may make of a drawn gap or of a line end, and nothing else (cjk-rules S14a).

    White space goes beside a line end and between a Han cell and a letter or figure, and several spaces are one. A space
    between two cells stays: no reader may put one there.
    """
    text = re.sub(" {2,}", " ", text)
    text = re.sub(r"\s*[\r\n]\s*", lambda found: _line_end(text, *found.span()), text.strip())
    return "".join(
        char
        for at, char in enumerate(text)
        if char != " " or not _mixed(text[at - 1 : at], text[at + 1 : at + 2])
    )


def _line_end(text: str, start: int, end: int) -> str:
    before, after = text[start - 1 : start], text[end : end + 1]
    return "" if _is_cell(before) or _is_cell(after) else " "


def _mixed(before: str, after: str) -> bool:
    return _is_cell(before) != _is_cell(after)


def _is_cell(char: str) -> bool:
    return bool(char) and nature(char) is Nature.CELL


def parted(text: str) -> int:
    """Count the spaces between two cells."""
    words = normalised(text).split(" ")
    return sum(_is_cell(one[-1:]) and _is_cell(other[:1]) for one, other in pairwise(words))


def main(arguments: list[str]) -> None:
    galley = set_up(Order(Path(arguments[0]), ()))
    data = pdf_bytes(galley.resolved, galley.world)
    for name, read in READERS.items():
        sys.stdout.write(f"{name}: {parted(chr(10).join(read(data)))}\n")


if __name__ == "__main__":
    main(sys.argv[1:])
