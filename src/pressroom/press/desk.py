"""Open a source that a user named, carefully: it may be anything."""

from __future__ import annotations

import stat
import sys
from codecs import BOM_UTF8
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.source.reading import LARGEST, read_source

STANDARD_INPUT = Path("-")


def open_release(path: Path, report: Report) -> Release:
    """Read and parse a source; ``-`` is standard input.

    Warnings go to ``report``. Raises ``UsageError`` if there is no such file, ``SourceError`` with every finding if it
    cannot be used.
    """
    findings = Report()
    file = _decoded(path, findings)
    release = parse(file, findings) if file else None
    if release is None:
        raise SourceError(*findings)
    report.extend(findings)
    return release


def folder_of(path: Path) -> Path:
    """Return the folder that a source may take pictures from."""
    return Path() if path == STANDARD_INPUT else path.parent


def check_in_place(path: Path) -> None:
    """Raise ``UsageError`` for standard input, which cannot be written back."""
    if path == STANDARD_INPUT:
        message = "standard input cannot be changed in its place"
        raise UsageError(Diagnostic("U012", Severity.ERROR, message, hints=("name a file",)))


def encoded_like(path: Path, text: str) -> bytes:
    """Encode a source as it stands in a file: with a byte order mark if it has one there."""
    return text.encode("utf-8-sig" if read_bytes(path, 3).startswith(BOM_UTF8) else "utf-8")


def _decoded(path: Path, findings: Report) -> SourceFile | None:
    name = "<standard input>" if path == STANDARD_INPUT else str(path)
    return read_source(name, read_bytes(path, LARGEST), findings)


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a regular file or standard input, one byte further than the limit at most; raise ``UsageError`` if there is none."""
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read(limit + 1)
    try:
        kind = path.stat().st_mode
        if stat.S_ISDIR(kind):
            raise _unreadable(path, "it is a folder", "name a file in it")
        if not stat.S_ISREG(kind):
            raise _unreadable(path, "it is not a regular file", "save it to a file, or use -")
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as reason:
        forbidden = isinstance(reason, PermissionError)
        way = "ask for the right to read it" if forbidden else "check the name"
        raise _unreadable(path, reason.strerror or "the system refuses", way) from reason


def _unreadable(path: Path, why: str, hint: str) -> UsageError:
    message = f"cannot read {path}: {why.lower()}"
    return UsageError(Diagnostic("U004", Severity.ERROR, message, hints=(hint,)))
