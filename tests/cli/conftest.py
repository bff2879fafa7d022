"""A release that was built once, for all who ask about its files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from pressroom.cli.app import run

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shelf")
    assert 0 == run(["build", str(NOTICE), "--to", "docx,epub,html,text", "-o", str(folder)])
    return folder


def copy(shelf: Path, to: Path) -> Path:
    for path in shelf.iterdir():
        (to / path.name).write_bytes(path.read_bytes())
    return to


def altered(package: Path, part: str, old: str, new: str) -> None:
    """Change a word in one part of a ZIP package."""
    source = zipfile.ZipFile(io.BytesIO(package.read_bytes()))
    assert part in source.namelist()
    with zipfile.ZipFile(package, "w") as target:
        for entry in source.infolist():
            data = source.read(entry)
            if entry.filename == part:
                assert old.encode() in data
                data = data.replace(old.encode(), new.encode())
            target.writestr(entry, data)
