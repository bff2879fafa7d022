"""A finding as data, and the collection that a stage fills while it goes on working."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum

from pressroom.place import Place, Span


class Severity(Enum):
    """How much a finding weighs; only ``ERROR`` stops a build."""

    ERROR = "error"
    WARNING = "warning"
    ADVICE = "advice"


@dataclass(frozen=True, slots=True)
class Edit:
    """A repair: ``text`` takes the place of ``span`` in the file of the finding; ``safe`` if it cannot change the sense."""

    span: Span
    text: str
    safe: bool


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    ``code`` is stable (a family letter and three digits: P parse, M metadata, T typography, I pictures, H house,
    F fonts, A artifact, U usage, S structure, B both editions,
    W returns).
    ``message`` is lower case without a full stop and names the fact; ``hints`` name the way out, ``fix`` goes it.
    ``beside`` is a second place that has to do with it.
    """

    code: str
    severity: Severity
    message: str
    place: Place | None = None
    hints: tuple[str, ...] = ()
    fix: Edit | None = None
    beside: Place | None = None


@dataclass(slots=True)
class Report:
    """Findings in the order in which they were met; never raises, never prints."""

    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, finding: Diagnostic) -> None:
        """Keep a finding."""
        self.findings.append(finding)

    def error(self, code: str, message: str, place: Place | None = None, *hints: str) -> None:
        """Keep an error."""
        self.add(Diagnostic(code, Severity.ERROR, message, place, hints))

    def warn(self, code: str, message: str, place: Place | None = None, *hints: str) -> None:
        """Keep a warning."""
        self.add(Diagnostic(code, Severity.WARNING, message, place, hints))

    def extend(self, findings: Iterable[Diagnostic]) -> None:
        """Keep several findings."""
        self.findings.extend(findings)

    @property
    def failed(self) -> bool:
        """Tell whether there is an error among the findings."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.findings)
