"""How many pixels the pictures of a release have."""

from __future__ import annotations

from pressroom.checks.rule import Pixels
from pressroom.edition.folder import FolderError, ReleaseFolder
from pressroom.pictures import PictureError, read_picture
from pressroom.pictures.picture import MAX_BYTES


def pixels_in(folder: ReleaseFolder) -> Pixels:
    """Return a function that measures the raster pictures of a folder; what is wrong with one is said when it is set."""

    def pixels(name: str) -> tuple[int, int] | None:
        try:
            picture = read_picture(folder.read(name, MAX_BYTES))
        except (FolderError, PictureError):
            return None
        drawn = picture.media_type == "image/svg+xml"
        return None if drawn else (picture.width, picture.height)

    return pixels
