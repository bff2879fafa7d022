"""Pictures in a PDF, separated, and packed without loss: a second loss would show, and could take more ink than allowed."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import zlib
from contextlib import suppress
from io import BytesIO
from typing import Any

from pikepdf import Name, PdfImage
from PIL import Image, ImageCms

from pressroom.writers.pdf.print.inks import Separation


def separate_picture(held: Any, separation: Separation) -> None:
    """Put a picture in DeviceRGB into the inks of the press; others are in them already."""
    if held.ColorSpace != Name.DeviceRGB:
        return
    if held.get("/Filter") == Name.DCTDecode:
        image = _in_srgb(Image.open(BytesIO(held.read_raw_bytes()), formats=["JPEG"]))
    else:
        image = PdfImage(held).as_pil_image().convert("RGB")
    separated = separation.picture(image)
    held.write(zlib.compress(separated.tobytes(), 6), filter=Name.FlateDecode)
    held.ColorSpace = Name.DeviceGray if separated.mode == "L" else Name.DeviceCMYK


def _in_srgb(image: Image.Image) -> Image.Image:
    """Return a photograph in sRGB; one whose profile nobody can use is taken as it is, as screens do."""
    profile = image.info.get("icc_profile")
    image = image.convert("RGB")
    if profile:
        with suppress(ImageCms.PyCMSError, OSError):
            given = ImageCms.ImageCmsProfile(BytesIO(profile))
            return ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB")) or image
    return image
