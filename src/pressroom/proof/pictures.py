"""Whether the pictures of a release are in an artifact, byte for byte, where a format takes them as they are."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import FigureBlock, ResolvedRelease
from pressroom.edition.walk import blocks_of
from pressroom.place import Place
from pressroom.proof.leaks.parts import parts_of
from pressroom.writers.contract import Artifact

_AS_THEY_ARE = (".docx", ".epub", ".html")
_RASTERS = frozenset({"image/png", "image/jpeg"})


def pictures_lacking(artifact: Artifact, release: ResolvedRelease) -> Iterator[Diagnostic]:
    """Yield a fault for each figure whose PNG or JPEG a DOCX, an EPUB or an HTML file does not hold."""
    figures = [
        block
        for edition in release.editions
        for block in blocks_of(edition)
        if isinstance(block, FigureBlock) and block.image.media_type in _RASTERS
    ]
    if not figures or not artifact.name.endswith(_AS_THEY_ARE):
        return
    held = {part.data for part in parts_of(artifact.data)}
    for figure in figures:
        if figure.image.data not in held:
            place = Place(release.source, figure.span) if figure.span else None
            message = f"{artifact.name} does not hold the picture of this figure"
            yield Diagnostic("A026", Severity.ERROR, message, place, ("build it again",))
