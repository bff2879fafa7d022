"""A source repaired in its place."""

from __future__ import annotations

from pathlib import Path

from pressroom.checks.mend import mend
from pressroom.diagnostics import Diagnostic, Report
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.press.desk import check_in_place, encoded_like, open_release
from pressroom.press.shelf import put


def repair(source: Path, house: str | None, *, unsafe: bool) -> tuple[Diagnostic, ...]:
    """Repair a source and return what was repaired; a source without a fault is not written.

    What its house has switched off stays. Raises ``SourceError`` for one that cannot be parsed, ``HouseError`` for a house that
    cannot be had, ``UsageError`` for a source that cannot be read or written.
    """
    check_in_place(source)
    release = open_release(source, Report())
    style = load_house(find_house(house or release.house))
    mended = mend(release.source, style, unsafe=unsafe)
    if mended.repaired:
        path = source.resolve()
        put(path.parent, {path.name: encoded_like(path, mended.file.text)})
    return mended.repaired
