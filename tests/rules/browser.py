"""The same samples set by Chromium: what another engine makes of a rule (cjk-rules M9)."""

from __future__ import annotations

from dataclasses import replace
from html import escape
from pathlib import Path
from tempfile import TemporaryDirectory

from measure.cells import Line, pages
from rules.press import EM, LEADING, LEFT, TOP
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
        source, target = Path(folder, "sample.html"), Path(folder, "sample.pdf")
        source.write_text(document, encoding="utf-8")
        done = run(
            program("chromium"),
            *("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
            *(f"--print-to-pdf={target}", source.as_uri()),
            environment={"HOME": folder},
        )
        if not target.exists():
            raise RuntimeError(done.stderr)
        lines = [line for page in pages(target.read_bytes()) for line in page]
        return [_named(line, text) for line, text in zip(lines, texts, strict=True)]


def _named(line: Line, text: str) -> Line:
    cells = zip(line.cells, text, strict=True)
    return Line(tuple(replace(cell, char=char) for cell, char in cells))
