"""The figures of a release, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.model.blocks import Block, BlockQuote, BulletList, Division, Figure, OrderedList
from pressroom.model.release import Release


def figures(release: Release) -> Iterator[Figure]:
    """Yield the figures of all editions, in the order of the text."""
    for edition in release.editions:
        yield from _in(edition.blocks)
        for note in edition.notes:
            yield from _in(note.blocks)


def _in(blocks: Iterable[Block]) -> Iterator[Figure]:
    for block in blocks:
        match block:
            case Figure():
                yield block
            case Division() | BlockQuote():
                yield from _in(block.blocks)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _in(item.blocks)
            case _:
                pass
