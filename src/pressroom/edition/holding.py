"""Mark the stretches of a paragraph that stay on one line."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import assert_never

from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Marked,
    NoteCall,
    Piece,
    RubyRun,
    Run,
)
from pressroom.place import Span
from pressroom.typography.units import held

_OBJECT = "\ufffc"
"""Stands for what no rule may look into."""


def hold(pieces: tuple[Piece, ...], terms: tuple[str, ...]) -> tuple[Piece, ...]:
    """Put ``no-break`` on numbers with their units and on glossary terms, across other marks where those allow it."""
    stretches = held("".join(map(_flat, pieces)), terms)
    if not stretches:
        return pieces
    cuts = sorted({offset for stretch in stretches for offset in stretch})
    return _hold(pieces, 0, dict(stretches), cuts)


def _opaque(piece: Piece) -> bool:
    match piece:
        case LinkRun():
            return piece.address
        case Marked():
            return piece.mark in {"code", "no-break"}
        case NoteCall() | LineBreak():
            return True
        case Run() | RubyRun():
            return False
        case _:
            assert_never(piece)


def _flat(piece: Piece) -> str:
    match piece:
        case Run():
            return piece.text
        case RubyRun():
            return "".join(pair.base.text for pair in piece.pairs)
        case NoteCall() | LineBreak():
            return _OBJECT
        case LinkRun() | Marked():
            inner = "".join(map(_flat, piece.children))
            return _OBJECT * len(inner) if _opaque(piece) else inner
        case _:
            assert_never(piece)


def _hold(
    pieces: tuple[Piece, ...], at: int, ends: dict[int, int], cuts: list[int]
) -> tuple[Piece, ...]:
    """Wrap what begins and ends between siblings.

    ``at`` is the offset of the first, ``ends`` maps starts to ends, ``cuts`` are all of these in order.
    """
    siblings = list(_cut(pieces, at, cuts))
    done: list[Piece] = []
    index = 0
    while index < len(siblings):
        begin, piece = siblings[index]
        after = _index_after(siblings, index, ends.get(begin))
        if after:
            done.append(Marked("no-break", tuple(part for _, part in siblings[index:after])))
            index = after
            continue
        if isinstance(piece, LinkRun | Marked) and not _opaque(piece):
            piece = replace(piece, children=_hold(piece.children, begin, ends, cuts))
        done.append(piece)
        index += 1
    return tuple(done)


def _index_after(siblings: list[tuple[int, Piece]], index: int, end: int | None) -> int | None:
    """Return the index after the sibling that ends at ``end``, None if there is none."""
    while end is not None and index < len(siblings):
        begin, piece = siblings[index]
        stop = begin + len(_flat(piece))
        index += 1
        if stop >= end:
            return index if stop == end else None
    return None


def _cut(pieces: tuple[Piece, ...], at: int, cuts: list[int]) -> Iterator[tuple[int, Piece]]:
    """Yield the pieces with their offsets, runs cut where a stretch begins or ends."""
    for piece in pieces:
        end = at + len(_flat(piece))
        if isinstance(piece, Run):
            borders = [at, *cuts[bisect_right(cuts, at) : bisect_left(cuts, end)], end]
            for one, other in pairwise(borders):
                yield one, part_of(piece, one - at, other - at)
        else:
            yield at, piece
        at = end


def part_of(run: Run, start: int, end: int) -> Run:
    """Return a part of a run; its place is exact where the run repeats the source letter for letter."""
    span = run.span
    if span and span.end - span.start == len(run.text):
        span = Span(span.start + start, span.start + end)
    return replace(run, text=run.text[start:end], span=span)
