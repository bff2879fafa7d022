"""What editors do to blocks: other styles, new ones, moves, rows and notes, readings; the source follows or the report tells."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

import pytest
from lxml import etree

from merge.conftest import Press
from merge.desk import (
    call_gone,
    edit,
    moved,
    new_paragraph,
    new_row,
    row_gone,
    run,
    styled_like,
    table,
    with_note,
)
from merge.editing import Element, q, signed
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return

TEXT = """---
id: blocks
date: 2026-05-18
house: plain
---

::: {.edition lang=en-HK}

# A headline

The first text has **strong** words.

## A subhead

The second text calls a note.[^one]

1. an item of numbers;
2. another item.

The third text speaks of [小燈]{lang=zh-Hant-HK}.

| Head | Count |
|------|------:|
| upper row | 1 |
| lower row | 2 |

### A minor subhead

The fourth text has [燈光]{.name} in it.

> Quoted words.

[^one]: What the note says.

:::
"""

Change = Callable[[Element], object]
MARKER = "The second text"
NUMBERS = "an item of numbers"


@pytest.fixture(scope="module")
def sent(notice: Press) -> bytes:
    return notice.docx(TEXT)


def merged(press: Press, docx: bytes) -> Merged:
    return merge(TEXT, TEXT, read_return("return.docx", docx), press.read)


@pytest.mark.parametrize(
    ("change", "old", "new"),
    [
        (styled_like("The third text", "A subhead"), "The third text", "## The third text"),
        (styled_like("A minor", "A subhead"), "### A minor", "## A minor"),
        (styled_like("A minor", "The first text"), "### A minor", "A minor"),
        (styled_like("The third text", NUMBERS), "The third text", "3. The third text"),
        (styled_like("another item", "The first text"), "\n2. another", "\n\nanother"),
        (styled_like("The third text", "Quoted words"), "The third text", "> The third text"),
        (
            new_paragraph("The first text", "A new subhead", "A subhead"),
            "words.\n",
            "words.\n\n## A new subhead\n",
        ),
        (
            new_paragraph("another item", "a third item.", NUMBERS),
            "another item.\n",
            "another item.\n3. a third item.\n",
        ),
        (
            new_paragraph("another item", "New # text.", "The first text"),
            "another item.\n",
            "another item.\n\nNew # text.\n",
        ),
        (
            new_paragraph("lower row", "New text.", "The first text"),
            "| lower row | 2 |\n",
            "| lower row | 2 |\n\nNew text.\n",
        ),
        (
            new_row("upper row", "a row | between", "7"),
            "| upper row | 1 |\n",
            "| upper row | 1 |\n| a row \\| between | 7 |\n",
        ),
        (row_gone("upper row"), "| upper row | 1 |\n", ""),
        (
            table("The first text", ("A", "B"), ("c", "d")),
            "words.\n",
            "words.\n\n| A | B |\n|---|---|\n| c | d |\n",
        ),
    ],
)
def test_the_source_follows_and_keeps_all_else(
    notice: Press, sent: bytes, change: Change, old: str, new: str
) -> None:
    result = merged(notice, edit(sent, change))

    assert ["taken"] == [one.outcome for one in result.changes]
    assert TEXT.replace(old, new, 1) == result.source


def test_each_of_these_changes_is_signed(notice: Press, sent: bytes) -> None:
    for change in (
        styled_like("The third text", "A subhead"),
        new_row("upper row", "new", "7"),
        row_gone("upper row"),
        moved("The first text", MARKER),
    ):
        result = merged(notice, edit(sent, change))
        assert {"Lee 編輯 2026-03-05"} == {one.who for one in result.changes}


def test_a_moved_block_is_written_where_it_went_with_all_that_no_editor_sees(
    notice: Press, sent: bytes
) -> None:
    block = "The third text speaks of [小燈]{lang=zh-Hant-HK}.\n\n"
    result = merged(notice, edit(sent, moved("The third text", "The first text")))

    assert TEXT.replace(block, "").replace("## A subhead", f"{block}## A subhead") == result.source


def test_a_moved_block_keeps_the_call_of_its_note(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, moved(MARKER, "The first text")))

    assert {"taken"} == {one.outcome for one in result.changes}
    assert "words.\n\nThe second text calls a note.[^one]\n" in result.source


def test_a_block_can_be_moved_across_a_table(notice: Press, sent: bytes) -> None:
    block = "The fourth text has [燈光]{.name} in it.\n\n"
    result = merged(notice, edit(sent, moved("The fourth text", "The third text")))

    assert TEXT.replace(block, "").replace("| Head |", f"{block}| Head |") == result.source


def test_a_style_that_the_outline_cannot_take_is_reported(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, styled_like("A subhead", "The first text")))

    assert TEXT == result.source
    assert [("kind", ("heading 2", "text"))] == [(c.outcome, c.kinds) for c in result.changes]


def test_a_style_that_changed_without_being_recorded_is_reported(
    notice: Press, sent: bytes
) -> None:
    result = merged(notice, edit(sent, styled_like(MARKER, "A subhead", tracked=False)))

    assert TEXT == result.source
    assert ["looks"] == [one.outcome for one in result.changes]


def test_a_new_note_is_called_and_defined(notice: Press, sent: bytes) -> None:
    result = merged(notice, with_note(sent, "The first text", "A *new* note."))
    (label,) = {part.split("]")[0] for part in result.source.split("[^")[1:]} - {"one"}

    assert ["taken"] == [one.outcome for one in result.changes]
    assert f"[^{label}]: A \\*new\\* note.\n\n:::" in result.source
    assert "A *new* note." in result.changes[0].after


def test_a_note_whose_call_was_taken_away_goes_with_it(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, call_gone("1")))

    assert ["taken"] == [one.outcome for one in result.changes]
    assert "[^" not in result.source
    assert "calls a note.\n" in result.source


def test_a_row_that_does_not_fit_its_table_is_reported_in_full(notice: Press, sent: bytes) -> None:
    def one_cell_less(root: Element) -> None:
        new_row("upper row", "told anyway", "7")(root)
        row = next(r for r in root.iter(q("tr")) if "told anyway" in "".join(r.itertext()))
        row.remove(row.findall(q("tc"))[1])

    result = merged(notice, edit(sent, one_cell_less))

    assert TEXT == result.source
    assert [("unmapped", "told anyway")] == [(c.outcome, c.after) for c in result.changes]


def marked(text: str, name: str, value: str) -> Change:
    """Give the run with a text a property, recorded."""

    def change(root: Element) -> None:
        goal = run(root, text)
        properties = goal.find(q("rPr"))
        former = etree.Element(q("rPr")) if properties is None else deepcopy(properties)
        if properties is None:
            properties = etree.Element(q("rPr"))
            goal.insert(0, properties)
        etree.SubElement(properties, q(name)).set(q("val"), value)
        signed(etree.SubElement(properties, q("rPrChange"))).append(former)

    return change


def test_recorded_looks_are_written_round_what_no_editor_sees(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, marked("The third text", "b", "true")))

    wanted = "**The third text speaks of** [小燈]{lang=zh-Hant-HK}."
    assert (
        TEXT.replace("The third text speaks of [小燈]{lang=zh-Hant-HK}.", wanted) == result.source
    )


def test_looks_of_the_wording_of_the_house_are_reported(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, marked("MEDIA RELEASE", "b", "true")))

    assert TEXT == result.source
    told = [(one.outcome, one.before, one.after) for one in result.changes]
    assert [("wording", "MEDIA RELEASE", "**MEDIA RELEASE**")] == told


def test_dots_and_readings_come_back(specimen: Press) -> None:
    def read_otherwise(root: Element) -> None:
        next(next(root.iter(q("rt"))).iter(q("t"))).text = "sai3 dang2"

    docx = specimen.docx(specimen.text)
    docx = edit(docx, read_otherwise, marked("試驗只改變照明", "em", "underDot"))
    result = merge(specimen.text, specimen.text, read_return("return.docx", docx), specimen.read)

    wanted = specimen.text.replace('ruby="sai3 dang1"', 'ruby="sai3 dang2"')
    line = "試驗只改變照明，分三個步驟："
    assert wanted.replace(line, f"[{line}]{{.dots}}") == result.source
