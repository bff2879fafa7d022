"""How messages quote what was written and guess what was meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_LONGEST = 60


def quoted(text: str) -> str:
    """Quote a text for a message: in backquotes, on one line, cut when it is long."""
    one_line = " ".join(text.split())
    if len(one_line) > _LONGEST:
        one_line = one_line[: _LONGEST - 1] + "…"
    return f"`{one_line}`"


def listed(words: Iterable[str]) -> str:
    """List words as a sentence does: ``draft, final or withdrawn``."""
    *former, last = words
    return f"{', '.join(former)} or {last}" if former else last


def meant(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return the hint "did you mean …?" when a known word is near, else nothing."""
    near = get_close_matches(word[:_LONGEST], known, n=1)
    return (f"did you mean `{near[0]}`?",) if near else ()
