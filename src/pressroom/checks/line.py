"""A line of text as a rule sees it: plain characters, each with its place in the source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from pressroom.place import SourceFile, Span


class Part(Enum):
    """What a line is in its edition."""

    HEADLINE = "headline"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    CELL = "cell"
    CAPTION = "caption"
    ALTERNATIVE = "alternative"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, heading, cell or the like.

    ``places`` holds the span of each character; ``fixed`` tells which may not be judged or changed: code, addresses,
    text in another language. ``strong``, ``titles`` (marked as such), ``links`` and ``datelines`` are stretches of the text, a link with its target; ``language`` is the tag of
    the edition; ``han`` tells that it is written in Han without spaces between words: in Chinese or Japanese.
    """

    part: Part
    language: str
    han: bool
    file: SourceFile
    text: str
    places: tuple[Span, ...]
    fixed: tuple[bool, ...]
    strong: tuple[tuple[int, int], ...]
    titles: tuple[tuple[int, int], ...]
    links: tuple[tuple[int, int, str], ...]
    datelines: tuple[tuple[int, int], ...]
    span: Span

    def search(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern, but for those that touch a fixed character."""
        for match in pattern.finditer(self.text):
            if not any(self.fixed[match.start() : match.end()]):
                yield match

    def around(self, start: int, end: int) -> tuple[str, str]:
        """Return the characters before and behind a stretch, "" at the ends of the line."""
        return self.text[start - 1 : start] if start else "", self.text[end : end + 1]

    def place(self, start: int, end: int) -> Span:
        """Return where a stretch stands in the source."""
        if start == end or not self.places:
            return self.span
        return Span(self.places[start].start, self.places[end - 1].end)

    def literal(self, start: int, end: int) -> bool:
        """Tell whether a stretch stands in the source to the letter, so that it can be replaced there."""
        return start < end and self.file.slice(self.place(start, end)) == self.text[start:end]
