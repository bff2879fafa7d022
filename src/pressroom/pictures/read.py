"""Read a picture by its content, whatever its name says."""

from __future__ import annotations

from pressroom.pictures.picture import MAX_BYTES, Picture, PictureError


def read_picture(data: bytes) -> Picture:
    """Check and clean a PNG, a JPEG or an SVG; raise ``PictureError`` for anything else."""
    if len(data) > MAX_BYTES:
        raise PictureError(
            f"is larger than {MAX_BYTES // 2**20} MiB", "export it in print size, 300 dpi"
        )
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        from pressroom.pictures.raster import read_png

        return read_png(data)
    if data.startswith(b"\xff\xd8\xff"):
        from pressroom.pictures.raster import read_jpeg

        return read_jpeg(data)
    if data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        from pressroom.pictures.svg import read_svg

        return read_svg(data)
    raise PictureError("is no PNG, JPEG or SVG", "export it as one of these")
