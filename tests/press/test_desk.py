from __future__ import annotations

from pathlib import Path

import pytest

from pressroom.diagnostics import UsageError
from pressroom.press.desk import read_bytes


def hints(path: Path) -> tuple[str, ...]:
    with pytest.raises(UsageError) as refused:
        read_bytes(path, 10)
    return refused.value.findings[0].hints


def test_the_way_out_fits_why_a_file_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert ("check the name",) == hints(tmp_path / "missing.md")
    assert ("name a file in it",) == hints(tmp_path)

    def forbidden(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "open", forbidden)
    (tmp_path / "closed.md").touch()
    assert ("ask for the right to read it",) == hints(tmp_path / "closed.md")
