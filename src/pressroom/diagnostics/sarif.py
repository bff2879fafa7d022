"""Findings as SARIF 2.1.0 (OASIS), for code hosts and editors, and as workflow commands that GitHub turns into remarks."""

from __future__ import annotations

import json
from collections.abc import Iterable

from pressroom.diagnostics.diagnostic import Diagnostic, Severity
from pressroom.place import Place, Span

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "note"}
_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.ADVICE: "notice"}


def to_sarif(findings: Iterable[Diagnostic]) -> str:
    """Write findings as one SARIF run, with a final line feed; columns count code points."""
    chosen = list(findings)
    codes = sorted({finding.code for finding in chosen})
    driver = {"name": "pressroom", "rules": [{"id": code} for code in codes]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding) for finding in chosen],
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def to_github(findings: Iterable[Diagnostic]) -> str:
    """Write findings as GitHub workflow commands, one a line."""
    return "".join(_command(finding) + "\n" for finding in findings)


def _result(finding: Diagnostic) -> dict[str, object]:
    result: dict[str, object] = {
        "ruleId": finding.code,
        "level": _LEVELS[finding.severity],
        "message": {"text": _encodable("; ".join((finding.message, *finding.hints)))},
    }
    if finding.place:
        result["locations"] = [_location(finding.place)]
    if finding.beside:
        result["relatedLocations"] = [_location(finding.beside)]
    if finding.place and finding.fix:
        change = {
            "deletedRegion": _region(finding.place, finding.fix.span),
            "insertedContent": {"text": finding.fix.text},
        }
        artifact = {"uri": _uri(finding.place)}
        result["fixes"] = [
            {"artifactChanges": [{"artifactLocation": artifact, "replacements": [change]}]}
        ]
    return result


def _location(place: Place) -> dict[str, object]:
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": _uri(place)},
            "region": _region(place, place.span),
        }
    }


def _region(place: Place, span: Span) -> dict[str, int]:
    start, end = place.file.position(span.start), place.file.position(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
    }


def _uri(place: Place) -> str:
    from urllib.parse import quote

    return quote(place.file.name.encode("utf-8", "replace"))


def _command(finding: Diagnostic) -> str:
    where = ""
    if finding.place:
        at = finding.place.file.position(finding.place.span.start)
        name = _escaped(finding.place.file.name).replace(":", "%3A").replace(",", "%2C")
        where = f"file={name},line={at.line},col={at.column},"
    message = _escaped("; ".join((finding.message, *finding.hints)))
    return f"::{_COMMANDS[finding.severity]} {where}title={finding.code}::{message}"


def _escaped(text: str) -> str:
    text = _encodable(text).replace("%", "%25")
    return text.replace("\r", "%0D").replace("\n", "%0A")


def _encodable(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8")
