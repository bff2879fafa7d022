"""Blocks that were changed in one edition only: each of them is named, and no other."""

from __future__ import annotations

import pytest

from merge.conftest import Press
from merge.desk import edit, moved, new_paragraph, paragraph
from merge.editing import Element, q, signed
from merge.test_merging import changed, merged
from merge.test_rewriting import Change, joined


def gone(text: str) -> Change:
    """Take the paragraph with a text away, recorded."""

    def change(root: Element) -> None:
        goal = paragraph(root, text)
        for run in goal.findall(q("r")):
            wrapped = signed(root.makeelement(q("del"), {}))
            run.addprevious(wrapped)
            wrapped.append(run)
        marks = root.makeelement(q("rPr"), {})
        goal.find(q("pPr")).append(marks)
        marks.append(signed(root.makeelement(q("del"), {})))

    return change


def test_the_twin_of_a_changed_block_is_named(notice: Press) -> None:
    result = merged(notice, changed(notice.docx(notice.text), "will be closed", "is closed"))

    assert (("e1-b1", "e2-b1"),) == result.twins


def test_the_twin_of_a_changed_block_is_not_named_where_the_office_has_changed_it(
    notice: Press,
) -> None:
    docx = changed(notice.docx(notice.text), "will be closed", "is closed")
    result = merged(notice, docx, notice.text.replace("休息。", "休息一天。"))

    assert () == result.twins


def test_no_twin_is_named_of_a_block_that_got_a_neighbour(notice: Press) -> None:
    docx = edit(notice.docx(notice.text), new_paragraph("will be closed", "New.", "will be closed"))
    result = merged(notice, docx)

    assert ["taken"] == [change.outcome for change in result.changes]
    assert () == result.twins


@pytest.mark.parametrize(
    ("change", "blocks"),
    [
        (joined("Sedatives were left"), ["b6", "b7-caption"]),
        (joined("What the wards did"), ["b3", "b4"]),
        (joined("white ceiling lamps"), ["b5-i1-b1", "b5-i2-b1"]),
        (gone("one strip on the way"), ["b5-i2-b2-i1-b1"]),
        (moved("The trial that never", "Light was the only thing"), ["b2"]),
    ],
)
def test_of_a_change_over_several_blocks_all_that_differ_are_named(
    specimen: Press, change: Change, blocks: list[str]
) -> None:
    result = merged(specimen, edit(specimen.docx(specimen.text), change))

    assert [(f"e1-{block}", f"e2-{block}") for block in blocks] == list(result.twins)
