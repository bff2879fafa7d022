"""B101: a fact differs between two editions (domain §8)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.facts.agreement import Stated, agreements
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        for mine, theirs in agreement.different:
            sure = mine.fact.firm and theirs.fact.firm and mine.fact.comparable(theirs.fact)
            yield _differ(mine, theirs, None if sure else Severity.WARNING)
        for mine, theirs in agreement.exchanged:
            yield _differ(mine, theirs, Severity.WARNING)


def _differ(mine: Stated, theirs: Stated, severity: Severity | None) -> Found:
    what = f"{mine.words!r} in {mine.line.language}, {theirs.words!r} in {theirs.line.language}"
    hint = "correct the one that is wrong"
    message = f"the editions differ: {what}"
    return Found(theirs.span, message, (hint,), beside=mine.span, severity=severity)


RULE = Rule(
    "B101",
    "Numbers, dates, times, amounts and addresses are the same in both editions",
    "Read in whatever form a language writes them: 1,846 and 一千八百四十六, 15% and 百分之十五, 21 October 2025 and 二○二五年十月二十一日, "
    "10 pm and 晚上十時, Friday and 星期五, 0.5 g and 500毫克. Numbers in words may be idiom, so they weigh less, and so do values that stand elsewhere in the other edition. "
    "Which value belongs to which word is not read: two values exchanged within one paragraph are not found, but for those that B103 names.",
    Severity.ERROR,
    Repair.BY_HAND,
    Example("共有13艘漁船。", "", "There were 12 boats."),
    _look,
)
