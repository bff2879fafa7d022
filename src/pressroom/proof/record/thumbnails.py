"""Small pictures of the pages of a PDF, as PDFium draws them; a DOCX and an EPUB have no pages before somebody opens them."""

# pyright: reportUnknownMemberType=false, reportUnknownArgumentType=false

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING

from pressroom.proof.pdfium import pages

if TYPE_CHECKING:
    from PIL import Image

MOST = 48
"""Pages that are shown; a record is to be looked at."""

_WIDTH = 280  # pixels
_QUALITY = 70


def thumbnails(data: bytes) -> tuple[bytes, ...]:
    """Return the first pages as JPEG, in their order."""
    return tuple(
        _jpeg(page.render(scale=_WIDTH / page.get_width()).to_pil())
        for _, page in islice(pages(data), MOST)
    )


def _jpeg(picture: Image.Image) -> bytes:
    buffer = BytesIO()
    picture.convert("RGB").save(buffer, "JPEG", quality=_QUALITY)
    return buffer.getvalue()
