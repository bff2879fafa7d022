"""Facts as languages beside English and Hong Kong Chinese write them."""

from __future__ import annotations

import pytest

from checks.written import FRONT, codes, edition, findings, of
from pressroom.checks.facts.reading import facts_in
from pressroom.place import SourceFile

FACTS = {"B101", "B102", "B103"}


def beside(english: str, language: str, written: str) -> SourceFile:
    own = edition(language, "12", written)
    return SourceFile("a.md", FRONT + edition("en-HK", "12", f"It was {english}.") + own)


EQUAL = [
    ("on 3 March 2026 at 1:05 pm", "zh-Hans-CN", "2026年3月3日下午1时5分。"),
    ("3 hours, 24 patients, 1.2 million", "zh-Hans-CN", "3个小时，24名病人，120万。"),
    ("HK$2,000,000 or 15% of 8 groups", "zh-Hans-CN", "200万港元，8个组的百分之十五。"),
    ("in 226,723 cases", "zh-Hant-TW", "共226,723例。"),
    ("on 3 March 2026 at 1:05 pm", "ja", "2026年3月3日午後1時5分。"),
    ("in March 2026 at 12 noon", "ja", "2026年3月の正午。"),
    ("12,000 people aged 30 years for 9 months", "ja", "30歳の1万2000人、9か月。"),
    ("120 million, 12.5% and 24 hours", "ja", "1億2000万、12.5パーセント、24時間。"),
    ("500 mg for 3 weeks", "ja", "500ミリグラムを3週間。"),
    ("on 3 March 2026 at 1:05 pm", "ko", "2026년 3월 3일 오후 1시 5분."),
    ("12,000 people aged 30 years for 9 months", "ko", "30세 1만 2000명, 9개월."),
    ("20 million, 12.5% and 24 hours", "ko", "2천만, 12.5%, 24시간."),
    ("on 1 May 2025 at 10:30 am", "fr", "Le 1er mai 2025 à 10\u00a0h\u00a030."),
    ("at 12 noon, 1,846 falls, 12.5%", "fr", "À midi, 1\u202f846 chutes, 12,5\u00a0%."),
    ("2.3 million doses of 500 mg in 24 hours", "fr", "2,3 millions de doses de 500 mg en 24 h."),
    ("12,350 people in 24 hours", "ja", "一万二千三百五十人、二十四時間。"),
    ("on 3 March 2026, since 1 May 2019", "ja", "令和8年3月3日、令和元年5月1日から。"),
    ("3.5 times for 120 years", "ja", "三・五倍、百二十年。"),
    ("12,000 people in 24 hours at 3:30 pm", "ko", "일만 이천 명, 스물네 시간, 오후 세 시 반."),
    ("35 boats and people aged 67 years", "ko", "서른다섯 척, 예순일곱 살."),
    (
        "97,235 falls in 21 days",
        "fr",
        "Quatre-vingt-dix-sept mille deux cent trente-cinq chutes en vingt et un jours.",
    ),
    ("2 million, 80% of them", "fr", "Deux millions, quatre-vingts pour cent."),
]


@pytest.mark.parametrize(("english", "language", "written"), EQUAL)
def test_a_fact_agrees_with_its_english_form(english: str, language: str, written: str) -> None:
    assert not FACTS & set(codes(beside(english, language, written)))


DIFFERENT = [
    ("on 3 March 2026", "zh-Hans-CN", "2026年3月4日。", "2026年3月4日"),
    ("for 1.2 million", "zh-Hans-CN", "有130万。", "130万"),
    ("at 1:05 pm", "ja", "午前1時5分。", "午前1時5分"),
    ("12,000 people", "ja", "1万3000人。", "1万3000"),
    ("12.5% of them", "ko", "12.6%.", "12.6%"),
    ("on 3 March 2026", "ko", "2026년 3월 2일.", "2026년 3월 2일"),
    ("12.5% of them", "fr", "C’est 12,6 %.", "12,6 %"),
    ("on 3 March 2026", "fr", "Le 3 mai 2026.", "3 mai 2026"),
    ("12,000 people", "ja", "一万三千人。", "一万三千人"),
    ("on 3 March 2026", "ja", "令和7年3月3日。", "令和7年3月3日"),
    ("24 hours", "ko", "스물다섯 시간.", "스물다섯 시간"),
    ("for 21 days", "fr", "Pendant vingt-deux jours.", "vingt-deux jours"),
]


NO_NUMBERS = [
    ("ja", "十分に強い風。第三者と一方。三菱の船、千葉の人、万一の時。"),
    ("ko", "세계의 배. 네덜란드의 배. 이 배는 천천히 왔다. 한국에서 일하는 사람."),
    ("fr", "Un bateau, une voile, le centre et la sixième rive."),
]


@pytest.mark.parametrize(("language", "written"), NO_NUMBERS)
def test_what_only_looks_like_a_number_word_is_none(language: str, written: str) -> None:
    assert () == facts_in(written, language)


@pytest.mark.parametrize(("english", "language", "written", "shown"), DIFFERENT)
def test_a_fact_that_differs_is_shown(
    english: str, language: str, written: str, shown: str
) -> None:
    (found,) = of(findings(beside(english, language, written)), "B101")
    assert found.place
    assert shown == found.place.file.slice(found.place.span)


def alone(language: str, written: str) -> SourceFile:
    return SourceFile("a.md", FRONT + edition(language, "12", written))


MARKS: list[tuple[str, str, list[str]]] = [
    ("zh-Hans-CN", "他说：“风很大，‘阿南’号还没有回来。”", []),
    ("zh-Hans-CN", "他说：「风很大。」", ["T206", "T206"]),
    ("zh-Hant-TW", "他說：“風很大。”", ["T206", "T206"]),
    ("zh-Hans-CN", "漁船都回来了。", ["B108"]),
    ("zh-Hant-TW", "渔船都回來了。", ["B108"]),
    ("zh-Hant-TW", "船身寫的是[渔船]{lang=zh-Hans-CN}。", []),
    ("zh-Hant-TW", "香港寫的是[渔船]{lang=zh-Hant-HK}。", ["B108"]),
    ("ja", "彼は「風が強い」と言った。ジョン・スミス医師は、船が戻ったと述べた。", []),
    ("ko", "그는 “바람이 세다.”라고 말했다, 그리고 배가 모두 돌아왔다.", []),
    (
        "fr",
        "Il dit\u202f: «\u00a0Le vent est fort\u202f; les bateaux sont de retour\u202f!\u202f»",
        [],
    ),
]


@pytest.mark.parametrize(("language", "written", "expected"), MARKS)
def test_marks_and_forms_are_those_of_the_language(
    language: str, written: str, expected: list[str]
) -> None:
    assert expected == codes(alone(language, written))


def test_corner_brackets_in_simplified_chinese_become_curly_marks() -> None:
    found = of(findings(alone("zh-Hans-CN", "他说：「风『很』大。」")), "T206")
    assert ["write “", "write ‘", "write ’", "write ”"] == [one.hints[0] for one in found]


@pytest.mark.parametrize(
    ("language", "plain", "odd"),
    [
        ("en-HK", "a second time", "a \u017fecond time"),
        ("en-HK", "thirty patients", "th\u0130rty patients"),
        ("en-HK", "two-thirds of them", "two-th\u0131rds of them"),
        ("fr", "3 mai 2026", "3 ma\u0130 2026"),
    ],
)
def test_letters_that_pass_for_others_are_read_as_those(
    language: str, plain: str, odd: str
) -> None:
    assert facts_in(plain, language)
    assert facts_in(plain, language) == facts_in(odd, language)
