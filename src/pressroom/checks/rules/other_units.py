"""B109: an amount is given in other units in the other edition."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.facts.agreement import agreements
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        for mine, theirs in agreement.converted:
            what = f"{mine.words!r} in {mine.line.language} is {theirs.words!r} in {theirs.line.language}"
            hint = "give the measured value in both editions, and the other in brackets"
            yield Found(theirs.span, f"other units: {what}", (hint,), beside=mine.span)


RULE = Rule(
    "B109",
    "Amounts are given in the same units",
    "A pound converted and rounded is no longer the amount that was measured. Units of one system (500 mg and 0.5克) may differ: "
    "nothing is rounded there.",
    Severity.ADVICE,
    Repair.BY_HAND,
    Example("這條魚重11磅。", "", "The fish weighs 5 kg."),
    _look,
)
