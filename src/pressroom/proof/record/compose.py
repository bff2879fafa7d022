"""From a build to its record: what was made, from what, with what, and that it says the same."""

from __future__ import annotations

import hashlib
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from pressroom.diagnostics import Diagnostic
from pressroom.edition.projection import said
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontSet
from pressroom.model.release import Release
from pressroom.proof.compare import Verdict
from pressroom.proof.record.form import (
    FORMAT,
    Approval,
    ApprovedText,
    ArtifactFacts,
    Finding,
    Font,
    Ledger,
    Loss,
    Picture,
    Program,
    Record,
    ReleaseFacts,
    Said,
    Says,
    Source,
    Text,
)
from pressroom.source.marks import text_marks
from pressroom.writers.contract import Artifact, LedgerEntry, Outcome

_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "python-docx",
    "EbookLib",
    "lxml",
    "markdown-it-py",
    "PyYAML",
    "pikepdf",
    "pypdfium2",
    "uharfbuzz",
    "fonttools",
    "pillow",
)


@dataclass(frozen=True, slots=True)
class Proved:
    """An artifact with its ledger and the verdict on it."""

    writer: str
    artifact: Artifact
    ledger: tuple[LedgerEntry, ...]
    verdict: Verdict


def record(  # one argument a section of the record
    release: Release,
    resolved: ResolvedRelease,
    proved: Sequence[Proved],
    fonts: FontSet,
    findings: Iterable[Diagnostic],
    pictures: tuple[Picture, ...],
    *,
    public: bool,
) -> Record:
    """Return the record of a build; nobody from outside has judged it yet."""
    marks = text_marks(release)
    return Record(
        format=FORMAT,
        release=_release(resolved, public=public),
        source=Source(sha256(resolved.source.text.encode()), len(resolved.source.text)),
        pictures=pictures,
        approvals=_approvals(release, marks),
        texts=tuple(_texts(resolved, marks)),
        artifacts=tuple(_artifact(resolved, one) for one in proved),
        fonts=tuple(
            Font(
                face.key.family, face.key.bold, face.key.italic, face.postscript_name, face.version
            )
            for face in sorted(fonts.values(), key=lambda face: face.postscript_name)
        ),
        program=Program(
            version("pressroom"),
            platform.python_version(),
            {name: version(name) for name in _LIBRARIES},
        ),
        validators=(),
        findings=tuple(Finding(one.code, one.severity.value, one.message) for one in findings),
    )


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


def _release(resolved: ResolvedRelease, *, public: bool) -> ReleaseFacts:
    about = resolved.metadata
    return ReleaseFacts(
        about.identifier,
        about.version,
        about.status.value,
        about.issued.isoformat(),
        about.embargo.isoformat() if about.embargo else None,
        resolved.house.name,
        tuple(edition.language.tag for edition in resolved.editions),
        public,
    )


def _approvals(release: Release, marks: dict[str, str]) -> tuple[Approval, ...]:
    return tuple(
        Approval(
            one.name,
            one.role,
            one.date.isoformat(),
            tuple(ApprovedText(tag, mark, marks.get(tag) == mark) for tag, mark in one.texts),
        )
        for one in release.approvals
    )


def _texts(resolved: ResolvedRelease, marks: dict[str, str]) -> Iterable[Text]:
    for edition in resolved.editions:
        tag = edition.language.tag
        pieces = (Said(piece.identifier, piece.kind, piece.text) for piece in said(edition))
        yield Text(tag, edition.title, marks.get(tag, ""), tuple(pieces))


def _artifact(release: ResolvedRelease, one: Proved) -> ArtifactFacts:
    counts = Counter(entry.outcome for entry in one.ledger)
    verdict = one.verdict
    losses = (_loss(release, entry) for entry in one.ledger if entry.outcome is not Outcome.EXACT)
    return ArtifactFacts(
        one.artifact.name,
        one.writer,
        one.artifact.media_type,
        len(one.artifact.data),
        sha256(one.artifact.data),
        Says(verdict.equal, verdict.pieces, verdict.characters, verdict.traits),
        Ledger(
            counts[Outcome.EXACT],
            counts[Outcome.DEGRADED],
            counts[Outcome.DROPPED],
            tuple(losses),
        ),
        verdict.preflight,
    )


def _loss(release: ResolvedRelease, entry: LedgerEntry) -> Loss:
    at = release.source.position(entry.span.start) if entry.span else None
    return Loss(
        entry.identifier,
        entry.feature,
        entry.outcome.value,
        entry.reason,
        at.line if at else None,
        at.column if at else None,
    )
