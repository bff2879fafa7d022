from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.diagnostics import UsageError
from pressroom.press.shelf import put


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_files_appear_together_and_replace_former_ones(tmp_path: Path) -> None:
    put(tmp_path / "deep" / "out", {"a.pdf": b"1", "a.docx": b"2"})
    put(tmp_path / "deep" / "out", {"a.pdf": b"3"})

    assert ["a.docx", "a.pdf"] == names(tmp_path / "deep" / "out")
    assert b"3" == (tmp_path / "deep" / "out" / "a.pdf").read_bytes()


def test_if_one_cannot_be_placed_the_former_ones_stay_whole(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"former")
    (tmp_path / "a.docx").mkdir()

    with pytest.raises(UsageError, match=r"a\.docx"):
        put(tmp_path, {"a.pdf": b"new", "a.docx": b"new"})

    assert b"former" == (tmp_path / "a.pdf").read_bytes()
    assert ["a.docx", "a.pdf"] == names(tmp_path)


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")

    with pytest.raises(UsageError, match="out: it is no folder"):
        put(tmp_path / "out", {"a.pdf": b"new"})


def test_nothing_is_left_behind_when_writing_fails_half_way(tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        put(tmp_path, {"a.pdf": b"new", "x" * 300: b"a name that no file system takes"})

    assert [] == names(tmp_path)


def test_a_folder_that_may_not_be_written_to_is_named_without_what_the_program_puts_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(name: str, *_: object) -> None:
        raise PermissionError(13, "Permission denied", name)

    monkeypatch.setattr("os.mkdir", forbidden)
    with pytest.raises(UsageError) as refused:
        put(tmp_path, {"a.pdf": b"new"})

    assert f"cannot write to {tmp_path}: permission denied" == refused.value.findings[0].message
