"""Signs of symbol fonts, which have codes of their own (ECMA-376 §17.3.3.30): those of the font Symbol are letters and signs of Unicode."""

from __future__ import annotations

import re

_NONE = "\0"
_LOWER = (
    " !∀#∃%&∋()∗+,−./0123456789:;<=>?"
    "≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_"
    f"{_NONE}αβχδεφγηιϕκλμνοπθρστυϖωξψζ{{|}}∼{_NONE}"
)
_UPPER = (
    "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵"
    "ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
    f"◊⟨®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪{_NONE}⟩∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭{_NONE}"
)
_SYMBOL = dict(zip((*range(0x20, 0x80), *range(0xA0, 0x100)), _LOWER + _UPPER, strict=True))
"""The encoding of Adobe's font Symbol; its extenders and the sign of a maker of computers are no text."""

_OTHERS = re.compile("(?:wingdings|webdings|marlett|mt extra)", re.IGNORECASE)
_SHIFTED = range(0xF000, 0xF100)
"""Where the codes of symbol fonts stand in files, out of the way of letters."""
_PRIVATE = range(0xE000, 0xF900)
_TYPED = re.compile("[\uf020-\uf0ff]")


def sign(code: int, font: str) -> str:
    """Return the character that a code means in a font, ``""`` where no table tells, U+FFFD for what is no character."""
    own = code - _SHIFTED.start if code in _SHIFTED else code
    if font.lower() == "symbol" and own < 0x100:
        return _SYMBOL.get(own, _NONE).strip(_NONE)
    if code in _PRIVATE or (own < 0x100 and _OTHERS.match(font)):
        return ""
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def holds_signs(text: str) -> bool:
    """Tell whether a text was typed in a symbol font, in part at least."""
    return _TYPED.search(text) is not None
