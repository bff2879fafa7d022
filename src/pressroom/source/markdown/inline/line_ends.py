"""What a line end in the source becomes (cjk-rules T10, T11).

Nothing between two cells of Han text; nothing between Han and Latin in a Han edition either, where the layout draws the gap;
otherwise one space.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from pressroom.model.inlines import Code, HardBreak, Inline, NoteReference, Ruby, Text
from pressroom.place import Span
from pressroom.source.markdown.inline.literals import LINE_END
from pressroom.source.markdown.walk import LEAVES, Leaf, leaves

_SHARED_MARKS = frozenset("—…“”‘’·")
"""Marks of Chinese text whose width is ambiguous: they fill a cell only beside one (UAX #11, A)."""


def join_lines(inlines: tuple[Inline, ...], *, in_han: bool) -> tuple[Inline, ...]:
    """Resolve each line end (a ``Text`` of one line feed) by the characters that will stand beside it.

    ``in_han`` tells that the edition is in a language that sets Han.
    """
    line = [leaf for leaf in leaves(inlines) if not isinstance(leaf, NoteReference)]
    spaces: dict[Span, bool] = {}
    for number, leaf in enumerate(line):
        if _is_line_end(leaf):
            before = _text(line[number - 1])[-1:] if number else ""
            after = _text(line[number + 1])[:1] if number + 1 < len(line) else ""
            spaces[leaf.span] = not _joined(before, after, in_han=in_han)
    return _resolved(inlines, spaces) if spaces else inlines


def _resolved(inlines: Sequence[Inline], spaces: dict[Span, bool]) -> tuple[Inline, ...]:
    kept: list[Inline] = []
    for node in inlines:
        if not isinstance(node, LEAVES):
            kept.append(replace(node, children=_resolved(node.children, spaces)))
        elif not _is_line_end(node):
            kept.append(node)
        elif spaces[node.span]:
            kept.append(Text(" ", node.span))
    return tuple(kept)


def _is_line_end(leaf: Leaf) -> bool:
    return isinstance(leaf, Text) and leaf.text == LINE_END


def _text(leaf: Leaf) -> str:
    match leaf:
        case Text() | Code():
            return leaf.text
        case Ruby():
            return "".join(segment.base for segment in leaf.segments)
        case HardBreak() | NoteReference():
            return ""


def _joined(before: str, after: str, *, in_han: bool) -> bool:
    if not before or not after:
        return False
    cells = fills_cell(before), fills_cell(after)
    if in_han and any(cells) and (before.isalnum() or after.isalnum()):
        return True
    return all(cells) or (any(cells) and (before in _SHARED_MARKS or after in _SHARED_MARKS))


def fills_cell(character: str) -> bool:
    """Tell whether a character is Han, kana or a full-width mark (no Hangul: Korean parts words by spaces)."""
    code = ord(character)
    if code < 0x2E80 or 0x1F000 <= code < 0x20000:
        return False
    if unicodedata.east_asian_width(character) not in "WFH":
        return False
    return not unicodedata.name(character, "").startswith(("HANGUL", "HALFWIDTH HANGUL"))
