"""What Word cannot hold, for good or at one place: a run names one style, and some marks in it rule each other out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from pressroom.edition.resolved import LinkRun, Mark, Marked, Piece, ResolvedRelease, TextBlock
from pressroom.edition.walk import blocks_of, names_touch
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

_TOUCHING = "two names that touch stand over one line: Word leaves no gap between the underlines of two runs"


def outdone(release: ResolvedRelease) -> Iterator[LedgerEntry]:
    """Yield an entry for each mark that gives way to another one around it, in it or beside it."""
    for edition in release.editions:
        for block in blocks_of(edition):
            if isinstance(block, TextBlock):
                for loser in _losers(block.pieces, frozenset[Mark]()):
                    reason = _OUTDONE[loser][1] if loser in _OUTDONE else _TOUCHING
                    yield LedgerEntry(block.identifier, loser, Outcome.DEGRADED, reason, block.span)


def _losers(pieces: tuple[Piece, ...], around: frozenset[Mark]) -> Iterator[Mark]:
    if any(names_touch(one, other) for one, other in pairwise(pieces)):
        yield "proper-name"
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
