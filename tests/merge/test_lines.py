"""Line breaks of a return, and paragraphs that the source can only hold as the lines of one."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from merge.conftest import Press
from merge.desk import edit, new_paragraph, paragraph, styled_like
from merge.editing import Element, q, signed
from pressroom.cli.app import run
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return

HEAD = "---\nid: lines\ndate: 2026-05-18\nhouse: plain\n---\n\n"
TEXT = f"""{HEAD}::: {{.edition lang=en-HK}}

# A headline of lamps

The first text has **strong** words.

## A subhead of wards

> Quoted words.
>
> — An editor of wards

- an `odd_item`
- another item

| Head | Count |
|------|------:|
| upper row | 1 |
| lower[]{{.break}}row | 2 |

Table: A caption

:::
"""

Change = Callable[[Element], object]


def taken(press: Press, *changes: Change) -> Merged:
    returned = edit(press.docx(TEXT), *changes)
    result = merge(TEXT, TEXT, read_return("return.docx", returned), press.read)
    assert ["taken"] * len(result.changes) == [change.outcome for change in result.changes]
    return result


def broken(behind: str, *, tracked: bool) -> Change:
    """Type a line break behind the first words of a paragraph."""

    def change(root: Element) -> None:
        first, second = _cut(paragraph(root, behind), behind)
        made: Element = etree.Element(q("r"))
        made.extend(deepcopy(first.findall(q("rPr"))))
        etree.SubElement(made, q("br"))
        if tracked:
            wrapped = signed(etree.Element(q("ins")))
            wrapped.append(made)
            made = wrapped
        first.addnext(made)
        made.addnext(second)

    return change


def parted(behind: str, *, tracked: bool, style: str = "", blank: bool = False) -> Change:
    """Press Enter behind the first words of a paragraph; what follows may get another style."""

    def change(root: Element) -> None:
        whole = paragraph(root, behind)
        first, second = _cut(whole, behind)
        made: Element = etree.Element(q("p"))
        made.extend([deepcopy(whole.find(q("pPr"))), second, *first.itersiblings(q("r"))])
        if tracked:
            marks = etree.SubElement(whole.find(q("pPr")), q("rPr"))
            signed(etree.SubElement(marks, q("ins")))
        if style:
            made.find(f"{q('pPr')}/{q('pStyle')}").set(q("val"), style)
        whole.addnext(made)
        if blank:
            whole.addnext(etree.Element(q("p")))

    return change


def _cut(whole: Element, behind: str) -> tuple[Element, Element]:
    """Cut the first run of a paragraph behind some words; the second half stands nowhere yet."""
    first = next(r for r in whole.iter(q("r")) if behind in "".join(r.itertext()))
    second = deepcopy(first)
    at = first.find(q("t")).text.index(behind) + len(behind)
    for half, text in ((first, slice(at)), (second, slice(at, None))):
        half.find(q("t")).text = half.find(q("t")).text[text]
    return first, second


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize(
    ("behind", "written"),
    [
        ("A headline", "# A headline[]{.break}of lamps\n"),
        ("The first", "\nThe first\\\ntext has **strong** words.\n"),
        ("A subhead", "## A subhead[]{.break}of wards\n"),
        ("Quoted", "> Quoted[]{.break}words.\n"),
        ("another", "- another[]{.break}item\n"),
        ("odd", "- an `odd`[]{.break}`_item`\n"),
        ("upper", "| upper[]{.break}row | 1 |\n"),
        ("A cap", "Table: A cap\\\ntion\n"),
    ],
)
def test_a_line_break_that_was_typed_is_one_in_the_source(
    notice: Press, behind: str, written: str, *, tracked: bool
) -> None:
    result = taken(notice, broken(behind, tracked=tracked))
    assert written in result.source
    assert not any(change.lines for change in result.changes)


def test_a_line_break_that_was_taken_away_is_gone_from_the_source(notice: Press) -> None:
    def joined(root: Element) -> None:
        cell = paragraph(root, "lower")
        found = next(cell.iter(q("br")))
        found.addprevious(
            etree.fromstring(f'<w:t xmlns:w="{q("")[1:-1]}" xml:space="preserve"> </w:t>')
        )
        found.getparent().remove(found)

    assert "| lower row | 2 |" in taken(notice, joined).source


@pytest.mark.parametrize("tracked", [True, False])
@pytest.mark.parametrize("blank", [True, False])
@pytest.mark.parametrize(
    ("behind", "written"),
    [
        ("A headline", "# A headline[]{.break}of lamps\n"),
        ("A subhead", "## A subhead[]{.break}of wards\n"),
        ("upper", "| upper[]{.break}row | 1 |\n"),
        ("A cap", "Table: A cap\\\ntion\n"),
        ("An editor", "> — An editor\\\nof wards\n"),
    ],
)
def test_what_was_parted_and_is_one_block_to_the_source_has_lines_there(
    notice: Press, behind: str, written: str, *, tracked: bool, blank: bool
) -> None:
    result = taken(notice, parted(behind, tracked=tracked, blank=blank))
    assert written in result.source
    assert [True] == [change.lines for change in result.changes]


def test_text_behind_a_headline_stays_text(notice: Press) -> None:
    result = taken(notice, parted("A headline", tracked=True, style="Lead"))
    assert "# A headline\n\nof lamps\n\nThe first text" in result.source
    assert not any(change.lines for change in result.changes)


def test_text_behind_an_attribution_stays_text(notice: Press) -> None:
    result = taken(notice, new_paragraph("An editor", "New text.", "The first"))
    assert "> — An editor of wards\n\nNew text.\n" in result.source
    assert not any(change.lines for change in result.changes)


def test_a_block_that_was_sent_is_no_line_of_the_heading_before_it(notice: Press) -> None:
    returned = edit(notice.docx(TEXT), styled_like("The first text", "A subhead"))
    result = merge(TEXT, TEXT, read_return("return.docx", returned), notice.read)
    assert "## The first text has **strong** words.\n\n## A subhead of wards\n" in result.source


def test_a_return_in_which_nothing_but_paragraphs_in_cells_differ_brings_nothing(
    notice: Press,
) -> None:
    def parted_instead(root: Element) -> None:
        found = next(paragraph(root, "lower").iter(q("br")))
        own = found.getparent()
        made = etree.Element(q("p"))
        made.extend([*own.itersiblings(q("r"))])
        own.remove(found)
        next(own.iterancestors(q("p"))).addnext(made)

    assert () == taken(notice, parted_instead).changes


def test_paragraphs_that_were_taken_for_lines_are_told(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source, back = tmp_path / "lines.md", tmp_path / "return.docx"
    source.write_text(TEXT, "utf-8")
    back.write_bytes(edit(notice.docx(TEXT), parted("A headline", tracked=False)))
    order = ["merge", str(source), str(back), "-o", str(source)]

    assert 0 == run(order)
    told = capsys.readouterr().err
    assert "warning[W024]" in told
    assert "lines.md:9:3" in told
    assert 0 == run(order)
    assert "W024" not in capsys.readouterr().err
