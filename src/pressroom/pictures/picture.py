"""A picture that can be trusted, and why one cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

MAX_BYTES = 40 * 1024 * 1024
"""The largest picture file that is read."""

MAX_PIXELS = 64_000_000
"""The largest raster that is decoded: a small file can claim to be much larger."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that was decoded and cleaned; ``width`` and ``height`` in pixels (SVG: CSS px).

    ``turned`` tells that its pixels were turned upright, as its Exif asked.
    """

    media_type: Literal["image/png", "image/jpeg", "image/svg+xml"]
    data: bytes
    width: int
    height: int
    turned: bool = False


class PictureError(Exception):
    """A picture cannot be used; the text completes "the picture …", ``hint`` names the way out."""

    def __init__(self, fact: str, hint: str = "") -> None:
        super().__init__(fact)
        self.fact = fact
        self.hint = hint


def check_size(width: int, height: int) -> None:
    """Raise ``PictureError`` for a raster without extent or with too many pixels."""
    if width < 1 or height < 1:
        raise PictureError("has no extent")
    if width * height > MAX_PIXELS:
        raise PictureError(
            f"has {width * height / 1e6:.0f} million pixels",
            f"{MAX_PIXELS // 1_000_000} million are the most; make it smaller",
        )
