"""Load the picture of a figure."""

from __future__ import annotations

from hashlib import sha256

from pressroom.diagnostics import Diagnostic, Report, Severity
from pressroom.edition.folder import FolderError, ReleaseFolder
from pressroom.edition.resolved import Image
from pressroom.model.blocks import Figure
from pressroom.pictures import PictureError, read_picture
from pressroom.pictures.picture import MAX_BYTES
from pressroom.place import Place, SourceFile, Span

_SUFFIXES = {"image/png": ".png", "image/jpeg": ".jpg", "image/svg+xml": ".svg"}


def load(figure: Figure, file: SourceFile, folder: ReleaseFolder, report: Report) -> Image | None:
    """Read and check a picture; report why it cannot be used and return None.

    Its name comes from what it holds: one picture in two editions is one file, and a camera's or an author's name for it
    does not leave the house.
    """
    place = Place(file, _name_span(figure, file))
    name = figure.source
    try:
        picture = read_picture(folder.read(name, MAX_BYTES))
    except FolderError as error:
        report.error(error.code, error.message, place, error.hint)
        return None
    except PictureError as error:
        hints = [error.hint] if error.hint else []
        report.error("I006", f"the picture {name} {error.fact}", place, *hints)
        return None
    if picture.turned:
        message = f"the picture {name} was turned upright, as the camera noted"
        hint = "turn it in the file to keep its pixels as they are"
        report.add(Diagnostic("I007", Severity.ADVICE, message, place, (hint,)))
    title = f"figure-{sha256(picture.data).hexdigest()[:12]}{_SUFFIXES[picture.media_type]}"
    return Image(title, picture.media_type, picture.data, picture.width, picture.height)


def _name_span(figure: Figure, file: SourceFile) -> Span:
    """Return where the figure names its file."""
    at = file.text.find(f"]({figure.source}", figure.span.start, figure.span.end)
    return figure.span if at < 0 else Span(at + 2, at + 2 + len(figure.source))
