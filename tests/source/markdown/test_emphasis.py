import pytest
from hypothesis import given
from hypothesis import strategies as st

from source.markdown.written import inlines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**《海港學報》**刊登", (("strong", "《海港學報》"), "刊登")),
        ("刊登於**《海港學報》**。", ("刊登於", ("strong", "《海港學報》"), "。")),
        ("藥物**(placebo)**進行", ("藥物", ("strong", "(placebo)"), "進行")),
        ("*《學報》*已刊", (("em", "《學報》"), "已刊")),
        ("這是**「重點」**。", ("這是", ("strong", "「重點」"), "。")),
        ("這是**“重點”**的話", ("這是", ("strong", "“重點”"), "的話")),
        ("**病房**燈光", (("strong", "病房"), "燈光")),
        ("燈光**（琥珀色）**，照地", ("燈光", ("strong", "（琥珀色）"), "，照地")),
        (
            "見**[表一](https://a.hk)**內",
            ("見", ("strong", ("link", "https://a.hk", "表一")), "內"),
        ),
        ("ウエ**「カナ」**です", ("ウエ", ("strong", "「カナ」"), "です")),
        ("한국**(번역)**입니다", ("한국", ("strong", "(번역)"), "입니다")),
        ("甲***「乙」***丙", ("甲", ("em", ("strong", "「乙」")), "丙")),
        ("**《學報》**abc", (("strong", "《學報》"), "abc")),
        ("abc**《學報》**", ("abc", ("strong", "《學報》"))),
        ("是_「重點」_。", ("是", ("em", "「重點」"), "。")),
    ],
)
def test_emphasis_closes_between_han_and_marks(text: str, expected: object) -> None:
    assert expected == inlines(text)


@pytest.mark.parametrize(
    "text", ["甲 * 乙 * 丙", "snake_case_名", "5*6 米", "** 甲 **", "全形＊不算＊"]
)
def test_a_delimiter_beside_a_blank_or_inside_a_latin_word_stays_text(text: str) -> None:
    assert (text,) == inlines(text)


def test_an_ideographic_space_is_a_blank() -> None:
    assert ("甲*\u3000乙*",) == inlines("甲*\u3000乙*")


HAN = st.text(alphabet="燈病房地板光《》「」，。（）", min_size=1, max_size=6)


@given(HAN, HAN, HAN, st.sampled_from(["em", "strong"]))
def test_any_han_text_can_be_emphasised(before: str, inside: str, after: str, kind: str) -> None:
    mark = "*" if kind == "em" else "**"
    assert (before, (kind, inside), after) == inlines(f"{before}{mark}{inside}{mark}{after}")
