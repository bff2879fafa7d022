"""What is seen, held against the files of the figures."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import FigureBlock, ResolvedRelease
from pressroom.edition.walk import figures_of
from pressroom.pictures.likeness import is_blank, same_sight
from pressroom.place import Place
from pressroom.proof.findings import quote
from pressroom.proof.pictures.drawn import figures
from pressroom.proof.pictures.files import pixels
from pressroom.proof.pictures.word import unlike_drawings
from pressroom.writers.contract import Artifact

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_WAYS_OUT = ("build it again", "a drawing that no program draws as it should: export it as PNG")


def seen_otherwise(
    artifact: Artifact, release: ResolvedRelease, *, press: bool
) -> Iterator[Diagnostic]:
    """Yield a fault for each picture that looks other than its file; ``press`` tells that it is in the inks of a press."""
    if artifact.media_type == "application/pdf":
        yield from _figures(artifact, release, press=press)
    elif artifact.media_type == _DOCX:
        for name in unlike_drawings(artifact.data):
            message = f"{artifact.name} has pixels in {name} that do not show their drawing"
            yield Diagnostic("A027", Severity.ERROR, message, None, _WAYS_OUT)


def _figures(artifact: Artifact, release: ResolvedRelease, *, press: bool) -> Iterator[Diagnostic]:
    """Compare the figures that have the alternative texts of the release; the others are found as text that is wrong."""
    waiting: dict[str, deque[FigureBlock]] = defaultdict(deque)
    for figure in figures_of(release):
        waiting[figure.alt].append(figure)
    for seen in figures(artifact.data, [figure.alt for figure in figures_of(release)]):
        block = waiting[seen.alt].popleft()
        own = pixels(block.image)
        if not (same_sight(own, seen.pixels, inks=press) if seen.pixels else is_blank(own)):
            message = f"{artifact.name} draws another picture for the figure {quote(block.alt, 0)} (page {seen.page})"
            place = Place(release.source, block.span) if block.span else None
            yield Diagnostic("A027", Severity.ERROR, message, place, _WAYS_OUT)
