from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.record import Language
from pressroom.language.records import en_hk, zh_hant_hk
from pressroom.typography.stretches import stretches

EN = en_hk.RECORD
ZH = zh_hant_hk.RECORD
MIXED = st.text("漢字，。「」“”‘’—…±·γ²é aZ09.-()①\u0301", max_size=24)


def faces(text: str, lang: Language) -> list[tuple[str, bool]]:
    return [(text[s.start : s.end], s.east_asian) for s in stretches(text, lang)]


def languages(text: str, lang: Language) -> list[tuple[str, str]]:
    return [(text[s.start : s.end], s.language) for s in stretches(text, lang)]


@given(MIXED, st.sampled_from([EN, ZH]))
def test_stretches_cover_the_text_in_order(text: str, lang: Language) -> None:
    parts = stretches(text, lang)
    assert text == "".join(text[part.start : part.end] for part in parts)
    assert all(part.start < part.end for part in parts)


@given(MIXED, st.sampled_from([EN, ZH]))
def test_neighbouring_stretches_differ(text: str, lang: Language) -> None:
    parts = stretches(text, lang)
    for one, other in pairwise(parts):
        assert one.east_asian != other.east_asian


@given(st.text("ab ,.“”‘’—…±·γ²①09", max_size=24))
def test_english_without_han_is_one_latin_stretch(text: str) -> None:
    assert {False} >= {part.east_asian for part in stretches(text, EN)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("於24小時內", [("於", True), ("24", False), ("小時內", True)]),
        ("干擾素γ抑制劑", [("干擾素", True), ("γ", False), ("抑制劑", True)]),
        ("溫度——升高……", [("溫度——升高……", True)]),
        ("由1.5–2.0倍", [("由", True), ("1.5–2.0", False), ("倍", True)]),
        ("稱為“emapalumab”的藥", [("稱為", True), ("“emapalumab”", False), ("的藥", True)]),
        ("稱為“單抗A”的藥", [("稱為“單抗", True), ("A", False), ("”的藥", True)]),
        ("“”", [("“”", True)]),
        ("patient’s 病歷", [("patient’s", False), (" 病歷", True)]),
        ("±2.5度", [("±", True), ("2.5", False), ("度", True)]),
        ("x²值", [("x²", False), ("值", True)]),
        ("Chan TM, Lee A等", [("Chan TM, Lee A", False), ("等", True)]),
    ],
)
def test_in_chinese_the_surroundings_decide_on_marks(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert expected == faces(text, ZH)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the 香港 “press” — ±2", [("the ", False), ("香港", True), (" “press” — ±2", False)]),
        ("《雜誌》, a title", [("《雜誌》", True), (", a title", False)]),
        ("葛\U000e0100x", [("葛\U000e0100", True), ("x", False)]),
    ],
)
def test_in_english_only_cells_take_the_han_face(
    text: str, expected: list[tuple[str, bool]]
) -> None:
    assert expected == faces(text, EN)


def test_latin_words_in_chinese_are_english_and_figures_are_not() -> None:
    assert [
        ("用", "zh-Hant-HK"),
        ("emapalumab 5 mg", "en-HK"),
        ("治療", "zh-Hant-HK"),
        ("9", "zh-Hant-HK"),
        ("個月", "zh-Hant-HK"),
    ] == languages("用emapalumab 5 mg治療9個月", ZH)


def test_han_words_in_english_are_chinese() -> None:
    assert [("at ", "en-HK"), ("沙田", "zh-Hant-HK"), (".", "en-HK")] == languages("at 沙田.", EN)
