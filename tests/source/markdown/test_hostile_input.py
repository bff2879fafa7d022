from __future__ import annotations

import pytest

from measure.effort import calls
from pressroom.source.markdown.block.tables import MOST_COLUMNS
from pressroom.source.markdown.editions import MOST_NOTES, MOST_PARTS
from pressroom.source.markdown.inline.reader import MOST_CHARACTERS
from source.markdown.written import findings, line

UNITS = [
    "*a ", "**a", "*_", "_a_", "[", "[a](", "[a](b", "![", "`", "`a ", "&a", "&#", "<", "<a b='",
    "<!--", "^a", "~a", "~~", "$a", "\\", ">", "> ", "- ", "1. ", ":::", "::: {.notes}\n", "|a",
    "[^a]", "[^a]: ", "[a]{.x ", "[](", "]", "a\n", "## a\n", "\t", "<div>\n", "<!--\n", "[a\n",
    "* a\n- a\n", "|a|\n|-|\n", ": a\n", "Table: a\n\n|a|\n|-|\n\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_work_grows_with_the_length_not_with_its_square(unit: str) -> None:
    def work(length: int) -> int:
        return calls(lambda: findings(unit * (length // len(unit))))

    work(300)
    assert work(8_000) < 10 * work(1_000)


@pytest.mark.parametrize(
    "text",
    [
        "*" * 2000 + "a" + "*" * 2000,
        "*a " * 500 + "b*" * 500,
        "[" * 30 + "a" + "]{.name .title .dots .nobreak}" * 30,
    ],
)
def test_marks_do_not_stand_in_each_other_without_end(text: str) -> None:
    nodes, codes = line(text)
    assert ["P115"] == codes
    assert nodes


def test_brackets_do_not_stand_open_without_end() -> None:
    _, codes = line("[" * 500)
    assert ["P115"] == codes


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("a" * (MOST_CHARACTERS + 1), "a"),
        ("a\n\n" * (MOST_PARTS // 2), "::: {.edition lang=en-HK}"),
        ("---\n\n" * MOST_PARTS, "::: {.edition lang=en-HK}"),
        ("|a|\n|-|\n" + "|b|\n" * (MOST_PARTS // 2), "::: {.edition lang=en-HK}"),
        (
            "`a` " * (MOST_CHARACTERS // 4) + ("\n\n" + "`a` " * 4000) * 2,
            "::: {.edition lang=en-HK}",
        ),
    ],
    ids=["one paragraph", "paragraphs", "breaks", "rows", "marks"],
)
def test_more_than_any_release_has_is_refused(body: str, place: str) -> None:
    assert ("P117", place) in findings(body)


def test_a_table_has_no_more_columns_than_word_takes() -> None:
    assert [] == findings("|a" * MOST_COLUMNS + "|\n" + "|-" * MOST_COLUMNS + "|")
    assert [("P150", "|" + "a|" * 64)] == findings("|" + "a|" * 64 + "\n|" + "-|" * 64)


def test_an_address_has_no_more_characters_than_programs_take() -> None:
    long = f"[a](https://a.example/{'a' * 2000})"
    assert [("P171", long)] == findings(long)


def test_notes_in_notes_and_notes_without_number_are_refused() -> None:
    deep = "a[^0]\n\n" + "\n\n".join(f"[^{n}]: b[^{n + 1}]" for n in range(5)) + "\n\n[^5]: c"
    many = "".join(f"[^{n}]" for n in range(MOST_NOTES + 1)) + "\n\n"
    many += "\n\n".join(f"[^{n}]: b" for n in range(MOST_NOTES + 1))

    assert [("P115", "[^4]")] == findings(deep)
    assert ["P117"] == [code for code, _ in findings(many)]
