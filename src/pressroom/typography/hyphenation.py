"""Where an English word may be divided at the end of a line: by the patterns of its own language (cjk-rules B09)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from pressroom.typography.compounds import is_medicine, parts
from pressroom.typography.copy import Copy

if TYPE_CHECKING:
    from pyphen import Pyphen

HYPHEN = "-"
"""What is drawn behind the first part of a word."""

SOFT_HYPHEN = "\u00ad"
"""What it says to readers, as it is no part of the text (ISO 32000-1 §14.8.2.2.3)."""

SHORTEST = 6
"""How many letters a word has at the least that is divided."""

BEFORE, BEHIND = 2, 3
"""How many letters stay on a line and go to the next at the least; of a compound of medicine never less than three."""

LADDER = 2
"""How many lines in a row may end in a divided word."""

ZONE = 4.5
"""How much of a ragged line may stay free, in em, before a word is divided."""

# Names, abbreviations, compounds, forms with figures and what looks like an address stay whole. The bound is that of no word, but
# keeps a hostile text from costing the square of its length.
_CELLS = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff"
_LETTER = rf"[^\W{_CELLS}]"
_WORD = re.compile(
    rf"(?<!{_LETTER})(?<![.@/&'’‐‑–-])[a-z]{{{SHORTEST},40}}(?!{_LETTER}|[@/&'’‐‑–-]|\.{_LETTER})"
)
_FURTHER = re.compile(r"[^\W_]")


def hyphens(copy: Copy, terms: Iterable[str] = ()) -> Iterator[int]:
    """Yield the offsets before which a word may be divided; ``terms`` are a glossary's forms, which stay whole.

    So do medicines, addresses and code, what is tied or has dots, and the last word before the end of the paragraph or a forced line end.
    """
    text = copy.text
    spared = [False] * len(text)
    for term in filter(None, terms):
        for match in re.finditer(re.escape(term), text, re.IGNORECASE):
            spared[match.start() : match.end()] = [True] * len(match[0])
    last = set(_last_words(text))
    for match in _WORD.finditer(text):
        start, end = match.span()
        if (
            start in last
            or any(spared[start:end])
            or any(copy.verbatim[start:end])
            or is_medicine(match[0])
        ):
            continue
        for position in _positions(match[0]):
            at = start + position
            # A ligature has its advance at its first letter.
            if copy.advances[at] and not (copy.tied[at] or copy.rigid[at]):
                yield at


def _last_words(text: str) -> Iterator[int]:
    """Yield where the last word before each forced line end and before the end begins, if nothing but marks follows it."""
    for line in re.finditer(".+", text):
        *_, word = [None, *_WORD.finditer(text, *line.span())]
        if word and not _FURTHER.search(text, word.end(), line.end()):
            yield word.start()


def _positions(word: str) -> Iterator[int]:
    """Yield where a word may be divided: a compound between its parts, and its last part or another word by the patterns."""
    joints = parts(word)
    last = joints[-1] if joints else 0
    yield from joints
    for position in _patterns(BEHIND if joints else BEFORE).positions(word[last:]):
        yield last + position


@cache
def _patterns(before: int) -> Pyphen:
    from pyphen import Pyphen

    return Pyphen(lang="en_GB", left=before, right=BEHIND)
