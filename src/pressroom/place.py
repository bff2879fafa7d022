"""Where something stands in a source file.

Offsets count Unicode code points of the decoded text; lines and columns count from 1, as editors show them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LINE_END = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code-point offsets, ``start`` included, ``end`` not."""

    start: int
    end: int

    def cover(self, other: Span) -> Span:
        """Return the smallest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Position:
    """A line and a column, both from 1; a column is a code point, however wide it is drawn."""

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file as it was read: ``name`` is what the user called it, ``text`` keeps its line ends."""

    name: str
    text: str
    _line_starts: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_line_starts", tuple(_physical_lines(self.text)))

    def position(self, offset: int) -> Position:
        """Return the line and column of an offset (an offset past the end counts as the end)."""
        offset = min(offset, len(self.text))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line_start(self, line: int) -> int:
        """Return the offset at which a line (from 1) begins."""
        return self._line_starts[line - 1]

    def line_text(self, line: int) -> str:
        """Return a line (from 1) without its line end."""
        start = self._line_starts[line - 1]
        end = self._line_starts[line] if line < len(self._line_starts) else len(self.text)
        return self.text[start:end].rstrip("\r\n")

    @property
    def line_count(self) -> int:
        """Return the number of lines; a final line end opens one more, empty line."""
        return len(self._line_starts)

    def slice(self, span: Span) -> str:
        """Return the text that a span covers."""
        return self.text[span.start : span.end]


@dataclass(frozen=True, slots=True)
class Place:
    """A span in a certain file."""

    file: SourceFile
    span: Span

    def __str__(self) -> str:
        """Write file, line and column as editors and terminals know them."""
        at = self.file.position(self.span.start)
        return f"{self.file.name}:{at.line}:{at.column}"


def _physical_lines(text: str) -> list[int]:
    """Find where lines begin: after LF, CR LF or CR, and after nothing else (U+2028 is content)."""
    return [0, *(found.end() for found in _LINE_END.finditer(text))]
