"""Put every rule to a release; what comes out are diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from pressroom.checks.lines import lines_of
from pressroom.checks.registry import rules
from pressroom.checks.rule import Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Diagnostic, Edit, Severity
from pressroom.house.tokens import House, Weight
from pressroom.model.release import Release
from pressroom.place import Place, SourceFile

_ALLOW = re.compile(r"^[ \t>]*<!--[ \t]*allow((?:[ \t,]+[A-Z][0-9]{3})+)[ \t]*-->", re.MULTILINE)
_CODE = re.compile("[A-Z][0-9]{3}")


def examine(release: Release, weights: Mapping[str, Weight]) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a release, in the order of its text.

    ``weights`` are a house's own by code. A comment ``<!-- allow T201 -->`` silences a rule up to the next empty line.
    """
    source = release.source
    lines = tuple(tuple(lines_of(edition, source)) for edition in release.editions)
    manuscript = Manuscript(release, lines)
    allowed = _allowances(source)
    findings: list[Diagnostic] = []
    for rule in rules():
        weight = weights.get(rule.code)
        if weight is Weight.OFF:
            continue
        for found in rule.look(manuscript):
            line = source.position(found.span.start).line
            if rule.code not in allowed.get(line, frozenset()):
                severity = Severity(weight.value) if weight else found.severity or rule.severity
                findings.append(_diagnostic(rule, found, severity, source))
    return tuple(sorted(findings, key=_start))


def examine_for_print(release: Release, house: House) -> Iterator[Diagnostic]:
    """Yield what has to be known before a release is set: no advice, which is for whoever still writes."""
    for finding in examine(release, dict(house.severities)):
        if finding.severity is not Severity.ADVICE:
            yield finding


def _diagnostic(rule: Rule, found: Found, severity: Severity, source: SourceFile) -> Diagnostic:
    edit = None
    if found.replacement is not None and rule.repair is not Repair.BY_HAND:
        safe = found.safe and rule.repair is Repair.SAFE
        edit = Edit(found.span, found.replacement, safe)
    return Diagnostic(
        rule.code,
        severity,
        found.message,
        Place(source, found.span),
        found.hints,
        edit,
        Place(source, found.beside) if found.beside else None,
    )


def _allowances(source: SourceFile) -> dict[int, frozenset[str]]:
    """Return which codes are silenced on which lines."""
    allowed: dict[int, frozenset[str]] = {}
    for match in _ALLOW.finditer(source.text):
        codes = frozenset(_CODE.findall(match[1]))
        line = source.position(match.end()).line + 1
        while line <= source.line_count and source.line_text(line).strip():
            allowed[line] = allowed.get(line, frozenset()) | codes
            line += 1
    return allowed


def _start(finding: Diagnostic) -> int:
    return finding.place.span.start if finding.place else 0
