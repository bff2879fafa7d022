"""Poppler: the PDF library of most free viewers; what it cannot read, readers cannot."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from validators.tool import program, run


@dataclass(frozen=True, slots=True)
class Font:
    """One font of a PDF, as ``pdffonts`` lists it."""

    name: str
    embedded: bool
    subset: bool
    unicode: bool


def validate(document: bytes) -> list[str]:
    """List what Poppler complains of, and fonts that are not embedded or have no way back to Unicode; raises MissingToolError."""
    faults = _run("pdftotext", document, "-")[1].splitlines()
    if faults:
        return faults
    return [
        *(f"font {font.name} is not embedded" for font in fonts(document) if not font.embedded),
        *(f"font {font.name} has no Unicode map" for font in fonts(document) if not font.unicode),
    ]


def fonts(document: bytes) -> list[Font]:
    """List the fonts of a PDF; raises MissingToolError."""
    # name, type, encoding (each may hold spaces), then emb sub uni and the two numbers of the object
    lines = [line.split() for line in _run("pdffonts", document)[0].splitlines()[2:]]
    return [
        Font(words[0], words[-5] == "yes", words[-4] == "yes", words[-3] == "yes")
        for words in lines
    ]


def text(document: bytes) -> str:
    """Read the text of a PDF in reading order, pages ended by form feeds; raises MissingToolError."""
    return _run("pdftotext", document, "-")[0]


def structure(document: bytes) -> str:
    """Draw the tag tree of a PDF with its text, one element a line; raises MissingToolError."""
    return _run("pdfinfo", document, options=("-struct-text",))[0]


def picture(document: bytes, page: int = 1, resolution: int = 100) -> bytes:
    """Draw one page as PNG, at a resolution in dots an inch; raises MissingToolError."""
    number = str(page)
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(document)
        run(
            *(program("pdftoppm"), "-png", "-singlefile", "-r", str(resolution)),
            *("-f", number, "-l", number, str(path), str(Path(folder, "page"))),
        )
        return Path(folder, "page.png").read_bytes()


def _run(
    name: str, document: bytes, *outputs: str, options: tuple[str, ...] = ()
) -> tuple[str, str]:
    """Run one of Poppler's programs over a PDF; gives what it printed as result and as complaint."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(document)
        done = run(program(name), *options, str(path), *outputs)
    return done.stdout, done.stderr
