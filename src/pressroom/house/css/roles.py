"""One rule for each role in each script."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pressroom.house.css.faces import han_stack, latin_stack
from pressroom.house.css.medium import Medium, Units
from pressroom.house.css.rule import rule
from pressroom.house.tokens import Align, FaceRole, House, Ink, Role, RoleStyle
from pressroom.language.record import Script

# These words are also the classes of divisions; the role is that of the paragraph.
_ON_PARAGRAPHS = {Role.BOILERPLATE, Role.CONTACT, Role.ASIDE, Role.SOURCE, Role.LINKS}


def selector(role: Role, script: Script) -> str:
    """Return the selector of a role in a script; the Latin one also holds for Han text, which then overrules it."""
    element = "p" if role in _ON_PARAGRAPHS else ""
    han = ":lang(zh)" if script is Script.HAN else ""
    return f"{element}.{role.value}{han}"


def role_rules(house: House, medium: Medium) -> Iterator[str]:
    """Yield the rules for all roles, those for Latin text before those for Han text."""
    for script in Script:
        for role in Role:
            style = house.style(role, script)
            yield rule(selector(role, script), *_declarations(house, style, script, medium))


def _declarations(house: House, style: RoleStyle, script: Script, medium: Medium) -> Iterator[str]:
    units = Units(house, medium)
    face = house.face(style.face)
    latin, han = latin_stack(face), han_stack(face)
    if style.face is not FaceRole.TEXT:
        yield f"--latin: {latin}"
        yield f"--han: {han}"
    yield f"font-family: {han if script is Script.HAN else latin}"
    yield f"font-size: {units.length(style.size)}"
    yield f"line-height: {units.leading(style.leading, style.size)}"
    yield f"font-weight: {'bold' if style.bold else 'normal'}"
    yield f"font-style: {'italic' if style.italic else 'normal'}"
    if style.ink is not Ink.TEXT or medium is not Medium.BOOK:
        # A book leaves the ink of its text to the reader, who may read by night.
        yield f"color: #{house.ink(style.ink)}"
    yield f"text-align: {_align(style.align, medium)}"
    yield f"text-indent: {units.length(style.first_line)}"
    yield f"letter-spacing: {units.length(style.tracking)}"
    # Padding, not margin: margins of neighbours fall into one, the spaces of a house add up.
    yield f"padding: {units.length(style.before)} 0 0"
    yield f"margin: 0 0 {units.length(style.after)} {units.length(style.indent)}"
    if style.keep_with_next:
        yield "break-after: avoid"


def _align(align: Align, medium: Medium) -> str:
    match align:
        case Align.START:
            return "start"
        case Align.JUSTIFY:
            # WeasyPrint stretches word spaces only, so that Chinese lines would tear (cjk-rules J01).
            return "start" if medium is Medium.PRINT else "justify"
        case Align.CENTRE:
            return "center"
        case Align.END:
            return "end"
        case _:
            assert_never(align)
