"""Which picture each figure of a release shows."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.figures import figures
from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.folder import ReleaseFolder
from pressroom.model.release import Release
from pressroom.pictures.picture import MAX_BYTES
from pressroom.place import Place
from pressroom.proof.record import Picture, sha256


def shown(release: Release, folder: ReleaseFolder) -> tuple[Picture, ...]:
    """Return the picture of each figure, in the order of the source; raise ``FolderError`` for one that cannot be read."""
    return tuple(
        Picture(figure.source, sha256(folder.read(figure.source, MAX_BYTES)))
        for figure in figures(release)
    )


def exchanged(
    built: tuple[Picture, ...], release: Release, folder: ReleaseFolder
) -> Iterator[Diagnostic]:
    """Yield a fault for each figure whose picture is not the one that was built; how many there are, the texts tell."""
    now = shown(release, folder)
    for figure, former, picture in zip(figures(release), built, now, strict=False):
        if former.sha256 != picture.sha256:
            yield Diagnostic(
                "A024",
                Severity.ERROR,
                f"{picture.name} is not the picture that was built",
                Place(release.source, figure.span),
                ("build it again, or put the former picture back",),
            )
