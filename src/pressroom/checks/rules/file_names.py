"""S308: the name of a picture file is good on every system (domain DR-18)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.figures import figures
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_PORTABLE = re.compile(r"(?:[A-Za-z0-9_][A-Za-z0-9_.-]*/)*[A-Za-z0-9_][A-Za-z0-9_.-]*")
"""POSIX.1-2017 §3.282, the portable file name character set."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for figure in figures(manuscript.release):
        if not _PORTABLE.fullmatch(figure.source):
            message = f"{figure.source!r} is not a file name on every system"
            hint = "use a-z, 0-9, hyphen, underscore and full stop"
            yield Found(figure.span, message, (hint,))


RULE = Rule(
    "S308",
    "A picture's file has a plain name",
    "Spaces, marks and letters beyond ASCII change their form on the way through mail and archives, and the file is not found.",
    Severity.ADVICE,
    Repair.BY_HAND,
    Example('![海邊的風](海邊.png){alt="海浪打在岸邊" credit="海港社"}', ""),
    _look,
)
