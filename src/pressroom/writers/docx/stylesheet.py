"""The styles of a document: all those of the house, and the variants that the text turns out to need.

Text is formatted by named styles alone, so what would be direct formatting elsewhere (a column set to the right, bold inside a
link) is a style made on demand, named after what it does.
"""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.tokens import FaceRole, House, Role
from pressroom.house.word import paragraph_styles, style_name
from pressroom.language.record import Script
from pressroom.writers.docx.character_style import character_markup
from pressroom.writers.docx.furniture_style import furniture_styles
from pressroom.writers.docx.languages import WordLanguages
from pressroom.writers.docx.looks import Look, Shape
from pressroom.writers.docx.markup import Markup, flag, make, value
from pressroom.writers.docx.paragraph_style import fonts, paragraph_markup, variant


class StyleSheet:
    """Hands out the id of the style for a paragraph or a run and writes the styles part."""

    def __init__(self, house: House, languages: WordLanguages) -> None:
        self._house = house
        self._languages = languages
        self._styles = {style.name.style_id: style for style in paragraph_styles(house)}
        self._variants: dict[str, Markup] = {}
        self._characters: dict[str, Markup] = {}

    def paragraph(self, shape: Shape, *, footer: bool = False) -> str:
        """Return the id of the style of a paragraph; ``footer`` when it is furniture at the foot of the page."""
        name = style_name(
            shape.role,
            shape.language.script,
            level=shape.level,
            ordered=shape.ordered,
            footer=footer,
        )
        own = self._styles[name.style_id]
        usual = self._languages.usual(shape.language.script)
        other = shape.language if shape.language.word_tag != usual else None
        made = variant(own, shape, other, self._house)
        if made is None:
            return own.name.style_id
        style_id, markup = made
        self._variants.setdefault(style_id, markup)
        return style_id

    def character(self, look: Look) -> str | None:
        """Return the id of the style of a run, or None for a plain one."""
        if not look.marks and look.language is None:
            return None
        style_id, markup = character_markup(self._house, look, self._languages.han_tag)
        self._characters.setdefault(style_id, markup)
        return style_id

    def markup(self) -> Markup:
        """Make the styles part (ECMA-376 §17.7)."""
        return make(
            "w:styles",
            self._defaults(),
            *_defaults_by_kind(),
            *(
                paragraph_markup(style, self._house, self._languages.han_tag)
                for style in self._styles.values()
            ),
            *furniture_styles(self._house),
            *(self._variants[key] for key in sorted(self._variants)),
            *(self._characters[key] for key in sorted(self._characters)),
        )

    def _defaults(self) -> Markup:
        body = self._house.style(Role.BODY, Script.LATIN)
        run = make(
            "w:rPr",
            fonts(self._house.face(FaceRole.TEXT), self._languages.han_tag),
            value("w:sz", body.size.half_points),
            value("w:szCs", body.size.half_points),
            self._languages.default(),
        )
        # Word hangs punctuation by default; in Hong Kong it does not hang (cjk-rules J07).
        paragraph = make("w:pPr", flag("w:overflowPunct", on=False))
        return make("w:docDefaults", make("w:rPrDefault", run), make("w:pPrDefault", paragraph))


def _defaults_by_kind() -> Iterator[Markup]:
    """Make the four styles that Word expects to find by name (ECMA-376 §17.7.4.9)."""
    yield make(
        "w:style",
        value("w:name", "Normal"),
        flag("w:qFormat"),
        make("w:pPr", flag("w:widowControl"), flag("w:snapToGrid", on=False)),
        type="paragraph",
        default=1,
        styleId="Normal",
    )
    yield make(
        "w:style",
        value("w:name", "Default Paragraph Font"),
        value("w:uiPriority", 1),
        flag("w:semiHidden"),
        flag("w:unhideWhenUsed"),
        type="character",
        default=1,
        styleId="DefaultParagraphFont",
    )
    margins = (make(f"w:{side}", w=0, type="dxa") for side in ("top", "left", "bottom", "right"))
    yield make(
        "w:style",
        value("w:name", "Normal Table"),
        value("w:uiPriority", 99),
        flag("w:semiHidden"),
        flag("w:unhideWhenUsed"),
        make("w:tblPr", make("w:tblInd", w=0, type="dxa"), make("w:tblCellMar", *margins)),
        type="table",
        default=1,
        styleId="TableNormal",
    )
    yield make(
        "w:style",
        value("w:name", "No List"),
        value("w:uiPriority", 99),
        flag("w:semiHidden"),
        flag("w:unhideWhenUsed"),
        type="numbering",
        default=1,
        styleId="NoList",
    )
