"""Readable projections of the notice's files: what changes in them is read as a difference, and meant.

``PRESSROOM_ACCEPT=1 pytest tests/acceptance/test_golden.py`` writes them anew.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest

from pressroom.cli.app import run
from validators import poppler

GOLDEN = Path(__file__).parent / "golden"
NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("golden")
    assert 0 == run(["build", str(NOTICE), "--public", "--quiet", "-o", str(output)])
    return output


def compare(name: str, found: str) -> None:
    path = GOLDEN / name
    if "PRESSROOM_ACCEPT" in os.environ:
        path.write_text(found, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == found


@pytest.mark.parametrize(
    "part", ["document.xml", "styles.xml", "settings.xml", "numbering.xml", "fontTable.xml"]
)
def test_the_parts_of_the_docx_are_the_known_ones(folder: Path, part: str) -> None:
    with zipfile.ZipFile(io.BytesIO((folder / "notice.docx").read_bytes())) as package:
        xml = package.read(f"word/{part}").decode()

    compare(f"docx-{part}", xml.replace("><", ">\n<") + "\n")


def test_the_tags_of_the_pdf_are_the_known_ones(folder: Path) -> None:
    compare("pdf-tags.txt", poppler.structure((folder / "notice.pdf").read_bytes()))
