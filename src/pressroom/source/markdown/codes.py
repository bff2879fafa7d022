"""The codes of what can be wrong with the body of a source, each with what it means."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """Stable codes: P10x editions, P11x divisions, P12x and P13x foreign syntax, P14x notes, P15x to P18x the rest."""

    meaning: str

    def __new__(cls, value: str, meaning: str) -> Self:
        """Make a member of a code and its meaning."""
        code = str.__new__(cls, value)
        code._value_ = value
        code.meaning = meaning
        return code

    OUTSIDE_EDITION = "P101", "text outside the editions"
    EDITION_LANGUAGE = "P102", "an edition that does not say its language"
    EDITION_INSIDE = "P103", "an edition inside another block"
    NO_HEADLINE = "P106", "an edition that does not begin with its headline"
    SECOND_HEADLINE = "P107", "a second headline"
    SKIPPED_LEVEL = "P108", "a heading that skips a level"
    EMPTY_HEADING = "P109", "a heading without text"

    UNCLOSED_DIVISION = "P110", "a division that is not closed"
    STRAY_FENCE = "P111", "a closing fence where no division is open"
    UNKNOWN_DIVISION = "P112", "a division of an unknown class"
    BAD_ATTRIBUTES = "P113", "attributes that cannot be read"
    UNKNOWN_ATTRIBUTE = "P114", "an attribute that is not known in its place"
    TOO_DEEP = "P115", "blocks or marks too deep inside each other"
    EMPTY_BLOCK = "P116", "a list item, quotation or division without text"
    TOO_MUCH = "P117", "an edition of more blocks and marks than any release has"
    FALSE_FENCE = "P118", "a fence of two colons, or of full-width ones"

    RAW_HTML = "P120", "raw HTML"
    BAD_COMMENT = "P121", "a comment that is not closed, holds another one, or has text behind it"
    INDENTED_CODE = "P122", "an indented block of code"
    FENCED_CODE = "P123", "a fenced block of code"
    UNDERLINED_HEADING = "P124", "an underlined heading"
    REFERENCE_DEFINITION = "P125", "the definition of a reference link"
    DEFINITION_LIST = "P126", "a definition list, or a caption without a table"
    TASK_LIST = "P127", "a task list"
    LINE_BLOCK = "P128", "a line block, or a table without a line of hyphens"
    REFERENCE_LINK = "P129", "a reference link"
    STRIKEOUT = "P130", "struck-out text"
    FORMULA = "P131", "a pair of dollar signs that other tools take for a formula"
    INLINE_NOTE = "P132", "a note inside the text"
    INLINE_IMAGE = "P133", "an image inside running text"
    BAD_CHARACTER = "P134", "a reference to a character that cannot be printed"
    DRAWN_TABLE = "P135", "a table drawn with hyphens"
    LOST_LIST = "P136", "a line that looks like the item of a list, but continues a paragraph"
    CITATION = "P137", "a citation by key"
    GLUED = "P138", "a block without an empty line between it and the paragraph before"
    COMMAND = "P139", "a backslash before a letter, which other tools take for a command of TeX"

    NOTE_UNDEFINED = "P140", "the call of a note that is not defined"
    NOTE_UNUSED = "P141", "a note that is never called"
    NOTE_TWICE = "P142", "two notes of one label"
    NOTE_EMPTY = "P143", "a note without text"
    NOTE_COLON = "P144", "a note with a full-width colon"

    TABLE_SHAPE = "P150", "a row of more or fewer cells than the header has"

    FIGURE_ALT = "P160", "a figure without alternative text"
    FIGURE_PATH = "P161", "a figure whose file is not in the folder of the release"
    TITLE_LOST = "P162", "the title of a link or image, which is not kept"
    IMAGE_ADDRESS = "P163", "an image whose address cannot be read"

    EMPTY_LINK = "P170", "a link without text or address"
    UNSAFE_LINK = "P171", "a link to an address that is not whole, or not let through"
    NESTED_LINK = "P172", "a link inside a link"

    BAD_RUBY = "P180", "ruby without base text or reading, or on text with marks"
    EMPTY_SPAN = "P181", "a span without text"
    DATELINE_PLACE = "P182", "a dateline that does not open the first paragraph"
    BAD_LANGUAGE = "P183", "a language tag that is not well-formed"
    BREAK_WITH_TEXT = "P184", "a line break with text or another attribute in it"
    IDLE_BREAK = "P185", "a line break that parts nothing"
