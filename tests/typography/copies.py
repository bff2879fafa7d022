"""Copy for tests: cells are one em wide, everything else half an em."""

from __future__ import annotations

from pressroom.language.profile import TRADITIONAL
from pressroom.typography.characters import Nature, nature
from pressroom.typography.copy import Copy
from pressroom.typography.line import Setting
from pressroom.typography.spacing import gaps
from pressroom.typography.units import held

_WIDE = set("“”‘’—…·")


def copy_of(
    text: str,
    *,
    tied: frozenset[int] = frozenset(),
    verbatim: range = range(0),
    em: float = 1.0,
    corner: str = "",
) -> Copy:
    """Return the copy of a text in one size."""
    count = len(text)
    wide = [nature(char) is Nature.CELL or char in _WIDE for char in text]
    return Copy(
        text,
        [
            0.0 if char in "\n\u2060" else em * (1.0 if cell else 0.5)
            for char, cell in zip(text, wide, strict=True)
        ],
        [em] * count,
        [0.0] * count,
        [0.0] * count,
        [at in tied for at in range(count)],
        [at in verbatim for at in range(count)],
        [False] * count,
        corner,
    )


def anywhere(text: str) -> list[bool]:
    """Let lines end wherever a cell or a space allows it, as UAX #14 does for the texts of these tests."""
    return [
        at > 0
        and at < len(text)
        and text[at] != " "
        and (
            text[at - 1] == " "
            or nature(text[at - 1]) is Nature.CELL
            or nature(text[at]) is Nature.CELL
        )
        for at in range(len(text) + 1)
    ]


def setting_of(text: str) -> Setting:
    """Return the copy of a text with its gaps."""
    copy = copy_of(text)
    return Setting(copy, gaps(copy, TRADITIONAL, held(text)))
