import pytest

from checks.written import findings, of, source

PRINTED = [
    ("**風很大，船回來了。", "**"),
    ("風**很大，船回來了。", "**"),
    ("他說「**風很大」。", "**"),
    ("風很大，*船回來了。", "*"),
    ("**風**很大，**船回來了。", "**船"),
    ("甲*風，乙*船\n\n風 __很大。", "__"),
    ("** 風很大**，船回來了。", "** "),
    ("有`代碼。", "`"),
    ("見[文章。", "["),
    ("見[文章[一]。", "[文章"),
    ("共10^3個", "^"),
    ("每H~2O分子", "~"),
    ("~~風很大。", "~~"),
    ("見[甲] (https://harbour.example/a)。", "] ("),
    ("見[^a b]。", "[^"),
    ("漁船[回來] {.dots}了。", "{"),
    ("##漁船", "##"),
    ("＃＃ 漁船", "＃＃"),
]


@pytest.mark.parametrize(("text", "where"), PRINTED)
def test_a_mark_that_marks_nothing_is_named_at_its_place(text: str, where: str) -> None:
    file = source(text)
    (found,) = of(findings(file), "T223")
    assert found.place
    assert file.text.index(text) + text.rindex(where) == found.place.span.start


CHARACTERS = [
    "共有5*3間，2**8間。",
    "p值為0.03*，另一組為0.01**。\n\n*p<0.05; **p<0.01",
    "| 組 | 例 |\n|---|---|\n| 1* | 2** |\n| 3*** | 4 |\n\n*與上年相比。\n\n**初步數字。\n\n***修訂數字。",
    "| 組 | 例 |\n|---|---|\n| 甲^ | 1 |\n| 乙# | 2@ |\n\n^ 初步數字",
    "*所有時間為香港時間。",
    "第一行\\\n*第二行",
    "數據** 已修訂。\n\n** 初步數字",
    "樣本**中有三人。\n\n**已調整。",
    "陳*文及李**，身份證A123***(*)。",
    "kwargs及__init__，rs123_4及a_b_c，姓名：____",
    "見[1] (https://harbour.example/a)及[104]\t(https://harbour.example/b)。",
    "共3~5天，約~5毫克，好呀~~，^_^",
    "區間為[0, 1)及[−1.5，2)，見[1]及[sic]。",
    r"\*星 \`代碼 \[文章 10\^3 H\~2O \#\#漁船 \{.dots}",
    "*全部*及**一半**，`a*b`[甲](https://harbour.example/*a)。",
    "<https://harbour.example/~x*y>及#標籤。",
]


@pytest.mark.parametrize("text", CHARACTERS)
def test_a_mark_that_is_meant_as_a_character_is_left_alone(text: str) -> None:
    assert [] == of(findings(source(text)), "T223")


@pytest.mark.parametrize(
    "text",
    [
        "Chan TM*, Lee KK**\n\n*Professor\n\n**Emeritus",
        "5 * 3",
        "HLA-B*27:05 is one.",
        "un*think*able",
    ],
)
def test_english_stars_are_left_alone(text: str) -> None:
    assert [] == [
        finding.code
        for finding in findings(source(text, language="en-HK"))
        if finding.code[:3] == "T22"
    ]


def test_two_alleles_in_a_sentence_are_no_stress() -> None:
    file = source("帶有HLA-B*27:05 及HLA-B*15:02的人。")
    (found,) = of(findings(file), "T224")
    assert found.place
    assert file.text.index("*27") == found.place.span.start
