"""What plain text cannot hold, node by node."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

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
from pressroom.edition.walk import blocks_of
from pressroom.writers.contract import LedgerEntry, Outcome


def ledger(release: ResolvedRelease) -> tuple[LedgerEntry, ...]:
    """Account for every block and for every mark in it."""
    return tuple(
        entry
        for edition in release.editions
        for block in blocks_of(edition)
        for entry in _block(block)
    )


def _block(block: ResolvedBlock) -> Iterator[LedgerEntry]:
    match block:
        case TextBlock():
            yield LedgerEntry(block.identifier, block.role.value, Outcome.EXACT, "", block.span)
            for feature, outcome, reason in _marks(block.pieces):
                yield LedgerEntry(block.identifier, feature, outcome, reason, block.span)
        case FigureBlock():
            reason = "plain text holds the alternative text in place of the picture"
            yield LedgerEntry(block.identifier, "figure", Outcome.DEGRADED, reason, block.span)
        case RuleBlock():
            reason = "plain text shows no rule between two parts"
            yield LedgerEntry(block.identifier, "rule", Outcome.DROPPED, reason, block.span)
        case ListBlock():
            yield LedgerEntry(block.identifier, "list", Outcome.EXACT, "", block.span)
        case QuoteBlock():
            reason = "plain text does not set quotations apart"
            yield LedgerEntry(block.identifier, "quote", Outcome.DEGRADED, reason, block.span)
        case TableBlock():
            yield LedgerEntry(block.identifier, "table", Outcome.EXACT, "", block.span)
        case DivisionBlock():
            yield LedgerEntry(block.identifier, block.role, Outcome.EXACT, "", block.span)
        case _:
            assert_never(block)


def _marks(pieces: tuple[Piece, ...]) -> Iterator[tuple[str, Outcome, str]]:
    for piece in pieces:
        match piece:
            case Marked():
                if piece.mark == "dateline":
                    yield piece.mark, Outcome.EXACT, ""
                else:
                    reason = "plain text holds the words without the mark"
                    yield piece.mark, Outcome.DEGRADED, reason
                yield from _marks(piece.children)
            case LinkRun():
                if piece.address:
                    yield "link", Outcome.EXACT, ""
                else:
                    reason = "plain text holds the words of the link without its address"
                    yield "link", Outcome.DEGRADED, reason
                yield from _marks(piece.children)
            case RubyRun():
                yield "reading", Outcome.DROPPED, "plain text holds the base text without readings"
            case Run() | LineBreak() | NoteCall():
                pass
            case _:
                assert_never(piece)
