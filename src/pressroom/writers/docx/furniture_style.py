"""The styles of what is not text: picture, rule, masthead, the paragraph after a last table, tables."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.tokens import House, Length, Role
from pressroom.house.word import style_name
from pressroom.language.record import Script
from pressroom.writers.docx.borders import border
from pressroom.writers.docx.logo import logo_width
from pressroom.writers.docx.markup import Markup, flag, make, value

FIGURE = "Figure"
FIGURE_AFTER_DISPLAY = "FigureAfterDisplay"
RULE = "Rule"
SEPARATOR = "Separator"
TABLE = "PressTable"

_HAIRLINE = 20
"""The height in twips of a paragraph that has to be there and must not show."""


def masthead_style(script: Script) -> str:
    """Return the id of the style of the masthead's line, logo and name."""
    return f"Masthead{'Chinese' if script is Script.HAN else ''}"


def furniture_styles(house: House) -> Iterator[Markup]:
    """Make the styles; their spaces are those round tables and pictures in the other formats."""
    page = house.page
    measure = page.width.twips - page.inner.twips - page.outer.twips
    gap = house.style(Role.BODY, Script.LATIN).after
    half = Length(gap.points / 2)
    yield _paragraph(
        "Figure",
        "Normal",
        flag("w:keepNext"),
        _spacing(half.twips, half.twips),
    )
    yield _paragraph("Figure After Display", "Figure", _spacing(gap.twips + half.twips, half.twips))
    yield _paragraph(
        "Rule",
        "Normal",
        make("w:pBdr", border("bottom", house)),
        _spacing(gap.twips, gap.twips, _HAIRLINE),
        make("w:ind", left=0, right=measure * 3 // 4),
    )
    yield _paragraph("Separator", "Normal", _spacing(0, 0, _HAIRLINE))
    for script in Script:
        yield _paragraph(
            "Masthead Chinese" if script is Script.HAN else "Masthead",
            style_name(Role.PUBLISHER, script).style_id,
            # A line of exact height would cut the logo off.
            _spacing(0, gap.twips),
            make("w:tabs", make("w:tab", val="left", pos=logo_width(house).twips + gap.twips)),
            value("w:textAlignment", "center"),
        )
    yield _table(house, half)


def _paragraph(name: str, based_on: str, *properties: Markup) -> Markup:
    return make(
        "w:style",
        value("w:name", name),
        value("w:basedOn", based_on),
        make("w:pPr", *properties),
        type="paragraph",
        customStyle=1,
        styleId=name.replace(" ", ""),
    )


def _spacing(before: int, after: int, exact: int | None = None) -> Markup:
    line, rule = (240, "auto") if exact is None else (exact, "exact")
    return make("w:spacing", before=before, after=after, line=line, lineRule=rule)


def _table(house: House, padding: Length) -> Markup:
    """Make the one table style: rules above, below and between rows, none between columns."""
    cell = make(
        "w:tblCellMar",
        make("w:top", w=padding.twips, type="dxa"),
        make("w:left", w=0, type="dxa"),
        make("w:bottom", w=padding.twips, type="dxa"),
        make("w:right", w=padding.twips, type="dxa"),
    )
    rules = make(
        "w:tblBorders",
        border("top", house, weight=2),
        border("bottom", house, weight=2),
        border("insideH", house),
    )
    head = make(
        "w:tblStylePr",
        make("w:tcPr", value("w:vAlign", "bottom")),
        type="firstRow",
    )
    return make(
        "w:style",
        value("w:name", "Press Table"),
        value("w:basedOn", "TableNormal"),
        make("w:tblPr", make("w:tblInd", w=0, type="dxa"), rules, cell),
        head,
        type="table",
        customStyle=1,
        styleId=TABLE,
    )
