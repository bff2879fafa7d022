"""Findings of one file: a report that knows which file its spans belong to."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.diagnostics import Report
from pressroom.place import Place, SourceFile, Span
from pressroom.source.markdown.codes import Code


@dataclass(frozen=True, slots=True)
class Findings:
    """A report and the file that is being read."""

    file: SourceFile
    report: Report

    def error(self, code: Code, message: str, span: Span, *hints: str) -> None:
        """Keep an error at a span."""
        self.report.error(code.value, message, Place(self.file, span), *hints)

    def warn(self, code: Code, message: str, span: Span, *hints: str) -> None:
        """Keep a warning at a span."""
        self.report.warn(code.value, message, Place(self.file, span), *hints)
