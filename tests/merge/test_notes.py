"""Which note a call leads to: only what an editor recorded changes it."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import product
from pathlib import Path

import pytest

from merge.conftest import SPECIMEN, Press
from merge.desk import (
    call_gone,
    edit,
    moved,
    new_paragraph,
    notes_mixed_up,
    paragraph,
    with_endnote,
    with_note,
)
from merge.editing import Element, part, q, signed, with_part
from merge.offices import saved_again
from merge.test_comments import with_comments
from pressroom.cli.app import run
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return

EDITION = """
::: {{.edition lang={}}}

# {}

{}[^one] {}

{}[^two]

[^one]: Lee and others, page 3.

[^two]: Lee and others, page 5.

:::
"""
TEXT = (
    "---\nid: notes\ndate: 2026-05-18\nhouse: plain\n---\n"
    + EDITION.format("en-HK", "Lamps", "The lamps were lit.", "They stayed on.", "Nobody fell.")
    + EDITION.format("zh-Hant-HK", "照明", "燈亮了。", "整夜不滅。", "無人跌倒。").replace(
        "Lee and others, page ", "李等人，頁"
    )
)


@pytest.fixture(scope="module")
def sent(notice: Press) -> bytes:
    return notice.docx(TEXT)


def merged(press: Press, docx: bytes) -> Merged:
    return merge(TEXT, TEXT, read_return("return.docx", docx), press.read)


def outcomes(result: Merged) -> list[str]:
    return [change.outcome for change in result.changes]


def calls(result: Merged) -> list[tuple[str, str]]:
    """Return the blocks of which calls lead elsewhere, with the label of the call."""
    found = [change for change in result.changes if change.outcome == "note"]
    return [(change.identifier, change.before.split("]")[0][2:]) for change in found]


def without_bookmarks(docx: bytes) -> bytes:
    for name in ("word/document.xml", "word/footnotes.xml"):
        root = part(docx, name)
        for mark in list(root.iter(q("bookmarkStart"), q("bookmarkEnd"))):
            mark.getparent().remove(mark)
        docx = with_part(docx, root, name)
    return docx


def parted_behind(text: str, call: str) -> Callable[[Element], object]:
    """Part a paragraph, not recorded, so that the call of a note stands in the second one, with new words before it."""

    def change(root: Element) -> None:
        first = paragraph(root, text)
        reference = next(c for c in first.iter(q("footnoteReference")) if c.get(q("id")) == call)
        second = first.makeelement(q("p"), {})
        words = reference.getparent().makeelement(q("r"), {})
        words.append(words.makeelement(q("t"), {}))
        words[0].text = "So much for that."
        second.extend([words, reference.getparent(), *reference.getparent().itersiblings()])
        first.addnext(second)

    return change


@pytest.mark.parametrize("order", list(product((1, 2, 3, 4), repeat=4))[::17])
@pytest.mark.parametrize("home", [True, False])
def test_notes_that_a_program_mixed_up_are_told_and_stay(
    notice: Press, sent: bytes, order: tuple[int, ...], *, home: bool
) -> None:
    docx = notes_mixed_up(sent, order)
    result = merged(notice, docx if home else without_bookmarks(docx))
    places = [("e1-b1", "one"), ("e1-b2", "two"), ("e2-b1", "one"), ("e2-b2", "two")]

    assert TEXT == result.source
    assert {"note"} >= set(outcomes(result))
    elsewhere = [place for n, place in enumerate(places, 1) if order[n - 1] != n]
    assert elsewhere == calls(result)


def test_notes_that_keep_their_bookmarks_are_known_by_them(notice: Press, sent: bytes) -> None:
    result = merged(notice, notes_mixed_up(sent, (2, 1, 3, 4), bookmarks=True))

    assert TEXT == result.source
    assert [("e1-b1", "one"), ("e1-b2", "two")] == calls(result)


def test_what_else_was_done_beside_mixed_up_notes_is_taken(notice: Press, sent: bytes) -> None:
    docx = notes_mixed_up(sent, (1, 1, 2, 3))
    docx = edit(docx, new_paragraph("Nobody fell", "Nobody at all.", "Nobody fell"))
    notes = part(docx, "word/footnotes.xml")
    page = next(t for t in notes.iter(q("t")) if "page 5" in (t.text or ""))
    inserted = signed(page.getparent().makeelement(q("ins"), {}))
    page.getparent().addnext(inserted)
    inserted.append(page.getparent().makeelement(q("r"), {}))
    inserted[0].append(page.makeelement(q("t"), {}))
    inserted[0][0].text = " (in print)"
    result = merged(notice, with_part(docx, notes, "word/footnotes.xml"))

    wanted = TEXT.replace("fell.[^two]", "fell.[^two]\n\nNobody at all.")
    assert wanted.replace("page 5.", "page 5. (in print)") == result.source
    assert 3 == len(calls(result))


def test_a_note_that_begins_with_its_number_keeps_it_when_edited(notice: Press) -> None:
    text = TEXT.replace("Lee and others, page 3", "1 in 10 patients")
    docx = notice.docx(text)
    notes = part(docx, "word/footnotes.xml")
    first = next(t for t in notes.iter(q("t")) if "1 in 10" in (t.text or ""))
    first.text = first.text.replace("1 in 10", "1 in 12")
    returned = read_return("return.docx", with_part(docx, notes, "word/footnotes.xml"))

    assert text.replace("1 in 10", "1 in 12") == merge(text, text, returned, notice.read).source


def test_a_call_in_a_paragraph_that_was_parted_keeps_its_note(notice: Press, sent: bytes) -> None:
    docx = edit(notes_mixed_up(sent, (1, 1, 2, 3)), parted_behind("Nobody fell", "2"))
    result = merged(notice, docx)

    assert "Nobody fell.\n\nSo much for that.[^two]\n" in result.source
    assert [("e1-b2", "two"), ("e2-b1", "one"), ("e2-b2", "two")] == calls(result)


def test_a_call_that_goes_without_a_record_is_told_and_stays(notice: Press, sent: bytes) -> None:
    def words(root: Element) -> None:
        last = next(t for t in root.iter(q("t")) if "stayed on" in (t.text or ""))
        last.text = last.text.replace("stayed on", "burnt on")

    result = merged(notice, edit(sent, call_gone("1", tracked=False), words))

    assert TEXT.replace("stayed on", "burnt on") == result.source
    assert [("e1-b1", "one")] == calls(result)


def test_a_note_that_goes_with_its_call_is_named(notice: Press, sent: bytes) -> None:
    result = merged(notice, edit(sent, call_gone("2")))

    assert ["taken"] == outcomes(result)
    assert "page 5" in result.changes[0].before
    assert "page 5" not in result.source.split("zh-Hant")[0]


def test_a_block_that_goes_without_a_record_names_the_note_that_goes_with_it(
    notice: Press, sent: bytes
) -> None:
    def gone(root: Element) -> None:
        block = paragraph(root, "Nobody fell")
        block.getparent().remove(block)

    result = merged(notice, edit(sent, gone))

    assert ["taken"] == outcomes(result)
    assert "page 5" in result.changes[0].before
    assert "[^two]" not in result.source.split("zh-Hant")[0]


def test_a_note_that_lost_its_bookmark_and_was_edited_is_known_by_its_call(
    notice: Press, sent: bytes
) -> None:
    docx = notes_mixed_up(sent, (1, 2, 3, 4))
    notes = part(docx, "word/footnotes.xml")
    page = next(t for t in notes.iter(q("t")) if "page 5" in (t.text or ""))
    page.text = page.text.replace("page 5", "pages 5 to 7")
    result = merged(notice, with_part(docx, notes, "word/footnotes.xml"))

    assert TEXT.replace("page 5", "pages 5 to 7") == result.source
    assert ["taken"] == outcomes(result)


def test_a_paragraph_that_goes_over_to_another_edition_takes_its_note_along(
    notice: Press, sent: bytes
) -> None:
    result = merged(notice, edit(sent, moved("Nobody fell", "燈亮了")))
    (label,) = set(re.findall(r"\[\^(note-[^]]*)\]", result.source))

    assert ["taken", "taken"] == outcomes(result)
    english, chinese = result.source.split("zh-Hant-HK")
    assert "Nobody" not in english
    assert "page 5" not in english
    assert f"Nobody fell.[^{label}]\n" in chinese
    assert f"\n\n[^{label}]: Lee and others, page 5.\n\n:::" in chinese


def test_a_new_note_is_defined_though_the_last_one_went(notice: Press, sent: bytes) -> None:
    docx = with_note(edit(sent, call_gone("2")), "The lamps", "A new note.")
    result = merged(notice, docx)

    assert {"taken"} == set(outcomes(result))
    assert re.search(r"page 3\.\n\n\[\^note-.*\]: A new note\.\n\n:::", result.source)


def test_a_note_at_the_end_of_the_text_becomes_one_at_the_foot(notice: Press, sent: bytes) -> None:
    result = merged(notice, with_endnote(sent, "They stayed", "The *last* note."))

    assert ["taken"] == outcomes(result)
    assert re.search(r"They stayed on\.\[\^(.*)\]\n(.|\n)*\[\^\1\]: The \\\*last", result.source)


def test_a_note_that_was_put_in_and_taken_out_again_is_nobodys(notice: Press, sent: bytes) -> None:
    docx = with_note(sent, "They stayed", "A new note.")
    number = part(docx, "word/footnotes.xml")[-1].get(q("id"))
    result = merged(notice, edit(docx, call_gone(number)))

    assert TEXT == result.source
    assert [] == outcomes(result)


def test_a_comment_between_two_calls_in_libreoffice_moves_no_note(specimen: Press) -> None:
    docx = with_comments(specimen.docx(specimen.text), "Sedatives", ("Lee", "check", "", False))
    (saved,) = saved_again(docx)
    returned = read_return("return.docx", saved)
    result = merge(specimen.text, specimen.text, returned, specimen.read)
    mark = " <!-- @Lee 2026-05-01: check -->"

    assert specimen.text == result.source.replace(mark, "")
    assert [("e1-b6", "dose"), ("e2-b1", "specimen"), ("e2-b6", "dose")] == calls(result)
    assert {"note"} == set(outcomes(result))


def test_the_report_names_both_texts(
    tmp_path: Path, specimen: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = tmp_path / "return.docx"
    returned.write_bytes(notes_mixed_up(specimen.docx(specimen.text), (1, 1, 2, 3)))
    goal = tmp_path / "merged.md"
    assert 0 == run(["merge", str(SPECIMEN), str(returned), "-o", str(goal)])
    told = capsys.readouterr().err

    assert specimen.text == goal.read_text("utf-8")
    assert 3 == told.count("warning[W021]")
    assert re.search(r"before: \[\^dose\]: 本樣本.*\n.*after: 發出本新聞稿", told)
