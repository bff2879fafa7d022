"""Conflicts in a source: both texts between lines of markers, as tools for versions write them too; none can be built."""

from __future__ import annotations

import re

from pressroom.diagnostics import Report
from pressroom.place import Place, SourceFile, Span

_CONFLICT = re.compile(r"^<{7} [^\r\n]*(?=(?s:.*?)^>{7} )", re.MULTILINE)


def conflict(ours: str, base: str, theirs: str, who: str, end: str) -> str:
    """Write a conflict: the text of the source, the one that was sent, and that of ``who``; ``end`` is how lines end."""
    parts = (("<<<<<<< the source", ours), ("||||||| as it was sent", base), ("=======", theirs))
    lines = [line for mark, text in parts for line in (mark, text) if line is mark or text]
    return end.join([*lines, f">>>>>>> {who}"])


def opening(text: str, at: int) -> int:
    """Return where the conflict begins that holds a place; the place itself if none does."""
    start, end = (text.rfind(mark, 0, at) for mark in ("\n<<<<<<< ", "\n>>>>>>> "))
    return start + 1 if start > end else at


def report_conflicts(file: SourceFile, report: Report) -> None:
    """Report each conflict that is not settled yet."""
    for found in _CONFLICT.finditer(file.text):
        hint = "keep one of its texts, or a new one, and take away its lines <<<<<<<, |||||||, ======= and >>>>>>>"
        place = Place(file, Span(*found.span()))
        report.error("P012", "a conflict between two texts that is not settled", place, hint)
