"""The faces of a document: subset before layout, so that the engine never sees more than the document needs.

Each family gets exactly the characters that it is to draw, which decides better than any stack of families: a Han face without
letters leaves letters to the Latin face, and comes first in Chinese text, so that the marks which both faces have are its own
there (cjk-rules G03, G04).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.fonts.cover import characters
from pressroom.fonts.face import FontFace, FontKey, FontSet
from pressroom.fonts.subset import subset
from pressroom.house.css import LETTERS, letters_family
from pressroom.house.tokens import FaceRole, House
from pressroom.writers.pdf.layers import layers
from pressroom.writers.pdf.sfnt import level_metrics, regional_marks
from pressroom.writers.pdf.words import Words

_STYLES = ((False, False), (True, False), (False, True), (True, True))
"""Bold and italic, in all combinations."""

_SPACE = frozenset({0x20})
"""In every face: a space takes the face of the character before it."""


@dataclass(frozen=True, slots=True)
class FaceRule:
    """One ``@font-face`` rule; ``data`` is an OpenType font."""

    family: str
    bold: bool
    italic: bool
    data: bytes


@dataclass(frozen=True, slots=True)
class Wardrobe:
    """All faces of a document; ``stacks`` tells which families stand in for one that the house's style sheet names."""

    rules: tuple[FaceRule, ...]
    stacks: Mapping[str, tuple[str, ...]]

    def dress(self, sheet: str) -> str:
        """Put the families that there are into a style sheet, in place of those that it names."""
        return re.sub(r'"([^"\n]+)"', self._stack, sheet)

    def _stack(self, name: re.Match[str]) -> str:
        return ", ".join(f'"{family}"' for family in self.stacks.get(name[1], (name[1],)))


def wardrobe(house: House, fonts: FontSet, words: Words) -> Wardrobe:
    """Cut the faces of a house down to the words of a document; raise ``WriterError`` for a family that is not there."""
    letters = _code_points(LETTERS)
    drawn: dict[str, frozenset[int]] = {}
    pairs = dict.fromkeys((house.face(role).latin, house.face(role).han) for role in FaceRole)
    for latin, han in pairs:
        known = characters(_regular(fonts, latin))
        ours = known & (words.latin | (words.han & letters))
        theirs = (words.latin - known) | (words.han - (known & letters))
        drawn[latin] = drawn.get(latin, frozenset()) | ours
        drawn[han] = drawn.get(han, frozenset()) | theirs
    rules = {family: _family(fonts, family, codes, words) for family, codes in drawn.items()}
    names = {
        family: tuple(dict.fromkeys(rule.family for rule in rules[family])) for family in rules
    }
    stacks = names | {letters_family(latin): names[han] + names[latin] for latin, han in pairs}
    return Wardrobe(tuple(rule for family in rules.values() for rule in family), stacks)


def _regular(fonts: FontSet, family: str) -> FontFace:
    found = fonts.get(FontKey(family))
    if found is None:
        message = f"the pdf writer was not given the family {family!r}"
        raise WriterError(Diagnostic("A103", Severity.ERROR, message))
    return found


def _family(
    fonts: FontSet, family: str, codes: frozenset[int], words: Words
) -> tuple[FaceRule, ...]:
    """Cut all styles of a family that there are; characters that share a glyph go to further families."""
    return tuple(
        FaceRule(
            family if number == 1 else f"{family} {number}",
            bold,
            italic,
            level_metrics(
                regional_marks(subset(face, map(chr, sorted(layer | _SPACE)), words.languages))
            ),
        )
        for bold, italic in _STYLES
        if (face := fonts.get(FontKey(family, bold, italic))) is not None
        for number, layer in enumerate(layers(face, codes), start=1)
    )


def _code_points(ranges: str) -> frozenset[int]:
    """Read a ``unicode-range`` (CSS Fonts 4 §4.5)."""
    return frozenset(code for part in ranges.split(",") for code in _range(part))


def _range(part: str) -> Iterator[int]:
    first, _, last = part.strip().removeprefix("U+").partition("-")
    yield from range(int(first, 16), int(last or first, 16) + 1)
