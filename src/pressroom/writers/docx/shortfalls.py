"""What Word cannot hold, for good or at one place: a run names one style, and some marks in it rule each other out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from pressroom.edition.resolved import LinkRun, Mark, Marked, Piece, ResolvedRelease, TextBlock
from pressroom.edition.walk import blocks_of
from pressroom.writers.contract import LedgerEntry, Outcome
from pressroom.writers.ledger import Shortfalls

SHORTFALLS: Final[Shortfalls] = {
    "no-break": (
        Outcome.DEGRADED,
        "Word has no stretch of text that stays on one line but by other characters",
    ),
}

_OUTDONE: dict[Mark, tuple[Mark, str]] = {
    "slant": ("dots", "the style for emphasis dots keeps letters upright"),
    "subscript": ("superscript", "what is raised in Word cannot be lowered as well"),
}
"""Marks that give way to another one on the same characters, and why."""


def outdone(release: ResolvedRelease) -> Iterator[LedgerEntry]:
    """Yield an entry for each mark that gives way to another one around it or in it."""
    for edition in release.editions:
        for block in blocks_of(edition):
            if isinstance(block, TextBlock):
                for loser in _losers(block.pieces, frozenset[Mark]()):
                    reason = _OUTDONE[loser][1]
                    yield LedgerEntry(block.identifier, loser, Outcome.DEGRADED, reason, block.span)


def _losers(pieces: tuple[Piece, ...], around: frozenset[Mark]) -> Iterator[Mark]:
    for piece in pieces:
        match piece:
            case Marked():
                inside = frozenset[Mark]((*around, piece.mark))
                for loser, (winner, _) in _OUTDONE.items():
                    if piece.mark in {loser, winner} and {loser, winner} <= inside:
                        yield loser
                yield from _losers(piece.children, inside)
            case LinkRun():
                yield from _losers(piece.children, around)
            case _:
                pass
