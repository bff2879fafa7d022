"""The record shows files that have no pages as the programs show them that open them; it says so where they are not here."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.cli.app import run
from pressroom.press.keeping import kept
from pressroom.press.opening import opened
from pressroom.press.validators.tool import program
from pressroom.proof.record import Record, read_record

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("output")
    assert 0 == run(["build", str(NOTICE), "--to", "docx,epub", "-q", "-o", str(folder)])
    return folder


def record(shelf: Path) -> Record:
    return read_record((shelf / "notice.proof.json").read_bytes())


def files(shelf: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in shelf.iterdir()}


def page(shelf: Path, made: Record) -> str:
    return kept(made, files(shelf), opened(made, files(shelf)))["notice.proof.html"].decode()


def test_each_edition_is_shown_as_word_processor_and_browser_draw_it(shelf: Path) -> None:
    word, book = opened(record(shelf), files(shelf))

    assert ("notice.docx", "notice.epub") == (word.artifact, book.artifact)
    assert word.by.startswith("LibreOffice ")
    assert min(len(word.pictures), len(book.pictures)) >= len(record(shelf).release.editions)
    assert all(picture.startswith(b"\xff\xd8") for picture in (*word.pictures, *book.pictures))


def test_without_the_programs_the_page_says_how_they_would_be_shown(
    shelf: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")
    program.cache_clear()
    made = record(shelf)
    only_book = replace(made, artifacts=made.artifacts[1:])

    assert () == tuple(opened(only_book, files(shelf)))
    assert "Not drawn: notice.epub." in page(shelf, only_book)
    program.cache_clear()
