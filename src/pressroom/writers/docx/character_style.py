"""Character styles: one for each combination of marks and language that occurs, since a run can name only one."""

from __future__ import annotations

from pressroom.house.tokens import House
from pressroom.house.word import CharacterStyle, character_style
from pressroom.writers.docx.languages import in_slot
from pressroom.writers.docx.looks import Look
from pressroom.writers.docx.markup import Markup, flag, make, value
from pressroom.writers.docx.paragraph_style import fonts


def character_markup(house: House, look: Look) -> tuple[str, Markup]:
    """Return the id and the style of a look that is not plain."""
    style = character_style(house, look.marks) if look.marks else None
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
            *(_properties(style) if style else ()),
            in_slot(look.language) if look.language else None,
        ),
        type="character",
        customStyle=None if built_in else 1,
        styleId=style_id,
    )


def _properties(style: CharacterStyle) -> list[Markup]:
    properties: list[Markup] = []
    if style.face:
        properties.append(fonts(style.face))
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
        # The dots of Chinese stand below the line (clreq §emphasis dots); w:em "dot" draws them above.
        properties.append(value("w:em", "underDot"))
    return properties
