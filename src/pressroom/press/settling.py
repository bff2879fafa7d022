"""Comments of editors leave a source when they are settled."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pressroom.diagnostics import Report
from pressroom.merge.comments import settled
from pressroom.press.desk import check_in_place, encoded_like, open_release
from pressroom.press.shelf import put
from pressroom.press.versions import versions_of


def settle(source: Path, lines: Sequence[int]) -> list[tuple[int, str]]:
    """Take comments out of a source, those of some lines or all; return them with their lines. All else keeps every byte.

    Raises ``SourceError`` for a source that has errors, ``UsageError`` for one that cannot be read or written.
    """
    check_in_place(source)
    release = open_release(source, Report())
    reading = versions_of(release, source)
    text, removed = settled(release.source.text, lines, reading.units)
    if removed:
        path = source.resolve()
        put(path.parent, {path.name: encoded_like(path, text)})
    return removed
