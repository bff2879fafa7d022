"""Break a headline into balanced lines for a picture, where no reader will break it."""

from __future__ import annotations

import re
from collections.abc import Callable

# cjk-rules B01, B02: what never begins and what never ends a line, as far as headlines hold it.
_NO_START = "，。、；：！？…」』）》〉】”’·—–％%"
_NO_END = "「『（《〈【“‘"
_HAN = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff"
_PART = re.compile(f"[{_HAN}]|[^{_HAN}\\s]+\\s*|\\s+")


def balanced(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return the fewest lines no wider than ``width``, as even as they can be; ``measure`` gives the width of a text."""
    parts = _parts(text)
    lines = _fill(parts, width, measure)
    narrow, wide = width / len(lines), width
    while wide - narrow > 1:
        middle = (narrow + wide) / 2
        if len(_fill(parts, middle, measure)) > len(lines):
            narrow = middle
        else:
            wide = middle
    return _fill(parts, wide, measure)


def _parts(text: str) -> list[str]:
    """Take a text apart where a line may end."""
    parts: list[str] = []
    for part in _PART.findall(text):
        if parts and (part[0] in _NO_START or part.isspace() or parts[-1].rstrip()[-1:] in _NO_END):
            parts[-1] += part
        else:
            parts.append(part)
    return parts


def _fill(parts: list[str], width: float, measure: Callable[[str], float]) -> list[str]:
    lines = [parts[0]] if parts else [""]
    for part in parts[1:]:
        if measure((lines[-1] + part).rstrip()) <= width:
            lines[-1] += part
        else:
            lines.append(part)
    return [line.rstrip() for line in lines]
