"""The ledger of a format that holds nearly everything: what falls short is named, all else is exact."""

from __future__ import annotations

from collections.abc import Callable, Mapping
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
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.place import Span
from pressroom.writers.contract import LedgerEntry, Outcome

Shortfall: TypeAlias = tuple[Outcome, str]
"""An outcome and its reason."""

Shortfalls: TypeAlias = Mapping[str, Shortfall]
"""What a format cannot hold, by feature.

Features are the role of a text block (``body``), ``list``, ``quote``, ``table``, ``figure``, ``rule``, ``division``, the name
of a mark (``dots``), ``link``, ``line-break``, ``note-call`` and ``ruby``.
"""


def ledger(
    release: ResolvedRelease,
    shortfalls: Shortfalls,
    judge: Callable[[ResolvedBlock | Piece], Shortfall | None] = lambda _: None,
) -> tuple[LedgerEntry, ...]:
    """Return an entry for each block and each piece that is more than characters.

    ``judge`` may find that one block or piece falls short though others of its feature do not.
    """
    entries: list[LedgerEntry] = []

    def account(identifier: str, feature: str, span: Span | None, found: Shortfall | None) -> None:
        outcome, reason = found or shortfalls.get(feature, (Outcome.EXACT, ""))
        entries.append(LedgerEntry(identifier, feature, outcome, reason, span))

    for block in (block for edition in release.editions for block in blocks_of(edition)):
        account(block.identifier, _block(block), block.span, judge(block))
        if isinstance(block, TextBlock):
            for piece in pieces_of(block.pieces):
                if not isinstance(piece, Run):
                    account(block.identifier, _piece(piece), block.span, judge(piece))
    return tuple(entries)


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
