"""A house style as Word styles: typed descriptions that the DOCX writer turns into ``w:style`` elements.

``paragraph_styles`` gives one style for each role, level and script; ``character_style`` one for each combination of marks,
since a run can name only one style.
"""

from pressroom.house.word.character import CharacterStyle, WordMark, character_style
from pressroom.house.word.naming import StyleName, style_name
from pressroom.house.word.paragraph import ParagraphStyle, paragraph_styles

__all__ = [
    "CharacterStyle",
    "ParagraphStyle",
    "StyleName",
    "WordMark",
    "character_style",
    "paragraph_styles",
    "style_name",
]
