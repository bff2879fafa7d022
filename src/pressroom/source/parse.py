"""Text -> release: the front matter, the editions, and whether they agree."""

from __future__ import annotations

from pressroom.diagnostics import Diagnostic, Report
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.source.conflicts import report_conflicts
from pressroom.source.fences import split
from pressroom.source.front_matter import release_of
from pressroom.source.languages import check_languages
from pressroom.source.markdown import parse_body
from pressroom.typed_yaml import read_yaml


def parse(file: SourceFile, report: Report) -> Release | None:
    """Parse a source; None when there is an error. All findings come at once, in the order of their places."""
    findings = Report()
    report_conflicts(file, findings)
    parts = None if findings.failed else split(file, findings)
    release = None
    if parts:
        editions = parse_body(file, parts.body, findings)
        if editions or not findings.failed:
            check_languages(file, editions, findings)
        kind = release_of(file, editions)
        release = read_yaml(file, kind, findings, "M", parts.front_matter)
    report.extend(sorted(findings, key=_start))
    return None if findings.failed else release


def _start(finding: Diagnostic) -> int:
    return finding.place.span.start if finding.place else 0
