"""The files of a proof record: what programs read, and the page for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.press.shelf import put
from pressroom.proof.record import (
    Judgement,
    Pages,
    Record,
    read_record,
    record_page,
    thumbnails,
    write_record,
)

_RECORD_SUFFIX = ".proof.json"
_PAGE_SUFFIX = ".proof.html"
_LARGEST = 1 << 30
"""Of a record no more than this is read, in bytes."""


def record_path(shelf: Path, identifier: str) -> Path:
    """Return where the record of a release is kept."""
    return shelf / f"{identifier}{_RECORD_SUFFIX}"


def recorded_in(path: Path, hint: str = "build the release first") -> Record:
    """Read a proof record; raise ``UsageError`` with a hint if there is none."""
    try:
        with path.open("rb") as file:
            return read_record(file.read(_LARGEST))
    except OSError as reason:
        message = f"there is no proof record {path}"
        raise UsageError(Diagnostic("U007", Severity.ERROR, message, hints=(hint,))) from reason
    except ValueError as reason:
        message = f"{path} is not a proof record: {reason}"
        raise UsageError(Diagnostic("U007", Severity.ERROR, message, hints=(hint,))) from reason


def kept(
    record: Record, files: Mapping[str, bytes], opened: Iterable[Pages] = ()
) -> dict[str, bytes]:
    """Return the two files of a record by their names, that which vouches for all others last.

    ``files`` holds the artifacts by name; those with pages are shown, and those that were ``opened`` by another program.
    """
    own = [
        Pages(one.name, "PDFium", thumbnails(files[one.name]))
        for one in record.artifacts
        if one.media_type == "application/pdf"
    ]
    identifier = record.release.id
    return {
        identifier + _PAGE_SUFFIX: record_page(record, (*own, *opened)),
        identifier + _RECORD_SUFFIX: write_record(record),
    }


def note(
    path: Path,
    recorded: Record,
    judgements: Sequence[Judgement],
    files: Mapping[str, bytes],
    pages: Iterable[Pages] | None,
) -> Iterator[Diagnostic]:
    """Write into a record what validators said, beside what others said of the same bytes before; yield why that cannot be done.

    Without ``pages`` that other programs drew not all were asked: nothing is written that is there already, so that former pages stay.
    """
    if pages is None:
        everything = (*recorded.validators, *judgements)
        latest = {(one.validator, one.artifact): one for one in everything}
        judgements = tuple(latest.values())
    judged = replace(recorded, validators=tuple(judgements))
    if (pages is None and judged == recorded) or recorded_in(path) != recorded:
        return  # the latter: another build has put its files there meanwhile
    try:
        put(path.parent, kept(judged, files, pages or ()))
    except UsageError as refusal:
        yield from (replace(one, severity=Severity.WARNING) for one in refusal.findings)
