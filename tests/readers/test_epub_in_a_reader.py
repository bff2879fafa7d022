"""A book opens in a reader, in its own faces, and shows what it says."""

from __future__ import annotations

import pytest

from pressroom.edition.projection import said
from validators import reader
from writers.epub.books import book, sample


@pytest.fixture(scope="module")
def shown() -> list[reader.Section]:
    return reader.sections(book("journal"))


def test_a_reader_has_nothing_to_complain_of() -> None:
    assert [] == reader.validate(book("journal"))


def test_the_documents_are_shown_in_their_order_and_languages(shown: list[reader.Section]) -> None:
    assert ["en-HK", "en-HK", "en-HK", "zh-Hant-HK"] == [section.language for section in shown]
    assert {"horizontal-tb"} == {section.writing_mode for section in shown}


@pytest.mark.parametrize("at", [0, 1])
def test_every_line_of_an_edition_is_on_the_screen(shown: list[reader.Section], at: int) -> None:
    seen = "".join(shown[2 + at].text.split())
    pieces = said(sample().editions[at])
    ruby = {piece.identifier for piece in pieces if piece.kind == "reading"}  # parts its base text
    lines = [p.text for p in pieces if p.kind == "text" and p.identifier not in ruby]
    assert [] == [line for line in lines if "".join(line.split()) not in seen]


def test_each_language_is_drawn_in_the_faces_of_the_book(shown: list[reader.Section]) -> None:
    english, chinese = (
        {(face.family, face.weight) for face in section.fonts if face.status == "loaded"}
        for section in shown[2:]
    )
    assert {("Noto Serif", "normal"), ("Noto Sans", "bold")} <= english
    assert {("Noto Serif CJK HK", "normal"), ("Noto Sans CJK HK", "bold")} <= chinese
    assert ("Noto Serif Letters", "normal") in chinese
