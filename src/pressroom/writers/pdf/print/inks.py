"""From colours of the screen to inks of the press.

Text ink is solid black, whatever its shade on the screen; what is nearly grey is a screen of black, because small type and fine
rules in three or four screens never register; what the house mixes itself is as it says. All other colours go through the
profile of the printing condition, and none takes more ink than the house allows.
"""

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from io import BytesIO
from itertools import product
from typing import Any, TypeAlias

from PIL import Image, ImageChops, ImageCms, ImageFilter

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.house.conditions import coated
from pressroom.house.tokens import House, Ink, Plates, Screen

Mixture: TypeAlias = tuple[float, ...]
"""Components as PDF has them, 0 to 1: one of grey (1 is paper), or four of CMYK (0 is paper)."""

_NEARLY_GREY = 32
"""How far apart red, green and blue may be, of 255, in what is printed with black alone."""

_STEPS = 33
_SOLID: Screen = (0, 0, 0, 100)


class Separation:
    """Turns colours and pictures into what the plates of a house print."""

    def __init__(self, house: House) -> None:
        printing = house.printing
        self.condition = printing.condition or coated()
        self.black = printing.plates is Plates.BLACK or self.condition.grey
        self._limit = printing.ink_limit / 100
        screens = {Ink.TEXT: _SOLID} | dict(printing.screens)
        self._mixed = {tuple(bytes.fromhex(house.ink(ink))): screens[ink] for ink in screens}

    def colour(self, rgb: Sequence[float]) -> Mixture:
        """Return the inks for a colour of sRGB, each part 0 to 1."""
        shade = tuple(round(part * 255) for part in rgb)
        mixed = self._mixed.get(shade)
        if mixed and self.black:
            return (1 - mixed[3] / 100,)
        if mixed:
            return tuple(part / 100 for part in mixed)
        if self.black:
            return (round(_brightness(shade), 4),)
        if max(shade) - min(shade) < _NEARLY_GREY:
            return (0, 0, 0, round(1 - _brightness(shade), 4))
        pixel = Image.new("RGB", (1, 1), shade)
        separated = pixel.filter(_table(self.condition.profile, self._limit))
        return tuple(round(part / 255, 4) for part in separated.tobytes())

    def picture(self, image: Image.Image) -> Image.Image:
        """Return an RGB picture in the inks of the press: CMYK, or L if black prints it."""
        red, green, blue = image.split()
        coloured = any(
            ImageChops.difference(red, other).getbbox() is not None for other in (green, blue)
        )
        if self.black or not coloured:
            return image.convert("L")
        return image.filter(_table(self.condition.profile, self._limit))


def _brightness(shade: Sequence[int]) -> float:
    """Return the luma of a shade (ITU-R BT.601), 0 to 1."""
    red, green, blue = shade
    return (0.299 * red + 0.587 * green + 0.114 * blue) / 255


@cache
def _table(profile: bytes, limit: float) -> ImageFilter.Color3DLUT:
    """Return a table from sRGB to CMYK: relative colorimetric with the black point fitted, as presses are used to.

    Whatever is looked up lies between its entries, so that none takes more ink than these.
    """
    try:
        transform: Any = ImageCms.buildTransform(
            ImageCms.createProfile("sRGB"),
            BytesIO(profile),
            "RGB",
            "CMYK",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError) as fault:
        message = f"the profile of the printing condition cannot be used: {fault}"
        hint = "get it anew from the printer, or leave the condition of the house out"
        raise WriterError(Diagnostic("A105", Severity.ERROR, message, hints=(hint,))) from fault
    grid = Image.frombytes("RGB", (_STEPS**2, _STEPS), bytes(_grid()))
    separated = ImageCms.applyTransform(grid, transform)
    assert separated is not None  # noqa: S101  # it is None only when done in place
    inks = separated.tobytes()
    entries = [part for at in range(0, len(inks), 4) for part in _within(limit, inks[at : at + 4])]
    return ImageFilter.Color3DLUT(_STEPS, entries, 4, "CMYK")


def _grid() -> Iterator[int]:
    steps = [round(step * 255 / (_STEPS - 1)) for step in range(_STEPS)]
    for blue, green, red in product(steps, repeat=3):
        yield from (red, green, blue)


def _within(limit: float, inks: bytes) -> tuple[float, ...]:
    """Take colour away until no more ink is left than the limit (2.4 is 240 %); the black stays, and draws what it drew."""
    *colours, black = (ink / 255 for ink in inks)
    # Half a step of eight bits each, for what rounding may add.
    room = max(0.0, limit - 4 * 0.5 / 255 - black)
    share = min(1.0, room / sum(colours)) if any(colours) else 1.0
    return *(colour * share for colour in colours), black
