"""Pieces of text as runs. A run names a character style and the East Asian hint, and has no other property."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Marked,
    NoteCall,
    Piece,
    RubyPair,
    RubyRun,
    Run,
)
from pressroom.house.tokens import Length
from pressroom.language.record import Language
from pressroom.language.registry import embedded, profile
from pressroom.writers.docx.job import Story
from pressroom.writers.docx.looks import PLAIN, Look
from pressroom.writers.docx.markup import Markup, fill, make, value
from pressroom.writers.docx.notes import call
from pressroom.writers.docx.run import run, text


def inlines(
    pieces: tuple[Piece, ...], story: Story, within: Language, size: Length, look: Look = PLAIN
) -> Iterator[Markup]:
    """Translate pieces; ``within`` is the language of the paragraph and ``size`` the size of its type."""
    for piece in _joined(pieces):
        match piece:
            case Run():
                yield _text(piece, story, within, look)
            case LineBreak():
                yield run(make("w:br"))
            case NoteCall():
                yield from call(piece, story)
            case RubyRun():
                yield from (_ruby(pair, story, within, size, look) for pair in piece.pairs)
            case LinkRun():
                linked = look.marked("link")
                link = make("w:hyperlink", history=1)
                link.set("r:id", story.part.link(piece.target))
                yield fill(link, *inlines(piece.children, story, within, size, linked))
            case Marked():
                yield from inlines(piece.children, story, within, size, look.marked(piece.mark))
            case _:
                assert_never(piece)


def _joined(pieces: tuple[Piece, ...]) -> list[Piece]:
    """Return pieces as Word knows them: it holds nothing on one line, and runs that are alike are one to an editor.

    What the house adds stays a run of its own, by which it is known when it comes back.
    """
    found: list[Piece] = []
    for piece in pieces:
        match piece:
            case Marked("no-break", children):
                parts = _joined(children)
            case _:
                parts = [piece]
        for part in parts:
            last = found[-1] if found else None
            if isinstance(last, Run) and isinstance(part, Run) and _are_alike(last, part):
                found[-1] = replace(last, text=last.text + part.text)
            else:
                found.append(part)
    return found


def _are_alike(one: Run, other: Run) -> bool:
    return (
        one.language == other.language
        and one.east_asian == other.east_asian
        and (one.span is None) == (other.span is None)
    )


def _text(piece: Run, story: Story, within: Language, look: Look) -> Markup:
    languages = story.job.languages
    language = languages.foreign(piece.language, within)
    if (
        "dots" in look.marks
        and profile(piece.language).stress is not profile(languages.han_tag).stress
    ):
        language = embedded(piece.language, within)  # stressed in its own way, which a style says
    own = replace(look, language=language)
    return run(text(piece.text), style=story.job.styles.character(own), hint=piece.east_asian)


def _ruby(pair: RubyPair, story: Story, within: Language, size: Length, look: Look) -> Markup:
    """Make base text with its reading (ECMA-376 §17.3.3.25): half the size, drawn close above."""
    base = _text(pair.base, story, within, look)
    half = size.half_points // 2
    reading = make(
        "w:r", make("w:rPr", value("w:sz", half), value("w:szCs", half)), text(pair.reading)
    )
    properties = make(
        "w:rubyPr",
        value("w:rubyAlign", "center"),
        value("w:hps", half),
        value("w:hpsRaise", size.half_points - 2),
        value("w:hpsBaseText", size.half_points),
        value("w:lid", story.job.languages.han),
    )
    ruby = make("w:ruby", properties, make("w:rt", reading), make("w:rubyBase", base))
    return make("w:r", ruby)
