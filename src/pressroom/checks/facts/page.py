"""A text from which facts are taken, each character once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

FIGURES = r"(?<![A-Za-z0-9.])(?<![A-Za-z]-)(?:[0-9]{1,3}(?:[,\u00a0\u202f ][0-9]{3}){1,9}(?![0-9])|[0-9]{1,30}(?![0-9]))(?:\.[0-9]{1,30})?"
"""A number in figures, its thousands parted by commas or spaces, or not at all; what has more than thirty is none."""


class Page:
    """A text, and which of its characters have been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._taken = bytearray(len(text))

    def take(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern among what has not been read, and count them as read."""
        for match in pattern.finditer(self.text):
            start, end = match.span()
            if not any(self._taken[start:end]):
                self._taken[start:end] = b"\x01" * (end - start)
                yield match

    def take_stretch(self, start: int, end: int) -> None:
        """Count a stretch as read."""
        self._taken[start:end] = b"\x01" * (end - start)


def figures(written: str) -> Fraction:
    """Return the value of a number in figures."""
    return Fraction(re.sub(r"[,\s]", "", written))
