"""What an author may want to know about the text as it will be set; nothing of it stops a build."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Report, Severity
from pressroom.diagnostics.counted import counted
from pressroom.edition.holding import part_of
from pressroom.edition.resolved import (
    LineBreak,
    NoteCall,
    ResolvedEdition,
    ResolvedRelease,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.language.record import Script
from pressroom.place import Place, Span
from pressroom.typography.joins import layout_spaces


def advise_on_spaces(release: ResolvedRelease, report: Report) -> None:
    """Tell where authors typed a space between Han and Latin: it is kept, beside the gap that the layout draws (S04)."""
    for edition in release.editions:
        if edition.language.script is Script.HAN and (spaces := list(_spaces(edition))):
            message = "a space is typed between Han and Latin, where the layout draws a gap"
            more = counted(len(spaces) - 1, "more place")
            others = (f"so it is in {more}",) if len(spaces) > 1 else ()
            place = Place(release.source, spaces[0])
            report.add(Diagnostic("T101", Severity.ADVICE, message, place, ("delete it", *others)))


def _spaces(edition: ResolvedEdition) -> Iterator[Span]:
    for block in blocks_of(edition):
        if isinstance(block, TextBlock) and block.language.script is Script.HAN:
            runs = list(_runs(block))
            text = "".join(run.text for run in runs)
            for at in layout_spaces(text):
                if span := _place(runs, at):
                    yield span


def _runs(block: TextBlock) -> Iterator[Run]:
    for piece in pieces_of(block.pieces):
        match piece:
            case Run():
                yield piece
            case RubyRun():
                yield from (pair.base for pair in piece.pairs)
            case NoteCall() | LineBreak():
                yield Run("\n", block.language.tag, east_asian=False, span=None)
            case _:
                pass


def _place(runs: list[Run], at: int) -> Span | None:
    for run in runs:
        if at < len(run.text):
            return part_of(run, at, at + 1).span
        at -= len(run.text)
    return None
