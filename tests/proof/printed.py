"""A release with pictures of every kind, made for the printer, and ways to spoil it."""

# pyright: reportUnknownMemberType=false

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pikepdf
from PIL import Image

from pressroom.house.tokens import Printing
from pressroom.press.job import Galley, Order, set_up
from pressroom.proof.preflight.judge import preflight
from pressroom.proof.preflight.report import Preflight
from pressroom.writers.contract import Artifact
from pressroom.writers.registry import writer

USUAL = Printing()
Spoil = Callable[[pikepdf.Pdf], object]

_SOURCE = """\
---
id: printed
date: 2026-01-05
house: journal
status: draft
---

::: {.edition lang=en-HK}

# A headline for the press

Words with a [link](https://a.example/) and a note.[^1]

![A photograph](photo.jpg){alt="Colours"}

![A grey picture](grey.png){alt="Grey"}

![A clear picture](clear.png){alt="Fades"}

![A drawing](drawing.svg){alt="Runs from red to blue"}

[^1]: A note.

:::

::: {.edition lang=zh-Hant-HK}

# 印刷用的標題

病人夜間跌倒的次數減少。

:::
"""

_DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="300" height="100" viewBox="0 0 300 100">
<defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/><stop offset="0.5" stop-color="#00aa00"/>
<stop offset="1" stop-color="#0000ff" stop-opacity="0.2"/></linearGradient></defs>
<rect width="300" height="100" fill="url(#g)"/><g opacity="0.5"><circle cx="50" cy="50" r="40" fill="#123456"/></g>
</svg>"""


@cache
def galley() -> Galley:
    """Return the release, ready to be written."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "printed.md").write_text(_SOURCE, "utf-8")
        (folder / "drawing.svg").write_text(_DRAWING, "utf-8")
        ramp = Image.linear_gradient("L").resize((300, 200))
        turned = ramp.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
        Image.merge("RGB", (ramp, turned, ramp.rotate(90))).save(folder / "photo.jpg")
        Image.merge("RGB", (ramp, ramp, ramp)).save(folder / "grey.png")
        clear = Image.new("RGBA", ramp.size, (200, 30, 30, 255))
        clear.putalpha(ramp)
        clear.save(folder / "clear.png")
        return set_up(Order(folder / "printed.md", ()))


def with_printing(printing: Printing) -> Galley:
    """Return the release in a house that is printed otherwise."""
    ready = galley()
    house = replace(ready.resolved.house, printing=printing)
    return replace(ready, resolved=replace(ready.resolved, house=house))


@cache
def made(printing: Printing = USUAL) -> Artifact:
    """Return the PDF for the printer."""
    ready = with_printing(printing)
    return writer("print").write(ready.resolved, ready.world).artifact


def report(data: bytes, printing: Printing = USUAL) -> Preflight:
    """Return the report on some bytes."""
    found, _ = preflight(_artifact(data), with_printing(printing).resolved.house)
    assert found
    return found


def faults(data: bytes, printing: Printing = USUAL) -> list[tuple[str, str]]:
    """Return what the preflight finds wrong."""
    _, findings = preflight(_artifact(data), with_printing(printing).resolved.house)
    return [(finding.code, finding.message) for finding in findings]


def spoilt(spoil: Spoil) -> bytes:
    """Return the PDF with something done to it."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(made().data)) as pdf:
        spoil(pdf)
        pdf.save(buffer)
    return buffer.getvalue()


def _artifact(data: bytes) -> Artifact:
    return Artifact("printed.print.pdf", "application/pdf", data)
