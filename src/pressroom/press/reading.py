"""A source before it is set: what is wrong with it, in the eyes of its house."""

from __future__ import annotations

from pathlib import Path

from pressroom.checks.examine import examine
from pressroom.checks.figures import figures
from pressroom.diagnostics import Diagnostic, Report
from pressroom.edition.figures import load
from pressroom.edition.folder import ReleaseFolder
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.press.desk import folder_of, open_release
from pressroom.press.sizes import pixels_in


def read(source: Path, house: str | None) -> tuple[Diagnostic, ...]:
    """Return every finding of a source that can be parsed and of its pictures; raise ``SourceError`` or ``HouseError`` for one that cannot be judged."""
    report = Report()
    release = open_release(source, report)
    style = load_house(find_house(house or release.house))
    folder = ReleaseFolder(folder_of(source))
    for figure in figures(release):
        load(figure, release.source, folder, report)
    report.extend(examine(release, style, pixels_in(folder)))
    return tuple(report)
