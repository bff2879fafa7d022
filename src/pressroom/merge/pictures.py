"""Pictures: those of the base, and what became of them in a return; none is written into the source by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    Image,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    ResolvedRelease,
)
from pressroom.merge.returned import Picture
from pressroom.merge.units import label_of_block
from pressroom.pictures import PictureError, read_picture
from pressroom.pictures.likeness import alike

Draw: TypeAlias = Callable[[Image], bytes]
"""Gives a drawing as the pixels that go into a DOCX beside it."""


@dataclass(frozen=True, slots=True)
class PictureChange:
    """A picture that differs from what was sent.

    ``label`` is the bookmark of its figure, of the block before it if it is new; ``name`` is its part in the return, ``""`` if
    it is gone.
    """

    what: Literal["added", "changed", "described", "gone"]
    label: str
    alt: str
    name: str


def figures(resolved: ResolvedRelease) -> tuple[FigureBlock, ...]:
    """Return the figures of all editions in their order."""
    return tuple(block for edition in resolved.editions for block in _figures(edition.blocks))


def altered(
    sent: Sequence[FigureBlock], returned: Sequence[Picture], draw: Draw
) -> Iterator[PictureChange]:
    """Compare the pictures that came back with those that were sent.

    They are known by their bytes, by their block or that of their caption, and at last by what is seen on them.
    """
    free = list(returned)
    missing: list[FigureBlock] = []
    for figure in sent:
        label = label_of_block(figure.identifier)
        found = _found(figure, free, draw)
        if found is None:
            missing.append(figure)
            continue
        free.remove(found)
        if not _same(figure, found, draw):
            yield PictureChange("changed", label, found.alt, found.name)
        elif found.alt.split() != figure.alt.split():
            yield PictureChange("described", label, found.alt, found.name)
    for figure in missing:
        yield PictureChange("gone", label_of_block(figure.identifier), figure.alt, "")
    for one in free:
        yield PictureChange("added", one.labels[-1] if one.labels else "", one.alt, one.name)


def _found(figure: FigureBlock, among: Sequence[Picture], draw: Draw) -> Picture | None:
    label = label_of_block(figure.identifier)
    caption = label_of_block(f"{figure.identifier}-caption")
    same = [one for one in among if figure.image.data in one.forms]
    here = [one for one in among if label in one.labels or caption in one.ahead]
    if both := [one for one in same if one in here]:
        return both[0]
    alike = (one for one in (*here, *among) if _same(figure, one, draw))
    return next(iter(same), None) or next(alike, next(iter(here), None))


def _same(figure: FigureBlock, picture: Picture, draw: Draw) -> bool:
    """Tell whether a picture is still the one that was sent, whatever a program made of its bytes."""
    image = figure.image
    if image.data in picture.forms:
        return True
    own = draw(image) if image.media_type == "image/svg+xml" else image.data
    if own in picture.forms:
        return True
    try:
        return alike(read_picture(own), read_picture(picture.forms[0]))
    except PictureError:
        return False


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
