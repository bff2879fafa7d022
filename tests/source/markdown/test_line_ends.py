import pytest

from pressroom.model.blocks import BlockQuote, Figure, Paragraph
from pressroom.model.inlines import Text
from pressroom.place import SourceFile
from pressroom.source.markdown.walk import leaves, lines_of
from source.markdown.written import blocks, findings, forms, inlines, line, read, wrapped


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


def test_a_span_without_text_breaks_the_line_anywhere() -> None:
    assert ("甲", ("break",), "乙") == inlines("甲[]{.break}乙")
    assert (("em", "one", ("break",), "two"),) == inlines("*one[]{.break}two*")


@pytest.mark.parametrize(
    "text",
    [
        "one []{.break} two",
        "one[]{.break}\ntwo",
        "one\n[]{.break}two",
        "one \\\n  two",
        "one&#32;[]{.break}\ttwo",
    ],
)
def test_blanks_beside_a_line_break_are_no_text(text: str) -> None:
    assert ("one", ("break",), "two") == inlines(text)


def test_blanks_in_marks_beside_a_line_break_are_no_text_and_the_rest_keeps_its_place() -> None:
    text = "[one ]{.nobreak}[]{.break} **two** "
    assert (("NoBreak", "one"), ("break",), ("strong", "two")) == inlines(text)
    written = [text[leaf.span.start : leaf.span.end] for leaf in leaves(line(text)[0])]
    assert ["one", "[]{.break}", "two"] == written


@pytest.mark.parametrize(
    "body",
    [
        "# one[]{.break}two",
        "## one[]{.break}two",
        "- one[]{.break}two",
        "> one[]{.break}two",
        "> x\n>\n> — one[]{.break}two",
        "x[^1]\n\n[^1]: one[]{.break}two",
        "| one[]{.break}two |\n| --- |",
        "| x |\n| --- |\n| one[]{.break}two |",
        "| x |\n| --- |\n\nTable: one[]{.break}two",
        '![one[]{.break}two](a.png){alt="x"}',
    ],
)
def test_every_running_text_takes_a_line_break(body: str) -> None:
    opening = "" if body.startswith("# ") else "# x\n\n"
    file = SourceFile("a.md", f"::: {{.edition lang=en-HK}}\n{opening}{body}\n\n:::\n")
    (edition,), report = read(file)
    assert not report.failed
    notes = (text for note in edition.notes for text in lines_of(note.blocks))
    texts = (edition.headline, *lines_of(edition.blocks), *notes)
    assert ("one", ("break",), "two") in [forms(text) for text in texts]


@pytest.mark.parametrize(
    ("body", "place"),
    [
        ("[]{.break}one", "[]{.break}"),
        ("one []{.break} ", "[]{.break}"),
        ("one[]{.break} []{.break}two", "[]{.break}"),
        ("one\\\n[]{.break}two", "[]{.break}"),
        ("| x |\n| --- |\n| []{.break} |", "[]{.break}"),
        ('![one[]{.break}](a.png){alt="x"}', "[]{.break}"),
        ("\\\none", "\\\n"),
    ],
)
def test_a_line_break_that_parts_nothing_is_found(body: str, place: str) -> None:
    assert [("P185", place)] == findings(body)


def test_a_line_end_in_a_caption_is_what_it_is_elsewhere() -> None:
    (figure,) = blocks('![one\ntwo](a.png){alt="x"}')
    assert isinstance(figure, Figure)
    assert ("one two",) == forms(figure.caption)


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
