"""The source that a file of our own carries comes with its pictures, and with nothing that leads out of its folder."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from acceptance.conftest import ROOT
from pressroom.cli.app import run
from pressroom.merge.returned import Picture
from pressroom.readers.carried import carried

SPECIMEN = ROOT / "releases" / "specimen"
LAMP = (SPECIMEN / "corridor.png").read_bytes()
SHOWN = (Picture((), (), "A lamp", "word/media/1.png", (LAMP,)),)


def source(figure: str) -> str:
    front = "---\nid: a\ndate: 2026-03-03\nhouse: plain\n---\n\n"
    return f'{front}::: {{.edition lang=en-HK}}\n\n# A\n\n![]({figure}){{alt="A lamp"}}\n\n:::\n'


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    specimen = str(SPECIMEN / "specimen.md")
    assert 0 == run(["build", specimen, "--to", "docx,pdf", "-q", "-o", str(folder)])
    return folder


def test_a_word_file_brings_its_pictures(tmp_path: Path, shelf: Path) -> None:
    assert 0 == run(["import", str(shelf / "specimen.docx"), "-o", str(tmp_path / "one.md")])
    assert {"chart-en.svg", "chart-zh.svg", "corridor.png", "one.md"} == {
        path.name for path in tmp_path.iterdir()
    }
    assert 0 == run(["check", str(tmp_path / "one.md")])


def test_another_picture_of_that_name_is_not_written_over(tmp_path: Path, shelf: Path) -> None:
    (tmp_path / "corridor.png").write_bytes(b"mine")
    assert 2 == run(["import", str(shelf / "specimen.docx"), "-o", str(tmp_path / "one.md")])
    assert ["corridor.png"] == [path.name for path in tmp_path.iterdir()]
    assert b"mine" == (tmp_path / "corridor.png").read_bytes()


def test_the_pictures_that_a_pdf_does_not_give_are_named(
    tmp_path: Path, shelf: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(shelf / "specimen.pdf", tmp_path)
    assert 0 == run(["import", str(tmp_path / "specimen.pdf"), "-o", str(tmp_path / "one.md")])
    assert "beside the source chart-en.svg, corridor.png, chart-zh.svg" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["../lamp.png", "pictures/lamp.png", "lamp.svg"])
def test_no_picture_is_taken_for_another_folder_or_another_kind(name: str) -> None:
    assert {} == carried(source(name), "a.md", "", SHOWN).pictures


def test_a_picture_is_known_by_its_alternative_text() -> None:
    assert ["lamp.png"] == list(carried(source("lamp.png"), "a.md", "", SHOWN).pictures)
