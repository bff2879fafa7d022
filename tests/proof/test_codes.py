from __future__ import annotations

import re
from pathlib import Path

import pressroom
from pressroom.proof.codes import CODES

SOURCES = Path(pressroom.__file__).parent
DOCUMENT = Path(__file__).parents[2] / "docs" / "proof.md"


def used() -> set[str]:
    return {
        code
        for path in SOURCES.rglob("*.py")
        if path.name != "codes.py"
        for code in re.findall(r'"(A\d{3})"', path.read_text("utf-8"))
    }


def test_every_code_of_the_family_is_explained_and_used() -> None:
    assert used() == set(CODES)


def test_the_page_about_the_proof_has_every_code() -> None:
    assert set(CODES) <= set(re.findall(r"A\d{3}", DOCUMENT.read_text("utf-8")))
