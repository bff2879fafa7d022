"""A file of somebody else's made into a source, and what lies beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.place import SourceFile
from pressroom.press.desk import open_text
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Imported, UnreadableError
from pressroom.readers.pasted import read_pasted
from pressroom.source.parse import parse


@dataclass(frozen=True, slots=True)
class Brought:
    """What was made of a file, and what parsing it finds."""

    imported: Imported
    findings: tuple[Diagnostic, ...]


def bring_in(file: Path, output: Path, house: str) -> Brought:
    """Make a source of a file, in a new file; raise ``UsageError`` or ``SourceError`` if that cannot be done."""
    identifier = re.sub("[^a-z0-9]+", "-", output.stem.lower()).strip("-")[:64] or "release"
    try:
        imported = make_source(read_pasted(open_text(file).text), house, identifier)
    except UnreadableError as reason:
        finding = Diagnostic("U015", Severity.ERROR, f"{file} {reason.fact}", hints=(reason.hint,))
        raise SourceError(finding) from reason
    try:
        with output.open("x", encoding="utf-8", newline="\n") as made:
            made.write(imported.source)
    except FileExistsError as reason:
        message = f"{output} is there already"
        hint = "choose another name with -o"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message, hints=(hint,))) from reason
    except OSError as reason:
        message = f"cannot make {output}: {reason.strerror}"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message)) from reason
    report = Report()
    parse(SourceFile(str(output), imported.source), report)
    return Brought(imported, tuple(report))
