"""A whole YAML document read as one typed value."""

from __future__ import annotations

from typing import TypeVar

from pressroom.diagnostics import Report
from pressroom.place import SourceFile, Span
from pressroom.typed_yaml.compose import compose
from pressroom.typed_yaml.fields import Kind
from pressroom.typed_yaml.kinds import MAPPING
from pressroom.typed_yaml.nodes import Context

T = TypeVar("T")


def read_yaml(
    file: SourceFile, kind: Kind[T], report: Report, family: str, within: Span | None = None
) -> T | None:
    """Read a file, or a part of it, as a value of a kind; None when that gave an error.

    ``family`` is the letter of the error codes. All faults are reported at once.
    """
    findings = Report()
    context = Context(file, findings, family)
    part = within or Span(0, len(file.text))
    node = compose(context, part)
    if node is None and not findings.failed:
        context.error(12, f"nothing is written where {kind.name} should stand", part, MAPPING)
    value = None if node is None else kind.value(node, context)
    report.extend(findings)
    return None if findings.failed else value
