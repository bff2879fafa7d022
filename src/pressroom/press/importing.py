"""A file of somebody else's made into a source, and what lies beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.place import SourceFile
from pressroom.press.desk import STANDARD_INPUT, read_bytes
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Draft, Imported, UnreadableError
from pressroom.readers.pasted import read_pasted
from pressroom.source.parse import parse
from pressroom.source.reading import read_source

LARGEST_FILE = 64 * 1024 * 1024
"""The largest file that is imported, in bytes."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What was made of a file, and what parsing it finds."""

    imported: Imported
    findings: tuple[Diagnostic, ...]


def bring_in(file: Path, output: Path, house: str) -> Brought:
    """Make a source of a file, in a new file; raise ``UsageError`` or ``SourceError`` if that cannot be done."""
    name = "standard input" if file == STANDARD_INPUT else str(file)
    identifier = re.sub("[^a-z0-9]+", "-", output.stem.lower())[:64].strip("-") or "release"
    try:
        imported = make_source(_read(name, read_bytes(file, LARGEST_FILE)), house, identifier)
    except UnreadableError as reason:
        finding = Diagnostic("U015", Severity.ERROR, f"{name} {reason.fact}", hints=(reason.hint,))
        raise SourceError(finding) from reason
    _write(output, imported.source.encode())
    report = Report()
    parse(SourceFile(str(output), imported.source), report)
    return Brought(imported, tuple(report))


def _read(name: str, data: bytes) -> Draft:
    findings = Report()
    source = read_source(name, data, findings)
    if source is None:
        raise SourceError(*findings)
    return read_pasted(source.text)


def _write(path: Path, data: bytes) -> None:
    """Write a new file; raise ``UsageError`` rather than write over one."""
    try:
        with path.open("xb") as made:
            made.write(data)
    except FileExistsError as reason:
        message = f"{path} is there already"
        hint = "choose another name with -o"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message, hints=(hint,))) from reason
    except OSError as reason:
        message = f"cannot make {path}: {reason.strerror}"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message)) from reason
