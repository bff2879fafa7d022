"""Releases that the program must work on, each built once for all acceptance tests."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from pressroom.cli.app import run

ROOT = Path(__file__).parents[2]
RELEASES = [
    ROOT / "releases" / "specimen" / "specimen.md",
    ROOT / "releases" / "notice.md",
    # a real release, where one lies beside the checkout
    *(ROOT.parent / "shared" / "seed").glob("release.md"),
]


@dataclass(frozen=True)
class Built:
    """The files of one release."""

    source: Path
    folder: Path
    record: dict[str, Any]

    def data(self, suffix: str) -> bytes:
        """Return the artifact with a suffix."""
        (path,) = self.folder.glob(f"*{suffix}")
        return path.read_bytes()


@pytest.fixture(scope="session", params=RELEASES, ids=lambda path: path.stem)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    source: Path = request.param
    folder = tmp_path_factory.mktemp("output")
    assert 0 == run(["build", str(source), "--quiet", "-o", str(folder)])
    (record,) = folder.glob("*.proof.json")
    return Built(source, folder, json.loads(record.read_text(encoding="utf-8")))
