"""What each node of an edition becomes in WordprocessingML."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pytest

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import (
    FigureBlock,
    Image,
    LineBreak,
    LinkRun,
    ListBlock,
    ListEntry,
    Mark,
    Marked,
    NoteCall,
    Piece,
    ResolvedBlock,
    ResolvedNote,
    RubyPair,
    RubyRun,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.fonts.face import FontKey
from pressroom.fonts.find import find
from pressroom.house.tokens import Role
from pressroom.language.record import Language
from pressroom.language.records import en_hk, zh_hant_hk
from pressroom.model.blocks import Alignment
from pressroom.testing.house import sample_house
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.docx import DocxWriter
from pressroom.writers.docx.raster import raster

ENGLISH = en_hk.RECORD
CHINESE = zh_hant_hk.RECORD


def made(
    *blocks: ResolvedBlock, language: Language = ENGLISH, notes: tuple[ResolvedNote, ...] = ()
) -> dict[str, str]:
    """Write a public file of one edition; give its parts as text."""
    sample = every_node()
    edition = replace(sample.editions[0], language=language, blocks=blocks, notes=notes)
    release = replace(sample, editions=(edition,))
    data = DocxWriter().write(release, World(fonts={}, public=True)).artifact.data
    with ZipFile(BytesIO(data)) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels"))]
        return {name: package.read(name).decode().replace(" />", "/>") for name in names}


def body(
    *blocks: ResolvedBlock, language: Language = ENGLISH, notes: tuple[ResolvedNote, ...] = ()
) -> str:
    """Give what stands in the body before the section's properties."""
    document = made(*blocks, language=language, notes=notes)["word/document.xml"]
    return document.partition("<w:body>")[2].partition("<w:sectPr>")[0]


def text(*pieces: Piece, role: Role = Role.BODY, language: Language = ENGLISH) -> TextBlock:
    return TextBlock("e1-b1", role, 0, language, pieces, None)


def run(words: str, language: Language = ENGLISH, *, hint: bool = False) -> Run:
    return Run(words, language.tag, hint, None)


def test_a_paragraph_has_a_style_and_nothing_else() -> None:
    assert (
        '<w:p><w:pPr><w:pStyle w:val="BodyText"/></w:pPr><w:r><w:t>One &amp; two</w:t></w:r></w:p>'
        == body(text(run("One & two")))
    )


def test_chinese_has_styles_of_its_own_and_the_hint() -> None:
    words = text(run("「一」", CHINESE, hint=True), language=CHINESE)
    assert (
        '<w:p><w:pPr><w:pStyle w:val="BodyTextChinese"/></w:pPr>'
        '<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>「一」</w:t></w:r></w:p>'
        == body(words, language=CHINESE)
    )


def test_latin_words_in_chinese_need_no_style() -> None:
    latin = Run("emapalumab", CHINESE.latin, east_asian=False, span=None)
    assert "<w:r><w:t>emapalumab</w:t></w:r>" in body(
        text(latin, language=CHINESE), language=CHINESE
    )


def test_a_third_language_is_named_by_a_style() -> None:
    parts = made(text(Run("ラジオ", "ja", east_asian=True, span=None)))
    assert '<w:rStyle w:val="LanguageJaJp"/>' in parts["word/document.xml"]
    assert '<w:name w:val="Language ja-JP"/>' in parts["word/styles.xml"]
    assert '<w:lang w:eastAsia="ja-JP"/>' in parts["word/styles.xml"]


def test_spaces_at_the_ends_of_a_run_are_kept() -> None:
    assert 'preserve"> a </w:t>' in body(text(run(" a ")))


def test_a_line_break_is_one() -> None:
    assert "<w:t>a</w:t></w:r><w:r><w:br/></w:r><w:r><w:t>b</w:t>" in body(
        text(run("a"), LineBreak(), run("b"))
    )


@pytest.mark.parametrize(
    ("mark", "style", "properties"),
    [
        ("strong", "Strong", "<w:b/><w:bCs/>"),
        ("slant", "Emphasis", "<w:i/><w:iCs/>"),
        ("dots", "EmphasisChinese", '<w:i w:val="0"/><w:iCs w:val="0"/><w:em w:val="underDot"/>'),
        ("proper-name", "ProperName", '<w:u w:val="single"/>'),
        ("book-title", "BookTitleChinese", '<w:u w:val="wave"/>'),
        ("superscript", "Superscript", '<w:vertAlign w:val="superscript"/>'),
        ("subscript", "Subscript", '<w:vertAlign w:val="subscript"/>'),
    ],
)
def test_a_mark_is_a_character_style(mark: Mark, style: str, properties: str) -> None:
    parts = made(text(Marked(mark, (run("x"),))))
    assert f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' in parts["word/document.xml"]
    assert f"<w:rPr>{properties}</w:rPr></w:style>" in parts["word/styles.xml"]


def test_marks_within_marks_are_one_style_made_for_them() -> None:
    inner = Marked("slant", (run("x"),))
    link = LinkRun("https://example.org/", (Marked("strong", (inner,)),), address=False)
    parts = made(text(link))
    assert '<w:rStyle w:val="StrongEmphasisHyperlink"/>' in parts["word/document.xml"]
    assert '<w:name w:val="Strong Emphasis Hyperlink"/>' in parts["word/styles.xml"]


def test_text_that_stays_on_one_line_looks_no_other() -> None:
    assert "<w:r><w:t>x</w:t></w:r>" in body(text(Marked("no-break", (run("x"),))))


def test_a_link_is_a_relationship() -> None:
    parts = made(text(LinkRun("https://example.org/?a&b", (run("x"),), address=False)))
    assert 'w:history="1"' in parts["word/document.xml"]
    assert (
        'Target="https://example.org/?a&amp;b" TargetMode="External"'
        in parts["word/_rels/document.xml.rels"]
    )


def test_ruby_is_half_the_size_of_its_base() -> None:
    pair = RubyPair(run("沙", CHINESE, hint=True), "saa1", "yue-Latn")
    assert (
        '<w:r><w:ruby><w:rubyPr><w:rubyAlign w:val="center"/><w:hps w:val="10"/>'
        '<w:hpsRaise w:val="19"/><w:hpsBaseText w:val="21"/><w:lid w:val="zh-HK"/></w:rubyPr>'
        '<w:rt><w:r><w:rPr><w:sz w:val="10"/><w:szCs w:val="10"/></w:rPr><w:t>saa1</w:t></w:r></w:rt>'
        '<w:rubyBase><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>沙</w:t></w:r></w:rubyBase>'
        "</w:ruby></w:r>"
    ) in body(text(RubyRun((pair,)), language=CHINESE), language=CHINESE)


def _item(identifier: str, marker: str, *blocks: ResolvedBlock) -> ListEntry:
    return ListEntry(identifier, marker, blocks)


def _list(
    identifier: str, *entries: ListEntry, start: int | None = None, tight: bool = False
) -> ListBlock:
    return ListBlock(identifier, start=start, tight=tight, entries=entries, span=None)


def test_lists_are_real_and_numbered_lists_begin_where_they_should() -> None:
    words = text(run("x"), role=Role.LIST_ITEM)
    inner = _list("l2", _item("i2", "3.", words), _item("i3", "4.", words), start=3, tight=True)
    outer = _list("l1", _item("i1", "•", words, inner))
    parts = made(outer)
    document = parts["word/document.xml"]
    assert (
        '<w:pStyle w:val="ListBullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
        in document
    )
    for style in ("ListNumber2Tight", "ListNumber2"):
        numbered = (
            f'<w:pStyle w:val="{style}"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/></w:numPr>'
        )
        assert 1 == document.count(numbered)
    assert (
        '<w:num w:numId="2"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="1">'
        '<w:startOverride w:val="3"/></w:lvlOverride></w:num>' in parts["word/numbering.xml"]
    )


def test_a_list_without_space_inside_has_space_behind_it() -> None:
    words = text(run("x"), role=Role.LIST_ITEM)
    inner = _list("l2", _item("i3", "–", words), _item("i4", "–", words), tight=True)
    for entries, wanted in (
        ([_item("i1", "•", words), _item("i2", "•", words)], ["ListBulletTight", "ListBullet"]),
        ([_item("i1", "•", words, inner)], ["ListBulletTight", "ListBullet2Tight", "ListBullet2"]),
        (
            [_item("i1", "•", words, inner), _item("i2", "•", words)],
            ["ListBulletTight", "ListBullet2Tight", "ListBullet2Tight", "ListBullet"],
        ),
    ):
        parts = made(_list("l1", *entries, tight=True))
        found = re.findall(r'<w:pStyle w:val="(ListBullet\w*)"', parts["word/document.xml"])
        assert wanted == found
    sheet = parts["word/styles.xml"]
    tight = sheet[sheet.index('w:styleId="ListBulletTight"') :]
    assert '<w:spacing w:after="0"/>' in tight[: tight.index("</w:style>")]


def test_a_second_paragraph_of_an_item_is_set_in_without_a_marker() -> None:
    words = text(run("x"), role=Role.LIST_ITEM)
    block = _list("l1", _item("i1", "•", words, words))
    assert 1 == body(block).count("<w:numPr>")
    assert 2 == body(block).count('<w:pStyle w:val="ListBullet"/>')


def _note(*calls: str) -> ResolvedNote:
    return ResolvedNote("n1", "1", calls, (text(run("said"), role=Role.FOOTNOTE),))


def test_a_note_stands_where_word_looks_for_it() -> None:
    parts = made(text(NoteCall("1", "n1", "c1")), notes=(_note("c1"),))
    call = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="1"/></w:r>'
    assert call in parts["word/document.xml"]
    assert (
        '<w:footnote w:id="1"><w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>'
        '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        in parts["word/footnotes.xml"]
    )


def test_a_second_call_refers_to_the_first() -> None:
    calls = text(NoteCall("1", "n1", "c1"), run(" "), NoteCall("1", "n1", "c2"))
    written = body(calls, notes=(_note("c1", "c2"),))
    assert 1 == written.count("<w:footnoteReference ")
    assert '<w:bookmarkStart w:id="1" w:name="_Ref_note_1"/>' in written
    assert " NOTEREF _Ref_note_1 \\h </w:instrText>" in written


def test_a_note_called_from_a_note_is_refused_with_the_way_out() -> None:
    note = ResolvedNote("n1", "1", ("c1",), (text(NoteCall("2", "n2", "c2")),))
    with pytest.raises(WriterError, match="from inside another note"):
        body(text(NoteCall("1", "n1", "c1")), notes=(note,))


def test_a_list_in_a_note_is_as_small_as_the_note() -> None:
    entry = _item("i1", "•", text(run("x"), role=Role.LIST_ITEM))
    note = ResolvedNote("n1", "1", ("c1",), (_list("l1", entry),))
    parts = made(text(NoteCall("1", "n1", "c1")), notes=(note,))
    assert '<w:pStyle w:val="ListBulletInNote"/>' in parts["word/footnotes.xml"]
    assert "<w:footnoteRef/>" in parts["word/footnotes.xml"]


def _table(identifier: str) -> TableBlock:
    head, cell = text(run("h"), role=Role.TABLE_HEAD), text(run("1"), role=Role.TABLE_CELL)
    alignments = (Alignment.NATURAL, Alignment.END)
    return TableBlock(
        identifier, None, (head, head), ((cell, cell),), alignments, (2 / 3, 1 / 3), None
    )


def test_a_table_has_a_head_row_a_grid_and_words_for_listeners() -> None:
    written = body(_table("t1"))
    assert 1 == written.count("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    assert '<w:tblGrid><w:gridCol w:w="6067"/><w:gridCol w:w="3033"/></w:tblGrid>' in written
    assert '<w:tblCaption w:val="h; h"/>' in written
    assert '<w:pStyle w:val="TableTextEnd"/>' in written


def test_the_words_of_a_table_for_listeners_stand_on_one_line() -> None:
    head = text(run("h"), LineBreak(), run("k"), role=Role.TABLE_HEAD)
    table = replace(_table("t1"), header=(head, head))
    assert '<w:tblCaption w:val="h k; h k"/>' in body(table)


def test_two_tables_stay_two() -> None:
    between = body(_table("t1"), _table("t2")).partition("</w:tbl>")[2].partition("<w:tbl>")[0]
    assert '<w:p><w:pPr><w:pStyle w:val="Separator"/></w:pPr></w:p>' == between


def test_a_picture_is_scaled_to_the_measure_and_has_words() -> None:
    image = Image("a.png", "image/png", b"PNG", 4000, 1000)
    written = body(FigureBlock("f1", image, "A hill", None, None, None))
    width = 9100 * 635  # twips in English metric units
    assert f'cx="{width}" cy="{width // 4}"' in written
    assert 'descr="A hill"' in written


def test_a_small_picture_keeps_its_size() -> None:
    image = Image("a.png", "image/png", b"PNG", 96, 96)
    assert 'cx="914400" cy="914400"' in body(FigureBlock("f1", image, "A", None, None, None))


def test_a_drawing_has_pixels_beside_it() -> None:
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"><path d="M0 0h8v8z"/></svg>'
    )
    image = Image("a.svg", "image/svg+xml", drawing, 8, 8)
    parts = made(FigureBlock("f1", image, "A", None, None, None))
    assert 1 == parts["word/document.xml"].count("svgBlip")
    relations = parts["word/_rels/document.xml.rels"]
    assert 'Target="media/image1.png"' in relations
    assert 'Target="media/image2.svg"' in relations


def test_letters_in_a_drawing_are_set_in_the_faces_of_the_house() -> None:
    fonts = find([FontKey("Noto Serif"), FontKey("Noto Serif CJK HK")])

    def drawn(letters: str) -> bytes:
        markup = (
            '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20">'
            f'<text y="16">{letters}</text></svg>'
        )
        image = Image("a.svg", "image/svg+xml", markup.encode(), 40, 20)
        return raster(image, sample_house(), fonts)

    assert 3 == len({drawn(""), drawn("Ag"), drawn("骨")})
