"""A file of plain text made into a source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.place import SourceFile
from pressroom.press.desk import open_text
from pressroom.readers.pasted import Pasted, read_pasted
from pressroom.source.parse import parse


@dataclass(frozen=True, slots=True)
class Brought:
    """What was made of a text, and what parsing it finds."""

    pasted: Pasted
    findings: tuple[Diagnostic, ...]


def bring_in(file: Path, output: Path, house: str) -> Brought:
    """Make a source of a text, in a new file; raise ``UsageError`` or ``SourceError`` if that cannot be done."""
    source = open_text(file)
    identifier = re.sub("[^a-z0-9]+", "-", output.stem.lower()).strip("-") or "release"
    try:
        pasted = read_pasted(source.text, house, identifier)
    except ValueError as reason:
        message = f"{file} has no text that could be a release"
        raise SourceError(Diagnostic("P001", Severity.ERROR, message)) from reason
    try:
        with output.open("x", encoding="utf-8", newline="\n") as made:
            made.write(pasted.source)
    except FileExistsError as reason:
        message = f"{output} is there already"
        hint = "choose another name with -o"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message, hints=(hint,))) from reason
    except OSError as reason:
        message = f"cannot make {output}: {reason.strerror}"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message)) from reason
    report = Report()
    parse(SourceFile(str(output), pasted.source), report)
    return Brought(pasted, tuple(report))
