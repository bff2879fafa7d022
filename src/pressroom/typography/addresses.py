"""Addresses in running text: where they are, and where a line may end in them (cjk-rules B10, S13)."""

from __future__ import annotations

import re
from functools import lru_cache

_ADDRESS = re.compile(
    r"(?:https?://|www\.|doi:)[!-~]*[A-Za-z0-9/#=_]"
    r"|\b10\.\d{4,9}/[!-~]*[A-Za-z0-9]"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+"  # RFC 5321 §4.5.3.1.1
)
_BEGINNING = re.compile(r"(?:[a-z]+:/*)?(?:www\.)?(?:10\.)?")
_AFTER = frozenset("/.-?&=")


@lru_cache(maxsize=1)  # asked for once by each of the rules
def addresses(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches (start, end excluded) that are URLs, DOIs or e-mail addresses; closing marks stay outside."""
    return tuple(match.span() for match in _ADDRESS.finditer(text))


def address_breaks(text: str, start: int, end: int) -> tuple[int, ...]:
    """Return the offsets before which a line may begin inside an address: after ``/ . - ? & =``, no hyphen ever added.

    Nothing is broken off that is no more than the scheme or a prefix, and a number stays whole (10.5555, B06).
    """
    beginning = _BEGINNING.match(text, start, end)
    first = max(start, beginning.end() if beginning else start) + 1
    return tuple(at for at in range(first, end) if is_behind_a_mark(text, at))


def is_behind_a_mark(text: str, at: int) -> bool:
    """Tell whether the character at an offset of an address follows marks after which a line may end."""
    return (
        text[at - 1] in _AFTER
        and text[at] not in _AFTER
        and not text[at].isspace()
        and not (text[at - 1] == "." and text[at - 2].isdigit() and text[at].isdigit())
    )
