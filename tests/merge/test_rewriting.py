"""Lists, quotations and subheads that an editor builds otherwise: the block is written anew, and what nobody edited stays."""

from __future__ import annotations

import re
from collections.abc import Callable
from copy import deepcopy

import pytest

from merge.conftest import Press
from merge.desk import (
    edit,
    new_paragraph,
    new_row,
    paragraph,
    row_gone,
    run,
    styled_like,
    with_note,
)
from merge.editing import Element, accepted_blocks, part, q, signed
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return

SOURCE = """---
id: lists
date: 2026-05-18
house: plain
---

::: {{.edition lang=en-HK}}

# A headline

A text.

{}

> Quoted words.

:::
"""
LIST = """*  the first lamp;
*  the second lamp
   with [小燈]{lang=zh-Hant-HK} on it;

   *  a nested lamp.

*  the last [lamp]{.nobreak}."""
NUMBERS = """3. the third ward;
4. the fourth ward;
5. the fifth ward."""

Change = Callable[[Element], object]


def joined(text: str) -> Change:
    """Join the paragraph with a text to the next one, recorded."""

    def change(root: Element) -> None:
        properties = paragraph(root, text).find(q("pPr"))
        marks = properties.makeelement(q("rPr"), {})
        properties.append(marks)
        marks.append(signed(marks.makeelement(q("del"), {})))

    return change


def merged(press: Press, block: str, *changes: Change) -> tuple[Merged, str]:
    """Return the merge of a source with a block, and how the block reads then; the DOCX of the result says what was edited."""
    source = SOURCE.format(block)
    returned = edit(press.docx(source), *changes)
    result = merge(source, source, read_return("return.docx", returned), press.read)
    head, tail = SOURCE.format("\f").split("\f")
    assert result.source.startswith(head)
    if all(change.outcome == "taken" for change in result.changes):
        wanted = accepted_blocks(part(returned))
        assert wanted == accepted_blocks(part(press.docx(result.source)))
    return result, result.source[len(head) :].removesuffix(tail)


@pytest.mark.parametrize(
    ("block", "change", "old", "new"),
    [
        (
            LIST,
            joined("the second lamp"),
            "*  the second lamp\n   with [小燈]{lang=zh-Hant-HK} on it;\n\n   *  a nested lamp.",
            "\n   - the second lamp\n   with [小燈]{lang=zh-Hant-HK} on it;a nested lamp.",
        ),
        (
            LIST,
            styled_like("the second lamp", "A text"),
            "*  the second lamp\n   with [小燈]{lang=zh-Hant-HK} on it;\n\n   *",
            "\nthe second lamp\nwith [小燈]{lang=zh-Hant-HK} on it;\n\n- *",
        ),
        (
            LIST,
            new_paragraph("the second lamp", "A new text.", "A text"),
            "   *  a nested",
            "A new text.\n\n- *  a nested",
        ),
        (
            LIST,
            new_paragraph("the second lamp", "Others say:", "Quoted words"),
            "   *  a nested",
            "> Others say:\n\n- *  a nested",
        ),
        (
            NUMBERS,
            styled_like("the third", "A text"),
            "3. the third ward;\n4.",
            "the third ward;\n\n3.",
        ),
        (
            f"{NUMBERS}\n\n{LIST}",
            new_paragraph("the fourth ward", "a new lamp;", "a nested lamp"),
            "5. the fifth",
            "   - a new lamp;\n\n5. the fifth",
        ),
    ],
)
def test_a_list_that_is_built_otherwise_is_written_so(
    notice: Press, block: str, change: Change, old: str, new: str
) -> None:
    result, got = merged(notice, block, change)

    assert {"taken"} == {one.outcome for one in result.changes}
    assert block.replace(old, new) == got


def test_edits_of_one_list_become_one_change(notice: Press) -> None:
    def typed(root: Element) -> None:
        next(t for t in root.iter(q("t")) if "first lamp" in t.text).text = "the third lamp;"

    result, got = merged(notice, LIST, typed, styled_like("the second lamp", "A text"))

    assert [("bullet 1, bullet 1", "bullet 1, text")] == [one.kinds for one in result.changes]
    assert got.startswith("*  the third lamp;\n\nthe second lamp\nwith [小燈]{lang=zh-Hant-HK}")


def test_a_list_with_more_than_its_text_is_not_written_anew(notice: Press) -> None:
    block = LIST.replace("   *  a nested", "   <!-- which one? -->\n\n   *  a nested")
    result, got = merged(notice, block, styled_like("the second lamp", "A text"))

    assert ["kind"] == [one.outcome for one in result.changes]
    assert block == got


def test_paragraphs_that_were_joined_across_a_table_are_one(notice: Press) -> None:
    table = "| Ward | Falls |\n|---|---|\n| upper | 7 |\n"

    def joined_across(root: Element) -> None:
        goal, other = paragraph(root, "The first"), paragraph(root, "and the last")
        goal.extend(list(other)[1:])
        for gone in (other, next(root.iter(q("tbl")))):
            gone.getparent().remove(gone)

    def marked_as_libreoffice_does(root: Element) -> None:
        for mark in list(root.iter(q("trPr"))):
            mark.remove(mark.find(q("del")))
        for cell in root.iter(q("tc")):
            joined("")(cell)

    block = f"The first text\n\n{table}\nand the last one.\n\nAnother text."
    rows = [row_gone("Ward"), row_gone("upper")]
    for changes in (
        [joined_across],
        [joined("The first"), *rows],
        [joined("The first"), *rows, marked_as_libreoffice_does],
    ):
        result, got = merged(notice, block, *changes)

        assert ["taken"] == [one.outcome for one in result.changes]
        assert "The first textand the last one.\n\nAnother text." == got


def test_a_comment_of_the_source_stays_when_what_stands_round_it_is_joined_or_goes(
    notice: Press,
) -> None:
    block = "The first text;\n\n<!-- ask the ward -->\n\nthe last one.\n\nAnother text."

    def gone(root: Element) -> None:
        for text in ("The first", "the last one"):
            found = paragraph(root, text)
            found.getparent().remove(found)

    _, as_one = merged(notice, block, joined("The first"))
    source = SOURCE.format(block)
    returned = read_return("return.docx", edit(notice.docx(source), gone))

    assert "The first text;<!-- ask the ward -->the last one.\n\nAnother text." == as_one
    without = merge(source, source, returned, notice.read).source
    assert "A text.<!-- ask the ward -->\n\nAnother text." in without


def test_the_last_row_of_a_table_goes_and_an_empty_line_still_follows(notice: Press) -> None:
    block = "| A | B |\n|---|---|\n| c | d |\n| last row | f |\n\nAnother text."
    _, got = merged(notice, block, row_gone("last row"))

    assert block.replace("| last row | f |\n", "") == got


def test_what_is_bold_within_code_stays_code(notice: Press) -> None:
    def in_two(root: Element) -> None:
        whole = run(root, "file_name")
        rest = deepcopy(whole)
        whole.addnext(rest)
        next(whole.iter(q("t"))).text = "file"
        next(rest.iter(q("t"))).text = "_name"

    _, got = merged(notice, "A text, `file_name`, was lost.", in_two, bold("file"))

    assert "A text, **`file`**`_name`, was lost." == got


def test_what_goes_round_a_break_leaves_the_break(notice: Press) -> None:
    block = "The first text.\n\n---\n\nThe second text.\n\nThe third text."

    def gone(root: Element) -> None:
        for text in ("The first", "The second"):
            found = paragraph(root, text)
            found.getparent().remove(found)

    _, got = merged(notice, block, gone)

    assert "---\n\nThe third text." == got


def test_a_row_can_come_right_behind_the_head_and_a_note_behind_a_table(notice: Press) -> None:
    block = "| Ward | Falls |\n|---|---|\n| upper | 7 |"
    source = SOURCE.replace("> Quoted words.\n\n", "").format(block)
    docx = edit(notice.docx(source), new_row("upper", "lower", "9"), row_gone("upper"))
    returned = read_return("return.docx", with_note(docx, "A text", "A note."))
    result = merge(source, source, returned, notice.read)

    assert {"taken"} == {one.outcome for one in result.changes}
    assert re.search(r"\|---\|---\|\n\| lower \| 9 \|\n\n\[\^.*\]: A note\.\n\n:::", result.source)


def test_what_is_new_behind_an_attribution_stands_behind_the_quotation(notice: Press) -> None:
    block = "> They fall.\n>\n> — EF Example\n\nAnother text."
    _, got = merged(notice, block, new_paragraph("EF Example", "A new text.", "A text"))

    assert block.replace("Example\n", "Example\n\nA new text.\n") == got


def test_a_caption_that_went_leaves_its_figure(specimen: Press) -> None:
    def gone(root: Element) -> None:
        caption = paragraph(root, "A ward corridor at night")
        caption.getparent().remove(caption)

    returned = read_return("return.docx", edit(specimen.docx(specimen.text), gone))
    result = merge(specimen.text, specimen.text, returned, specimen.read)

    assert ["taken"] == [one.outcome for one in result.changes]
    assert specimen.text.replace("![A ward corridor at night]", "![]") == result.source


def bold(text: str) -> Change:
    """Make the run with a text bold, recorded."""

    def change(root: Element) -> None:
        goal = run(root, text)
        properties = goal.find(q("rPr"))
        if properties is None:
            properties = goal.makeelement(q("rPr"), {})
            goal.insert(0, properties)
        former = signed(properties.makeelement(q("rPrChange"), {}))
        former.append(deepcopy(properties))
        properties.extend([properties.makeelement(q("b"), {}), former])

    return change


def typed(old: str, new: str) -> Change:
    """Type over a text in one run, not recorded."""

    def change(root: Element) -> None:
        words = next(t for t in root.iter(q("t")) if old in (t.text or ""))
        words.text = words.text.replace(old, new)

    return change


@pytest.mark.parametrize(
    ("block", "changes", "wanted"),
    [
        (
            '[燈]{ruby="dang1"}[燈]{ruby="dang1"}, *two* of them.',
            [bold("two")],
            '[燈]{ruby="dang1"}[燈]{ruby="dang1"}, ***two*** of them.',
        ),
        (
            "They say [小燈亮了]{lang=zh-Hant-HK} again.",
            [typed("They say ", "They "), typed("小燈", "")],
            "They [亮了]{lang=zh-Hant-HK} again.",
        ),
    ],
)
def test_what_no_editor_sees_stays_beside_what_changed(
    notice: Press, block: str, changes: list[Change], wanted: str
) -> None:
    result, got = merged(notice, block, *changes)

    assert ["taken"] == [one.outcome for one in result.changes]
    assert wanted == got


def test_looks_behind_a_dateline_are_written(notice: Press) -> None:
    source = SOURCE.replace("A text.", "[Hong Kong, 3 March 2026]{{.dateline}} They fell.")
    source = source.format("A text.")
    returned = read_return("return.docx", edit(notice.docx(source), bold("They fell")))
    result = merge(source, source, returned, notice.read)

    assert source.replace("They fell.", "**They fell.**") == result.source
