"""Rules round paragraphs and tables."""

from __future__ import annotations

from pressroom.house.tokens import House, Ink
from pressroom.writers.docx.markup import Markup, make


def border(
    side: str, house: House, *, weight: int = 1, ink: Ink = Ink.RULE, space: int = 0
) -> Markup:
    """Make one side of a border: ``weight`` times the house's rule, ``space`` points away (ECMA-376 §17.3.4)."""
    eighths = max(2, round(house.rule_weight.points * weight * 8))
    return make(f"w:{side}", val="single", sz=eighths, space=space, color=house.ink(ink).upper())
