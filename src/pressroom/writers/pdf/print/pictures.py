"""Pictures in a PDF, separated: what was packed with loss stays so, what was not does not lose anything."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

from pikepdf import Array, Name, PdfImage
from PIL import Image, ImageCms

from pressroom.writers.pdf.print.inks import Separation

_QUALITY = 95


def separate_picture(held: Any, separation: Separation) -> None:
    """Put a picture in DeviceRGB into the inks of the press; others are in them already."""
    if held.ColorSpace != Name.DeviceRGB:
        return
    photograph = held.get("/Filter") == Name.DCTDecode
    if photograph:
        image = _in_srgb(Image.open(BytesIO(held.read_raw_bytes()), formats=["JPEG"]))
    else:
        image = PdfImage(held).as_pil_image().convert("RGB")
    separated = separation.picture(image)
    held.ColorSpace = Name.DeviceGray if separated.mode == "L" else Name.DeviceCMYK
    for stale in ("/DecodeParms", "/Decode"):
        if stale in held:
            del held[stale]
    if photograph:
        buffer = BytesIO()
        separated.save(buffer, "JPEG", quality=_QUALITY, subsampling=0)
        held.write(buffer.getvalue(), filter=Name.DCTDecode)
        if separated.mode == "CMYK":  # which a JPEG holds the other way round
            held.Decode = Array([1, 0] * 4)
    else:
        held.write(zlib.compress(separated.tobytes(), 9), filter=Name.FlateDecode)


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a photograph in sRGB; one whose profile nobody can use is taken as it is, as screens do."""
    profile = image.info.get("icc_profile")
    image = image.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB")) or image
    return image
