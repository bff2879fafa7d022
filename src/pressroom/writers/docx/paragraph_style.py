"""Paragraph styles of the house, and the variants of them."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.tokens import Face, House, Ink, Role
from pressroom.house.word import ParagraphStyle
from pressroom.language.profile import Profile
from pressroom.language.record import Language, Script
from pressroom.language.registry import profile
from pressroom.model.blocks import Alignment
from pressroom.writers.docx.borders import border
from pressroom.writers.docx.languages import in_slot
from pressroom.writers.docx.looks import Shape
from pressroom.writers.docx.markup import Markup, flag, make, value

_LEVELLED = {Role.HEADLINE, Role.SUBHEAD, Role.MINOR_SUBHEAD, Role.LIST_ITEM}
"""Roles whose level is in the style already."""

_HIDDEN_IN_PICKER = {Role.FOOTNOTE, Role.FURNITURE}

_ALIGNMENT = {Alignment.START: "left", Alignment.CENTRE: "center", Alignment.END: "right"}


def fonts(face: Face, han_tag: str) -> Markup:
    """Name a face in each of Word's slots, for Han in a language: a theme's faces would depend on that of the program."""
    latin, han = face.word_latin, face.word_family(han_tag)
    return make("w:rFonts", ascii=latin, hAnsi=latin, eastAsia=han, cs=latin)


def paragraph_markup(style: ParagraphStyle, house: House, han_tag: str) -> Markup:
    """Make a style of the house; the Chinese form states every rule of its script (cjk-rules D04)."""
    han = style.script is Script.HAN
    properties = make(
        "w:pPr",
        flag("w:keepNext", on=style.keep_next),
        flag("w:keepLines", on=style.keep_next),
        *(_surround(style.role, house)),
        flag("w:suppressAutoHyphens") if style.whole else None,
        *(_han_rules(profile(han_tag)) if han else ()),
        make(
            "w:spacing",
            before=style.before,
            after=style.after,
            line=style.line,
            lineRule=style.line_rule,
        ),
        _indents(style),
        value("w:jc", style.alignment),
        value("w:outlineLvl", style.level - 1) if style.level else None,
    )
    run = make(
        "w:rPr",
        fonts(style.face, han_tag),
        flag("w:b", on=style.bold),
        flag("w:bCs", on=style.bold),
        # Han is never slanted (cjk-rules G07).
        flag("w:i", on=style.italic and not han),
        flag("w:iCs", on=style.italic and not han),
        value("w:color", style.ink.upper()),
        value("w:spacing", style.tracking),
        value("w:sz", style.size),
        value("w:szCs", style.size),
    )
    return make(
        "w:style",
        value("w:name", style.name.name),
        value("w:basedOn", style.based_on),
        value("w:next", style.next_style),
        None if style.role in _HIDDEN_IN_PICKER else flag("w:qFormat"),
        properties,
        run,
        type="paragraph",
        customStyle=None if style.name.built_in else 1,
        styleId=style.name.style_id,
    )


def variant(
    style: ParagraphStyle, shape: Shape, language: Language | None, house: House
) -> tuple[str, Markup] | None:
    """Return id and markup of the variant of a style that a paragraph asks for, or None if it asks for none.

    ``language`` is that of the paragraph where the document defaults do not give it.
    """
    names: list[str] = []
    properties: list[Markup] = []
    letters: list[Markup] = []
    spacing: dict[str, int | str] = {}
    gap = house.style(Role.BODY, style.script).after.twips
    if shape.opening:
        names.append("First" if shape.opening == "division" else "After Display")
        spacing["before"] = style.before + gap
    if shape.opening == "division" and not shape.aside:
        properties.append(make("w:pBdr", border("top", house, space=gap // 40)))
    if shape.aside and style.role is not Role.ASIDE:
        names.append("Aside")
        properties += _tinted(house)
    if shape.with_next and not style.keep_next:
        names.append("With Next")
        properties.append(flag("w:keepNext"))
    if shape.tight:
        names.append("Tight")
        spacing["after"] = 0
    if shape.alignment is not Alignment.NATURAL:
        names.append(shape.alignment.value.title())
        properties.append(value("w:jc", _ALIGNMENT[shape.alignment]))
    if style.role not in _LEVELLED and shape.level != style.level:
        names.append(f"Level {shape.level}")
        # Nine is body text: out of the outline (ECMA-376 §17.3.1.20).
        properties.append(value("w:outlineLvl", shape.level - 1 if shape.level else 9))
    if shape.in_note:
        names.append("In Note")
        note = house.style(Role.FOOTNOTE, style.script)
        spacing |= {"line": note.leading.twips, "lineRule": style.line_rule}
        size = note.size.half_points
        letters += [value("w:sz", size), value("w:szCs", size)]
    if language:
        names.append(language.word_tag)
        if language.script is Script.HAN:
            letters.append(make("w:rFonts", eastAsia=style.face.word_family(language.tag)))
            properties += _gaps(language.profile)
        letters.append(in_slot(language))
    if not names:
        return None
    if spacing:
        properties.append(make("w:spacing", **spacing))
    words = " ".join(names)
    style_id = style.name.style_id + "".join(c for c in words if c.isalnum())
    return style_id, make(
        "w:style",
        value("w:name", f"{style.name.name} {words}"),
        value("w:basedOn", style.name.style_id),
        value("w:next", style.next_style),
        make("w:pPr", *properties) if properties else None,
        make("w:rPr", *letters) if letters else None,
        type="paragraph",
        customStyle=1,
        styleId=style_id,
    )


def _han_rules(composed_by: Profile) -> Iterator[Markup]:
    """State the composition of Han text: line breaking, no hanging marks, drawn space beside Latin (cjk-rules D04, S01)."""
    yield flag("w:kinsoku")
    yield flag("w:wordWrap")
    yield flag("w:overflowPunct", on=False)
    yield flag("w:topLinePunct", on=False)
    yield from _gaps(composed_by)
    yield flag("w:snapToGrid", on=False)


def _gaps(composed_by: Profile) -> Iterator[Markup]:
    """State whether space is drawn between Han and Latin letters, and figures."""
    yield flag("w:autoSpaceDE", on=composed_by.gap > 0)
    yield flag("w:autoSpaceDN", on=composed_by.gap > 0)


def _indents(style: ParagraphStyle) -> Markup:
    """Make the indents; a first line is also given in hundredths of a character, which follow the size (cjk-rules J06)."""
    characters = round(style.first_line * 10 / style.size) if style.first_line else None
    return make(
        "w:ind",
        left=style.indent,
        firstLine=style.first_line,
        firstLineChars=characters if style.script is Script.HAN else None,
    )


def _surround(role: Role, house: House) -> Iterator[Markup]:
    """Make what stands round the paragraphs of a role: the bar beside a quotation, the tint of an aside."""
    if role in {Role.QUOTE, Role.ATTRIBUTION}:
        yield make("w:pBdr", border("left", house, weight=2, space=8))
    elif role is Role.ASIDE:
        yield from _tinted(house)


def _tinted(house: House) -> Iterator[Markup]:
    tint = house.ink(Ink.TINT).upper()
    sides = (
        border(side, house, ink=Ink.TINT, space=4) for side in ("top", "left", "bottom", "right")
    )
    yield make("w:pBdr", *sides)
    yield make("w:shd", val="clear", color="auto", fill=tint)
