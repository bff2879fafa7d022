"""What keeps the text of a house from being read: lines on each other, type wider than the page, ink like the paper."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.house.tokens import House, Ink
from pressroom.typed_yaml import Fields

_LEAST_CONTRAST = 3.0
"""That of large text (WCAG 2.2, 1.4.3)."""


def contrast(first: str, second: str) -> float:
    """Return the contrast ratio of two inks, from 1 to 21 (WCAG 2.2)."""
    darker, lighter = sorted((_luminance(first), _luminance(second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(ink: str) -> float:
    red, green, blue = (int(ink[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * _linear(red) + 0.7152 * _linear(green) + 0.0722 * _linear(blue)


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4


def _down(ratio: float) -> str:
    """Write a ratio so that one below the least does not read as the least."""
    return f"{int(ratio * 100) / 100:.2f}"


def require_legible(style: Fields, house: House) -> None:
    """Report what of a house without other faults could not be read."""
    for message, hint in dict.fromkeys(_crowded(house)):
        style.context.error(109, message, style.span("roles"), hint)
    for message, hint in dict.fromkeys(_too_large(house)):
        style.context.error(112, message, style.span("roles"), hint)
    for message, hint in _faint(house):
        style.context.error(113, message, style.span("inks"), hint)


def _crowded(house: House) -> Iterator[tuple[str, str]]:
    for role, _, set_ in house.roles:
        size, leading = set_.size, set_.leading
        if leading < size:
            yield (
                f"the leading of `{role.value}` is less than its size: {leading.css} on {size.css}",
                "give it a leading of its size at least, or lines would stand on each other",
            )


def _too_large(house: House) -> Iterator[tuple[str, str]]:
    page = house.page
    measure = page.width.points - page.inner.points - page.outer.points
    for role, _, set_ in house.roles:
        if set_.size.points > measure:
            yield (
                f"a size of {set_.size.css} for `{role.value}` on a measure of {measure:.0f}pt",
                "give it a size that leaves room for more than one character",
            )


def _faint(house: House) -> Iterator[tuple[str, str]]:
    for ink in dict.fromkeys((Ink.LINK, *(set_.ink for _, _, set_ in house.roles))):
        ratio = contrast(house.ink(ink), house.ink(Ink.PAPER))
        if ratio < _LEAST_CONTRAST:
            yield (
                f"text in the ink `{ink.value}` has a contrast of {_down(ratio)}:1 with the paper",
                f"choose inks with {_LEAST_CONTRAST:g}:1 at least; 4.5:1 is usual for running text",
            )
