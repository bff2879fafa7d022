"""The pictures on a page: how fine they are where they stand, and how much ink they take."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Iterator
from math import hypot

import pikepdf
from pikepdf import Matrix, StreamDecodeLevel
from PIL import Image, ImageChops, ImageMath

from pressroom.pictures.picture import MAX_PIXELS
from pressroom.proof.preflight.colours import Inks
from pressroom.proof.preflight.report import Picture

_MODES = {"/DeviceGray": "L", "/DeviceCMYK": "CMYK"}
_STRIP = 256
"""Rows that are weighed at a time: sums take 32 bits a pixel."""


def placed(page: int, image: pikepdf.Object, space: str, matrix: Matrix) -> Picture:
    """Measure a picture, which fills the unit square before the matrix (ISO 32000-1 §8.9.5.1)."""
    across, up = hypot(matrix.a, matrix.b) / 72, hypot(matrix.c, matrix.d) / 72
    width, height = int(image.Width), int(image.Height)
    finest = min(width / across, height / up) if across and up else 0
    return Picture(page, width, height, round(finest), space)


def most_ink(image: pikepdf.Object) -> Inks | None:
    """Return the inks of the pixel that takes most of them; None for a picture that is not in inks of eight bits."""
    mode = _MODES.get(str(image.get("/ColorSpace")))
    width, height = int(image.Width), int(image.Height)
    if not mode or int(image.get("/BitsPerComponent", 0)) != 8 or width * height > MAX_PIXELS:
        return None
    pixels = Image.frombytes(mode, (width, height), image.read_bytes(StreamDecodeLevel.all))
    if float(image.get("/Decode", [0])[0]):
        pixels = ImageChops.invert(pixels)
    if mode == "L":
        return 0, 0, 0, 1 - min(pixels.tobytes()) / 255
    return max(_heaviest(pixels), key=sum)


def _heaviest(pixels: Image.Image) -> Iterator[Inks]:
    """Yield the heaviest pixel of each strip."""
    for top in range(0, pixels.height, _STRIP):
        strip = pixels.crop((0, top, pixels.width, min(top + _STRIP, pixels.height)))
        bands = [band.convert("I") for band in strip.split()]
        total = ImageMath.lambda_eval(
            lambda of: of["c"] + of["m"] + of["y"] + of["k"],
            **dict(zip("cmyk", bands, strict=True)),
        )
        sums = memoryview(total.tobytes()).cast("i")
        at = 4 * sums.tolist().index(total.getextrema()[1])
        cyan, magenta, yellow, black = strip.tobytes()[at : at + 4]
        yield cyan / 255, magenta / 255, yellow / 255, black / 255
