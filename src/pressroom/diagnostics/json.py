"""Findings as JSON: a stable form for editors and scripts.

Each is an object with ``code``, ``severity``, ``message``, ``file``, ``start``, ``end`` and ``hints``; the two places have
``offset`` (code points, from 0), ``line`` and ``column`` (code points, from 1), and all three are null without a place.
A finding that can be repaired has ``fix`` as well, with ``start``, ``end``, ``text`` and ``safe``.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from pressroom.diagnostics.diagnostic import Diagnostic
from pressroom.place import Place


def to_json(findings: Iterable[Diagnostic]) -> str:
    """Write findings as a JSON array, in their order, with a final line feed."""
    return (
        json.dumps([_object(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"
    )


def _object(finding: Diagnostic) -> dict[str, object]:
    place = finding.place
    shown: dict[str, object] = {
        "code": finding.code,
        "severity": finding.severity.value,
        "message": _encodable(finding.message),
        "file": _encodable(place.file.name) if place else None,
        "start": _point(place, place.span.start) if place else None,
        "end": _point(place, place.span.end) if place else None,
        "hints": [_encodable(hint) for hint in finding.hints],
    }
    if place and finding.fix:
        edit = finding.fix
        ends = {"start": _point(place, edit.span.start), "end": _point(place, edit.span.end)}
        shown["fix"] = {**ends, "text": edit.text, "safe": edit.safe}
    return shown


def _point(place: Place, offset: int) -> dict[str, int]:
    at = place.file.position(offset)
    return {"offset": offset, "line": at.line, "column": at.column}


def _encodable(text: str) -> str:
    """Replace lone surrogates: a file name need not be UTF-8, JSON must be."""
    return text.encode("utf-8", "replace").decode("utf-8")
