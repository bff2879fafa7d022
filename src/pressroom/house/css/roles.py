"""One rule for each role in each script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pressroom.house.css.faces import han_stack, latin_stack
from pressroom.house.css.medium import Medium, Units
from pressroom.house.css.rule import in_script, rule
from pressroom.house.tokens import Align, House, Ink, Role
from pressroom.language.record import Script

# These words are also the classes of divisions; the role is that of the paragraph.
_ON_PARAGRAPHS = {Role.BOILERPLATE, Role.CONTACT, Role.ASIDE, Role.SOURCE, Role.LINKS}


def selector(role: Role, script: Script) -> str:
    """Return the selector of a role in a script; the Latin one also holds for Han text, which then overrules it."""
    element = "p" if role in _ON_PARAGRAPHS else ""
    return in_script(f"{element}.{role.value}", script)


def role_rules(house: House, medium: Medium) -> Iterator[str]:
    """Yield the rules for all roles: the Latin form whole, of the Han form what is different."""
    for role in Role:
        latin = _declarations(house, role, Script.LATIN, medium)
        han = _declarations(house, role, Script.HAN, medium)
        yield rule(selector(role, Script.LATIN), *map(": ".join, latin.items()))
        yield rule(
            selector(role, Script.HAN),
            *(f"{name}: {value}" for name, value in han.items() if latin.get(name) != value),
        )


def _declarations(house: House, role: Role, script: Script, medium: Medium) -> dict[str, str]:
    units = Units(house, medium)
    style = house.style(role, script)
    face = house.face(style.face)
    latin, han = latin_stack(face, medium), han_stack(face, medium)
    made = {
        "--latin": latin,
        "--han": han,
        "font-family": han if script is Script.HAN else latin,
        "font-size": units.length(style.size),
        "line-height": units.leading(style.leading, style.size),
        "font-weight": "bold" if style.bold else "normal",
        "font-style": "italic" if style.italic else "normal",
        "color": f"#{house.ink(style.ink)}",
        "text-align": _align(style.align),
        "text-indent": units.length(style.first_line),
        "letter-spacing": units.length(style.tracking),
        # Padding, not margin: margins of neighbours fall into one, the spaces of a house add up.
        "padding": f"{units.length(style.before)} 0 0",
        "margin": f"0 0 {units.length(style.after)} {units.length(style.indent)}",
        "break-after": "avoid" if style.keep_with_next else "auto",
    }
    if style.ink is Ink.TEXT and medium is Medium.BOOK:
        made["color"] = "inherit"  # the reader's, who may read by night
    return made


def _align(align: Align) -> str:
    match align:
        case Align.START:
            return "start"
        case Align.JUSTIFY:
            return "justify"
        case Align.CENTRE:
            return "center"
        case Align.END:
            return "end"
        case _:
            assert_never(align)
