"""Put every rule to a release; what comes out are diagnostics."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.front import front_matter
from pressroom.checks.lines import lines_of
from pressroom.checks.registry import rules
from pressroom.checks.rule import Found, Manuscript, Pixels, Repair, Rule
from pressroom.diagnostics import Diagnostic, Edit, Severity
from pressroom.house.tokens import House, Weight
from pressroom.model.release import Release
from pressroom.place import Place, SourceFile

_ALLOW = re.compile(
    r"^[ \t>]*(?:<!--|(?P<yaml>#))[ \t]*allow(?P<codes>(?:[ \t,]+[A-Z][0-9]{3})+)[ \t]*(?(yaml)$|-->)",
    re.MULTILINE,
)
_CODE = re.compile("[A-Z][0-9]{3}")


def unseen(name: str) -> None:
    """Tell nothing of a picture: for who examines a text alone."""
    del name


def examine(
    release: Release, house: House | None = None, pixels: Pixels = unseen
) -> tuple[Diagnostic, ...]:
    """Return what the rules find in a release, in the order of its text.

    A house says what findings weigh, and knows words and measures of its own. A comment ``<!-- allow T201 -->`` silences a
    rule up to the next empty line; in the front matter it is ``# allow M203``.
    """
    source = release.source
    lines = tuple(tuple(lines_of(edition, source)) for edition in release.editions)
    manuscript = Manuscript(release, lines, house, pixels)
    weights = dict(house.severities) if house else {}
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


def examine_for_print(release: Release, house: House, pixels: Pixels) -> Iterator[Diagnostic]:
    """Yield what has to be known before a release is set: no advice, which is for whoever still writes."""
    for finding in examine(release, house, pixels):
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
    end = front_matter(source).end
    for match in _ALLOW.finditer(source.text):
        if match["yaml"] and match.start() > end:
            continue
        codes = frozenset(_CODE.findall(match["codes"]))
        line = source.position(match.end()).line + 1
        while line <= source.line_count and source.line_text(line).strip():
            allowed[line] = allowed.get(line, frozenset()) | codes
            line += 1
    return allowed


def _start(finding: Diagnostic) -> int:
    return finding.place.span.start if finding.place else 0
