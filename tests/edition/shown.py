"""Pieces as a line that a person can read: ``{slant:p}`` a mark, ``<https://…>`` a link, ``(1)`` a call, ``/`` a break."""

from __future__ import annotations

from typing import assert_never

from pressroom.edition.resolved import LineBreak, LinkRun, Marked, NoteCall, Piece, RubyRun, Run


def shown(pieces: tuple[Piece, ...]) -> str:
    """Show pieces; neighbouring runs are parted by ``|``."""
    line = ""
    for at, piece in enumerate(pieces):
        if at and isinstance(piece, Run) and isinstance(pieces[at - 1], Run):
            line += "|"
        line += _shown(piece)
    return line


def _shown(piece: Piece) -> str:
    match piece:
        case Run():
            return piece.text
        case LineBreak():
            return "/"
        case NoteCall():
            return f"({piece.mark})"
        case RubyRun():
            return "".join(f"[{pair.base.text}:{pair.reading}]" for pair in piece.pairs)
        case LinkRun():
            return f"<{shown(piece.children)}>"
        case Marked():
            return f"{{{piece.mark}:{shown(piece.children)}}}"
        case _:
            assert_never(piece)
