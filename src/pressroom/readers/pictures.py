"""Pictures of an imported file, cleaned, under names of our own beside the new source."""

from __future__ import annotations

from pressroom.pictures.picture import PictureError
from pressroom.pictures.read import read_picture
from pressroom.readers.draft import Change, Draft, Image

_ENDINGS = {"image/png": "png", "image/jpeg": "jpg", "image/svg+xml": "svg"}
_MOST = 50


class Pictures:
    """Takes pictures along; one that stands in several places is one file."""

    def __init__(self, draft: Draft, stem: str) -> None:
        self._draft = draft
        self._stem = stem
        self._names: dict[bytes, str] = {}

    def take(self, called: str, data: bytes, alt: str) -> Image | None:
        """Take a picture along, or say why not; ``called`` is what the file calls it."""
        name = self._names.get(data)
        if name is None:
            if len(self._names) >= _MOST:
                self._refuse(called, f"is one of more than {_MOST}", "put it beside the source")
                return None
            try:
                picture = read_picture(data)
            except PictureError as reason:
                self._refuse(called, reason.fact, reason.hint)
                return None
            name = f"{self._stem}-{len(self._names) + 1}.{_ENDINGS[picture.media_type]}"
            self._names[data] = name
            self._draft.pictures[name] = picture.data
            self._draft.changes.append(Change("picture saved beside the source", called, name))
        return Image(name, alt)

    def _refuse(self, called: str, fact: str, hint: str) -> None:
        self._draft.changes.append(Change("picture left out", called, ""))
        way = f": {hint}" if hint else ""
        self._draft.doubts.append(f"the picture {called} {fact}{way}")
