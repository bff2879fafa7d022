"""Where Han and Latin meet (cjk-rules S01, S04, T11)."""

from __future__ import annotations

from pressroom.typography.characters import Nature, is_han, nature


def layout_spaces(text: str) -> tuple[int, ...]:
    """Return the offsets of typed spaces between a Han character and a Latin letter or figure.

    The gap there is drawn by the layout, so such a space is an author's habit and says nothing; it is part of the text all
    the same and is never left out behind the author's back (S14).
    """
    return tuple(
        at
        for at in range(1, len(text) - 1)
        if text[at] == " " and _meet(text[at - 1], text[at + 1])
    )


def _meet(before: str, after: str) -> bool:
    latin = {Nature.LETTER, Nature.DIGIT}
    return (is_han(before) and nature(after) in latin) or (
        nature(before) in latin and is_han(after)
    )
