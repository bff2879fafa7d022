"""Editions of unlike outline: what is missing is named, and nothing else is said to be wrong."""

import pytest

from checks.written import FRONT, codes, edition, findings, of, source
from pressroom.place import SourceFile

ENGLISH = [
    "All 12 boats in the bay came back at 22:00 on 3 March 2026, said the harbour master.",
    "The wind reached 85 km an hour, and 1,846 people stayed at home.",
    "Nobody was hurt, and the school opened again the next morning.",
    "A fund of HK$10 million pays for the repair of 37 huts along the shore.",
    "Two patients took emapalumab 5 mg a day for 9 months and are well again.",
    "More of this is in the *Harbour Medical Journal*.",
]
CHINESE = [
    "海港主管表示，海灣內全部12艘漁船於2026年3月3日晚上十時回來。",
    "風速達每小時85公里，共有1,846人留在家中。",
    "沒有人受傷，學校翌日早上重開。",
    "一項1,000萬元的基金支付沿岸37間棚屋的維修費用。",
    "兩名病人每日服用依馬利尤單抗（emapalumab）5毫克，為期9個月，現已康復。",
    "詳情見《海港醫學雜誌》。",
]


def body(paragraphs: list[str]) -> str:
    return "\n\n".join(paragraphs)


def test_editions_of_one_outline_have_no_finding() -> None:
    assert [] == codes(source(body(CHINESE), body(ENGLISH)))


@pytest.mark.parametrize("lost", range(6))
def test_a_lost_paragraph_is_named_and_nothing_else(lost: int) -> None:
    chinese = body([text for at, text in enumerate(CHINESE) if at != lost])
    (found,) = findings(source(chinese, body(ENGLISH)))
    assert "B104" == found.code
    assert found.place
    assert ENGLISH[lost].strip("*.") in found.place.file.slice(found.place.span) + "*."


@pytest.mark.parametrize("lost", range(6))
def test_a_paragraph_lost_in_the_first_edition_is_named_in_the_other(lost: int) -> None:
    english = body([text for at, text in enumerate(ENGLISH) if at != lost])
    (found,) = findings(source(body(CHINESE), english))
    assert "B104" == found.code
    assert found.place
    assert found.beside
    assert CHINESE[lost] == found.place.file.slice(found.place.span)


@pytest.mark.parametrize("at", [1, 3, 4])
def test_a_paragraph_that_was_parted_is_shown_with_both_halves(at: int) -> None:
    first, comma, second = CHINESE[at].rpartition("，")
    if at == 3:
        first, comma, second = "一項1,000萬元的基金支付維修費用", "。", "沿岸37間棚屋受惠。"
    parted = [*CHINESE[:at], f"{first}{comma}", second, *CHINESE[at + 1 :]]
    (found,) = findings(source(body(parted), body(ENGLISH)))
    assert ("B104", "a paragraph beside 2 paragraphs in zh-Hant-HK") == (found.code, found.message)


@pytest.mark.parametrize("at", [0, 1, 3])
def test_two_paragraphs_that_changed_places_are_one_finding(at: int) -> None:
    other = list(CHINESE)
    other[at], other[at + 1] = other[at + 1], other[at]
    assert ["B110"] == codes(source(body(other), body(ENGLISH)))


@pytest.mark.parametrize("lost", [0, 2, 4])
def test_a_fact_that_differs_is_found_beside_a_lost_paragraph(lost: int) -> None:
    chinese = body([text for at, text in enumerate(CHINESE) if at != lost])
    wrong = chinese.replace("1,846人", "1,864人").replace("37間", "73間")
    found = findings(source(wrong, body(ENGLISH)))
    assert ["B101", "B101", "B104"] == sorted(one.code for one in found)


def test_a_lost_list_is_one_finding() -> None:
    english = body([*ENGLISH[:3], "- 15 huts\n- 17 sheds\n- 19 piers", *ENGLISH[3:]])
    (found,) = findings(source(body(CHINESE), english))
    assert "3 items of lists without a counterpart in zh-Hant-HK" == found.message


def test_editions_of_another_outline_are_counted_once() -> None:
    english = body([*ENGLISH, *(f"- Boat number {number}, repaired." for number in range(3))])
    heads = body([f"## 標題{text}\n\n{text}" for text in CHINESE])
    assert ["B104"] == [found.code for found in of(findings(source(heads, english)), "B104")]


def test_a_paragraph_that_waits_for_its_translation_is_the_only_finding() -> None:
    waiting = [*CHINESE[:1], ENGLISH[1], *CHINESE[2:]]
    assert ["B106"] == codes(source(body(waiting), body(ENGLISH)))


@pytest.mark.parametrize(
    ("tag", "paragraphs"),
    [
        (
            "ja",
            [
                "2026年3月3日22時、湾の漁船12隻がすべて戻ったと港長が話した。",
                "風速は時速85キロに達し、1,846人が家にとどまった。",
                "けが人はなく、学校は翌朝また始まった。",
                "1,000万香港ドルの基金が岸の小屋37軒の修理にあてられる。",
            ],
        ),
        (
            "ko",
            [
                "2026년 3월 3일 22시에 만의 어선 12척이 모두 돌아왔다고 항만장이 말했다.",
                "풍속은 시속 85킬로미터에 이르렀고 1,846명이 집에 머물렀다.",
                "다친 사람은 없었고 학교는 다음 날 아침에 다시 열렸다.",
                "1,000만 홍콩달러의 기금이 해안의 오두막 37채의 수리에 쓰인다.",
            ],
        ),
    ],
)
def test_a_lost_paragraph_is_named_in_other_languages(tag: str, paragraphs: list[str]) -> None:
    for lost in range(4):
        text = body([one for at, one in enumerate(paragraphs) if at != lost])
        file = SourceFile(
            "a.md",
            FRONT + edition("en-HK", "Boats", body(ENGLISH[:4])) + edition(tag, "船", text),
        )
        (found,) = of(findings(file), "B104")
        assert found.place
        assert ENGLISH[lost] == file.slice(found.place.span)
        assert [] == of(findings(file), "B105")
