"""The markers that a reading system draws before the items of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.writers.xhtml.tree import Element, attribute

_STYLE = re.compile(r'list-style-type:\s*"((?:[^"\\]|\\.)*)"')
_NUMBER = re.compile("[0-9]{1,9}")
_ESCAPE = re.compile(r"\\([0-9a-fA-F]{1,6}) ?")


def markers(element: Element, count: int) -> Iterator[str]:
    """Yield a marker for each item: numbers from ``start`` on, or the bullet of the list's own style."""
    if element.name == "ol":
        first = attribute(element, "start") or "1"
        start = int(first) if _NUMBER.fullmatch(first) else 1
        yield from (f"{number}." for number in range(start, start + count))
        return
    found = _STYLE.search(attribute(element, "style") or "")
    bullet = _ESCAPE.sub(_escaped, found[1]).strip() if found else "•"
    for _ in range(count):
        yield bullet


def _escaped(escape: re.Match[str]) -> str:
    """Return the character of an escape, U+FFFD for what is none (CSS Syntax 3 §4.3.7)."""
    code = int(escape[1], 16)
    return chr(code) if code <= 0x10FFFF else "\ufffd"
