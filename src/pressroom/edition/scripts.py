"""Marks that look different on Han and on Latin (cjk-rules G07): each script of a mixed text gets its own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Mark,
    Marked,
    NoteCall,
    Piece,
    RubyRun,
    Run,
)


def by_script(pieces: tuple[Piece, ...], latin: Mark, han: Mark) -> tuple[Piece, ...]:
    """Put one mark on the Latin runs and another on the Han runs, however deep they stand."""

    def own_mark(piece: Piece) -> Mark | None:
        return _own_mark(piece, latin, han)

    return tuple(
        piece
        for mark, group in groupby(pieces, own_mark)
        for piece in _marked(tuple(group), mark, latin, han)
    )


def _own_mark(piece: Piece, latin: Mark, han: Mark) -> Mark | None:
    """Return the mark of a piece that is all of one script, else None."""
    match piece:
        case Run():
            return han if piece.east_asian else latin
        case RubyRun():
            return han if piece.pairs[0].base.east_asian else latin
        case LineBreak() | NoteCall() | LinkRun() | Marked():
            return None
        case _:
            assert_never(piece)


def _marked(
    pieces: tuple[Piece, ...], mark: Mark | None, latin: Mark, han: Mark
) -> Iterator[Piece]:
    if mark is not None:
        yield Marked(mark, pieces)
        return
    for piece in pieces:
        match piece:
            case Marked(mark="code") | Marked(mark="slant") | Marked(mark="dots"):
                yield piece
            case Marked() | LinkRun():
                yield replace(piece, children=by_script(piece.children, latin, han))
            case _:
                yield piece
