"""Two versions of a source as one Word file, read again before anybody gets it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pressroom.diagnostics import Diagnostic, ProofError, Severity, UsageError
from pressroom.merge.views import ACCEPTED, REJECTED, View
from pressroom.model.characters import UNUSABLE, describe
from pressroom.model.release import Release
from pressroom.press.job import Galley, Order, set_up
from pressroom.proof.compare import compare
from pressroom.redline.compose import redline
from pressroom.redline.pen import Pen
from pressroom.writers.docx import DocxWriter
from pressroom.writers.docx.hearing import heard


@dataclass(frozen=True, slots=True)
class Redline:
    """The file, how many changes are recorded in it, and what was found in the two sources."""

    data: bytes
    changes: int
    findings: tuple[Diagnostic, ...]


def make_redline(old: Path, new: Path, author: str | None, day: date | None) -> Redline:
    """Make the file; author and day are by default the publisher and the day of the later version.

    Raises ``UsageError`` for an author whose name cannot be written, ``SourceError`` or ``HouseError`` for a source that cannot be
    used, ``ProofError`` if the file would not say both.
    """
    if author and (odd := UNUSABLE.search(author)):
        message = f"no file can hold {describe(odd[0])} in the name of the author"
        hint = "write the name without it"
        raise UsageError(Diagnostic("U018", Severity.ERROR, message, hints=(hint,)))
    later = set_up(Order(new, ()))
    former = set_up(Order(old, (), house=later.release.house))
    publisher = later.resolved.editions[0].publisher
    pen = Pen(author or publisher, day or later.resolved.metadata.modified.date())
    data = redline(former.resolved, later.resolved, later.world, pen)
    faults = (*_prove(later, ACCEPTED, data), *_prove(former, REJECTED, data))
    if faults:
        raise ProofError(*faults)
    unrelated = _unrelated(former.release, later.release)
    return Redline(data, pen.used, (*unrelated, *former.findings, *later.findings))


def _unrelated(former: Release, later: Release) -> Iterator[Diagnostic]:
    """Yield that two sources are two releases, unless the later one supersedes the former."""
    if former.identifier in {later.identifier, later.supersedes}:
        return
    message = (
        f"{former.source.name} is the release {former.identifier}, {later.source.name} is {later.identifier}:"
        " they may have nothing to do with each other"
    )
    hint = f"compare versions of one release, or write `supersedes: {former.identifier}` in the later one"
    yield Diagnostic("U019", Severity.WARNING, message, hints=(hint,))


def _prove(galley: Galley, view: View, data: bytes) -> tuple[Diagnostic, ...]:
    """Hold a view of the file against a version; the section of an edition that is missing in it says nothing."""
    writer = DocxWriter()
    ledger = writer.write(galley.resolved, galley.world).ledger
    said = [edition for edition in heard(data, view.of) if edition.pieces]
    # The properties of the file are those of the later version.
    abilities = writer.abilities - {"metadata"}
    return compare("the redline", galley.resolved, ledger, said, abilities).findings
