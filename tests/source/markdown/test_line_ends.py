import pytest

from pressroom.model.blocks import BlockQuote, Paragraph
from pressroom.model.inlines import Text
from pressroom.place import SourceFile
from source.markdown.written import blocks, inlines, line, read, wrapped


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("燈光", "照地"),
        ("燈光，", "照地"),
        ("（甲", "乙）"),
        ("カナ", "漢字"),
        ("說：", "「好」"),
        ("甲——", "乙"),
        ("甲", "“乙”"),
    ],
)
def test_a_line_end_between_han_cells_is_nothing(before: str, after: str) -> None:
    assert (before + after,) == inlines(f"{before}\n{after}")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("light", "falls"),
        ("燈光", "lamp"),
        ("lamp", "燈光"),
        ("3", "天"),
        ("한국", "번역"),
        ("😀", "甲"),
        ("a—", "b"),
    ],
)
def test_a_line_end_elsewhere_is_one_space(before: str, after: str) -> None:
    assert (f"{before} {after}",) == inlines(f"{before}\n{after}")


@pytest.mark.parametrize(("language", "space"), [("zh-Hant-HK", ""), ("en-HK", " ")])
@pytest.mark.parametrize(("before", "after"), [("燈光", "lamp"), ("3", "天")])
def test_a_line_end_between_han_and_latin_is_left_to_the_layout_where_the_edition_is_in_han(
    before: str, after: str, language: str, space: str
) -> None:
    file = SourceFile(
        "a.md", f"::: {{.edition lang={language}}}\n# 題\n\n{before}\n{after}\n\n:::\n"
    )
    ((paragraph,),) = (found.blocks for found in read(file)[0])
    assert isinstance(paragraph, Paragraph)
    said = "".join(node.text for node in paragraph.children if isinstance(node, Text))
    assert before + space + after == said


@pytest.mark.parametrize(
    "text",
    [
        "**燈光**\n照地",
        "燈光\n**照地**",
        "*燈光*\n*照地*",
        "`燈光`\n照地",
        "燈光[^1]\n照地",
        "燈光\n[照|ziu3]{.ruby}地",
        "**燈\n光**照地",
    ],
)
def test_marks_around_a_line_end_do_not_matter(text: str) -> None:
    nodes, _ = line(text)
    assert not any(isinstance(node, Text) and " " in node.text for node in nodes)


def test_the_space_of_a_line_end_spans_the_blanks_and_marks_that_it_stands_for() -> None:
    body = "> lamp \n>  light"
    (quote,) = blocks(body)
    assert isinstance(quote, BlockQuote)
    (paragraph,) = quote.blocks
    assert isinstance(paragraph, Paragraph)
    written = [wrapped(body).slice(node.span) for node in paragraph.children]
    assert ["lamp", " \n>  ", "light"] == written


def test_two_blanks_or_a_backslash_break_the_line() -> None:
    assert ("甲", ("break",), "乙", ("break",), "丙") == inlines("甲  \n乙\\\n丙")


def test_a_comment_leaves_nothing_not_even_a_second_blank() -> None:
    assert ("one two",) == inlines("one <!-- not\nthis --> two")
    assert ("甲乙",) == inlines("甲<!-- 不 -->乙")


@pytest.mark.parametrize(
    "text", ["one two", "甲，乙。", "*乙*", "甲[^1]", "`乙`", "[乙|yut6]{.ruby}"]
)
@pytest.mark.parametrize(
    "behind", [" <!-- c -->", "  <!-- c -->\t<!-- d --> ", "<!-- c --> <!-- d -->"]
)
def test_blanks_that_part_a_comment_from_the_end_of_a_text_are_no_text(
    text: str, behind: str
) -> None:
    assert inlines(text) == inlines(text + behind)
    ((alone, _), (commented, _)) = line(text), line(text + behind)
    assert [node.span for node in alone] == [node.span for node in commented]
