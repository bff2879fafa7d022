"""Artifacts that are made to do harm, through ``pressroom proof``: every reader and every judge of it meets them."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from hardening.hostile_files import EITHER, Hostile, packages, pdfs, texts
from hardening.limited import Chamber

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"
SUFFIXES = {"pdf": ".pdf", "docx": ".docx", "epub": ".epub", "html": ".html", "text": ".txt"}


def shelf(writer: str, chamber: Chamber, folder: Path) -> Path:
    """Build one format; return its file."""
    arguments = ("build", str(NOTICE), "--to", writer, "-o", str(folder))
    ended = chamber.act("hardening.acts:press", str(NOTICE.parents[1]), *arguments)
    assert 0 == ended.code, ended.shown
    return folder / f"notice{SUFFIXES[writer]}"


def hostile(writer: str, clean: bytes) -> list[Hostile]:
    match writer:
        case "pdf":
            return list(pdfs(clean))
        case "docx":
            return list(packages(writer, clean, "word/document.xml"))
        case "epub":
            return list(packages(writer, clean, "EPUB/edition-en-hk.xhtml"))
        case _:
            return list(texts(writer, clean))


@pytest.mark.parametrize("writer", SUFFIXES)
def test_a_hostile_artifact_gets_its_verdict_in_bounds(
    writer: str, chamber: Chamber, counts: Counter[str], tmp_path: Path
) -> None:
    artifact = shelf(writer, chamber, tmp_path)
    for file in hostile(writer, artifact.read_bytes()):
        artifact.write_bytes(file.data)
        arguments = ("proof", str(NOTICE), "-o", str(tmp_path))
        ended = chamber.act("hardening.acts:press", str(NOTICE.parents[1]), *arguments)

        assert ended.code in ({0, 6} if file.code == EITHER else {file.code}), (file.name, ended)
        assert "changed after it was built" in ended.shown, file.name
        for never in ("Traceback", "root:", "\x1b"):
            assert never not in ended.shown, file.name
        counts["hostile artifacts tried"] += 1
