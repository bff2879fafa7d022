"""The sizes and leadings of a house, measured in the PDF and read from the DOCX, are the same."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from xml.etree.ElementTree import Element, fromstring

import pytest

from measure.cells import Line, pages
from pressroom.cli.app import run

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SOURCE = """---
id: numbers
date: 2026-01-05
house: {house}
---

::: {{.edition lang=en-HK}}

# Harbour lamps burn low through all the long nights of winter, keepers of the light have said

The lead of this release is long enough to take more than one line of the measure, whatever size of type the house has chosen for it.

The body of this release is long enough to take more than one line of the measure, whatever size of type the house has chosen for it, as is seen.

:::

::: {{.edition lang=zh-Hant-HK}}

# 海港燈火整個冬夜低照，守燈人說船隻仍然平安入港，乘客亦無須改道而行，碼頭如常開放

本稿導語寫得夠長，不論機構選用哪一種字級，都會在版面上佔去多於一行的位置，以便量度行距是否與設定相符，這樣便已足夠。

本稿正文亦寫得夠長，不論機構選用哪一種字級，都會在版面上佔去多於一行的位置，以便量度行距是否與設定相符，這樣便已足夠，再多寫幾個字。

:::
"""
_STARTS = {
    "headline en": "Harbour lamps",
    "lead en": "The lead of",
    "body en": "The body of",
    "headline zh": "海港燈火",
    "lead zh": "本稿導語",
    "body zh": "本稿正文",
}


@cache
def made(house: str, folder: Path) -> tuple[bytes, bytes]:
    source = folder / "numbers.md"
    source.write_text(_SOURCE.format(house=house), encoding="utf-8")
    assert 0 == run(["build", str(source), "--to", "pdf,docx", "--quiet", "-o", str(folder)])
    return (folder / "numbers.pdf").read_bytes(), (folder / "numbers.docx").read_bytes()


def in_pdf(data: bytes, start: str) -> tuple[float, float]:
    """Return the size of a paragraph's type and the distance of its first two baselines, in points."""
    for page in pages(data):
        for at, line in enumerate(page):
            if line.text.replace(" ", "").startswith(start.replace(" ", "")):
                return size(line), page[at + 1].baseline - line.baseline
    raise AssertionError(start)


def size(line: Line) -> float:
    return line.cells[0].size


def in_docx(data: bytes, start: str) -> tuple[float, float]:
    """Return the size of a paragraph's type and its line pitch, in points, from its style and those it is based on."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        body = fromstring(package.read("word/document.xml"))  # noqa: S314  # our own file
        styles = fromstring(package.read("word/styles.xml"))  # noqa: S314  # the same
    known = {style.get(f"{_W}styleId"): style for style in styles.iter(f"{_W}style")}
    for paragraph in body.iter(f"{_W}p"):
        text = "".join(piece.text or "" for piece in paragraph.iter(f"{_W}t"))
        named = paragraph.find(f"{_W}pPr/{_W}pStyle")
        if text.startswith(start) and named is not None:
            name = named.get(f"{_W}val")
            half_points = effective(known, name, "rPr/sz", "val")
            twips = effective(known, name, "pPr/spacing", "line")
            return half_points / 2, twips / 20
    raise AssertionError(start)


def effective(known: dict[str | None, Element], name: str | None, path: str, key: str) -> float:
    while name:
        style = known[name]
        found = style.find("/".join(_W + part for part in path.split("/")))
        value = None if found is None else found.get(_W + key)
        if value is not None:
            return float(value)
        parent = style.find(f"{_W}basedOn")
        name = None if parent is None else parent.get(f"{_W}val")
    raise AssertionError(path)


@pytest.fixture(scope="module", params=["journal", "plain"])
def files(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[bytes, bytes]:
    return made(request.param, tmp_path_factory.mktemp("numbers"))


@pytest.mark.parametrize("start", _STARTS.values(), ids=_STARTS.keys())
def test_size_and_leading_are_the_same_in_pdf_and_docx(
    files: tuple[bytes, bytes], start: str
) -> None:
    pdf, docx = files

    assert in_docx(docx, start) == pytest.approx(in_pdf(pdf, start), abs=0.02)
