"""The proof record: what was made, from what, with what, and that it says the same.

It holds no clock, no path and no name of a machine, so that the same release gives the same record.
"""

from __future__ import annotations

import hashlib
import json
import platform
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version

from pressroom.diagnostics import Diagnostic
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.face import FontSet
from pressroom.proof.compare import Verdict
from pressroom.writers.contract import Artifact, LedgerEntry, Outcome

FORMAT = 1
_LIBRARIES = (
    "weasyprint",
    "pydyf",
    "python-docx",
    "EbookLib",
    "lxml",
    "markdown-it-py",
    "PyYAML",
    "pikepdf",
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


def record(
    release: ResolvedRelease,
    proved: Sequence[Proved],
    fonts: FontSet,
    findings: Iterable[Diagnostic],
) -> bytes:
    """Return the proof record as JSON, in UTF-8, keys in a fixed order."""
    data: dict[str, object] = {
        "format": FORMAT,
        "release": {
            "id": release.metadata.identifier,
            "version": release.metadata.version,
            "issued": release.metadata.issued.isoformat(),
            "house": release.house.name,
            "editions": [edition.language.tag for edition in release.editions],
        },
        "source": {
            "sha256": sha256(release.source.text.encode()),
            "characters": len(release.source.text),
        },
        "artifacts": [_artifact(release, one) for one in proved],
        "fonts": [
            {
                "family": face.key.family,
                "bold": face.key.bold,
                "italic": face.key.italic,
                "name": face.postscript_name,
                "version": face.version,
            }
            for face in sorted(fonts.values(), key=lambda face: face.postscript_name)
        ],
        "program": {
            "pressroom": version("pressroom"),
            "python": platform.python_version(),
            "libraries": {name: version(name) for name in _LIBRARIES},
        },
        "findings": [
            {"code": one.code, "severity": one.severity.value, "message": one.message}
            for one in findings
        ],
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def sha256(data: bytes) -> str:
    """Return the SHA-256 of some bytes in hexadecimal digits."""
    return hashlib.sha256(data).hexdigest()


@dataclass(frozen=True, slots=True)
class Entry:
    """What a record says of one artifact."""

    name: str
    writer: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What a record says of a build: its house, its editions, its artifacts."""

    house: str
    editions: tuple[str, ...]
    entries: tuple[Entry, ...]


def read_record(data: bytes) -> Recorded:
    """Read a record; raise ``ValueError`` if the bytes are not one.

    Names are those of files beside the record: one that points elsewhere makes it no record.
    """
    try:
        content = json.loads(data)
        recorded = Recorded(
            house=str(content["release"]["house"]),
            editions=tuple(str(tag) for tag in content["release"]["editions"]),
            entries=tuple(
                Entry(str(one["name"]), str(one["writer"]), str(one["sha256"]))
                for one in content["artifacts"]
            ),
        )
    except (KeyError, TypeError, UnicodeDecodeError, RecursionError) as reason:
        message = "the file is not a proof record"
        raise ValueError(message) from reason
    if any(set(one.name) & set("/\\") or one.name.startswith(".") for one in recorded.entries):
        message = "the record names a file in another folder"
        raise ValueError(message)
    return recorded


def _artifact(release: ResolvedRelease, one: Proved) -> dict[str, object]:
    counts = Counter(entry.outcome for entry in one.ledger)
    return {
        "name": one.artifact.name,
        "writer": one.writer,
        "media_type": one.artifact.media_type,
        "bytes": len(one.artifact.data),
        "sha256": sha256(one.artifact.data),
        "says": {
            "equal": one.verdict.equal,
            "pieces": one.verdict.pieces,
            "characters": one.verdict.characters,
            "traits": one.verdict.traits,
        },
        "ledger": {
            **{outcome.value: counts[outcome] for outcome in Outcome},
            "losses": [
                _loss(release, entry) for entry in one.ledger if entry.outcome is not Outcome.EXACT
            ],
        },
    }


def _loss(release: ResolvedRelease, entry: LedgerEntry) -> dict[str, object]:
    loss: dict[str, object] = {
        "node": entry.identifier,
        "feature": entry.feature,
        "outcome": entry.outcome.value,
        "reason": entry.reason,
    }
    if entry.span:
        position = release.source.position(entry.span.start)
        loss |= {"line": position.line, "column": position.column}
    return loss
