"""How much room each language gives and takes: the numbers of composition, in em."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures of one way of composing Han text.

    ``gap`` is the space between Han and Latin (S01), which grows to ``gap_most`` (J03) and shrinks to ``gap_least`` (J04);
    ``word_most`` and ``word_least`` bound a word space; ``han_most`` is the widest space that may open between two cells:
    a line that wants more stays ragged. ``corner`` tells that stops sit in the corner of their cells, so that they close
    up like brackets (mainland Chinese, Japanese) and do not stand in the middle (Hong Kong, Taiwan: S05, S06).
    """

    gap: float = 0.22
    gap_most: float = 1 / 3
    gap_least: float = 1 / 8
    word_most: float = 1 / 2
    word_least: float = 1 / 4
    han_most: float = 1 / 3
    corner: bool = False


CENTRED = Profile()
CORNER = Profile(corner=True)
LATIN = Profile(word_most=0.75, word_least=0.18)
"""For text whose lines only word spaces can fill."""


def profile(language: str) -> Profile:
    """Return the profile of a language tag; the mark positions are those of clreq §3.1.2 and jlreq §3.1.2."""
    subtags = language.lower().split("-")
    if subtags[0] not in {"zh", "yue", "ja", "ko"}:
        return LATIN
    if subtags[0] == "ja" or (subtags[0] == "zh" and not {"hant", "hk", "mo", "tw"} & set(subtags)):
        return CORNER
    return CENTRED
