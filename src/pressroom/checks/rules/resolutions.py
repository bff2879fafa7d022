"""S307: a picture has enough pixels for print."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.figures import figures
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.house.tokens import House

_LEAST = 200
"""Pixels an inch: a screen of 133 lines an inch asks for one and a half times its number."""

_POINTS = 72
_NATURAL = 0.75
"""Points that a pixel takes where there is room (CSS Values §6.2)."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    house = manuscript.house
    for figure in figures(manuscript.release) if house else ():
        size = manuscript.pixels(figure.source)
        if house and size:
            resolution = round(size[0] / _width(house, *size) * _POINTS)
            if resolution < _LEAST:
                message = (
                    f"{figure.source} has {resolution} pixels an inch at the width it is set at"
                )
                hint = f"take one of {_LEAST} or more, or a drawing (SVG)"
                yield Found(figure.span, message, (hint,))


def _width(house: House, width: int, height: int) -> float:
    """Return how wide a picture is set, in points: as wide as its pixels, the measure and the height for figures allow."""
    page = house.page
    measure = page.width.points - page.inner.points - page.outer.points
    return min(width * _NATURAL, measure, house.figure_height.points * width / height)


RULE = Rule(
    "S307",
    "A picture has enough pixels for print",
    f"Below {_LEAST} pixels an inch edges become steps. What counts is the width that the house sets the picture at.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example('![海邊的風](small.png){alt="海浪打在岸邊" credit="海港社"}', ""),
    _look,
)
