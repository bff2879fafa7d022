"""The files that come back in these tests, and a quick press: no checks, no proof."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

import pytest

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.metadata import metadata
from pressroom.edition.resolve import resolve_editions
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.place import SourceFile
from pressroom.press.versions import Reading
from pressroom.source.parse import parse
from pressroom.world import World
from pressroom.writers.docx import DocxWriter

RELEASES = Path(__file__).parents[2] / "releases"
SPECIMEN = RELEASES / "specimen" / "specimen.md"
NOTICE = RELEASES / "notice.md"


class Press:
    """``docx`` makes the DOCX of a source, ``read`` gives its units; each source once."""

    def __init__(self, path: Path, house: str) -> None:
        self.reading = Reading(load_house(find_house(house)), ReleaseFolder(path.parent))
        self.read = cache(self.reading.units)
        self.docx = lru_cache(64)(self._docx)
        self.world = World(find(wanted(self.reading.house)))
        self.text = path.read_text("utf-8")

    def _docx(self, text: str) -> bytes:
        report = Report()
        release = parse(SourceFile("", text), report)
        assert release, list(report)
        house = self.reading.house
        editions = resolve_editions(release, house, self.reading.folder, report)
        resolved = ResolvedRelease(release.source, "", "", metadata(release), house, editions)
        return DocxWriter().write(resolved, self.world).artifact.data


@pytest.fixture(scope="session")
def specimen() -> Press:
    return Press(SPECIMEN, "journal")


@pytest.fixture(scope="session")
def notice() -> Press:
    return Press(NOTICE, "plain")
