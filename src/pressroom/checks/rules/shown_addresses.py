"""S311: a link that shows an address leads there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import unquote

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity

_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[^\s@]+@[^\s@]+")
_WAY = re.compile(r"(?:https?://|mailto:)?(?:www\.)?(.*?)/?")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for start, end, target in line.links:
            shown = line.text[start:end].strip()
            if _ADDRESS.fullmatch(shown) and _bare(shown) != _bare(target):
                message = f"the link shows one address and leads to another, {target}"
                yield Found(line.place(start, end), message, ("make them alike",))


def _bare(address: str) -> str:
    """Leave out what does not tell two addresses apart."""
    found = _WAY.fullmatch(unquote(address).lower())
    return found[1] if found else address


RULE = Rule(
    "S311",
    "A link that shows an address leads there",
    "A reader trusts the address that is printed, and paper has no other; two that differ are what a fraud looks like.",
    Severity.ERROR,
    Repair.BY_HAND,
    Example("見[https://harbour.example/a](https://harbour.example/b)。", ""),
    _look,
)
