"""Break a headline into balanced lines for a picture, where no reader will break it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from pressroom.typography.kinsoku import NO_END, NO_START

_HAN = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PART = re.compile(f"[{_HAN}]|[^{_HAN}\\s]+\\s*|\\s+")


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch without a break: its width with the space behind it, and its width at a line's end."""

    text: str
    width: float
    bare: float


def balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the fewest lines no wider than ``width``, as even as they can be; ``measure`` gives the width of a text."""
    parts = [_Part(part, measure(part), measure(part.rstrip())) for part in _parts(text)]
    lines = _fill(parts, width)
    narrow, wide = width / max(len(lines), 1), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(_fill(parts, middle)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return _fill(parts, wide)


def _parts(text: str) -> list[str]:
    """Take a text apart where a line may end."""
    parts: list[str] = []
    for part in _PART.findall(text):
        if parts and (part[0] in NO_START or part.isspace() or parts[-1].rstrip()[-1:] in NO_END):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _fill(parts: list[_Part], width: float) -> list[str]:
    lines: list[str] = []
    at = width
    for part in parts:
        if lines and at + part.bare <= width:
            lines[-1] += part.text
            at += part.width
        else:
            lines.append(part.text)
            at = part.width
    return [line.rstrip() for line in lines]
