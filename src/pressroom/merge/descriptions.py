"""Alternative texts that an editor wrote anew: they stand in the source, as ``alt="…"``, so they are taken like any other text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from pressroom.edition.resolved import FigureBlock
from pressroom.merge.changes import Change
from pressroom.merge.pictures import PictureChange
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.units import label_of_block
from pressroom.place import Span
from pressroom.source.markdown.attributes import read_attributes

_SPECIAL = re.compile(r'[\\"]|&(?=[#A-Za-z])')


def descriptions(
    base: str,
    sent: Sequence[FigureBlock],
    pictures: Sequence[PictureChange],
    figures: Callable[[str], tuple[FigureBlock, ...]],
) -> Iterator[tuple[PictureChange, Change]]:
    """Yield the pictures whose new description can be written into the base, each with the change that was proved to write it.

    ``figures`` reads those of a source, none if it has errors.
    """
    known = {label_of_block(figure.identifier): figure for figure in sent}
    for picture in pictures:
        figure = known.get(picture.label) if picture.what == "described" else None
        place = _place(base, figure.span) if figure and figure.span else None
        if not figure or not place:
            continue
        alt = " ".join(picture.alt.split())
        written = _SPECIAL.sub(lambda found: f"\\{found[0]}", alt)
        cuts = (Splice(place, f'alt="{written}"'),)
        wanted = [(one.identifier, alt if one is figure else one.alt) for one in sent]
        if wanted == [(one.identifier, one.alt) for one in figures(spliced(base, cuts) or "")]:
            yield picture, Change(0, figure.identifier, "", figure.alt, alt, "taken", cuts)


def _place(source: str, figure: Span) -> Span | None:
    """Return where the description of a figure stands, with the name of its attribute."""
    for brace in re.finditer(r"\)\{", source[figure.start : figure.end]):
        read = read_attributes(source, figure.start + brace.start() + 1, figure.end)
        if read and read.end == figure.end:
            return next((Span(x.start, x.end) for x in read.items if x.name == "alt"), None)
    return None
