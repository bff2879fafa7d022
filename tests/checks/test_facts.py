import pytest

from checks.written import codes, findings, of, source
from pressroom.checks.facts.numerals import chinese
from pressroom.diagnostics import Severity

NUMERALS = [
    ("二○二六", "2026"), ("二〇二六", "2026"), ("一百點九", "1009/10"), ("九十八點六", "493/5"), ("十六萬", "160000"),
    ("一千八百四十六", "1846"), ("三百萬", "3000000"), ("一億二千萬", "120000000"), ("十", "10"), ("二十", "20"),
    ("一百零五", "105"), ("百", "None"), ("兩", "2"),
]  # fmt: skip


@pytest.mark.parametrize(("written", "value"), NUMERALS)
def test_a_chinese_numeral_is_read(written: str, value: str) -> None:
    assert value == str(chinese(written))


EQUAL = [
    ("on 21 October 2025", "於二○二五年十月二十一日"),
    ("on 21 October 2025", "於2025年10月21日"),
    ("on May 11, 2026", "於五月十一日"),
    ("at 11 am", "上午十一時"),
    ("at 10:30 pm", "晚上十時半"),
    ("from 22:00 to 06:00", "22時至翌晨6時"),
    ("15% of them", "其中百分之十五"),
    ("some 20 per cent", "約兩成"),
    ("160,000 visits", "十六萬人次"),
    ("HK$10 million", "約1,000萬元"),
    ("226 723 cases", "226 723宗"),
    ("226,723 cases", "226 723宗"),
    ("the fourth and fifth rounds", "第四、五次"),
    ("thirty patients", "三十名病人"),
    ("a dozen boats", "12艘漁船"),
    ("a 30-year-old woman", "30歲女子"),
    ("a 9-month follow-up", "隨訪9個月"),
    ("500 mg daily", "每日0.5克"),
    ("call 2871 8888", "致電2871 8888"),
    ("call (852) 2871 8888", "致電（852）2871 8888"),
    ("two-thirds of them", "其中三分之二"),
    ("98.6 degrees", "九十八點六度"),
    ("see <https://harbour.example/a>", "見<https://harbour.example/a>"),
    ("1.5 billion", "15億"),
    ("in 2026", "於二〇二六年"),
    ("in 2026", "於二零二六年"),
    ("100.9 points", "一百點九分"),
    ("a twofold rise", "上升至兩倍"),
    ("a two-fold rise", "上升至2倍"),
    ("half of them", "其中一半"),
    ("two dozen boats", "24艘漁船"),
    ("a hundred boats", "100艘漁船"),
    ("one million people", "100萬人"),
    ("120 mmHg", "120毫米汞柱"),
    ("250 mL of water", "0.25公升清水"),
    ("2 kg of rice", "2,000克米"),
    ("Money first, time second.", "第一點是金錢，第二點是時間。"),
    ("HK$3,000each", "每艘3,000元"),
    ("200 in 5 mg doses", "分5毫克服用的200劑"),
]


@pytest.mark.parametrize(("english", "written"), EQUAL)
def test_one_fact_in_two_languages_agrees(english: str, written: str) -> None:
    file = source(f"漁船{written}。", f"The boats {english} are back.")
    assert [] == [code for code in codes(file) if code in {"B101", "B102", "B103"}]


DIFFERENT = [
    ("on 21 October 2025", "於二○二五年十月二十二日"),
    ("at 11 am", "上午十時"),
    ("at 10 pm", "上午十時"),
    ("15% of them", "其中百分之五十"),
    ("160,000 visits", "十五萬人次"),
    ("HK$10 million", "約100萬元"),
    ("a 30-year-old woman", "35歲女子"),
    ("500 mg daily", "每日0.05克"),
    ("500 mg daily", "每日500微克"),
    ("call 2871 8888", "致電2871 8889"),
    ("see <https://harbour.example/a>", "見<https://harbour.example/b>"),
    ("thirty patients", "四十名病人"),
    ("in 2026", "於二○二七年"),
    ("100.9 points", "一百點八分"),
    ("the fourth and fifth rounds", "第四、六次"),
    ("half of them", "其中三分之二"),
    ("two dozen boats", "25艘漁船"),
    ("one million people", "10萬人"),
    ("250 mL of water", "0.5公升清水"),
    ("5 kg", "20磅"),
    ("38.5 °C", "105℉"),
    ("fell by 30 in 12 months", "在12日內減少30"),
    ("200 in 5 mg doses", "分6毫克服用的200劑"),
    ("HK$5 in 12 tins", "12罐6元"),
    ("1 in 10 million", "每一百萬人有一人"),
]


@pytest.mark.parametrize(("english", "written"), DIFFERENT)
def test_a_fact_that_differs_is_shown_with_both_places(english: str, written: str) -> None:
    (found,) = of(findings(source(f"漁船{written}。", f"The boats {english} are back.")), "B101")
    assert found.place
    assert found.beside
    assert found.place.file.slice(found.place.span) in written
    assert found.beside.file.slice(found.beside.span).strip() in english


CONVERTED = [
    ("5 kg", "11磅"),
    ("37.5 °C", "99.5℉"),
    ("3 miles", "4.8公里"),
    ("6 feet", "1.83米"),
    ("605 g", "1斤"),
]


@pytest.mark.parametrize(("english", "written"), CONVERTED)
def test_an_amount_in_another_system_is_a_finding_of_its_own(english: str, written: str) -> None:
    file = source(f"漁船{written}。", f"The boats {english} are back.")
    (found,) = findings(file)
    assert ("B109", Severity.ADVICE) == (found.code, found.severity)
    assert english in found.message
    assert written in found.message


def test_words_that_may_be_idiom_weigh_less() -> None:
    file = source("三十名病人。", "Forty patients came.")
    assert [Severity.WARNING] == [finding.severity for finding in of(findings(file), "B101")]
    assert [] == codes(source("大家一起回來。", "One by one, two by two they came."))


def test_facts_of_one_edition_come_as_one_piece_of_advice() -> None:
    file = source("漁船回來了。", "At 22:00 on 3 March 2026 all 12 boats were back.")
    (found,) = findings(file)
    assert ("B102", Severity.ADVICE) == (found.code, found.severity)
    assert all(said in found.message for said in ("22:00", "3 March 2026", "12"))


def test_a_fact_may_stand_in_another_paragraph() -> None:
    assert [] == codes(source("漁船。\n\n共12艘。", "There are 12 boats.\n\nThey are back."))


EXCHANGED = [
    (
        "The first ward gave 5 mg to the children.\n\nThe second ward gave 50 mg to the children.",
        "第一個病房給兒童50毫克。\n\n第二個病房給兒童5毫克。",
        2,
    ),
    ("The rate was 4.4% in all.\n\nAt sea it was 4.3%.", "整體比率為4.3%。\n\n海上為4.3%。", 1),
]


@pytest.mark.parametrize(("english", "written", "count"), EXCHANGED)
def test_a_value_of_another_paragraph_is_named_where_it_does_not_belong(
    english: str, written: str, count: int
) -> None:
    found = findings(source(written, english))
    assert [("B101", Severity.WARNING)] * count == [(one.code, one.severity) for one in found]


def test_an_amount_of_another_system_that_stands_elsewhere_is_not_exchanged() -> None:
    file = source("魚重11磅。\n\n蟹重11磅。", "The fish weighs 5 kg.\n\nThe crab weighs 11 lb.")
    assert "B101" not in codes(file)


def test_a_glossary_term_that_one_edition_lacks_is_reported() -> None:
    assert ["B107"] == codes(source("海風很大。", "The south-west monsoon is strong."))
    assert [] == codes(source("西南季候風很大。", "The south-west monsoon is strong."))


IN_OTHER_WORDS = [
    (
        "Nine of 12 patients recovered; the other three did not.",
        "12名病人中有9名康復，其餘3名沒有。",
    ),
    ("In May and June 2026, 1.2 million came.", "2026年5月及6月，有120萬人到來。"),
    ("COVID-19 and HbA1c of 7.5%.", "2019冠狀病毒病及糖化血紅素7.5%。"),
    ("Type 2 diabetes affects one in ten adults.", "每十名成人便有一名患二型糖尿病。"),
    ("At 12 noon the hospital received 5kg of samples.", "醫院於中午12時收到5公斤樣本。"),
    ("Wards 3A and 4B reopened.", "3A及4B病房重開。"),
    ("Ten thousand people came.", "一萬人到來。"),
    ("The survival rate was 80 per cent at five years.", "五年存活率為八成。"),
]


@pytest.mark.parametrize(("english", "written"), IN_OTHER_WORDS)
def test_what_each_language_says_in_its_own_way_agrees(english: str, written: str) -> None:
    assert [] == codes(source(written, english))
