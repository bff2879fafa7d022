import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.making import block, chinese, english, pieces
from edition.shown import shown
from pressroom.edition.resolved import (
    DivisionBlock,
    ListBlock,
    NoteCall,
    QuoteBlock,
    ResolvedEdition,
    TableBlock,
    TextBlock,
)
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.house.tokens import Role


def roles(edition: ResolvedEdition) -> list[tuple[str, Role]]:
    return [(b.identifier, b.role) for b in blocks_of(edition) if isinstance(b, TextBlock)]


def test_every_paragraph_has_the_role_of_where_it_stands() -> None:
    edition = english(
        "First.\n\nSecond.\n\n## Sub-head\n\n### Minor\n\n- item\n\n> quoted\n>\n> — A. Name\n\n"
        "::: {.boilerplate}\n## About\n\nUs.\n:::\n\n::: {.notes}\nA note.\n:::\n\n###"
    )
    assert [
        ("e1-kicker", Role.KICKER),
        ("e1-headline", Role.HEADLINE),
        ("e1-b1", Role.LEAD),
        ("e1-b2", Role.BODY),
        ("e1-b3", Role.SUBHEAD),
        ("e1-b4", Role.MINOR_SUBHEAD),
        ("e1-b5-i1-b1", Role.LIST_ITEM),
        ("e1-b6-b1", Role.QUOTE),
        ("e1-b6-attribution", Role.ATTRIBUTION),
        ("e1-b7-b1", Role.DIVISION_TITLE),
        ("e1-b7-b2", Role.BOILERPLATE),
        ("e1-b8-title", Role.DIVISION_TITLE),
        ("e1-b8-b1", Role.EDITORS_NOTE),
        ("e1-b9", Role.END_MARK),
    ] == roles(edition)


def test_ids_are_never_repeated() -> None:
    body = "- a\n  - b\n\n> c\n\n| d | e |\n|---|---|\n| f | g |\n\n::: {.aside}\nh[^n]\n:::\n\n[^n]: i\n"
    names = [b.identifier for b in blocks_of(english(body))]
    assert sorted(set(names)) == sorted(names)


def test_lists_have_their_markers() -> None:
    edition = chinese("- 甲\n  - 乙\n    - 丙\n      - 丁\n\n3. 戊\n4. 己")
    found = [b for b in blocks_of(edition) if isinstance(b, ListBlock)]
    assert [["•"], ["–"], ["·"], ["·"], ["3.", "4."]] == [
        [entry.marker for entry in one.entries] for one in found
    ]


@pytest.mark.parametrize(
    ("edition", "expected"),
    [
        (english("> So it is.\n>\n> — A. Name"), "— |A. Name"),
        (chinese("> 是。\n>\n> ——某人"), "——|某人"),
    ],
)
def test_the_house_dresses_who_is_quoted(edition: ResolvedEdition, expected: str) -> None:
    quote = block(edition, "e1-b1")
    assert isinstance(quote, QuoteBlock)
    assert quote.attribution
    assert expected == shown(quote.attribution.pieces)


def test_a_division_without_a_heading_gets_the_title_of_the_house() -> None:
    division = block(chinese("甲\n\n::: {.notes}\n乙\n:::"), "e1-b2")
    assert isinstance(division, DivisionBlock)
    title = division.blocks[0]
    assert isinstance(title, TextBlock)
    assert ("編輯垂注", Role.DIVISION_TITLE, 2) == (shown(title.pieces), title.role, title.level)


def test_notes_are_numbered_in_the_order_of_their_calls_and_know_who_calls_them() -> None:
    edition = english(
        "One.[^b] Two.[^a] Again.[^b]\n\n[^a]: Note a.[^c]\n\n[^b]: Note b.\n\n[^c]: Note c.\n"
    )
    calls = [p for p in pieces_of(pieces(edition)) if isinstance(p, NoteCall)]
    assert [("1", "e1-n1-r1"), ("2", "e1-n2-r1"), ("1", "e1-n1-r2")] == [
        (call.mark, call.identifier) for call in calls
    ]
    assert [
        ("1", ("e1-n1-r1", "e1-n1-r2"), "Note b."),
        ("2", ("e1-n2-r1",), "Note a.(3)"),
        ("3", ("e1-n3-r1",), "Note c."),
    ] == [(n.mark, n.calls, shown(pieces(edition, f"{n.identifier}-b1"))) for n in edition.notes]


def test_a_table_has_heads_cells_a_caption_and_shares_that_fill_the_measure() -> None:
    table = block(english("Table: Falls\n\n| Period | n |\n|:--|--:|\n| before | 1 |"), "e1-b1")
    assert isinstance(table, TableBlock)
    assert table.caption
    assert "Falls" == shown(table.caption.pieces)
    assert [Role.TABLE_HEAD] * 2 == [cell.role for cell in table.header]
    assert [Role.TABLE_CELL] * 2 == [cell.role for cell in table.rows[0]]
    assert 1 == pytest.approx(sum(table.widths))
    assert table.widths[0] > table.widths[1]


@given(
    st.lists(
        st.lists(
            st.sampled_from(["x", "數目", "a long cell of many words", "四十個字" * 10]),
            min_size=3,
            max_size=3,
        ),
        min_size=1,
        max_size=3,
    )
)
def test_no_column_is_starved(rows: list[list[str]]) -> None:
    lines = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    table = block(english(f"| a | b | c |\n|---|---|---|\n{lines}"), "e1-b1")
    assert isinstance(table, TableBlock)
    assert 1 == pytest.approx(sum(table.widths))
    assert min(table.widths) > 0.06
