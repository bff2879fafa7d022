"""What is different where text flows anew on every screen: rules that the stylesheet of a house lacks, and what falls short."""

from __future__ import annotations

from pressroom.edition.resolved import (
    FigureBlock,
    Image,
    LinkRun,
    Marked,
    Piece,
    ResolvedBlock,
)
from pressroom.house.css import Medium
from pressroom.house.css.faces import latin_stack
from pressroom.house.css.medium import Units
from pressroom.house.css.rule import in_script
from pressroom.house.tokens import House, Role
from pressroom.language.record import Script
from pressroom.language.registry import han_languages
from pressroom.writers.contract import Outcome
from pressroom.writers.ledger import Shortfall
from pressroom.writers.xhtml.inlines import is_long, parted

# What holds a mark is generated, so that nobody copies it (B04, B05); the space of the Latin faces is 0.26 em wide, the gap that
# browsers draw an eighth (S04).
_RULES = """\
.no-break.long { white-space: normal }
@supports (line-break: strict) { .leaning::before, .both-ways::after { content: "\\2060" } }
@supports (text-autospace: normal) { .gap { word-spacing: -0.135em } code .gap { word-spacing: normal } }
code { white-space: pre-wrap }
a.note-mark { text-decoration: underline }
:not(.note) + .note::before {
  content: ""; display: block; width: 25%; margin: 2rem 0 0.75rem; border-top: var(--rule-weight) solid var(--rule)
}
"""


def reflowing_rules(house: House, medium: Medium) -> str:
    """Return rules to stand behind those of the house."""
    # Latin words in Han lines must not push the lines apart (cjk-rules J11), hence their own line-height.
    words = ", ".join(f":lang({language}) span:lang(en)" for language in han_languages())
    face = house.face(house.style(Role.LIST_ITEM, Script.LATIN).face)
    markers = f"li::marker {{ font-family: {latin_stack(face)} }}\n"
    notes = "".join(_in_notes(house, medium, script) for script in Script)
    return f"{words} {{ line-height: 1 }}\n{_RULES}{markers}{notes}"


def _in_notes(house: House, medium: Medium, script: Script) -> str:
    """Return the rule that gives all that is in a note its size."""
    style, units = house.style(Role.FOOTNOTE, script), Units(house, medium)
    size, leading = units.length(style.size), units.leading(style.leading, style.size)
    selector = in_script(".note p, .note li", script)
    return f"{selector} {{ font-size: {size}; line-height: {leading} }}\n"


def on_screens(node: ResolvedBlock | Piece) -> Shortfall | None:
    """Judge a node for the ledger."""
    match node:
        case Marked() if is_long(node):
            return Outcome.DEGRADED, "may be broken, since a small screen would cut it off"
        case LinkRun() if any(part.is_call for part in parted(node.children)):
            return (
                Outcome.DEGRADED,
                "is parted at the call of a note, since a link cannot hold another",
            )
        case FigureBlock(image=image) if _has_letters(image):
            # A drawing is a document of its own, which knows none of the fonts around it.
            return (
                Outcome.DEGRADED,
                "the letters of the drawing are in whatever font the reader has",
            )
        case _:
            return None


def _has_letters(image: Image) -> bool:
    return image.media_type == "image/svg+xml" and b"<text" in image.data
