"""Pictures: those of the base, and what became of them in a return; none is written into the source by itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    ResolvedRelease,
)
from pressroom.merge.returned import Picture
from pressroom.merge.units import label_of_block


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture of the base; ``digest`` is that of its file (SHA-256)."""

    identifier: str
    alt: str
    digest: str


@dataclass(frozen=True, slots=True)
class PictureChange:
    """A picture that differs from what was sent; ``name`` is its part in the return, ``""`` if it is gone."""

    what: Literal["added", "changed", "described", "gone"]
    identifier: str
    alt: str
    name: str


def figures(resolved: ResolvedRelease) -> tuple[Figure, ...]:
    """Return the pictures of all editions in their order."""
    return tuple(
        Figure(block.identifier, block.alt, sha256(block.image.data).hexdigest())
        for edition in resolved.editions
        for block in _figures(edition.blocks)
    )


def altered(sent: Sequence[Figure], returned: Sequence[Picture]) -> Iterator[PictureChange]:
    """Compare the pictures that came back with those that were sent: by their block, and where that was lost by their content."""
    free = list(returned)
    missing: list[Figure] = []
    for figure in sent:
        label = label_of_block(figure.identifier)
        same = [one for one in free if figure.digest in one.digests]
        here = [one for one in free if one.label == label]
        found = next((one for one in same if one in here), next(iter(same or here), None))
        if found is None:
            missing.append(figure)
            continue
        free.remove(found)
        if figure.digest not in found.digests:
            yield PictureChange("changed", figure.identifier, found.alt, found.name)
        elif found.alt != figure.alt:
            yield PictureChange("described", figure.identifier, found.alt, found.name)
    for figure in missing:
        yield PictureChange("gone", figure.identifier, figure.alt, "")
    for one in free:
        yield PictureChange(
            "added", one.label.removeprefix("_rel_").replace("_", "-"), one.alt, one.name
        )


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
