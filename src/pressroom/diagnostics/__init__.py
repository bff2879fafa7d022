"""Findings and errors as data; how they are shown is in ``terminal`` and ``json``."""

from pressroom.diagnostics.diagnostic import Diagnostic, Edit, Report, Severity
from pressroom.diagnostics.errors import (
    HouseError,
    PressroomError,
    ProofError,
    SourceError,
    UsageError,
    WriterError,
)

__all__ = [
    "Diagnostic",
    "Edit",
    "HouseError",
    "PressroomError",
    "ProofError",
    "Report",
    "Severity",
    "SourceError",
    "UsageError",
    "WriterError",
]
