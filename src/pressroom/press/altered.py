"""A file on the shelf whose bytes are not those that were proved and recorded when it was built."""

from __future__ import annotations

from pathlib import Path

from pressroom.diagnostics import Diagnostic, PressroomError, Severity
from pressroom.writers.archive import read_archive

_MOST_PARTS = 8


def alteration(path: Path, data: bytes, made: bytes) -> Diagnostic:
    """Tell that a file is another one than was built, and where it is not what the source makes now.

    What it says may still be equal to the letter; but what it does besides, draws besides or hides was approved by nobody.
    A file that equals what the source makes is no more than a warning: then the record is the one that is out of date.
    """
    message = f"{path} was changed after it was built"
    if data == made:
        hint = "it is what the source makes now: build it again for a record of it"
        return Diagnostic("A021", Severity.WARNING, message, hints=(hint,))
    parts = _parts(data, made)
    others = f" and {len(parts) - _MOST_PARTS} more" if len(parts) > _MOST_PARTS else ""
    where = f"not what the source makes now: {', '.join(parts[:_MOST_PARTS])}{others}"
    way = "build it again; what an editor changed in a DOCX comes back with pressroom merge"
    return Diagnostic("A021", Severity.ERROR, message, hints=(where, way) if parts else (way,))


def _parts(data: bytes, made: bytes) -> list[str]:
    """Return the names of the parts of a package that are different, lacking or too many, none if it is no package."""
    try:
        here, there = read_archive(data), read_archive(made)
    except PressroomError:
        return []
    return [
        name for name in sorted(here.keys() | there.keys()) if here.get(name) != there.get(name)
    ]
