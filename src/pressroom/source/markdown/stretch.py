"""A stretch of running text: what the inline reader sees of a block, and where each character stands in the file.

Quote marks, list indents and the backslash before a pipe in a table cell are no text; they are left out here, so the
inline reader needs to know nothing of blocks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from pressroom.place import Span

BLANKS = " \t"


class Stretch:
    """Text made of segments of a file, each contiguous there; indices count in ``text``, offsets in the file."""

    __slots__ = ("_offsets", "_starts", "text")

    def __init__(self, source: str, segments: Iterable[Span]) -> None:
        self._starts: list[int] = []
        self._offsets: list[int] = []
        parts: list[str] = []
        length = 0
        for segment in segments:
            if segment.start == segment.end:
                continue
            part = source[segment.start : segment.end]
            self._starts.append(length)
            self._offsets.append(segment.start)
            parts.append("\n" if part == "\r" else part)
            length += len(part)
        self.text = "".join(parts)

    def offset(self, index: int) -> int:
        """Return where the character at an index stands in the file."""
        at = bisect_right(self._starts, index) - 1
        return self._offsets[at] + index - self._starts[at]

    def span(self, start: int, end: int) -> Span:
        """Return the span in the file of the characters from ``start`` to ``end`` (at least one)."""
        return Span(self.offset(start), self.offset(end - 1) + 1)

    def contiguous(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Cut a range wherever the file holds something between two of its characters."""
        first = bisect_right(self._starts, start)
        last = bisect_right(self._starts, end - 1)
        yield from pairwise([start, *self._starts[first:last], end])


def of_lines(source: str, lines: Sequence[Span]) -> Stretch:
    """Join the lines of a block by line feeds, without the blanks at their beginnings and at the end of the whole."""
    segments: list[Span] = []
    for line in lines:
        if segments:
            end = segments[-1].end
            segments.append(Span(end, end + 1))
        segments.append(Span(skip_blanks(source, line.start, line.end), line.end))
    if segments:
        segments[-1] = trim(source, segments[-1])
    return Stretch(source, segments)


def trim(source: str, span: Span) -> Span:
    """Return a span without the blanks at its ends."""
    start = skip_blanks(source, span.start, span.end)
    end = span.end
    while end > start and source[end - 1] in BLANKS:
        end -= 1
    return Span(start, end)


def skip_blanks(text: str, start: int, end: int) -> int:
    """Return the first index from ``start`` that is no blank, at most ``end``."""
    while start < end and text[start] in BLANKS:
        start += 1
    return start
