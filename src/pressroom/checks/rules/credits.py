"""S306: a picture has a credit (domain DR-13)."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.figures import figures
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for figure in figures(manuscript.release):
        if not figure.credit.strip():
            hint = 'write {alt="…" credit="who made it"}'
            yield Found(figure.span, f"no credit for {figure.source}", (hint,))


RULE = Rule(
    "S306",
    "A picture says who made it",
    "Whoever prints the release prints the credit, and may not print the picture without one.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example('![海邊的風](a.png){alt="海浪打在岸邊"}', ""),
    _look,
)
