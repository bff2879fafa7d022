"""What a proof record holds, as its JSON does: an object a class, a member a field.

It holds no clock, no path and no name of a machine, so that the same release gives the same record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from pressroom.language.zones import HONG_KONG
from pressroom.proof.preflight.report import Preflight

FORMAT = 3
"""Rises when a reader of the former form would be misled."""


@dataclass(frozen=True, slots=True)
class ReleaseFacts:
    """Which release, and how it was built; ``editions`` are language tags, instants ISO 8601."""

    id: str
    version: int
    status: str
    issued: str
    embargo: str | None
    house: str
    editions: tuple[str, ...]
    public: bool

    @property
    def day(self) -> str:
        """Return the day of issue in Hong Kong."""
        return f"{_in_hong_kong(self.issued):%Y-%m-%d}"

    @property
    def held_until(self) -> str:
        """Return the end of the embargo in Hong Kong and as it is recorded; ``none`` without one."""
        if self.embargo is None:
            return "none"
        return f"{_in_hong_kong(self.embargo):%Y-%m-%d %H:%M} in Hong Kong ({self.embargo})"

    @property
    def audience(self) -> str:
        """Return for whom it was built."""
        return "the public" if self.public else "the office"


def _in_hong_kong(instant: str) -> datetime:
    return datetime.fromisoformat(instant).astimezone(HONG_KONG)


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes of the source."""

    sha256: str
    characters: int


@dataclass(frozen=True, slots=True)
class Picture:
    """What a figure shows: the name of its file in the source, and the bytes of that file as it was read."""

    name: str
    sha256: str


@dataclass(frozen=True, slots=True)
class ApprovedText:
    """What somebody approved: the mark of a text, or ``pending``; ``current`` tells whether that text is the one built."""

    language: str
    mark: str
    current: bool


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the release and when; no texts if the source names none."""

    name: str
    role: str | None
    date: str
    texts: tuple[ApprovedText, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of what an edition says (``edition.projection``)."""

    block: str
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Text:
    """All that an edition says, and the mark that stands for it in approvals."""

    language: str
    title: str
    mark: str
    pieces: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Says:
    """The verdict on what an artifact says: how much was compared."""

    equal: bool
    pieces: int
    characters: int
    traits: int


@dataclass(frozen=True, slots=True)
class Loss:
    """A node that an artifact does not hold exactly, with its place in the source."""

    node: str
    feature: str
    outcome: str
    reason: str
    line: int | None
    column: int | None


@dataclass(frozen=True, slots=True)
class Ledger:
    """How many nodes an artifact holds exactly, and which it does not."""

    exact: int
    degraded: int
    dropped: int
    losses: tuple[Loss, ...]


@dataclass(frozen=True, slots=True)
class ArtifactFacts:
    """A file that was made; ``preflight`` is the report on one for the printer."""

    name: str
    writer: str
    media_type: str
    bytes: int
    sha256: str
    says: Says
    ledger: Ledger
    preflight: Preflight | None


@dataclass(frozen=True, slots=True)
class Font:
    """A face that was at hand."""

    family: str
    bold: bool
    italic: bool
    name: str
    version: str


@dataclass(frozen=True, slots=True)
class Program:
    """What made it, with versions."""

    pressroom: str
    python: str
    libraries: dict[str, str]


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a validator from outside said of an artifact; ``version`` is None of one that was not there to be asked."""

    validator: str
    version: str | None
    artifact: str
    verdict: Literal["passed", "failed", "absent"]
    faults: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """A warning that did not stop the build."""

    code: str
    severity: str
    message: str


@dataclass(frozen=True, slots=True)
class Record:
    """A proof record."""

    format: int
    release: ReleaseFacts
    source: Source
    pictures: tuple[Picture, ...]
    approvals: tuple[Approval, ...]
    texts: tuple[Text, ...]
    artifacts: tuple[ArtifactFacts, ...]
    fonts: tuple[Font, ...]
    program: Program
    validators: tuple[Judgement, ...]
    findings: tuple[Finding, ...]
