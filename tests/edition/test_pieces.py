import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edition.making import chinese, english, pieces, set_release, written
from edition.shown import shown
from pressroom.edition.flat import flat
from pressroom.edition.projection import plain
from pressroom.edition.resolved import Marked, RubyRun, Run, TextBlock
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.model.blocks import Paragraph


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("*emphasis* here", "{slant:emphasis} here"),
        ("in [A Title]{.title}", "in {slant:A Title}"),
        ("*all **of** it*", "{slant:all }{strong:{slant:of}}{slant: it}"),
        ("*at 沙田 now*", "{slant:at }{dots:沙田}{slant: now}"),
        ("*see `code`*", "{slant:see }{code:code}"),
        ("10^3^ and CO~2~", "10{superscript:3} and CO{subscript:2}"),
        ("one\\\ntwo", "one/two"),
        ("[kept as one]{.nobreak}", "{no-break:kept as one}"),
        ("*p* < 0.05 was seen", "{no-break:{slant:p} < 0.05} was seen"),
        ("**5** mg or **5 mg**", "{no-break:{strong:5} mg} or {no-break:{strong:5 mg}}"),
        ("<https://example.org/5-9/>", "<https://example.org/5-9/>"),
    ],
)
def test_marks_in_english(source: str, expected: str) -> None:
    assert expected == shown(pieces(english(source)))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("這是*重點*。", "這是{dots:重點}。"),
        ("這是*重點emapalumab*。", "這是{dots:重點}{slant:emapalumab}。"),
        ("見[低燈少跌]{.title}", "見{book-title:低燈少跌}"),
        ("見[Lights low]{.title}", "見{slant:Lights low}"),
        ("[何永]{.name}說", "{proper-name:何永}說"),
        ("隨訪9個月", "隨訪{no-break:9|個月}"),
        ("[地|dei6 燈|dang1]{.ruby}", "[地:dei6][燈:dang1]"),
        ("載於<https://example.org/>，", "載於<https://example.org/>，"),
    ],
)
def test_marks_in_chinese(source: str, expected: str) -> None:
    assert expected == shown(pieces(chinese(source)))


def test_the_house_dresses_the_dateline() -> None:
    line = shown(pieces(english("[Hong Kong, 3 March 2026]{.dateline} A team found.")))
    assert "{dateline:(|Hong Kong, {no-break:3 March} 2026|) –} |A team found." == line
    line = shown(pieces(chinese("[香港]{.dateline} 一個團隊。")))
    assert "{dateline:（|香港|）——}一個團隊。" == line


def test_each_run_of_a_chinese_paragraph_has_one_language_and_one_face() -> None:
    runs = [piece for piece in pieces(chinese("用emapalumab治療")) if isinstance(piece, Run)]
    assert [
        ("用", "zh-Hant-HK", True),
        ("emapalumab", "en-HK", False),
        ("治療", "zh-Hant-HK", True),
    ] == [(run.text, run.language, run.east_asian) for run in runs]


def test_a_face_is_decided_across_marks() -> None:
    (strong,) = [p for p in pieces(chinese("他說**“很好”**。")) if isinstance(p, Marked)]
    assert [True] == [run.east_asian for run in strong.children if isinstance(run, Run)]


def test_a_stretch_in_another_language_says_which() -> None:
    edition = chinese("原文為[すし]{lang=ja}及[chat]{lang=fr}。")
    languages = [p.language for p in pieces(edition) if isinstance(p, Run)]
    assert ["zh-Hant-HK", "ja", "zh-Hant-HK", "fr", "zh-Hant-HK"] == languages


@pytest.mark.parametrize(
    ("reading", "language"),
    [("hon3 zi6", "yue-Latn"), ("hàn zì", "zh-Latn-pinyin"), ("ㄏㄢˋ", "zh-Hant-HK")],
)
def test_the_reading_of_ruby_has_a_language(reading: str, language: str) -> None:
    (ruby,) = pieces(chinese(f'[漢字]{{ruby="{reading}"}}'))
    assert isinstance(ruby, RubyRun)
    assert language == ruby.pairs[0].language


@settings(max_examples=40)
@given(
    st.lists(
        st.sampled_from(
            ["漢字", "9個月", " a ", "*重點*", "**b漢**", "`c`", "“引”", "，", "\n", "5 mg", "\\*"]
        ),
        min_size=1,
        max_size=12,
    ).map("".join)
)
def test_runs_say_where_each_character_stands(body: str) -> None:
    release, _ = set_release(written(("zh-Hant-HK", f"# 標題\n\n字{body}字")))
    text = release.source.text
    for block in blocks_of(release.editions[0]):
        assert isinstance(block, TextBlock)
        for run in pieces_of(block.pieces):
            if isinstance(run, Run) and run.span and len(run.text) == run.span.end - run.span.start:
                assert run.text == text[run.span.start : run.span.end].replace("\n", " ")


@settings(max_examples=40)
@given(st.text("ab漢字 5mg個月*，", max_size=30))
def test_setting_changes_no_character(text: str) -> None:
    escaped = text.replace("*", "\\*")
    release = written(("zh-Hant-HK", f"# 標題\n\n字{escaped}字"))
    (paragraph,) = release.editions[0].blocks
    assert isinstance(paragraph, Paragraph)
    set_one, _ = set_release(release)
    assert flat(paragraph.children) == plain(pieces(set_one.editions[0]))
