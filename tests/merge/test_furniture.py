"""Headers and footers of a return: what an editor did there is told, what a program made of them is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from merge.conftest import NOTICE, Press
from merge.editing import part
from merge.test_asides import FORMULA
from pressroom.press.merging import merge_return
from validators.docx_checks import replaced

FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin" /></w:r>'
    '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate" /></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end" /></w:r>'
)
SIMPLE = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>7</w:t></w:r></w:fldSimple>'


@pytest.fixture(scope="module")
def sent(notice: Press) -> bytes:
    return notice.docx(notice.text)


def told(docx: bytes, folder: Path, source: Path = NOTICE) -> list[tuple[str, tuple[str, ...]]]:
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    found = merge_return(source, returned, folder).findings
    return [(finding.code, finding.hints) for finding in found]


def head(docx: bytes) -> str:
    return "".join(part(docx, "word/header2.xml").itertext())


def test_a_changed_header_is_told_with_both_texts(tmp_path: Path, sent: bytes) -> None:
    docx = replaced(sent, "word/header2.xml", head(sent), "Not before noon")

    both = (f"before: {head(sent)}", "after: Not before noon")
    assert [("W012", both)] == told(docx, tmp_path)


def test_what_was_put_into_a_footer_with_a_record_is_told(tmp_path: Path, sent: bytes) -> None:
    new = "<w:ins><w:r><w:t>Call me</w:t></w:r></w:ins>"
    docx = replaced(sent, "word/footer4.xml", "</w:ftr>", f"<w:p>{new}</w:p></w:ftr>")

    assert [("W012", ("before: nothing", "after: Call me"))] == told(docx, tmp_path)


@pytest.mark.parametrize(
    ("part", "old", "new", "both"),
    [
        ("header1", "DRAFT", "SECRET", ("before: nothing", "after: drawn letters: SECRET")),
        ("footer3", "</w:p>", f"{FORMULA}</w:p>", ("before: nothing", "after: a formula: E=mc")),
    ],
)
def test_a_watermark_and_what_else_is_no_text_count_as_lines(
    tmp_path: Path, notice: Press, part: str, old: str, new: str, both: tuple[str, str]
) -> None:
    source = tmp_path / "notice.md"
    source.write_text(notice.text.replace("date:", "status: draft\ndate:", 1), "utf-8")
    docx = notice.docx(source.read_text("utf-8"))

    assert [] == told(docx, tmp_path, source)
    changed = replaced(docx, f"word/{part}.xml", old, new)
    assert [("W012", both)] == told(changed, tmp_path, source)


def test_page_numbers_that_a_program_wrote_in_its_own_way_are_no_change(
    tmp_path: Path, sent: bytes
) -> None:
    docx = replaced(sent, "word/footer3.xml", FIELD, SIMPLE)
    docx = replaced(docx, "word/footer4.xml", "> PAGE <", "> PAGE  \\* MERGEFORMAT <")
    docx = replaced(docx, "word/header2.xml", "<w:r>", "<w:r><w:t> </w:t></w:r><w:r>")

    assert [] == told(docx, tmp_path)


def test_a_running_head_that_a_program_dropped_is_no_change(tmp_path: Path, sent: bytes) -> None:
    assert [] == told(replaced(sent, "word/header2.xml", head(sent), ""), tmp_path)
