"""Name in Han text what no reader of it sets by itself, for rules of the style sheet to look after."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.language.registry import profile
from pressroom.typography.characters import is_han
from pressroom.typography.joins import layout_spaces
from pressroom.typography.kinsoku import LEANING, NO_END
from pressroom.writers.xhtml.tree import Node, element

_LEANING = re.compile(f"[{''.join(sorted(LEANING))}]+")


def named(text: str, before: str, after: str, language: str) -> tuple[Node, ...]:
    """Return a text with spans round marks that would begin a line or end one (B04, B05) and round typed spaces beside Latin (S04).

    Such a space is named with the Han character at its side, since a program may take an element of mere space for none.
    ``before`` and ``after`` are the characters beside the text, ``language`` is the tag of the text around.
    """
    spans = [(*match.span(), _leans(match[0])) for match in _LEANING.finditer(text)]
    if " " in text and not profile(language).spaced:
        spans = sorted([*spans, *_gaps(text, before, after)])
    nodes: list[Node] = []
    end = 0
    for start, stop, name in spans:
        nodes += [text[end:start], element("span", {"class": name}, text[start:stop])]
        end = stop
    return tuple(node for node in (*nodes, text[end:]) if node)


def _leans(marks: str) -> str:
    return "leaning both-ways" if marks[-1] in NO_END else "leaning"


def _gaps(text: str, before: str, after: str) -> Iterator[tuple[int, int, str]]:
    end = 0
    for space in layout_spaces(before + text + after):
        at = space - len(before)
        start = at - 1 if at and is_han(text[at - 1]) else at
        if end <= start < len(text):
            end = min(start + 2, len(text))
            yield start, end, "gap"
