"""Headers and footers of a return: what an editor did there is told, what a program made of them is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from merge.conftest import NOTICE, Press
from merge.editing import part
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


def told(docx: bytes, folder: Path) -> list[tuple[str, tuple[str, ...]]]:
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    found = merge_return(NOTICE, returned, folder).findings
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


def test_page_numbers_that_a_program_wrote_in_its_own_way_are_no_change(
    tmp_path: Path, sent: bytes
) -> None:
    docx = replaced(sent, "word/footer3.xml", FIELD, SIMPLE)
    docx = replaced(docx, "word/footer4.xml", "> PAGE <", "> PAGE  \\* MERGEFORMAT <")
    docx = replaced(docx, "word/header2.xml", "<w:r>", "<w:r><w:t> </w:t></w:r><w:r>")

    assert [] == told(docx, tmp_path)


def test_a_running_head_that_a_program_dropped_is_no_change(tmp_path: Path, sent: bytes) -> None:
    assert [] == told(replaced(sent, "word/header2.xml", head(sent), ""), tmp_path)
