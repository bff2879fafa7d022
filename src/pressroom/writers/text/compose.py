"""From a resolved edition to paragraphs of text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from pressroom.edition.projection import plain
from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    ResolvedEdition,
    RuleBlock,
    TableBlock,
    TextBlock,
)
from pressroom.writers.text.form import IMAGE, INDENT, ROW, escape_cell


def compose(edition: ResolvedEdition) -> str:
    """Return an edition as text, its opening line first."""
    paragraphs = [f"=== {edition.language.tag} ==="]
    for block in edition.blocks:
        paragraphs += _paragraphs(block, 1)
    for note in edition.notes:
        inside = [text for block in note.blocks for text in _paragraphs(block, 1)]
        paragraphs += _behind(note.mark, inside)
    return "\n\n".join(paragraphs) + "\n"


def _behind(mark: str, paragraphs: list[str]) -> Iterator[str]:
    """Put the mark of a note before its first words, which those of a picture are not if there are others."""
    picture = f"{INDENT}{IMAGE}"
    first = next((n for n, text in enumerate(paragraphs) if not text.startswith(picture)), 0)
    for number, text in enumerate(paragraphs):
        between = "\n" if text.startswith(INDENT) else " "
        yield f"{mark}{between}{text}" if number == first else text


def _paragraphs(block: ResolvedBlock, depth: int) -> Iterator[str]:
    match block:
        case TextBlock():
            yield plain(block.pieces)
        case ListBlock():
            for entry in block.entries:
                inside = [text for inner in entry.blocks for text in _paragraphs(inner, depth + 1)]
                yield f"{INDENT * depth}{entry.marker} {inside[0]}"
                yield from inside[1:]
        case QuoteBlock():
            for inner in (*block.blocks, *([block.attribution] if block.attribution else ())):
                yield from _paragraphs(inner, depth)
        case TableBlock():
            if block.caption:
                yield plain(block.caption.pieces)
            for row in (block.header, *block.rows):
                cells = " | ".join(escape_cell(plain(cell.pieces)) for cell in row)
                yield f"{INDENT}{ROW} {cells}"
        case FigureBlock():
            yield f"{INDENT}{IMAGE} {block.alt}"
            for words in (block.caption, block.credit):
                if words:
                    yield plain(words.pieces)
        case DivisionBlock():
            for inner in block.blocks:
                yield from _paragraphs(inner, depth)
        case RuleBlock():
            pass
        case _:
            assert_never(block)
