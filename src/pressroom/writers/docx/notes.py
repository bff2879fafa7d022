"""Calls of notes and the notes themselves (ECMA-376 §17.11). Word numbers them, anew in each section."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.edition.resolved import NoteCall
from pressroom.writers.docx.job import Story
from pressroom.writers.docx.looks import NOTE_CALL
from pressroom.writers.docx.markup import Markup, make
from pressroom.writers.docx.run import field, run, text


def call(piece: NoteCall, story: Story) -> Iterator[Markup]:
    """Call a note: the first call holds it, a further one refers to the first by a field.

    Raises ``WriterError`` for a call from inside a note, which Word does not allow.
    """
    if piece.note not in story.notes:
        raise WriterError(
            Diagnostic(
                "A301",
                Severity.ERROR,
                f"note {piece.mark} is called from inside another note, which Word cannot hold",
                hints=("call the note from the text, or write its words into the other note",),
            )
        )
    number, note = story.notes[piece.note]
    style = story.job.styles.character(NOTE_CALL)
    if piece.identifier != note.calls[0]:
        yield from field(f"NOTEREF {_name(number)} \\h", piece.mark, style=style)
        return
    reference = run(make("w:footnoteReference", id=number), style=style)
    if len(note.calls) == 1:
        yield reference
        return
    start, end = story.job.bookmarks.pair(_name(number))
    yield from (start, reference, end)


def _name(number: int) -> str:
    return f"_Ref_note_{number}"


def mark(story: Story) -> Iterator[Markup]:
    """Make what a note begins with: its mark, as Word counts it, and a blank."""
    yield run(make("w:footnoteRef"), style=story.job.styles.character(NOTE_CALL))
    yield run(text(" "))


def separators() -> Iterator[Markup]:
    """Make the two rules that Word draws above notes; their numbers stand in the settings."""
    for number, kind in enumerate(("separator", "continuationSeparator"), -1):
        paragraph = make("w:p", make("w:r", make(f"w:{kind}")))
        yield make("w:footnote", paragraph, type=kind, id=number)
