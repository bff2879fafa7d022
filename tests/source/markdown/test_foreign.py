import pytest

from source.markdown.written import findings, inlines


@pytest.mark.parametrize(
    ("body", "code", "place"),
    [
        ("a <b>c", "P120", "<b>"),
        ("<div>\na\n</div>", "P120", "<div>\na\n</div>"),
        ("a <!-- b", "P121", "<!--"),
        ("<!-- a --> b", "P121", " b"),
        ("    code", "P122", "code"),
        ("```\ncode\n```", "P123", "```\ncode\n```"),
        ("Text\n---", "P124", "Text\n---"),
        ("Text\n===", "P124", "Text\n==="),
        ("[a]: https://a.hk", "P125", "[a]: https://a.hk"),
        ("[^a b]: note", "P125", "[^a b]: note"),
        ("Term\n: meaning", "P126", "Term\n: meaning"),
        ("Term\n\n:   meaning", "P126", ":   meaning"),
        ("| a\n| b", "P128", "| a\n| b"),
        ("| a | b |", "P128", "| a | b |"),
        ("[a][b]", "P129", "[a][b]"),
        ("[a][]", "P129", "[a][]"),
        ("a ~~b~~ c", "P130", "~~b~~"),
        ("a $x^2^$ b", "P131", "$x^2^$"),
        ("a^[b c]", "P132", "^["),
        ("a ![b](c.png)", "P133", "![b](c.png)"),
        ("# ![b](c.png)", "P107", "# ![b](c.png)"),
        ("a &#0;", "P134", "&#0;"),
        ("a &#27;", "P134", "&#27;"),
        ("a &#10; b", "P134", "&#10;"),
        ("[a](https://a.hk/&#1;)", "P134", "&#1;"),
        ('[a]{ruby="&#xFFFF;"}', "P134", "&#xFFFF;"),
        ("![a](b.png){alt=&#xD800;}", "P134", "&#xD800;"),
        ("Right  Left\n-----  ----\n1      2", "P135", "-----  ----"),
        ("+---+---+\n| a | b |\n+---+---+", "P135", "+---+---+\n| a | b |\n+---+---+"),
        ("(1) a\n(2) b", "P136", "(2) "),
        ("Text\n2. b", "P136", "2. "),
        ("Text\n- a", "P138", "- a"),
        ("Text\n## B", "P138", "## B"),
        ("- a\n  > b", "P138", "> b"),
        ("A[^1]\n[^1]: b", "P138", "[^1]: b"),
        ("a \\alpha b", "P139", "\\a"),
        ("as [@smith] says", "P137", "[@smith"),
    ],
)
def test_what_is_not_in_the_format_is_reported_in_its_place(
    body: str, code: str, place: str
) -> None:
    assert (code, place) in findings(body)


def test_a_task_list_is_reported() -> None:
    assert [("P127", "[x] a")] == findings("- [x] a\n- b")


@pytest.mark.parametrize(
    "text",
    ["a < b > c", "5 <6", "[sic]", "[1]", "a: b", "{a}", "a | b", "a::: b", "a@b", "^", "~", "!"],
)
def test_what_only_looks_like_markup_is_text(text: str) -> None:
    assert (text,) == inlines(text)


@pytest.mark.parametrize("body", ["- a\n  - b", "## B\n- a", "::: aside\na\n:::", "a\n\n- b"])
def test_a_block_needs_no_empty_line_where_every_tool_sees_it(body: str) -> None:
    assert [] == findings(body)


def test_comments_never_reach_the_text() -> None:
    assert [] == findings("<!-- a\n\n::: b -->\n\nText <!-- c --> text\n\n- <!-- d -->\n  item")
