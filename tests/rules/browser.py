"""The same samples set by Chromium: what another engine makes of a rule, and of a book (cjk-rules M9)."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

from measure.cells import Line, Page, pages
from rules.case import Sample
from rules.press import EM, LEADING, LEFT, TOP, file
from validators.tool import program, run


def printed(texts: list[str], declarations: str) -> list[Line]:
    """Set lines of Hong Kong Chinese with some CSS.

    Chromium writes one character for all that share a glyph, so the cells are given back what they were set from.
    """
    body = "".join(f"<p>{escape(text)}</p>" for text in texts)
    sheet = (
        f"@page {{ size: 600pt 800pt; margin: {TOP}pt {LEFT}pt }} body {{ margin: 0 }} "
        f"p {{ break-after: page; margin: 0; white-space: nowrap; {declarations}; "
        f'font: {EM}pt/{LEADING}pt "Noto Serif CJK HK" }}'
    )
    document = (
        f'<!doctype html><html lang="zh-HK"><meta charset="utf-8"><style>{sheet}</style>{body}'
    )
    with TemporaryDirectory() as folder:
        source = Path(folder, "sample.html")
        source.write_text(document, encoding="utf-8")
        lines = [line for page in _pages(source) for line in page]
        return [_named(line, text) for line, text in zip(lines, texts, strict=True)]


def book(sample: Sample) -> list[Line]:
    """Set the page of a book at each measure of a sample, as its style sheet asks; return all lines of its type."""
    with TemporaryDirectory() as folder, ZipFile(BytesIO(file("epub", sample))) as parts:
        parts.extractall(folder)
        source = Path(folder, f"EPUB/edition-{sample.language.lower()}.xhtml")
        head, opening, rest = source.read_text(encoding="utf-8").partition("<body")
        tag, closing, body = rest.partition(">")
        body, end, tail = body.partition("</body>")
        columns = (f'<div style="width: {one:g}em">{body}</div>' for one in sample.measures)
        copies = "".join((head, opening, tag, closing, *columns, end, tail))
        source.write_text(copies, encoding="utf-8")
        return [line for page in _pages(source) for line in page]


def _pages(source: Path) -> tuple[Page, ...]:
    target = source.with_suffix(".pdf")
    done = run(
        program("chromium"),
        *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--print-to-pdf={target}", source.as_uri()),
        environment={"HOME": str(source.parent)},
    )
    if not target.exists():
        raise RuntimeError(done.stderr)
    return pages(target.read_bytes())


def _named(line: Line, text: str) -> Line:
    cells = zip(line.cells, text, strict=True)
    return Line(tuple(replace(cell, char=char) for cell, char in cells))
