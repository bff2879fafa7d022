"""What the stylesheet of a house lacks where text flows anew on every screen: notes behind the text, terms that must break."""

from __future__ import annotations

from pressroom.house.css import Medium
from pressroom.house.css.faces import latin_stack
from pressroom.house.css.medium import Units
from pressroom.house.tokens import House, Role
from pressroom.language.record import Script

# Latin words in Han lines must not push the lines apart (cjk-rules J11), hence their own line-height.
_RULES = """\
.no-break.long { white-space: normal }
:lang(zh) span:lang(en) { line-height: 1 }
code { white-space: pre-wrap }
a.note-mark { text-decoration: underline }
:not(.note) + .note::before {
  content: ""; display: block; width: 25%; margin: 2rem 0 0.75rem; border-top: var(--rule-weight) solid var(--rule)
}
"""


def reflowing_rules(house: House, medium: Medium) -> str:
    """Return rules to stand behind those of the house."""
    face = house.face(house.style(Role.LIST_ITEM, Script.LATIN).face)
    markers = f"li::marker {{ font-family: {latin_stack(face)} }}\n"
    return (
        _RULES
        + markers
        + "".join(
            _in_notes(house, medium, script, language)
            for script, language in ((Script.LATIN, ""), (Script.HAN, ":lang(zh)"))
        )
    )


def _in_notes(house: House, medium: Medium, script: Script, language: str) -> str:
    """Return the rule that gives all that is in a note its size."""
    style, units = house.style(Role.FOOTNOTE, script), Units(house, medium)
    size, leading = units.length(style.size), units.leading(style.leading, style.size)
    selector = f".note p{language}, .note li{language}"
    return f"{selector} {{ font-size: {size}; line-height: {leading} }}\n"
