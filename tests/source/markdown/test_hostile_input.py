from __future__ import annotations

from time import process_time

import pytest

from source.markdown.written import findings, line

UNITS = [
    "*a ", "**a", "*_", "_a_", "[", "[a](", "[a](b", "![", "`", "`a ", "&a", "&#", "<", "<a b='",
    "<!--", "^a", "~a", "~~", "$a", "\\", ">", "> ", "- ", "1. ", ":::", "::: {.notes}\n", "|a",
    "[^a]", "[^a]: ", "[a]{.x ", "[](", "]", "a\n", "## a\n", "\t", "<div>\n", "<!--\n", "[a\n",
    "* a\n- a\n", "|a|\n|-|\n", ": a\n", "Table: a\n\n|a|\n|-|\n\n",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
def test_short_hostile_input_takes_no_time(unit: str) -> None:
    body = unit * (300 // len(unit))
    findings("warm up")
    begin = process_time()
    findings(body)
    assert process_time() - begin < 0.05


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_not_with_its_square(unit: str) -> None:
    def taken(length: int) -> float:
        begin = process_time()
        findings(unit * (length // len(unit)))
        return process_time() - begin

    assert taken(8_000) < 16 * taken(1_000) + 0.2


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
