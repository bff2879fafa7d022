"""What stands on the pages of a PDF around the text, as PDFium reads and draws it: masthead with its logo, running head, page number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.house.tokens import Masthead
from pressroom.pictures.likeness import same_sight
from pressroom.pictures.svg import read_svg
from pressroom.proof.extraction import ink
from pressroom.proof.findings import quote
from pressroom.proof.pdfium import furniture
from pressroom.proof.pictures.drawn import artifacts
from pressroom.proof.pictures.files import pixels
from pressroom.writers.contract import Artifact, Writer

_SIDE = 1000
"""At how many pixels logos are compared."""


def furniture_otherwise(
    artifact: Artifact, release: ResolvedRelease, maker: Writer, *, press: bool
) -> Iterator[Diagnostic]:
    """Yield a fault for each page of a PDF with other furniture than its edition's; ``press`` tells that it is in the inks of a press."""
    if artifact.media_type != "application/pdf" or "pages" not in maker.abilities:
        return
    first: list[int] = []
    for number, (wanted, told, begins) in enumerate(_pages(artifact.data, release), start=1):
        if begins:
            first.append(number)
        if told != wanted:
            message = (
                f"{artifact.name} has {quote(told, 0)} around page {number}, not {quote(wanted, 0)}"
            )
            yield Diagnostic("A013", Severity.ERROR, message)
    for number in _without_logo(artifact.data, first, release.house.masthead, press=press):
        message = f"{artifact.name} does not show the logo of the house on page {number}"
        yield Diagnostic("A013", Severity.ERROR, message)


def _pages(data: bytes, release: ResolvedRelease) -> Iterator[tuple[str, str, bool]]:
    """Yield for each page what should stand on it, what does, and whether an edition begins there: it has the masthead."""
    pages = tuple(map(ink, furniture(data)))
    waiting = list(release.editions)
    edition = waiting.pop(0)
    for number, told in enumerate(pages, start=1):
        begins = number == 1
        if (
            not begins
            and waiting
            and told == _furniture(waiting[0], number, len(pages), begins=True)
        ):
            edition, begins = waiting.pop(0), True
        yield _furniture(edition, number, len(pages), begins=begins), told, begins


def _furniture(edition: ResolvedEdition, number: int, count: int, *, begins: bool) -> str:
    head = edition.publisher if begins else edition.running_head
    return ink(head + edition.page_label.format(page=number, pages=count))


def _without_logo(
    data: bytes, numbers: Iterable[int], house: Masthead, *, press: bool
) -> Iterator[int]:
    """Yield the pages on which nothing that no tag knows of looks like the logo."""
    if not house.logo:
        return
    logo = read_svg(house.logo)
    high = house.logo_height.points
    model = pixels(logo)  # larger, since a logo may fill a small part of its frame
    for number in numbers:
        found = artifacts(data, number, (high * logo.width / logo.height, high), _SIDE)
        if not any(same_sight(model, drawn, inks=press) for drawn in found):
            yield number
