"""Each judge of DOCX is content with a sound document and notices a planted defect."""

from __future__ import annotations

from types import ModuleType

import pytest

from pressroom.press.validators import libreoffice, ooxml_sdk, openxml_audit
from validators.samples import docx

JUDGES = [ooxml_sdk, openxml_audit, libreoffice]
BAD_ALIGNMENT = '<w:p><w:pPr><w:jc w:val="sideways"/></w:pPr><w:r>'
BAD_ORDER = "<w:p><w:r/><w:pPr/><w:r>"
ABSENT_STYLE = '<w:p><w:pPr><w:pStyle w:val="Absent"/></w:pPr><w:r>'


@pytest.mark.parametrize("judge", JUDGES)
def test_a_sound_document_has_no_fault(judge: ModuleType) -> None:
    assert [] == judge.validate(docx())


@pytest.mark.parametrize("judge", JUDGES)
def test_a_file_that_is_no_package_is_noticed(judge: ModuleType) -> None:
    assert [] != judge.validate(b"One is green.")


@pytest.mark.parametrize("judge", [ooxml_sdk, openxml_audit])
@pytest.mark.parametrize("defect", [BAD_ALIGNMENT, BAD_ORDER])
def test_markup_against_the_schema_is_noticed(judge: ModuleType, defect: str) -> None:
    assert [] != judge.validate(docx("<w:p><w:r>", defect))


def test_openxml_audit_notices_a_style_that_is_not_there() -> None:
    assert any(
        "Absent" in fault for fault in openxml_audit.validate(docx("<w:p><w:r>", ABSENT_STYLE))
    )


def test_libreoffice_shows_what_it_understood() -> None:
    assert b"One is green." in libreoffice.convert(docx(), "fodt")
    assert libreoffice.convert(docx(), "pdf").startswith(b"%PDF-")
