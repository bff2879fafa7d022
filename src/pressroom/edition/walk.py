"""Visit every block of a resolved edition once, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    LinkRun,
    ListBlock,
    Marked,
    Piece,
    QuoteBlock,
    ResolvedBlock,
    ResolvedEdition,
    ResolvedRelease,
    RuleBlock,
    TableBlock,
    TextBlock,
)


def blocks_of(edition: ResolvedEdition) -> Iterator[ResolvedBlock]:
    """Yield every block, a container before what it contains, notes last."""
    for block in edition.blocks:
        yield from _within(block)
    for note in edition.notes:
        for block in note.blocks:
            yield from _within(block)


def figures_of(release: ResolvedRelease) -> Iterator[FigureBlock]:
    """Yield the figures of all editions, in reading order."""
    for edition in release.editions:
        yield from (block for block in blocks_of(edition) if isinstance(block, FigureBlock))


def pieces_of(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """Yield every piece, a container before what it contains."""
    for piece in pieces:
        yield piece
        if isinstance(piece, LinkRun | Marked):
            yield from pieces_of(piece.children)


def names_touch(one: Piece, other: Piece) -> bool:
    """Tell whether two pieces that follow each other are proper names, whose marks must not run into one line (clreq, proper-name mark)."""
    return all(isinstance(piece, Marked) and piece.mark == "proper-name" for piece in (one, other))


def _within(block: ResolvedBlock) -> Iterator[ResolvedBlock]:
    yield block
    match block:
        case TextBlock() | RuleBlock():
            return
        case ListBlock():
            inner = [child for entry in block.entries for child in entry.blocks]
        case QuoteBlock():
            inner = [*block.blocks, *([block.attribution] if block.attribution else ())]
        case TableBlock():
            caption = [block.caption] if block.caption else []
            inner = [*caption, *block.header, *(cell for row in block.rows for cell in row)]
        case FigureBlock():
            inner = [words for words in (block.caption, block.credit) if words]
        case DivisionBlock():
            inner = list(block.blocks)
        case _:
            assert_never(block)
    for child in inner:
        yield from _within(child)
