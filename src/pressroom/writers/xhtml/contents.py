"""The headings of an edition as a tree, for navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import assert_never

from pressroom.edition.flat import one_line
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Marked,
    NoteCall,
    Piece,
    ResolvedEdition,
    ResolvedRelease,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.edition.walk import blocks_of, pieces_of


@dataclass(frozen=True, slots=True)
class Entry:
    """A heading: where it stands, what it says, and the headings below it."""

    identifier: str
    text: str
    entries: tuple[Entry, ...]


def contents_title(release: ResolvedRelease) -> str:
    """Return what the first edition's language calls a table of contents."""
    language = release.editions[0].language
    labels = release.house.wording(language.tag)
    return labels.contents if labels else language.name


def edition_name(release: ResolvedRelease, edition: ResolvedEdition) -> str:
    """Return what an edition is called in a list of editions, in its own language."""
    labels = release.house.wording(edition.language.tag)
    return labels.other_edition if labels else edition.language.name


def outline(edition: ResolvedEdition) -> Entry:
    """Return an edition's headings below its headline; a level that was skipped opens no level of its own."""
    headings = [
        block for block in blocks_of(edition) if isinstance(block, TextBlock) and block.level > 1
    ]
    return Entry(edition.identifier, edition.title, _nest(headings))


def _nest(headings: list[TextBlock]) -> tuple[Entry, ...]:
    entries: list[Entry] = []
    at = 0
    while at < len(headings):
        heading = headings[at]
        end = at + 1
        while end < len(headings) and headings[end].level > heading.level:
            end += 1
        entries.append(
            Entry(heading.identifier, heading_text(heading), _nest(headings[at + 1 : end]))
        )
        at = end
    return tuple(entries)


def heading_text(heading: TextBlock) -> str:
    """Return what a heading says on one line, without the calls of its notes."""
    return one_line("".join(_words(heading.pieces)), heading.language)


def _words(pieces: tuple[Piece, ...]) -> Iterator[str]:
    """Yield the words of a heading, and its line ends."""
    for piece in pieces_of(pieces):
        match piece:
            case Run():
                yield piece.text
            case RubyRun():
                yield from (pair.base.text for pair in piece.pairs)
            case LineBreak():
                yield "\n"
            case NoteCall() | LinkRun() | Marked():  # the children of the last two come after them
                pass
            case _:
                assert_never(piece)
