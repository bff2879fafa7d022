"""B102: facts that one edition states alone (domain §8)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.facts.agreement import agreements
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_SHOWN = 12


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for agreement in agreements(manuscript):
        alone = agreement.alone
        if alone:
            said = dict.fromkeys(f"{one.words!r} in {one.line.language}" for one in alone)
            names = ", ".join(list(said)[:_SHOWN])
            more = f" and {len(said) - _SHOWN} more" if len(said) > _SHOWN else ""
            yield Found(alone[0].span, f"stated in one edition only: {names}{more}")


RULE = Rule(
    "B102",
    "What one edition states, the other states too",
    "An edition may leave something out on purpose, so all of it comes as one piece of advice.",
    Severity.ADVICE,
    Repair.BY_HAND,
    Example("漁船都回來了。", "", "All 12 boats are back."),
    _look,
)
