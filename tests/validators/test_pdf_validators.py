"""Each judge of PDF is content with a sound file and notices a planted defect."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from pressroom.press.validators import outloud, page_validation, pdf_oxide, qpdf
from validators import poppler
from validators.samples import pdf


def without(key: str) -> bytes:
    """Give the sound PDF with an entry of its catalogue taken away."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        del document.Root[key]
        document.save(buffer)
    return buffer.getvalue()


def with_unembedded_font() -> bytes:
    """Give the sound PDF with the programs of its fonts taken away."""
    buffer = BytesIO()
    with pikepdf.open(BytesIO(pdf())) as document:
        for item in document.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Type") == "/FontDescriptor":
                del item["/FontFile3" if "/FontFile3" in item else "/FontFile2"]
            if isinstance(item, pikepdf.Dictionary) and "/ToUnicode" in item:
                del item["/ToUnicode"]
        document.save(buffer)
    return buffer.getvalue()


def test_page_validation_accepts_pdf_ua() -> None:
    assert [] == page_validation.validate(pdf(), "ua-1")


def test_page_validation_notices_a_missing_language_and_missing_tags() -> None:
    assert [] != page_validation.validate(without("/Lang"), "ua-1")
    assert [] != page_validation.validate(without("/StructTreeRoot"), "ua-1")


def test_page_validation_refuses_as_archive_what_does_not_say_so() -> None:
    assert any(
        fault.startswith("PDFA3A-ID-SCHEMA-001") for fault in page_validation.validate(pdf(), "3a")
    )


def test_page_validation_notices_a_file_that_is_no_pdf() -> None:
    assert [] != page_validation.validate(b"One is green.", "ua-1")


def test_outloud_accepts_pdf_ua_and_notices_what_page_validation_does() -> None:
    assert [] == outloud.validate(pdf())
    assert [] != outloud.validate(without("/Lang"))
    assert [] != outloud.validate(without("/StructTreeRoot"))
    assert [] != outloud.validate(b"One is green.")


def test_pdf_oxide_tells_an_archive_and_a_file_for_the_press_from_others() -> None:
    assert any("pdfaid" in fault for fault in pdf_oxide.validate(pdf(), "PDF/A-3a"))
    assert any("GTS_PDFX" in fault for fault in pdf_oxide.validate(pdf(), "PDF/X-4"))
    assert [] != pdf_oxide.validate(b"One is green.", "PDF/X-4")


def test_qpdf_accepts_sound_syntax_and_notices_a_lost_end() -> None:
    assert [] == qpdf.validate(pdf())
    assert [] != qpdf.validate(pdf()[:-300])


def test_poppler_accepts_a_sound_file_and_notices_a_lost_end() -> None:
    assert [] == poppler.validate(pdf())
    assert [] != poppler.validate(pdf()[:-300])


def test_poppler_notices_fonts_that_are_not_inside_or_cannot_be_read() -> None:
    faults = poppler.validate(with_unembedded_font())
    assert any(fault.endswith("is not embedded") for fault in faults)
    assert any(fault.endswith("has no Unicode map") for fault in faults)


def test_poppler_lists_fonts_text_tags_and_pages() -> None:
    assert {(True, True, True)} == {
        (font.embedded, font.subset, font.unicode) for font in poppler.fonts(pdf())
    }
    assert ["Two hills", "One is green."] == poppler.text(pdf()).split("\n")[:2]
    assert "H1 (block)" in poppler.structure(pdf())
    assert poppler.picture(pdf()).startswith(b"\x89PNG")
