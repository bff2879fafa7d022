"""The characters of inlines, without marks."""

from __future__ import annotations

from typing import assert_never

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
