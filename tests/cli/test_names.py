"""Files that carry their embargo in their names, from the build to the proof of what was left on the shelf."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cli.conftest import NOTICE
from pressroom.cli.app import run

HELD = "notice.embargo-20200518T0001+0100"
OFFICE = ["notice.proof.html", "notice.proof.json"]


@pytest.fixture(autouse=True)
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a notice whose embargo is over, in a house that wants it in the names."""
    monkeypatch.chdir(tmp_path)
    house = tmp_path / "styles" / "held"
    house.mkdir(parents=True)
    plain = NOTICE.parents[1] / "styles" / "plain"
    for path in plain.iterdir():
        (house / path.name).write_bytes(path.read_bytes())
    style = house / "style.yaml"
    style.write_text(style.read_text("utf-8") + "\nembargo-in-names: true\n", "utf-8")
    text = NOTICE.read_text("utf-8").replace("2026", "2020")
    held = "embargo: 2020-05-18T00:01 Europe/London\nhouse: held"
    source = tmp_path / "notice.md"
    source.write_text(text.replace("house: plain", held), "utf-8")
    assert held in source.read_text("utf-8")
    return source


def build(formats: str, *more: str) -> int:
    return run(["build", "notice.md", "--to", formats, "-q", *more])


def shelf() -> list[str]:
    return sorted(path.name for path in Path("output").iterdir())


def proved(capsys: pytest.CaptureFixture[str], *more: str) -> tuple[int, str]:
    capsys.readouterr()
    code = run(["proof", "notice.md", *more])
    told = capsys.readouterr()
    return code, told.out + told.err


def recorded() -> list[str]:
    return [
        one["name"] for one in json.loads(Path("output/notice.proof.json").read_text())["artifacts"]
    ]


def test_a_build_for_the_office_names_its_files_by_the_embargo_and_one_for_the_public_does_not(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == build("docx,text")
    names = [f"{HELD}.docx", f"{HELD}.txt"]
    assert [*names, *OFFICE, "notice.sent.json"] == shelf()
    assert names == recorded()
    code, told = proved(capsys)
    assert 0 == code
    assert f"{HELD}.txt  " in told

    assert 0 == build("docx,text", "--public", "-o", "public")
    assert ["notice.docx", *OFFICE, "notice.txt"] == sorted(
        path.name for path in Path("public").iterdir()
    )
    assert 0 == run(["proof", "notice.md", "-q", "-o", "public"])


def test_proof_tells_that_files_with_the_embargo_are_stale_once_those_for_the_public_are_there(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == build("html,text")
    assert 0 == build("html,text", "--public")
    assert {f"{HELD}.html", f"{HELD}.txt", "notice.html", "notice.txt"} < set(shelf())
    code, told = proved(capsys)
    assert 0 == code
    assert f"{HELD}.html is not in the proof record" in told
    assert "notice.txt is not in the proof record" not in told.replace(HELD, "")

    source.write_text(source.read_text("utf-8").replace("Enquiries that", "Questions that"))
    assert 0 == build("html,text", "--public")
    code, told = proved(capsys)
    assert 6 == code
    assert f"{HELD}.txt" in told
    assert "Questions that" in told


def test_proof_tells_that_files_are_stale_whose_embargo_was_moved(
    source: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == build("text")
    moved = source.read_text("utf-8").replace("2020-05-18T00:01", "2020-05-19T00:01")
    source.write_text(moved, "utf-8")
    assert 0 == build("text")
    assert [f"{HELD}.txt", f"{HELD.replace('18T', '19T')}.txt", *OFFICE] == shelf()

    code, told = proved(capsys)
    assert 6 == code
    assert f"{HELD}.txt is not in the proof record" in told


def test_a_file_for_editors_in_the_place_of_one_for_the_public_is_found(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == build("docx")
    assert 0 == build("docx", "--public")
    Path(f"output/{HELD}.docx").replace("output/notice.docx")

    code, told = proved(capsys)
    assert 6 == code
    assert "error[A036]" in told


def test_a_build_that_was_killed_between_files_of_other_names_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert 0 == build("text")
    assert 0 == build("text", "--public", "-o", "new")
    Path("output/.press-dead").mkdir()
    Path("new/notice.txt").replace("output/notice.txt")
    Path("new/notice.proof.json").replace("output/.press-dead/notice.proof.json")

    code, told = proved(capsys)
    assert 6 == code
    assert "A022" in told


def test_two_records_tell_which_files_have_other_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert 0 == build("text")
    Path("output/notice.proof.json").rename("former.json")
    assert 0 == build("text", "--public")

    code, told = proved(capsys, "--against", "former.json")
    assert 0 == code
    assert f"  file {HELD}.txt: now called notice.txt\n" in told
    assert "  made for: the office -> the public\n" in told


def test_a_return_is_known_whatever_its_file_is_called() -> None:
    assert 0 == build("docx")

    assert 0 == run(["merge", "notice.md", f"output/{HELD}.docx", "--dry-run"])
