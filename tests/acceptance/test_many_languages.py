"""Releases in five languages at once, made up at random, are built and proved."""

from __future__ import annotations

from pathlib import Path

import pytest

from acceptance.many_languages import VOCABULARIES, many_languages
from pressroom.cli.app import run


@pytest.mark.parametrize("seed", [7, 8])
def test_a_release_in_many_languages_is_built_and_proved(seed: int, tmp_path: Path) -> None:
    source = many_languages(seed)
    assert all(f"lang={tag}" in source for tag in VOCABULARIES)
    path = tmp_path / "many.md"
    path.write_text(source, encoding="utf-8")
    assert 0 == run(["build", str(path), "--quiet", "-o", str(tmp_path)])
    assert {".pdf", ".docx", ".epub"} <= {file.suffix for file in tmp_path.iterdir()}
