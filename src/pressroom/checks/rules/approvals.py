"""M206: what was approved is what stands there now (domain §4)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.front import where
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.release import PENDING, Approval
from pressroom.source.marks import text_marks


def _look(manuscript: Manuscript) -> Iterator[Found]:
    release = manuscript.release
    marks = text_marks(release)
    for approval in release.approvals:
        for tag, mark in approval.texts:
            if tag in marks and marks[tag] != mark:
                span = where(release.source, "approvals", mark)
                hint = f"when the text has been approved, write `{tag}: {marks[tag]}`"
                yield Found(span, _said(approval, tag, mark, marks), (hint,))


def _said(approval: Approval, tag: str, mark: str, marks: dict[str, str]) -> str:
    if mark == PENDING:
        return f"{approval.name} has not approved {tag} yet"
    unchanged = [other for other, own in approval.texts if marks.get(other) == own]
    former = f", and {', '.join(unchanged)} was not" if unchanged else ""
    return f"{tag} was changed after {approval.name} approved it on {approval.date}{former}"


RULE = Rule(
    "M206",
    "What was approved is what stands there",
    "An approval may name the text that it is for: `texts: {en-HK: pending, zh-Hant-HK: pending}`, and `check` tells what to write for "
    "`pending`. When one edition is changed and the other is not, the two no longer say the same.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example(
        "漁船都回來了。",
        "",
        front="approvals: [{name: EF Example, date: 2026-03-02, texts: {zh-Hant-HK: 0123456789ab}}]",
    ),
    _look,
)
