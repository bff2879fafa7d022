"""The errors that a user sees without a traceback.

::

    PressroomError
      UsageError      wrong call                                    exit code 2
      SourceError     the source cannot be used                               3
      HouseError      the house style, or a font that it needs, cannot be used 4
      WriterError     a writer failed                                         5
      ProofError      an artifact does not say what the source says           6

Anything else that is raised is a bug of the program.
"""

from __future__ import annotations

from typing import ClassVar

from pressroom.diagnostics.diagnostic import Diagnostic


class PressroomError(Exception):
    """An expected failure: it carries its findings and an exit code."""

    exit_code: ClassVar[int] = 1

    def __init__(self, *findings: Diagnostic) -> None:
        super().__init__("; ".join(finding.message for finding in findings))
        self.findings = findings


class UsageError(PressroomError):
    """The program was called in a way that cannot work."""

    exit_code = 2


class SourceError(PressroomError):
    """The canonical source cannot be used."""

    exit_code = 3


class HouseError(PressroomError):
    """A house style or a font that it names cannot be used."""

    exit_code = 4


class WriterError(PressroomError):
    """A writer could not make its artifact."""

    exit_code = 5


class ProofError(PressroomError):
    """An artifact, read back, does not say what the source says."""

    exit_code = 6
