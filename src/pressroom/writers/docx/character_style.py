"""Character styles: one for each combination of marks and language that occurs, since a run can name only one."""

from __future__ import annotations

from pressroom.house.tokens import House
from pressroom.house.word import CharacterStyle, character_style
from pressroom.language.profile import Stress
from pressroom.language.registry import profile
from pressroom.writers.docx.languages import in_slot
from pressroom.writers.docx.looks import Look
from pressroom.writers.docx.markup import Markup, flag, make, value
from pressroom.writers.docx.paragraph_style import fonts

_STRESS = {Stress.DOT_BELOW: "underDot", Stress.DOT_ABOVE: "dot", Stress.SESAME_ABOVE: "comma"}
"""ST_Em (ECMA-376 §17.18.24)."""


def character_markup(house: House, look: Look, han_tag: str) -> tuple[str, Markup]:
    """Return the id and the style of a look that is not plain; ``han_tag`` is the language of Han around it."""
    style = character_style(house, look.marks) if look.marks else None
    tag = look.language.tag if look.language else han_tag
    style_id, name = (style.style_id, style.name) if style else ("Language", "Language")
    if look.language:
        style_id += "".join(c for c in look.language.word_tag.title() if c.isalnum())
        name = f"{name} {look.language.word_tag}"
    built_in = style is not None and style.built_in and look.language is None
    return style_id, make(
        "w:style",
        value("w:name", name),
        value("w:basedOn", "DefaultParagraphFont"),
        flag("w:qFormat"),
        make(
            "w:rPr",
            *(_properties(style, tag) if style else ()),
            in_slot(look.language) if look.language else None,
        ),
        type="character",
        customStyle=None if built_in else 1,
        styleId=style_id,
    )


def _properties(style: CharacterStyle, tag: str) -> list[Markup]:
    properties: list[Markup] = []
    if style.face:
        properties.append(fonts(style.face, tag))
    if style.bold:
        properties += [flag("w:b"), flag("w:bCs")]
    if style.italic or style.dots:
        properties += [flag("w:i", on=style.italic), flag("w:iCs", on=style.italic)]
    if style.no_proof:
        properties.append(flag("w:noProof"))
    if style.ink:
        properties.append(value("w:color", style.ink.upper()))
    if style.underline:
        properties.append(value("w:u", style.underline))
    if style.raised:
        properties.append(value("w:vertAlign", style.raised))
    if style.dots:
        properties.append(value("w:em", _STRESS[profile(tag).stress]))
    return properties
