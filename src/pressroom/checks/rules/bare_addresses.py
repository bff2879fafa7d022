"""S304: an address is a link."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_ADDRESS = re.compile(r"https?://[!-;=?-~]*[A-Za-z0-9/#=_]")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in _ADDRESS.finditer(line.text):
            start, end = match.span()
            if not any(first <= start and end <= last for first, last, _ in line.links):
                hint = "write it between < and >"
                yield at(line, start, end, "an address that is no link", f"<{match[0]}>", hint)


RULE = Rule(
    "S304",
    "An address is a link",
    "What the reader cannot follow is typed anew, with errors.",
    Severity.WARNING,
    Repair.UNSAFE,
    Example("見 https://harbour.example/a 一文", "見 <https://harbour.example/a> 一文"),
    _look,
)
