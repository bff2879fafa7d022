"""Releases for the tests of the edition step, written as an author writes them."""

from __future__ import annotations

from pathlib import Path

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import (
    Piece,
    ResolvedBlock,
    ResolvedEdition,
    ResolvedRelease,
    TextBlock,
)
from pressroom.edition.walk import blocks_of
from pressroom.house.tokens import House
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.testing.house import sample_house

NOWHERE = Path("/nowhere")


def written(*editions: tuple[str, str], front: str = "") -> Release:
    """Return a release whose editions are pairs of a tag and a body."""
    bodies = "\n".join(f"::: {{.edition lang={tag}}}\n{body}\n:::\n" for tag, body in editions)
    text = f"---\nid: test-1\ndate: 2026-03-03\nhouse: sample\n{front}---\n\n{bodies}"
    report = Report()
    release = parse(SourceFile("test.md", text), report)
    assert [] == [finding.message for finding in report]
    assert release
    return release


def set_release(
    release: Release, folder: Path = NOWHERE, house: House | None = None
) -> tuple[ResolvedRelease, Report]:
    """Resolve a release and return the findings too."""
    report = Report()
    return resolve(release, house or sample_house(), ReleaseFolder(folder), report), report


def english(body: str, front: str = "") -> ResolvedEdition:
    """Set a body as an English edition with a headline."""
    return _only("en-HK", f"# A headline\n\n{body}", front)


def chinese(body: str, front: str = "") -> ResolvedEdition:
    """Set a body as a Chinese edition with a headline."""
    return _only("zh-Hant-HK", f"# 一個標題\n\n{body}", front)


def _only(tag: str, body: str, front: str) -> ResolvedEdition:
    release, report = set_release(written((tag, body), front=front))
    assert not report.failed
    return release.editions[0]


def block(edition: ResolvedEdition, identifier: str) -> ResolvedBlock:
    """Return a block by its id."""
    return next(one for one in blocks_of(edition) if one.identifier == identifier)


def pieces(edition: ResolvedEdition, identifier: str = "e1-b1") -> tuple[Piece, ...]:
    """Return the pieces of a text block by its id."""
    found = block(edition, identifier)
    assert isinstance(found, TextBlock)
    return found.pieces
