import re
from dataclasses import replace
from pathlib import Path

import pytest

from checks.written import HOUSE, codes, example, findings, of, source
from pressroom.checks import rules as package
from pressroom.checks.mend import mend
from pressroom.checks.registry import BUILT_IN, rules
from pressroom.checks.rule import Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.house.tokens import Weight

by_code = pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)


@by_code
def test_the_example_of_a_rule_breaks_it(rule: Rule) -> None:
    assert rule.code in codes(example(rule))


@by_code
def test_the_repair_of_an_example_is_the_one_that_is_shown(rule: Rule) -> None:
    if rule.repair is Repair.BY_HAND:
        assert rule.example.after == ""
        return
    mended = mend(example(rule), HOUSE, unsafe=rule.repair is Repair.UNSAFE)
    assert rule.code not in codes(mended.file)
    own = rule.example
    if not own.front:
        wanted = source(own.after, own.english, headline=own.headline, language=own.language)
        assert wanted.text == mended.file.text


@by_code
def test_a_comment_before_the_paragraph_silences_a_rule(rule: Rule) -> None:
    own, before = rule.example, rule.example.before
    comment = f"<!-- allow {rule.code} -->\n"
    allowed = source(comment + before, own.english, language=own.language)
    if own.front:
        allowed = source(before, own.english, f"# allow {rule.code}\n{own.front}")
    if "\n\n" not in before and rule.code not in {"B102", "B104", "B105", "B107", "S309"}:
        assert rule.code not in codes(allowed)


@by_code
def test_a_house_says_what_a_finding_weighs(rule: Rule) -> None:
    file = example(rule)
    assert rule.code not in codes(file, {rule.code: Weight.OFF})
    found = of(findings(file, {rule.code: Weight.ADVICE}), rule.code)
    assert {Severity.ADVICE} == {finding.severity for finding in found}


def test_the_table_holds_every_rule_and_each_has_a_code_of_its_own() -> None:
    (folder,) = package.__path__
    modules = {path.stem for path in Path(folder).glob("*.py")} - {"__init__"}
    assert modules == set(BUILT_IN)
    assert len(rules()) == len({rule.code for rule in rules()})


CLEAN = [
    "約2,000萬元，比例為1:2，時間為10:30。",
    "作者為 Guo R, Ye S, Gu L 三人。",
    "文章見 Hong Kong Med J 2025;31:387-90。",
    "他說：「風很大，『阿南』號還沒有回來。」",
    "（www.harbour.example）及（emapalumab）均可。",
    "海風……停了——船回來了。",
    "數據為 *p* < 0.001（95%置信區間為0.38–0.66）。",
    "檔案為`a,b(c)`，見<https://harbour.example/a,b(c)>。",
    "「第一段說風很大。\n\n「第二段說船回來了。」",
    "共有12間病房，溫度為22.5 ± 1.0℃。",
    "**12間**病房及*一半*的病人。",
    "a) 第一項；b) 第二項。",
    "衞生署着市民留意，税局及眾多機構亦然。",
    "[香港，2026年3月3日]{.dateline} 漁船回來了。",
    "圖1. 漁船數目\n\n附件2a. 漁船名單\n\n表三. 風速",
]


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Vraiment!", "Vraiment~!"),
        ("Vraiment ?! Oui…!", "Vraiment~?! Oui…~!"),
        ("Oui\u00a0: il est 13:05, à 3:1.", None),
        ("Un lien: <https://example.org/a?b;c> (!).", "Un lien~: <https://example.org/a?b;c> (!)."),
        ("«Oui!» et « *non* »", "«~Oui~!~» et «~*non*~»"),
        ("[Le port ;]{lang=en-HK} bateaux\u2009;", "[Le port ;]{lang=en-HK} bateaux~;"),
        ("**Le port** : ouvert", "**Le port**~: ouvert"),
    ],
)
def test_french_marks_get_a_space_at_which_no_line_ends(text: str, mended: str | None) -> None:
    wanted = source((mended or text).replace("~", "\u202f"), headline="Le port", language="fr")
    written = source(text, headline="Le port", language="fr")
    assert wanted.text == mend(written, HOUSE).file.text


@pytest.mark.parametrize("text", CLEAN)
def test_clean_text_is_left_alone(text: str) -> None:
    assert [] == codes(source(text))


CONTEXTS = [
    ("香港, 2025年", "香港，2025年"),
    ("患者,並在", "患者，並在"),
    ("使用CT,並在", "使用CT，並在"),
    ("是否做CT?", "是否做CT？"),
    ("詳情:https://a.example", "詳情：https://a.example"),
    ("他說:「好」", "他說：「好」"),
    ("風停了.船回來了.", "風停了。船回來了。"),
    ("船有15艘. 風停了", "船有15艘。風停了"),
    ("一. 概述", "一. 概述"),
    ("見 Guo R, Ye S 等人", "見 Guo R, Ye S 等人"),
    ("共1,846名", "共1,846名"),
    ("依馬 (emapalumab) 進行", "依馬（emapalumab）進行"),
    ("見 Smith (2020) 一文", "見 Smith (2020) 一文"),
    ("海風(即季候風)", "海風（即季候風）"),
    ("海風（即季候風)", "海風（即季候風）"),
    ('稱為"SLE"的病', "稱為「SLE」的病"),
    ("「他說“好”」", "「他說『好』」"),
    ("**海上** 風大", "**海上**風大"),
]


@pytest.mark.parametrize(("before", "after"), CONTEXTS)
def test_a_mark_is_judged_by_its_neighbours(before: str, after: str) -> None:
    assert source(after).text == mend(source(before)).file.text


def test_a_repair_keeps_the_markup_around_it() -> None:
    mended = mend(source("**海風**,[漁船](https://a.example) 。"))
    assert "**海風**，[漁船](https://a.example)。" in mended.file.text


def test_a_finding_knows_its_place_to_the_character() -> None:
    file = source("海風很大,漁船回來了。")
    (found,) = findings(file)
    assert found.place
    assert file.text.index(",漁") == found.place.span.start
    assert re.fullmatch("[TSMB][0-9]{3}", found.code)


WORDS: list[tuple[str, list[str]]] = [
    ("The color of boats.", ["T216"]),
    ("Color is all.", ["T216"]),
    ("The Harbour Center is here.", []),
    ("A colorectal ward.", []),
    ("A matter of anesthe\u017fia.", []),
]


@pytest.mark.parametrize(("english", "expected"), WORDS)
def test_words_of_the_house_are_proposed_but_not_for_names(
    english: str, expected: list[str]
) -> None:
    assert expected == codes(source("漁船。", english))


def test_a_proposed_word_keeps_the_capital_of_the_one_it_replaces() -> None:
    mended = mend(source("漁船。", "Color is all."), HOUSE, unsafe=True)
    assert "Colour is all." in mended.file.text


ENGLISH: list[tuple[str, str]] = [
    ("The boats are back , all 12 .", "The boats are back, all 12."),
    ("All twelve（12）boats，and dogs：“Back！”", "All twelve (12) boats, and dogs: “Back!”"),
    (
        "They came back.. The wind was strong,,then not.",
        "They came back. The wind was strong,then not.",
    ),
    ("The crew (港口隊，十人) of 海風，漁船 and .NET ... and so on.", ""),
    ("See <https://harbour.example/a> , and https://harbour.example/b .", ""),
    ("It had had rain, very very late; Duran Duran sang. See ../a, etc.", ""),
    ("All 1，846 left at 9：30 am，12 sank.", "All 1,846 left at 9:30 am, 12 sank."),
    ("In 2025，300 boats sank：4.", "In 2025, 300 boats sank: 4."),
    ("They came 1 : 2, or 1 : n : 3, and A : B.", ""),
    ("The wind : strong. At 9 : all.", "The wind: strong. At 9: all."),
    ("A follow-up up to ten years; check-in in the lobby; the one-man man’s boat.", ""),
]


@pytest.mark.parametrize(("text", "mended"), ENGLISH)
def test_marks_of_an_english_sentence_are_western_and_single(text: str, mended: str) -> None:
    file = source("漁船。", text)
    assert source("漁船。", mended or text).text == mend(file).file.text
    if not mended:
        assert [] == [code for code in codes(file) if code[0] == "T"]


def test_a_word_that_is_written_twice_is_yours_to_confirm() -> None:
    file = source("漁船。", "The the boats are are back.")
    assert file.text == mend(file).file.text
    assert "\nThe boats are back.\n" in mend(file, unsafe=True).file.text


@pytest.mark.parametrize(
    ("text", "mended"), [("風停了。。", "風停了。"), ("風，，停", "風，停"), ("風。。。", "風……")]
)
def test_marks_of_a_chinese_sentence_are_single(text: str, mended: str) -> None:
    assert source(mended).text == mend(source(text)).file.text


@pytest.mark.parametrize("text", ["新聞稿", "－完－", "（完）", "— Ends —", "*PRESS RELEASE*"])
def test_what_the_house_prints_is_not_written_again(text: str) -> None:
    assert "S302" in codes(source(f"漁船。\n\n{text}"))


@pytest.mark.parametrize(
    "text",
    ["漁船。\n\n完", "The boats[^1].\n\nENDS\n\n[^1]: Boats.\n\n::: {.notes}\n\nA note.\n\n:::"],
)
def test_the_last_word_of_an_edition_is_the_house_s(text: str) -> None:
    assert "S302" in codes(source(text))


@pytest.mark.parametrize(
    "text",
    [
        "| Start | End |\n|---|---|\n| 9 am | 10 am |",
        "| 階段 | 狀態 |\n|---|---|\n| 一 | 完 |",
        "## End\n\nThe boats.",
        "- Begin\n- End",
        "完\n\n漁船。",
    ],
)
def test_a_cell_a_heading_or_an_item_may_be_the_word_end(text: str) -> None:
    assert "S302" not in codes(source(text))


def test_a_house_that_switches_a_rule_off_switches_its_repairs_off() -> None:
    house = replace(HOUSE, severities=(("T201", Weight.OFF),))
    mended = mend(source("風大,船 回來。"), house).file.text
    assert source("風大,船回來。").text == mended


LINKS: list[tuple[str, list[str]]] = [
    ("見[www.harbour.example](https://www.harbour.example/)。", []),
    ("見[漁船](https://harbour.example)。", []),
    ("致函[press@harbour.example](mailto:press@harbour.example)。", []),
    ("見[https://harbour.example](https://harb0ur.example)。", ["S311"]),
    ("致函[press@harbour.example](mailto:other@harbour.example)。", ["S311"]),
]


@pytest.mark.parametrize(("text", "expected"), LINKS)
def test_a_link_leads_to_the_address_that_it_shows(text: str, expected: list[str]) -> None:
    assert expected == codes(source(text))


@pytest.mark.parametrize("between", ["", " ", "\n"])
def test_what_follows_a_dateline_is_looked_at_in_its_place(between: str) -> None:
    file = source(
        f"[香港]{{.dateline}}{between}海風很大,漁船回來了。", "[Hong Kong]{.dateline}Wind."
    )
    (found,) = findings(file)
    assert found.place
    assert file.text.index(",漁") == found.place.span.start


def test_a_line_break_hides_nothing_and_a_repair_leaves_it() -> None:
    text = "漁船回來了,[]{.break}風也停了(今日)。"
    file = source("漁船。", headline=text)
    assert {"T201", "T213"} <= set(codes(file))
    mended = mend(file, HOUSE).file.text
    assert "# 漁船回來了，[]{.break}風也停了（今日）。\n" in mended


def test_no_line_of_a_headline_has_a_full_stop() -> None:
    file = source("漁船。", headline="漁船回來了。[]{.break}風也停了")
    assert ["S301"] == codes(file)
    mended = mend(file, HOUSE, unsafe=True).file.text
    assert "# 漁船回來了[]{.break}風也停了\n" in mended
