from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.edition.projection import said
from pressroom.edition.resolved import (
    FigureBlock,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    RuleBlock,
    TableBlock,
)
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Outcome
from pressroom.writers.text import TextWriter
from pressroom.writers.text.form import escape_cell, split_row


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_text_writer_conforms(demand: Demand) -> None:
    assert () == demand(TextWriter(), World(fonts={}))


def test_a_list_item_keeps_its_marker_and_its_depth() -> None:
    text = TextWriter().write(every_node(), World(fonts={})).artifact.data.decode()

    assert "\n\n  • plain words" in text
    assert "\n\n    3. plain words" in text


def test_the_ledger_names_the_marks_that_plain_text_cannot_show() -> None:
    ledger = TextWriter().write(every_node(), World(fonts={})).ledger
    lost = {entry.feature for entry in ledger if entry.outcome is not Outcome.EXACT}

    assert {"strong", "slant", "dots", "link", "ruby", "figure", "rule", "quote", "table"} <= lost
    assert "list" not in lost


@pytest.mark.parametrize(
    ("kind", "written"),
    [
        (ListBlock, "\n\n1\n  • plain words"),
        (TableBlock, "\n\n1\n  | A | B"),
        (FigureBlock, "\n\n  [image] plain words"),
        (QuoteBlock, "\n\n1 plain words"),
        (RuleBlock, "###"),
    ],
)
def test_a_note_begins_with_its_mark_whatever_comes_first(
    kind: type[ResolvedBlock], written: str
) -> None:
    release = every_node()
    first = next(block for block in release.editions[0].blocks if isinstance(block, kind))
    if isinstance(first, TableBlock):
        first = replace(first, caption=None)
    note = replace(release.editions[0].notes[0], blocks=(first,))
    edition = replace(release.editions[0], notes=(note,))
    data = TextWriter().write(replace(release, editions=(edition,)), World(fonts={})).artifact.data

    assert written in data.decode()
    assert [(piece.kind, piece.text) for piece in said(edition) if piece.kind != "reading"] == [
        (piece.kind, piece.text) for piece in TextWriter().read_back(data)[0].pieces
    ]


@given(st.lists(st.text(alphabet="a|\\ \n中", max_size=8), min_size=1, max_size=4))
def test_cells_survive_whatever_they_hold(cells: list[str]) -> None:
    assert cells == split_row(" | ".join(escape_cell(cell) for cell in cells))
