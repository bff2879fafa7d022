"""Files that commands are to read and to make: what cannot be is refused first, in one manner."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, Any

import pytest

from cli.conftest import NOTICE
from pressroom.cli.app import run

ORDERS = [
    ["new", "notice"],
    ["import", "pasted.txt"],
    ["merge", "notice.md", "back.docx"],
    ["redline", "notice.md", "notice.md"],
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a folder with a source, a text, and what is no return at all."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notice.md").write_bytes(NOTICE.read_bytes())
    (tmp_path / "pasted.txt").write_text("A headline\n\nA text.\n", "utf-8")
    (tmp_path / "back.docx").write_bytes(b"no return")
    (tmp_path / "taken").mkdir()
    return tmp_path


@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("goal", "said"),
    [
        ("missing/made.md", "there is no folder missing"),
        ("taken", "it is a folder"),
        ("-", "what is made needs a file of its own"),
    ],
)
def test_one_file_is_made_in_a_folder_that_is_there_and_refused_before_any_work(
    folder: Path, capsys: pytest.CaptureFixture[str], order: list[str], goal: str, said: str
) -> None:
    before = set(folder.rglob("*"))
    assert 2 == run([*order, "-o", goal])
    told = capsys.readouterr()
    assert ("", 1) == (told.out, told.err.count("error["))
    assert f"error[U010]: cannot write {goal}: {said}" in told.err
    assert before == set(folder.rglob("*"))


@pytest.mark.parametrize("order", [["merge", "-", "back.docx"], ["redline", "notice.md", "-"]])
def test_beside_standard_input_no_file_is_made(
    folder: Path, capsys: pytest.CaptureFixture[str], order: list[str]
) -> None:
    before = set(folder.rglob("*"))
    assert 2 == run(order)
    assert "name one with -o" in capsys.readouterr().err
    assert before == set(folder.rglob("*"))


@pytest.mark.parametrize(
    "order",
    [
        ["check", "notice.md"],
        ["fix", "notice.md"],
        ["build", "notice.md"],
        ["proof", "notice.md"],
        ["settle", "notice.md"],
        ["import", "pasted.txt", "-o", "made.md"],
        ["merge", "notice.md", "back.docx"],
        ["redline", "notice.md", "notice.md"],
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_file_that_may_not_be_read_is_told_as_all_else_is(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, order: list[str]
) -> None:
    opened = Path.open

    def refuse(path: Path, mode: str = "r", encoding: str | None = None) -> IO[Any]:
        if path.parent == Path():
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, mode, encoding=encoding)

    def no_access(_: str, __: int) -> bool:
        return False

    monkeypatch.setattr(os, "access", no_access)
    monkeypatch.setattr(Path, "open", refuse)
    assert 2 == run(order)
    assert f"error[U004]: cannot read {order[1]}: permission denied" in capsys.readouterr().err
