"""Pictures: those of the base, and what became of them in a return. None is written into the source by itself; new ones can be saved beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import chain
from typing import Literal, TypeAlias

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    Image,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    ResolvedEdition,
)
from pressroom.merge.returned import Picture
from pressroom.merge.units import label_of_block
from pressroom.pictures import Picture as CheckedPicture
from pressroom.pictures import PictureError, read_picture
from pressroom.pictures.likeness import alike

Draw: TypeAlias = Callable[[Image], bytes]
"""Gives a drawing as the pixels that go into a DOCX beside it."""

_MOST_COMPARED = 40
"""With how many pictures of a return one that lost its place is compared by what is seen: each takes its time."""

_DRAWING = "image/svg+xml"
_SUFFIXES = {"image/png": "png", "image/jpeg": "jpg", _DRAWING: "svg"}


@dataclass(frozen=True, slots=True)
class PictureChange:
    """A picture that differs from what was sent; ``picture`` is what came back, None if it is gone.

    ``label`` is the bookmark of its figure, of the block before it if it is new; ``saved`` is the name of the file that holds
    what is new, ``""`` if none does.
    """

    what: Literal["added", "changed", "cropped", "described", "gone"]
    label: str
    alt: str
    picture: Picture | None
    saved: str = ""


def figures(editions: Iterable[ResolvedEdition]) -> tuple[FigureBlock, ...]:
    """Return the figures of editions in their order, those of the notes of each behind those of its text."""
    stories = (
        blocks
        for edition in editions
        for blocks in (edition.blocks, *(note.blocks for note in edition.notes))
    )
    return tuple(chain.from_iterable(map(_figures, stories)))


def altered(
    sent: Sequence[FigureBlock],
    now: Sequence[FigureBlock],
    returned: Sequence[Picture],
    draw: Draw,
) -> Iterator[PictureChange]:
    """Compare the pictures that came back with those that were sent; what the figures of the source show ``now`` is nothing new.

    They are known by their bytes, by their block or that of their caption, and at last by what is seen on them.
    """
    free = list(returned)
    known = {figure.image.data for figure in sent}
    fresh = [figure for figure in now if figure.image.data not in known]
    for figure in sent:
        label = label_of_block(figure.identifier)
        found = _found(figure, free, draw)
        if found is None:
            if any(one.image.data == figure.image.data for one in now):
                yield PictureChange("gone", label, figure.alt, None)
            continue
        free.remove(found)
        if not any(_same(one, found, draw) for one in (figure, *fresh)):
            yield PictureChange("changed", label, found.alt, found)
        elif found.cropped:
            yield PictureChange("cropped", label, found.alt, found)
        if all(one.alt.split() != found.alt.split() for one in (figure, *now)):
            yield PictureChange("described", label, found.alt, found)
    for one in free:
        if not any(_same(figure, one, draw) for figure in fresh):
            yield PictureChange("added", one.labels[-1] if one.labels else "", one.alt, one)


def file_of(picture: Picture, identifier: str) -> tuple[str, bytes] | None:
    """Return name and content of the file that holds a picture of a release, cleaned; None for one that cannot be used.

    The name tells what is in it, so that no picture takes the place of another one, and one that came twice is saved once.
    """
    for form in reversed(picture.forms):
        if checked := _checked(form):
            digest = sha256(checked.data).hexdigest()[:8]
            return f"{identifier}-{digest}.{_SUFFIXES[checked.media_type]}", checked.data
    return None


def _found(figure: FigureBlock, among: Sequence[Picture], draw: Draw) -> Picture | None:
    label = label_of_block(figure.identifier)
    caption = label_of_block(f"{figure.identifier}-caption")
    same = [one for one in among if figure.image.data in one.forms]
    here = [one for one in among if label in one.labels or caption in one.ahead]
    surest = [*(one for one in same if one in here), *same]
    if surest:
        return surest[0]
    seen = (one for one in (*here, *among[:_MOST_COMPARED]) if _same(figure, one, draw))
    return next(seen, next(iter(here), None))


def _same(figure: FigureBlock, picture: Picture, draw: Draw) -> bool:
    """Tell whether a picture is that of a figure, whatever a program made of its bytes."""
    image = figure.image
    if image.data in picture.forms:
        return True
    own = draw(image) if image.media_type == _DRAWING else image.data
    if own in picture.forms:
        return True
    forms = [checked for form in picture.forms if (checked := _checked(form))]
    if any(form.data == image.data for form in forms):
        return True
    pixels = [form for form in (_checked(own), *forms) if form and form.media_type != _DRAWING]
    return len(pixels) > 1 and alike(*pixels[:2])


def _checked(data: bytes) -> CheckedPicture | None:
    try:
        return read_picture(data)
    except PictureError:
        return None


def _figures(blocks: Iterable[ResolvedBlock]) -> Iterator[FigureBlock]:
    for block in blocks:
        match block:
            case FigureBlock():
                yield block
            case QuoteBlock() | DivisionBlock():
                yield from _figures(block.blocks)
            case ListBlock():
                for entry in block.entries:
                    yield from _figures(entry.blocks)
            case _:
                pass
