"""Each judge of EPUB is content with a sound book and notices a planted defect."""

from __future__ import annotations

import pytest

from pressroom.press.validators import ace, epubcheck
from pressroom.press.validators.tool import NoAnswerError
from validators import reader
from validators.samples import PACKAGE, TEXT, epub


def test_epubcheck_is_content_with_a_sound_book() -> None:
    assert [] == epubcheck.validate(epub())


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ('<p id="a">One</p><p id="a">Two</p>', "RSC-005 ERROR"),
        ('<p><a href="absent.xhtml">there</a></p>', "RSC-007 ERROR"),
        ("<p>One", "RSC-016 FATAL"),
    ],
)
def test_epubcheck_notices_a_broken_chapter(body: str, code: str) -> None:
    assert any(fault.startswith(code) for fault in epubcheck.validate(epub(body)))


def test_epubcheck_counts_a_warning_as_a_fault() -> None:
    book = epub(package=PACKAGE.replace("urn:uuid:5b0f4a5e", "urn:uuid:hills"))
    (fault,) = epubcheck.validate(book)
    assert fault.startswith("OPF-085 WARNING")


def test_epubcheck_notices_a_file_that_is_no_book() -> None:
    assert [] != epubcheck.validate(b"One is green.")


def test_ace_is_content_with_a_sound_book() -> None:
    assert [] == ace.validate(epub())


def test_ace_notices_an_image_without_alternative() -> None:
    faults = ace.validate(epub('<h1>Two hills</h1><p><img src="hill.png"/></p>'))
    assert any(fault.startswith("image-alt (critical), text.xhtml") for fault in faults)


def test_ace_notices_a_package_that_tells_nothing_of_hazards() -> None:
    line = '<meta property="schema:accessibilityHazard">none</meta>'
    assert line in PACKAGE
    faults = ace.validate(epub(package=PACKAGE.replace(line, "")))
    assert any("accessibilityhazard" in fault for fault in faults)


def test_ace_says_in_a_line_why_a_file_is_no_book() -> None:
    with pytest.raises(NoAnswerError, match=r"^error: Failed to unzip EPUB[^\n]*$"):
        ace.validate(b"One is green.")


def test_the_reader_shows_every_section_of_a_sound_book() -> None:
    assert [] == reader.validate(epub())
    (section,) = reader.sections(epub())
    assert ("text.xhtml", "en") == (section.id, section.language)
    assert ["Two hills", "One is green."] == section.text.split("\n\n")
    assert "horizontal-tb" == section.writing_mode


def test_the_reader_fails_on_a_valid_book_whose_publisher_is_also_its_creator() -> None:
    people = (
        '<dc:publisher>A Press</dc:publisher><dc:creator id="a">A Press</dc:creator>'
        '<meta refines="#a" property="role" scheme="marc:relators">pbl</meta>'
    )
    book = epub(package=PACKAGE.replace("</metadata>", f"{people}</metadata>"))
    assert [] == epubcheck.validate(book)
    assert "push is not a function" in "".join(reader.validate(book))


def test_the_reader_notices_a_picture_and_a_font_that_do_not_load() -> None:
    picture = epub('<p><img src="https://example.org/hill.png" alt="a hill"/></p>')
    assert "asks for https://example.org/hill.png" in reader.validate(picture)
    style = "<style>@font-face { font-family: Hill; src: url(data:,none) } p { font-family: Hill }</style>"
    faults = reader.validate(epub(style + TEXT))
    assert ["text.xhtml: the font Hill normal does not load"] == faults
