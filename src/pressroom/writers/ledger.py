"""The ledger of a release: one entry for each block, mark and inline object, in reading order.

The writers walk the same closed set of nodes, so what differs between formats is only which features they cannot hold.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias, assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    LineBreak,
    LinkRun,
    ListBlock,
    Marked,
    NoteCall,
    Piece,
    QuoteBlock,
    ResolvedBlock,
    ResolvedRelease,
    RubyRun,
    RuleBlock,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.place import Span
from pressroom.writers.contract import LedgerEntry, Outcome

Shortfalls: TypeAlias = Mapping[str, tuple[Outcome, str]]
"""What a format cannot hold: feature to outcome and reason.

Features are the role of a text block (``body``), ``list``, ``quote``, ``table``, ``figure``, ``rule``, ``division``, ``note``,
the name of a mark (``dots``), ``link``, ``line-break``, ``note-call`` and ``ruby``.
"""


def ledger(release: ResolvedRelease, shortfalls: Shortfalls) -> tuple[LedgerEntry, ...]:
    """Return an entry for every node of a release; those not named in ``shortfalls`` are exact."""
    return tuple(
        LedgerEntry(identifier, feature, *shortfalls.get(feature, (Outcome.EXACT, "")), span)
        for identifier, feature, span in _features(release)
    )


_Feature: TypeAlias = tuple[str, str, Span | None]


def _features(release: ResolvedRelease) -> Iterator[_Feature]:
    for edition in release.editions:
        yield from _blocks(edition.blocks)
        for note in edition.notes:
            yield note.identifier, "note", None
            yield from _blocks(note.blocks)


def _blocks(blocks: Iterable[ResolvedBlock | None]) -> Iterator[_Feature]:
    for block in blocks:
        if block is not None:
            yield from _block(block)


def _block(block: ResolvedBlock) -> Iterator[_Feature]:
    match block:
        case TextBlock():
            yield block.identifier, block.role.value, block.span
            yield from _pieces(block.pieces, block)
        case ListBlock():
            yield block.identifier, "list", block.span
            for entry in block.entries:
                yield from _blocks(entry.blocks)
        case QuoteBlock():
            yield block.identifier, "quote", block.span
            yield from _blocks((*block.blocks, block.attribution))
        case TableBlock():
            yield block.identifier, "table", block.span
            yield from _blocks((block.caption, *block.header))
            for row in block.rows:
                yield from _blocks(row)
        case FigureBlock():
            yield block.identifier, "figure", block.span
            yield from _blocks((block.caption, block.credit))
        case RuleBlock():
            yield block.identifier, "rule", block.span
        case DivisionBlock():
            yield block.identifier, "division", block.span
            yield from _blocks(block.blocks)
        case _:
            assert_never(block)


def _pieces(pieces: tuple[Piece, ...], block: TextBlock) -> Iterator[_Feature]:
    for piece in pieces:
        match piece:
            case Run():
                pass
            case LineBreak():
                yield block.identifier, "line-break", block.span
            case NoteCall():
                yield piece.identifier, "note-call", block.span
            case RubyRun():
                yield block.identifier, "ruby", piece.pairs[0].base.span
            case LinkRun():
                yield block.identifier, "link", block.span
                yield from _pieces(piece.children, block)
            case Marked():
                yield block.identifier, piece.mark, block.span
                yield from _pieces(piece.children, block)
            case _:
                assert_never(piece)
