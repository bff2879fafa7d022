from __future__ import annotations

import pytest

from pressroom.model.inlines import Ruby, Text
from source.markdown.written import Form, findings, inlines, line


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[重點]{.dots}", ("Dots", "重點")),
        ("[王氏]{.name}", ("ProperName", "王氏")),
        ("[書名]{.title}", ("BookTitle", "書名")),
        ("[a b]{.nobreak}", ("NoBreak", "a b")),
        ("[燈]{lang=ja}", ("lang", "ja", "燈")),
        ('[燈]{lang="zh-Hant-HK"}', ("lang", "zh-Hant-HK", "燈")),
        ("[a *b*]{.title .name}", ("BookTitle", ("ProperName", "a ", ("em", "b")))),
        ("[a]{lang=fr .title}", ("lang", "fr", ("BookTitle", "a"))),
        ("[[a]{.name} b]{.title}", ("BookTitle", ("ProperName", "a"), " b")),
        ("[[a](https://a.hk)]{.nobreak}", ("NoBreak", ("link", "https://a.hk", "a"))),
        ("[漢|hon3 字|zi6]{.ruby}", ("ruby", ("漢", "hon3"), ("字", "zi6"))),
        ('[漢字]{ruby="hon3 zi6"}', ("ruby", ("漢字", "hon3 zi6"))),
        ("[漢|hon3]{.ruby lang=zh-Hant-HK}", ("lang", "zh-Hant-HK", ("ruby", ("漢", "hon3")))),
    ],
)
def test_a_span_is_the_node_that_its_attributes_name(text: str, expected: Form) -> None:
    assert (expected,) == inlines(text)


def test_each_reading_of_ruby_spans_its_base_and_reading() -> None:
    text = "[漢|hon3 字|zi6]{.ruby}"
    (ruby,), _ = line(text)
    assert isinstance(ruby, Ruby)
    segments = ruby.segments
    assert ["漢|hon3", "字|zi6"] == [text[part.span.start : part.span.end] for part in segments]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("H~2~O", ("H", ("Subscript", "2"), "O")),
        ("10^6^", ("10", ("Superscript", "6"))),
        ("a^*b*^", ("a", ("Superscript", ("em", "b")))),
        ("P~a\\ b~", ("P", ("Subscript", "a b"))),
        ("x^a~b~^", ("x", ("Superscript", "a", ("Subscript", "b")))),
        ("2^10 and 3^4", ("2^10 and 3^4",)),
        ("~20 to ~30", ("~20 to ~30",)),
    ],
)
def test_raised_and_lowered_text_holds_no_blank(text: str, expected: tuple[Form, ...]) -> None:
    assert expected == inlines(text)


def test_a_call_of_a_note_is_a_node() -> None:
    assert ("燈", ("call", "a-1"), "。") == inlines("燈[^a-1]。")


@pytest.mark.parametrize("text", ["HK$5 to US$6", "$5–$10", "costs $5", "a $ b $"])
def test_prices_are_text(text: str) -> None:
    assert (text,) == inlines(text)


def test_a_reference_or_an_escape_is_a_text_of_its_own() -> None:
    nodes, _ = line("a &amp; b\\*")
    assert ["a ", "&", " b", "*"] == [node.text for node in nodes if isinstance(node, Text)]


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("[a]{.loud}", "P114", ".loud"),
        ("[a]{color=red}", "P114", "color=red"),
        ("[a]{#id}", "P113", "{"),
        ("[]{.dots}", "P181", "[]{.dots}"),
        ("a[b]{.break}c", "P184", "[b]{.break}"),
        ("a[ ]{.break}c", "P184", "[ ]{.break}"),
        ("a[]{.break .dots}c", "P184", "[]{.break .dots}"),
        ("a[]{.break .break}c", "P184", "[]{.break .break}"),
        ("[ ]{.dots}", "P181", "[ ]{.dots}"),
        ("[a]{lang=english-x}", "P183", "lang=english-x"),
        ("[a]{lang=en-hk}", "P183", "lang=en-hk"),
        ("[漢字]{.ruby}", "P180", "[漢字]{.ruby}"),
        ("[漢|]{.ruby}", "P180", "[漢|]{.ruby}"),
        (f"[漢|{'x' * 61}]{{.ruby}}", "P180", f"[漢|{'x' * 61}]{{.ruby}}"),
        ("[*漢*|hon3]{.ruby}", "P180", "[*漢*|hon3]{.ruby}"),
        ("`a`{.b}", "P114", "{.b}"),
        ("[a](https://a.hk){.b}", "P114", "{.b}"),
        ("[a](javascript:b)", "P171", "[a](javascript:b)"),
        ("[a](page.html)", "P171", "[a](page.html)"),
        ("[a](//a.hk)", "P171", "[a](//a.hk)"),
        ("[a](https:)", "P171", "[a](https:)"),
        ("<ftp://a.hk>", "P171", "<ftp://a.hk>"),
        ("[a]()", "P170", "[a]()"),
        ("[](https://a.hk)", "P170", "[](https://a.hk)"),
        ('[a](https://a.hk "b")', "P162", '[a](https://a.hk "b")'),
        ("[a <b@c.hk>](https://a.hk)", "P172", "[a <b@c.hk>](https://a.hk)"),
        ("[a [b](tel:1)](tel:2)", "P172", "[a [b](tel:1)](tel:2)"),
    ],
)
def test_what_a_span_or_link_cannot_be_is_reported_in_its_place(
    text: str, code: str, place: str
) -> None:
    assert [(code, place)] == findings(text)
