"""The source that a file of our own carries, with the pictures that the file shows of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

from pressroom.checks.figures import figures
from pressroom.diagnostics import Report
from pressroom.merge.returned import Picture
from pressroom.model.blocks import Figure
from pressroom.pictures.picture import PictureError
from pressroom.pictures.read import read_picture
from pressroom.place import SourceFile
from pressroom.readers.draft import Change, Imported
from pressroom.source.parse import parse

_SUFFIXES = {
    "image/png": (".png",),
    "image/jpeg": (".jpg", ".jpeg"),
    "image/svg+xml": (".svg",),
}


def carried(source: str, called: str, doubt: str, shown: Sequence[Picture] = ()) -> Imported:
    """Take a source with those of the ``shown`` pictures that have the alternative texts of its figures; say which are lacking."""
    release = parse(SourceFile("", source), Report())
    pictures: dict[str, bytes] = {}
    lacking: dict[str, None] = {}
    for figure in figures(release) if release else ():
        content = _content(figure, shown)
        if content is None:
            lacking[figure.source] = None
        else:
            pictures.setdefault(figure.source, content)
    doubts = [doubt]
    if missing := ", ".join(name for name in lacking if name not in pictures):
        doubts.append(f"pictures are not taken out of the file: put beside the source {missing}")
    changes = [Change("the source that the file carries was taken", called, called)]
    changes += [Change("picture saved beside the source", name, name) for name in pictures]
    return Imported(source, tuple(changes), tuple(doubts), pictures)


def _content(figure: Figure, shown: Sequence[Picture]) -> bytes | None:
    """Return the picture of a figure, cleaned; None if there is none of its kind, or its name leads to another folder."""
    name = PurePosixPath(figure.source)
    if str(name) != name.name or "\\" in figure.source:
        return None
    for picture in shown:
        for form in picture.forms if picture.alt == figure.alt else ():
            try:
                checked = read_picture(form)
            except PictureError:
                continue
            if name.suffix.lower() in _SUFFIXES[checked.media_type]:
                return checked.data
    return None
