"""The codes of what can be wrong with the body of a source."""

from __future__ import annotations

from enum import StrEnum


class Code(StrEnum):
    """Stable codes: P10x editions, P11x divisions, P12x and P13x foreign syntax, P14x notes, P15x to P18x the rest."""

    OUTSIDE_EDITION = "P101"
    EDITION_LANGUAGE = "P102"
    EDITION_INSIDE = "P103"
    NO_HEADLINE = "P106"
    SECOND_HEADLINE = "P107"
    SKIPPED_LEVEL = "P108"
    EMPTY_HEADING = "P109"

    UNCLOSED_DIVISION = "P110"
    STRAY_FENCE = "P111"
    UNKNOWN_DIVISION = "P112"
    BAD_ATTRIBUTES = "P113"
    UNKNOWN_ATTRIBUTE = "P114"
    TOO_DEEP = "P115"
    EMPTY_BLOCK = "P116"

    RAW_HTML = "P120"
    BAD_COMMENT = "P121"
    INDENTED_CODE = "P122"
    FENCED_CODE = "P123"
    UNDERLINED_HEADING = "P124"
    REFERENCE_DEFINITION = "P125"
    DEFINITION_LIST = "P126"
    TASK_LIST = "P127"
    LINE_BLOCK = "P128"
    REFERENCE_LINK = "P129"
    STRIKEOUT = "P130"
    FORMULA = "P131"
    INLINE_NOTE = "P132"
    INLINE_IMAGE = "P133"
    BAD_CHARACTER = "P134"

    NOTE_UNDEFINED = "P140"
    NOTE_UNUSED = "P141"
    NOTE_TWICE = "P142"
    NOTE_EMPTY = "P143"

    TABLE_SHAPE = "P150"

    FIGURE_ALT = "P160"
    FIGURE_PATH = "P161"
    TITLE_LOST = "P162"

    EMPTY_LINK = "P170"
    UNSAFE_LINK = "P171"
    NESTED_LINK = "P172"

    BAD_RUBY = "P180"
    EMPTY_SPAN = "P181"
    DATELINE_PLACE = "P182"
    BAD_LANGUAGE = "P183"
