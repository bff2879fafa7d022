from __future__ import annotations

import pytest

from pressroom.model.blocks import Alignment, Figure, Paragraph, Table
from source.markdown.written import blocks, findings, forms, wrapped


def table(body: str) -> Table:
    found = [block for block in blocks(body) if isinstance(block, Table)]
    return found[0]


def test_a_pipe_table_has_a_header_rows_and_alignments() -> None:
    found = table("| a | b | c | d |\n|---|:--|:-:|--:|\n| *1* | 2 | | 4 |")
    assert [("a",), ("b",), ("c",), ("d",)] == [forms(cell.children) for cell in found.header.cells]
    (row,) = found.rows
    assert [(("em", "1"),), ("2",), (), ("4",)] == [forms(cell.children) for cell in row.cells]
    assert (Alignment.NATURAL, Alignment.START, Alignment.CENTRE, Alignment.END) == found.alignments


def test_outer_pipes_may_be_left_out() -> None:
    assert 2 == len(table("a | b\n--|--\nc | d").rows[0].cells)


def test_an_escaped_pipe_is_text_even_in_code_and_ruby() -> None:
    body = "|a|b|c|\n|-|-|-|\n|`x\\|y`|1 \\| 2|[漢\\|hon3]{.ruby}|"
    (row,) = table(body).rows
    cells = [forms(cell.children) for cell in row.cells]
    assert [(("code", "x|y"),), ("1 | 2",), (("ruby", ("漢", "hon3")),)] == cells


@pytest.mark.parametrize(
    "body",
    [
        "Table: *x*\n\n|a|\n|-|\n|b|",
        "Table: *x*\n|a|\n|-|\n|b|",
        "|a|\n|-|\n|b|\n\nTable: *x*",
        "|a|\n|-|\n|b|\nTable: *x*",
        "|a|\n|-|\n|b|\n\n: *x*",
        "|a|\n|-|\n|b|\n\n<!-- between -->\n\n: *x*",
    ],
)
def test_a_caption_stands_directly_before_or_after_its_table(body: str) -> None:
    (found,) = blocks(body)
    assert isinstance(found, Table)
    assert (("em", "x"),) == forms(found.caption)
    assert body == wrapped(body).slice(found.span)


def test_each_of_two_tables_has_its_own_caption() -> None:
    one = "|a|\n|-|\n|b|"
    before = [
        forms(found.caption)
        for found in blocks(f": 1\n\n{one}\n\n: 2\n\n{one}")
        if isinstance(found, Table)
    ]
    after = [
        forms(found.caption)
        for found in blocks(f"{one}\n\n: 1\n\n{one}\n\n: 2")
        if isinstance(found, Table)
    ]
    assert [("1",), ("2",)] == before == after


def test_a_line_of_table_text_far_from_a_table_is_a_paragraph() -> None:
    (found,) = blocks("Table: for two, please")
    assert isinstance(found, Paragraph)


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("|a|b|\n|-|-|\n|c|", "|c|"),
        ("|a|b|\n|-|-|\n|c|d|e|", "|c|d|e|"),
        ("|a|b|\n|-|\n|c|d|", "|-|"),
    ],
)
def test_every_row_has_as_many_cells_as_the_header(body: str, place: str) -> None:
    assert [("P150", place)] == findings(body)


def test_an_image_alone_in_its_paragraph_is_a_figure() -> None:
    body = '![a *caption*](pictures/ward.png){alt="a\n\\"ward\\" &amp; bed" credit=Press}'
    (found,) = blocks(body)
    assert isinstance(found, Figure)
    assert ("pictures/ward.png", 'a "ward" & bed', "Press") == (
        found.source,
        found.alt,
        found.credit,
    )
    assert ("a ", ("em", "caption")) == forms(found.caption)
    assert body == wrapped(body).slice(found.span)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("/etc/passwd", "P161"),
        ("../a.png", "P161"),
        ("a/../../b.png", "P161"),
        ("..\\a.png", "P161"),
        ("a\\b.png", "P161"),
        ("C:a.png", "P161"),
        ("https://a.hk/b.png", "P161"),
        ("data:image/png;base64,AA", "P161"),
        ("file:a.png", "P161"),
        ("//a.hk/b.png", "P161"),
        ("<>", "P161"),
        ("&#46;&#46;/a.png", "P161"),
    ],
)
def test_a_figure_leads_to_no_file_outside_the_release(path: str, code: str) -> None:
    body = f"![a]({path}){{alt=b}}"
    assert [(code, body)] == findings(body)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("![a](b.png)", "P160"),
        ("![a](b.png){alt=“a”}", "P113"),
        ('![a](b.png){alt=" "}', "P160"),
        ("![a](b.png){alt=c width=3}", "P114"),
        ('![a](b.png "t"){alt=c}', "P162"),
        ("![a](b c.png){alt=c}", "P163"),
        ("![a](b.png{alt=c}", "P163"),
        ("![a](b.png){alt=c} more", "P133"),
        ("|![a](b.png){alt=c}|\n|-|", "P133"),
        ("[![a](b.png){alt=c}](https://a.hk)", "P133"),
    ],
)
def test_what_a_figure_cannot_be_is_reported(body: str, code: str) -> None:
    assert [code] == [found for found, _ in findings(body)]
