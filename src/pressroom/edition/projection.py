"""What a resolved release says, as plain text: the yardstick that every artifact is measured with.

The projection of an edition is a list of pieces in reading order. Alternative texts of figures and readings of ruby are
pieces of their own; list markers, running heads and page numbers are furniture and are left out. A note's call is its mark;
the note itself stands after the edition's blocks, its first piece beginning with its mark and a space.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias, assert_never

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
    ResolvedEdition,
    RubyRun,
    RuleBlock,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.place import Span

Kind: TypeAlias = Literal["text", "alt", "reading"]


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of what an edition says; ``identifier`` is that of the block that says it."""

    kind: Kind
    text: str
    identifier: str
    span: Span | None


def said(edition: ResolvedEdition) -> tuple[Said, ...]:
    """Project an edition on plain text, in reading order, notes last."""
    pieces = [piece for block in edition.blocks for piece in _block(block)]
    for note in edition.notes:
        in_note = [piece for block in note.blocks for piece in _block(block)]
        for at, piece in enumerate(in_note):
            if piece.kind == "text":
                marked = Said("text", f"{note.mark} {piece.text}", piece.identifier, piece.span)
                in_note[at] = marked
                break
        pieces += in_note
    return tuple(pieces)


def plain(pieces: tuple[Piece, ...]) -> str:
    """Project pieces on plain text: base text of ruby, the mark of a note's call, a line feed for a line break."""
    return "".join(_piece(piece) for piece in pieces)


def _piece(piece: Piece) -> str:
    match piece:
        case Run():
            return piece.text
        case LineBreak():
            return "\n"
        case NoteCall():
            return piece.mark
        case RubyRun():
            return "".join(pair.base.text for pair in piece.pairs)
        case LinkRun() | Marked():
            return plain(piece.children)
        case _:
            assert_never(piece)


def _readings(pieces: tuple[Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        match piece:
            case RubyRun():
                yield from (pair.reading for pair in piece.pairs)
            case LinkRun() | Marked():
                yield from _readings(piece.children)
            case Run() | LineBreak() | NoteCall():
                pass
            case _:
                assert_never(piece)


def _block(block: ResolvedBlock) -> Iterator[Said]:
    match block:
        case TextBlock():
            yield Said("text", plain(block.pieces), block.identifier, block.span)
            for reading in _readings(block.pieces):
                yield Said("reading", reading, block.identifier, block.span)
        case ListBlock():
            for entry in block.entries:
                for inner in entry.blocks:
                    yield from _block(inner)
        case QuoteBlock():
            for inner in block.blocks:
                yield from _block(inner)
            if block.attribution:
                yield from _block(block.attribution)
        case TableBlock():
            if block.caption:
                yield from _block(block.caption)
            for cell in block.header:
                yield from _block(cell)
            for row in block.rows:
                for cell in row:
                    yield from _block(cell)
        case FigureBlock():
            yield Said("alt", block.alt, block.identifier, block.span)
            if block.caption:
                yield from _block(block.caption)
            if block.credit:
                yield from _block(block.credit)
        case DivisionBlock():
            for inner in block.blocks:
                yield from _block(inner)
        case RuleBlock():
            pass
        case _:
            assert_never(block)
