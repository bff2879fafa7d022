"""The differences that a proof lets pass, and no others.

- A space between a Han character and a Latin letter or digit is layout: it is drawn by some formats and typed by some authors
  (cjk-rules S04, S14a). A space between two Han characters is never layout.
- The no-break forms of space and hyphen count as their plain forms, since a PDF can hold only one code point for the glyph that
  they share (cjk-rules G10).
- The end of a drawn line (``LINE_END``) stands for the space or the line break that was there, or for nothing.
"""

from __future__ import annotations

import re

from pressroom.writers.contract import LINE_END

_HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LATIN = "A-Za-z0-9\u00c0-\u024f\u0370-\u03ff"
_BETWEEN_SCRIPTS = re.compile(f"(?<=[{_HAN}]) (?=[{_LATIN}])|(?<=[{_LATIN}]) (?=[{_HAN}])")
_PLAIN_FORMS = str.maketrans({"\u00a0": " ", "\u2011": "-"})


def normalise(text: str) -> str:
    """Leave out what is layout and not text."""
    return _BETWEEN_SCRIPTS.sub("", text.translate(_PLAIN_FORMS))


def first_difference(expected: str, heard: str) -> tuple[int, int] | None:
    """Return where two normalised texts part (offset in each), or None if they say the same."""
    here = there = 0
    while there < len(heard):
        if heard[there] == LINE_END:
            there += 1
            if here < len(expected) and expected[here] in " \n":
                here += 1
        elif here < len(expected) and expected[here] == heard[there]:
            here += 1
            there += 1
        else:
            return here, there
    return None if here == len(expected) else (here, there)
