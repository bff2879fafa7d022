"""The front matter as text: where a rule finds what it has to say something about."""

from __future__ import annotations

import re

from pressroom.place import SourceFile, Span

_FRONT = re.compile(r"---[ \t]*\r?\n.*?^---[ \t]*$", re.MULTILINE | re.DOTALL)


def front_matter(source: SourceFile) -> Span:
    """Return where the front matter stands, its lines of hyphens included."""
    found = _FRONT.match(source.text)
    return Span(0, found.end() if found else 0)


def where(source: SourceFile, key: str, value: str) -> Span:
    """Return where a value stands below a key; where it is written otherwise than it reads, the key itself."""
    front = front_matter(source)
    found = re.compile(rf"^{key}:", re.MULTILINE).search(source.text, front.start, front.end)
    if not found:
        return front
    at = source.text.find(value, found.end(), front.end)
    return Span(at, at + len(value)) if at >= 0 else Span(*found.span())
