"""Every character of the Hong Kong Supplementary Character Set is drawn in its form and copied as itself (G01, G08, T15, M6)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from measure.reading import READERS, normalised
from rules.case import Sample
from rules.press import Setting, pdf

ROW = 35


@cache
def characters() -> str:
    """Return what Big5 with the supplement holds and Big5 alone does not: ideographs only."""
    return "".join(
        char
        for lead in range(0x87, 0xFF)
        for trail in (*range(0x40, 0x7F), *range(0xA1, 0xFF))
        for char in _decoded(bytes((lead, trail)), "big5hkscs")
        if not _decoded(bytes((lead, trail)), "big5") and ord(char) > 0x3400
    )


def _decoded(code: bytes, encoding: str) -> str:
    try:
        text = code.decode(encoding)
    except UnicodeDecodeError:
        return ""
    return text if len(text) == 1 else ""


def rows() -> Iterator[str]:
    """Yield the characters in lines that fit."""
    text = characters()
    yield from (text[at : at + ROW] for at in range(0, len(text), ROW))


@cache
def printed() -> bytes:
    sample = Sample((40,), "zh-Hant-HK", "", "\n\n".join(rows()), ())
    return pdf([Setting(sample, 40)])


def test_there_are_thousands() -> None:
    assert 4400 < len(characters())


@pytest.mark.parametrize("reader", READERS)
def test_each_is_copied_as_itself(reader: str) -> None:
    copied = normalised("".join(READERS[reader](printed()))).replace(" ", "")
    assert characters() == copied
