"""What editors wrote beside a Word file that becomes a source."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import pytest

from merge.test_comments import Said, with_comments
from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.projection import said
from pressroom.edition.resolve import resolve
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.docx.reading import read_docx
from pressroom.readers.draft import Draft, Imported
from pressroom.source.parse import parse
from readers.plain import plain_house


def imported(at: str, *comments: Said) -> Imported:
    """Import a file with a thread of comments at a text."""
    document: Any = docx.Document()
    document.add_paragraph("PRESS RELEASE")
    document.add_heading("Boats are back", 0)
    document.add_paragraph("All boats came back on 3 March 2026.")
    document.add_heading("What was seen", 1)
    document.add_paragraph("A red boat", style="List Bullet")
    document.add_paragraph("A blue boat", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ["Boat", "Crew", "Red", "Three"], strict=True):  # noqa: SLF001
        cell.text = text
    made = BytesIO()
    document.save(made)
    draft = read_docx(with_comments(made.getvalue(), at, *comments), "boats")
    assert isinstance(draft, Draft)
    return make_source(draft, plain_house(), "boats")


@pytest.mark.parametrize(
    ("at", "line"),
    [
        ("Boats", "# Boats are back"),
        ("All boats", "All boats came back on 3 March 2026."),
        ("What was", "## What was seen"),
        ("blue", "- A blue boat"),
    ],
)
def test_a_thread_stands_behind_the_text_that_it_is_about(at: str, line: str) -> None:
    bare = imported(at).source
    made = imported(at, ("Lee", "sure?", "", False), ("Wong", "yes -- quite", "0", False))

    marks = "<!-- @Lee 2026-05-01: sure? --> <!-- @Wong -> @Lee 2026-05-02: yes - quite -->"
    assert bare.replace(line, f"{line} {marks}") == made.source


def test_a_comment_in_a_cell_stands_in_the_cell() -> None:
    made = imported("Three", ("Lee", "or four?", "", False))

    assert "| Red | Three <!-- @Lee 2026-05-01: or four? --> |" in made.source


@pytest.mark.parametrize(("at", "text"), [("Three", "three | four"), ("PRESS", "print it?")])
def test_a_comment_that_has_no_place_in_the_source_is_told(at: str, text: str) -> None:
    made = imported(at, ("Lee", text, "", False))

    assert imported(at).source == made.source
    assert [f"a comment of Lee in the file: {text}"] == [x for x in made.doubts if "comment" in x]


def test_a_settled_comment_is_told_and_not_written() -> None:
    made = imported("blue", ("Lee", "navy?", "", True))

    assert imported("blue").source == made.source
    assert ("settled comment of Lee left out", "navy?") in [
        (x.what, x.before) for x in made.changes
    ]


def test_what_no_source_may_hold_is_taken_out_of_a_comment() -> None:
    made = imported("blue", ("Lee", "na\u202evy --> ?", "", False))

    assert "- A blue boat <!-- @Lee 2026-05-01: navy → ? -->" in made.source


def test_a_comment_changes_nothing_of_what_the_release_says() -> None:
    def read(made: Imported) -> list[str]:
        release = parse(SourceFile("boats.md", made.source), Report())
        assert release is not None
        resolved = resolve(release, plain_house(), ReleaseFolder(Path()), Report())
        return [piece.text for edition in resolved.editions for piece in said(edition)]

    assert read(imported("blue")) == read(imported("blue", ("Lee", "navy?", "", False)))
