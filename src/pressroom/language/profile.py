"""How much room a language gives and takes, and how it stresses: the numbers of composition, in em."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

_HALF = 0.501
"""In em: a half, and what the engine rounds off the width of a character, so that two gaps take the room of one."""


class Stress(Enum):
    """How characters are stressed in horizontal text (clreq and jlreq, emphasis dots)."""

    DOT_BELOW = "dot-below"
    DOT_ABOVE = "dot-above"
    SESAME_ABOVE = "sesame-above"


@dataclass(frozen=True, slots=True)
class Profile:
    """The measures of one way of composing text.

    ``gap`` is the space between Han and Latin (S01), which grows to ``gap_most`` (J03) and shrinks to ``gap_least`` (J04);
    ``word_most`` and ``word_least`` bound a word space; ``han_most`` is the widest space that may open between two cells:
    a line that wants more stays ragged. ``corner`` are the marks that sit in the first half of their cells, so that they
    close up like a bracket (mainland China, Japan) and do not stand in the middle (Hong Kong, Taiwan: S05, S06).
    ``spaced`` tells that spaces part words that are written in cells: a typed one is never taken for a gap of layout, and
    lines end only there.
    """

    gap: float = 0.22
    gap_most: float = 1 / 3
    gap_least: float = 1 / 8
    word_most: float = 1 / 2
    word_least: float = 1 / 4
    han_most: float = 1 / 3
    corner: str = ""
    spaced: bool = False
    stress: Stress = Stress.DOT_BELOW

    def eased(self) -> Profile:
        """Return what the language may do where a line would otherwise stay short: gaps of Han open further (J01)."""
        return replace(self, gap_most=_HALF, han_most=_HALF)


LATIN = Profile(word_most=0.75, word_least=0.18)
"""For text whose lines only word spaces can fill."""

TRADITIONAL = Profile()
"""Chinese of Hong Kong, Macau and Taiwan: stops stand in the middle of their cells (clreq §3.1.2)."""

SIMPLIFIED = Profile(corner="，。、；：．！？")
"""Chinese of the mainland: all pause and stop marks stand at the lower left (clreq §3.1.2, GB/T 15834)."""

JAPANESE = Profile(corner="、。，．", stress=Stress.SESAME_ABOVE)
"""Japanese: commas and full stops stand at the lower left, colons and ！？ in the middle (jlreq cl-05 to cl-07)."""

KOREAN = Profile(
    gap=0.0,
    gap_most=0.0,
    gap_least=0.0,
    word_most=0.75,
    word_least=0.18,
    han_most=0.0,
    spaced=True,
    stress=Stress.DOT_ABOVE,
)
"""Korean: words are parted by spaces, which alone fill a line; nothing is drawn between Hangul and Latin (klreq)."""
