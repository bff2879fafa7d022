"""Paragraph styles: every role in a Latin and a Han form, all numbers in Word's units."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from pressroom.house.tokens import RUNNING, Align, Face, House, Role, RoleStyle
from pressroom.house.word.naming import HEADINGS, LIST_LEVELS, StyleName, style_name
from pressroom.language.record import Script

# What a line of the face itself needs, in sizes: below it ``atLeast`` would let the face decide (Noto CJK 1.45).
_NATURAL = {Script.LATIN: 1.25, Script.HAN: 1.5}

_ALIGNMENT: dict[Align, Literal["left", "both", "center", "right"]] = {
    Align.START: "left",
    Align.JUSTIFY: "both",
    Align.CENTRE: "center",
    Align.END: "right",
}

_OUTLINE = {Role.DIVISION_TITLE: 2}

_BEFORE_TEXT = {
    Role.HEADLINE,
    Role.SUBHEAD,
    Role.MINOR_SUBHEAD,
    Role.LEAD,
    Role.CAPTION,
    Role.CREDIT,
    Role.ATTRIBUTION,
}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """One ``w:style`` of type paragraph.

    ``size`` is in half points; ``line``, ``before``, ``after``, ``indent``, ``first_line`` and ``tracking`` in twips.
    ``line_rule`` is never ``auto``: a leading is a length. ``level`` is the outline level from 1 (``w:outlineLvl`` plus
    one), 0 for none; ``list_level`` the depth of a list item from 1, else 0. ``next_style`` is the id of the style that
    follows when an editor presses return. ``whole`` keeps the words of a role together in a house that divides words.
    """

    name: StyleName
    role: Role
    script: Script
    based_on: str
    next_style: str
    level: int
    list_level: int
    ordered: bool
    face: Face
    size: int
    line: int
    line_rule: Literal["exact", "atLeast"]
    before: int
    after: int
    alignment: Literal["left", "both", "center", "right"]
    indent: int
    first_line: int
    tracking: int
    bold: bool
    italic: bool
    ink: str
    keep_next: bool
    whole: bool


def paragraph_styles(house: House) -> tuple[ParagraphStyle, ...]:
    """Return every paragraph style of a house, Latin forms before the Han forms that are based on them."""
    return tuple(style for script in Script for style in _of_script(house, script))


def _of_script(house: House, script: Script) -> Iterator[ParagraphStyle]:
    for role in Role:
        if role in HEADINGS:
            for level in HEADINGS[role]:
                yield _style(house, role, script, level=level)
        elif role is Role.LIST_ITEM:
            for ordered in (False, True):
                for level in LIST_LEVELS:
                    yield _style(house, role, script, level=level, ordered=ordered)
        elif role is Role.FURNITURE:
            yield _style(house, role, script)
            yield _style(house, role, script, footer=True)
        else:
            yield _style(house, role, script)


def _style(
    house: House,
    role: Role,
    script: Script,
    *,
    level: int = 0,
    ordered: bool = False,
    footer: bool = False,
) -> ParagraphStyle:
    def named(script: Script) -> StyleName:
        return style_name(role, script, level=level, ordered=ordered, footer=footer)

    name = named(script)
    style = house.style(role, script)
    depth = level if role is Role.LIST_ITEM else 0
    return ParagraphStyle(
        name=name,
        role=role,
        script=script,
        based_on="Normal" if script is Script.LATIN else named(Script.LATIN).style_id,
        next_style=style_name(Role.BODY, script).style_id
        if role in _BEFORE_TEXT
        else name.style_id,
        level=level if role in HEADINGS else _OUTLINE.get(role, 0),
        list_level=depth,
        ordered=ordered,
        face=house.face(style.face),
        size=style.size.half_points,
        line=style.leading.twips,
        line_rule=_line_rule(style, script),
        before=style.before.twips,
        after=style.after.twips,
        alignment=_ALIGNMENT[style.align],
        indent=style.indent.twips + depth * house.list_indent.twips,
        first_line=style.first_line.twips,
        tracking=style.tracking.twips,
        bold=style.bold,
        italic=style.italic,
        ink=house.ink(style.ink),
        keep_next=style.keep_with_next,
        whole=house.hyphenate and (script is Script.HAN or role not in RUNNING),
    )


def _line_rule(style: RoleStyle, script: Script) -> Literal["exact", "atLeast"]:
    """Keep the leading, and leave room for ruby and raised figures where the face allows it."""
    enough = style.leading.points >= _NATURAL[script] * style.size.points
    return "atLeast" if enough else "exact"
