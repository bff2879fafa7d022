"""Wait for a change of what a check depends on: sources, their houses, their pictures."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pressroom.checks.figures import figures
from pressroom.diagnostics import Diagnostic, PressroomError, Report, Severity, UsageError
from pressroom.house.find import find_house
from pressroom.press.desk import STANDARD_INPUT, folder_of, open_release

_PAUSE = 0.4
"""Seconds from one look to the next."""


def changes(sources: Sequence[Path], house: str | None) -> Iterator[int]:
    """Yield the number of watched files at once, then each time one of them has changed, come or gone; never end.

    Raises ``UsageError`` for standard input.
    """
    if STANDARD_INPUT in sources:
        message = "standard input cannot be watched"
        raise UsageError(Diagnostic("U016", Severity.ERROR, message, hints=("name a file",)))
    while True:
        watched = {path for source in sources for path in _needed(source, house)}
        before = _state(watched)
        yield len(watched)
        while _state(watched) == before:
            time.sleep(_PAUSE)
        _settle(watched)


def _settle(paths: Iterable[Path]) -> None:
    """Wait until files stay as they are: a program that writes in place cuts a file off before it writes it."""
    before = None
    while (now := _state(paths)) != before:
        before = now
        time.sleep(_PAUSE)


def _needed(source: Path, house: str | None) -> Iterator[Path]:
    """Yield the files that a check of a source reads, as far as it can be read."""
    yield source
    try:
        release = open_release(source, Report())
        yield from find_house(house or release.house).iterdir()
    except PressroomError:
        return
    for figure in figures(release):
        yield folder_of(source) / figure.source


def _state(paths: Iterable[Path]) -> dict[Path, tuple[int, int] | None]:
    return {path: _stamp(path) for path in paths}


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what changes whenever a file is written; None if there is none."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return None
    return status.st_mtime_ns, status.st_size
