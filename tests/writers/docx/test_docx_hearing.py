"""What is heard in a DOCX, whoever wrote it."""

from __future__ import annotations

from functools import cache

import pytest

from pressroom.diagnostics import WriterError
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Heard
from pressroom.writers.docx import DocxWriter
from pressroom.writers.docx.hearing.declared import whole
from validators import samples
from validators.docx_checks import replaced

PARAGRAPH = "<w:p><w:r><w:t>One is green.</w:t></w:r></w:p>"

FIELD = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DATE</w:instrText>'
    '<w:fldChar w:fldCharType="separate"/><w:t>today</w:t>'
    '<w:fldChar w:fldCharType="end"/></w:r></w:p>'
)

SYMBOLS = (
    '<w:p><w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    "<w:t>\uf062\uf020\uf028\uf0b0\uf029</w:t></w:r></w:p>"
)

IN_A_BOX = (
    "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:drawing>"
    '<wp:anchor xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    "<w:txbxContent><w:p><w:r><w:t>b</w:t></w:r></w:p></w:txbxContent>"
    "</wp:anchor></w:drawing></w:r></w:p>"
)


def heard(markup: str) -> list[tuple[str, str]]:
    """Hear a document of another program in which a paragraph was replaced."""
    (edition,) = DocxWriter().read_back(samples.docx(PARAGRAPH, markup))
    return [(piece.kind, piece.text) for piece in edition.pieces]


@cache
def sample() -> bytes:
    return DocxWriter().write(every_node(), World(fonts={})).artifact.data


def test_a_document_of_another_program_is_heard() -> None:
    assert [("text", "One is green.")] == heard(PARAGRAPH)


def test_each_edition_is_a_section_in_its_declared_language() -> None:
    assert ["en-GB", "zh-HK"] == [edition.language for edition in DocxWriter().read_back(sample())]


def test_a_wrong_language_is_heard() -> None:
    data = replaced(sample(), "word/styles.xml", 'w:eastAsia="zh-HK"', 'w:eastAsia="ja-JP"')
    assert "ja-JP" == DocxWriter().read_back(data)[1].language


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>", "a\tb"),
        ("<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>", "a\nb"),
        ('<w:p><w:r><w:t>a</w:t><w:br w:type="page"/><w:t>b</w:t></w:r></w:p>', "ab"),
        ("<w:p><w:r><w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t></w:r></w:p>", "a\u2011b"),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="03B1"/></w:r></w:p>', "α"),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="F0B3"/></w:r></w:p>', "≥"),
        ('<w:p><w:r><w:sym w:font="MS Gothic" w:char="2610"/></w:r></w:p>', "☐"),
        ('<w:p><w:r><w:sym w:font="Times" w:char="D800"/></w:r></w:p>', "\ufffd"),
        (SYMBOLS, "β (°)"),
        (IN_A_BOX, "ab"),
        ('<w:p><w:r><w:sym w:font="Symbol" w:char="no"/></w:r></w:p>', "\ufffd"),
        ("<w:p><w:ins><w:r><w:t>new</w:t></w:r></w:ins></w:p>", "new"),
        ("<w:p><w:hyperlink><w:r><w:t>link</w:t></w:r></w:hyperlink></w:p>", "link"),
        ("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>", "hidden"),
        ("<w:sdt><w:sdtContent><w:p><w:r><w:t>a</w:t></w:r></w:p></w:sdtContent></w:sdt>", "a"),
        (FIELD, "today"),
    ],
)
def test_what_is_shown_is_heard(markup: str, text: str) -> None:
    assert [("text", text)] == heard(markup)


@pytest.mark.parametrize(
    "markup",
    [
        "<w:p/>",
        "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del></w:p>",
        "<w:p><w:pPr><w:rPr><w:b/></w:rPr></w:pPr></w:p>",
        '<w:p><w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r></w:p>',
    ],
)
def test_what_is_not_shown_is_not_heard(markup: str) -> None:
    assert [] == heard(markup)


def test_base_text_of_ruby_is_text_and_its_reading_a_piece_of_its_own() -> None:
    ruby = (
        "<w:p><w:r><w:t>前</w:t></w:r><w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>hon3</w:t></w:r></w:rt>"
        "<w:rubyBase><w:r><w:t>漢</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>"
    )
    assert [("text", "前漢"), ("reading", "hon3")] == heard(ruby)


def test_an_empty_cell_is_a_piece_and_a_table_in_a_cell_is_heard_once() -> None:
    inner = "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>b</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    table = f"<w:tbl><w:tr><w:tc><w:p/></w:tc><w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    assert [("text", ""), ("text", "b"), ("text", "")] == heard(table)


def test_notes_are_numbered_as_they_are_called_and_stand_last() -> None:
    for edition in DocxWriter().read_back(sample()):
        texts = [piece.text for piece in edition.pieces if piece.kind == "text"]
        assert texts[-5].startswith("1 ")
        assert texts[-4].startswith("2 ")


def test_headers_and_footers_are_furniture() -> None:
    data = replaced(sample(), "word/header2.xml", "A sample of every node", "An odd head")
    before, after = DocxWriter().read_back(sample()), DocxWriter().read_back(data)
    assert [one.pieces for one in before] == [one.pieces for one in after]
    assert before != after


def test_a_changed_word_is_heard() -> None:
    data = replaced(sample(), "word/document.xml", "PRESS RELEASE", "PRESS RELAPSE")
    assert Heard("text", "PRESS RELAPSE", "en-GB") == DocxWriter().read_back(data)[0].pieces[0]


@pytest.mark.parametrize(
    ("part", "old", "new"),
    [
        ("word/document.xml", "?>", '?><!DOCTYPE x [<!ENTITY e "boom">]>'),
        ("word/document.xml", "<w:body>", "<w:body" + "><w:sdt" * 300 + ">"),
        ("word/document.xml", "<w:document ", "<w:glossary "),
        ("word/document.xml", "</w:document>", ""),
        ("_rels/.rels", "word/document.xml", "../../document.xml"),
        ("_rels/.rels", "officeDocument/2006/relationships/officeDocument", "other"),
    ],
)
def test_a_file_that_cannot_be_trusted_is_refused(part: str, old: str, new: str) -> None:
    with pytest.raises(WriterError, match="cannot be read"):
        DocxWriter().read_back(replaced(sample(), part, old, new))


def test_a_style_based_on_itself_does_no_harm() -> None:
    data = replaced(
        sample(), "word/styles.xml", '<w:basedOn w:val="Normal" />', '<w:basedOn w:val="Kicker" />'
    )
    assert "en-GB" == DocxWriter().read_back(data)[0].language


@pytest.mark.parametrize("value", [None, "", "²", "-1", "9" * 5_000])
def test_an_attribute_without_a_number_has_none(value: str | None) -> None:
    assert whole(value) is None


@pytest.mark.parametrize(("level", "headings"), [("8", ["9"]), ("9", []), ("²", [])])
def test_a_paragraph_is_a_heading_by_its_outline_level(level: str, headings: list[str]) -> None:
    properties = f'<w:pPr><w:outlineLvl w:val="{level}"/></w:pPr>'
    marked = PARAGRAPH.replace("<w:p>", f"<w:p>{properties}")
    (edition,) = DocxWriter().read_back(samples.docx(PARAGRAPH, marked))
    traits = [trait for piece in edition.pieces for trait in piece.traits]
    assert headings == [trait.value for trait in traits if trait.feature == "heading"]
