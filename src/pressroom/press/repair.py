"""A source repaired in its place."""

from __future__ import annotations

from pathlib import Path

from pressroom.checks.mend import mend
from pressroom.diagnostics import Diagnostic, Report, Severity, UsageError
from pressroom.press.desk import STANDARD_INPUT, open_release
from pressroom.press.shelf import put


def repair(source: Path, *, unsafe: bool) -> tuple[Diagnostic, ...]:
    """Repair a source and return what was repaired; a source without a fault is not written.

    Raises ``SourceError`` for one that cannot be parsed, ``UsageError`` for one that cannot be read or written.
    """
    if source == STANDARD_INPUT:
        message = "standard input cannot be repaired in its place"
        raise UsageError(Diagnostic("U012", Severity.ERROR, message, hints=("name a file",)))
    release = open_release(source, Report())
    mended = mend(release.source, unsafe=unsafe)
    if mended.repaired:
        path = source.resolve()
        put(path.parent, {path.name: mended.file.text.encode("utf-8")})
    return mended.repaired
