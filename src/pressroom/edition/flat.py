"""The characters of inlines, without marks, and the lines of a text on one line."""

from __future__ import annotations

import re
from typing import assert_never

from pressroom.language.record import Language, Script
from pressroom.model.inlines import (
    BookTitle,
    Code,
    Dateline,
    Dots,
    Emphasis,
    HardBreak,
    InLanguage,
    Inline,
    Link,
    NoBreak,
    NoteReference,
    ProperName,
    Ruby,
    Strong,
    Subscript,
    Superscript,
    Text,
)

_BESIDE_MARK = re.compile(r"(?<=[^\w\x00-\x7f])\n|\n(?=[^\w\x00-\x7f])")


def one_line(text: str, language: Language) -> str:
    """Join the lines of a text: the parts of a Chinese headline a cell apart (cjk-rules J13), unless a mark parts them."""
    if language.script is Script.LATIN or language.profile.spaced:
        return text.replace("\n", " ")
    return _BESIDE_MARK.sub("", text).replace("\n", "\u3000")


def flat(inlines: tuple[Inline, ...]) -> str:
    """Return the characters in order: base text of ruby, a line feed for a line break, nothing for a note's call."""
    return "".join(_flat(inline) for inline in inlines)


def _flat(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case HardBreak():
            return "\n"
        case NoteReference():
            return ""
        case Ruby():
            return "".join(segment.base for segment in inline.segments)
        case (
            Emphasis()
            | Strong()
            | Superscript()
            | Subscript()
            | Link()
            | Dots()
            | ProperName()
            | BookTitle()
            | InLanguage()
            | NoBreak()
            | Dateline()
        ):
            return flat(inline.children)
        case _:
            assert_never(inline)
