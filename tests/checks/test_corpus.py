from pathlib import Path

import pytest

from checks.corpus import FACTS, TEXT, Figures, measure
from checks.written import findings
from pressroom.diagnostics import Severity
from pressroom.place import SourceFile

OWN = sorted((Path(__file__).parents[2] / "releases").rglob("*.md"))


@pytest.fixture(scope="module")
def figures() -> Figures:
    return measure(60, share=4)


def test_planted_errors_of_the_text_are_found(figures: Figures) -> None:
    assert figures.recall(TEXT) >= 0.98


def test_planted_facts_that_differ_are_found(figures: Figures) -> None:
    assert figures.recall(FACTS) >= 0.95


def test_every_kind_of_error_was_planted(figures: Figures) -> None:
    assert all(figures.planted[kind.name] for kind in (*TEXT, *FACTS))


def test_clean_releases_have_no_false_finding(figures: Figures) -> None:
    assert (0, 0) == (figures.false, figures.advised)


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_our_own_releases_are_clean(path: Path) -> None:
    found = findings(SourceFile(path.name, path.read_text(encoding="utf-8")))
    assert [] == [finding for finding in found if finding.severity is not Severity.ADVICE]
    assert len(found) <= 1
