"""Where the front matter of a source stands, and where its body begins."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.diagnostics import Report
from pressroom.place import Place, SourceFile, Span

_OPENING = re.compile(r"---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"(?<=[\r\n])---[ \t]*(?:\r\n?|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Parts:
    """The two parts of a source: ``front_matter`` without its fences, and the offset at which the body begins."""

    front_matter: Span
    body: int


def split(file: SourceFile, report: Report) -> Parts | None:
    """Find the front matter between the first line ``---`` and the next; report what is missing."""
    opening = _OPENING.match(file.text)
    if not opening:
        hint = "write `---` as the first line, then `id:`, `date:` and `house:`, then `---` again"
        place = Place(file, Span(0, len(file.line_text(1))))
        report.error("P010", "the file does not begin with front matter", place, hint)
        return None
    closing = _CLOSING.search(file.text, opening.end())
    if not closing:
        place = Place(file, Span(0, 3))
        hint = "close it with a line `---`"
        report.error("P011", "the front matter is not closed", place, hint)
        return None
    return Parts(Span(opening.end(), closing.start()), closing.end())
