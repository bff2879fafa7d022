"""The ledger of a format that holds nearly everything: what falls short is named, all else is exact."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeAlias, assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    LineBreak,
    LinkRun,
    ListBlock,
    Marked,
    NoteCall,
    QuoteBlock,
    ResolvedBlock,
    ResolvedRelease,
    RubyRun,
    RuleBlock,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.place import Span
from pressroom.writers.contract import LedgerEntry, Outcome

Shortfalls: TypeAlias = Mapping[str, tuple[Outcome, str]]
"""What a format cannot hold: feature to outcome and reason.

Features are the role of a text block (``body``), ``list``, ``quote``, ``table``, ``figure``, ``rule``, ``division``, the name
of a mark (``dots``), ``link``, ``line-break``, ``note-call`` and ``ruby``.
"""


def ledger(release: ResolvedRelease, shortfalls: Shortfalls) -> tuple[LedgerEntry, ...]:
    """Return an entry for each block and each piece that is more than characters."""
    return tuple(
        LedgerEntry(identifier, feature, *shortfalls.get(feature, (Outcome.EXACT, "")), span)
        for identifier, feature, span in _features(release)
    )


def _features(release: ResolvedRelease) -> Iterator[tuple[str, str, Span | None]]:
    for edition in release.editions:
        for block in blocks_of(edition):
            yield block.identifier, _block(block), block.span
            if isinstance(block, TextBlock):
                for piece in pieces_of(block.pieces):
                    if not isinstance(piece, Run):
                        yield block.identifier, _piece(piece), block.span


def _block(block: ResolvedBlock) -> str:
    match block:
        case TextBlock():
            return block.role.value
        case ListBlock():
            return "list"
        case QuoteBlock():
            return "quote"
        case TableBlock():
            return "table"
        case FigureBlock():
            return "figure"
        case RuleBlock():
            return "rule"
        case DivisionBlock():
            return "division"
        case _:
            assert_never(block)


def _piece(piece: LineBreak | NoteCall | RubyRun | LinkRun | Marked) -> str:
    match piece:
        case LineBreak():
            return "line-break"
        case NoteCall():
            return "note-call"
        case RubyRun():
            return "ruby"
        case LinkRun():
            return "link"
        case Marked():
            return piece.mark
        case _:
            assert_never(piece)
