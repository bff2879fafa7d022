"""Whatever is written, the checks answer, and repairs keep what they must keep."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.written import FRONT, HOUSE, codes, edition, source
from measure.effort import calls
from pressroom.checks.examine import examine
from pressroom.checks.mend import mend
from pressroom.checks.rule import HAN
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.parse import parse

SNIPPETS = st.sampled_from(
    [
        "，", ",", ", ", ":", "：", "(", ")", "（", "）", "“", "”", '"', "「", "」", "《", "》", "...", "……", "--", "**", "*",
        "海風", "漁船", "人", "2025年", "12", "1,846", "10.5555/harbour.1", "emapalumab", "Guo R, Ye S", "SLE", "\u200b", "\u3000",
        "⼈", "二○二六年", "百分之十五", "上午十時", "mg", " ", " ", "。", "?", "!", "１２", "〇", "點", "萬", "第三、四次", "`a,b`", "\n",
        "衛", "信息", "color", "5 kg", "11磅", "一半", "twofold", "[漁船](https://a.example)", "<http://dx.doi.org/10.5555/a>", "\n\n", "\n\n- ",
        '\n\n![風](a,b.png){alt="風,大"}\n\n', "p < 0.05", "3:30", "[海港]{.dateline}", "[海]{.title}", "[漁|jyu4]{.ruby}", "\u017fecond", "th\u0130rty", "1,000萬元", "x_y", "A&B", "–", "±", "HbA1c",
    ]
)  # fmt: skip
MIXED = st.lists(SNIPPETS, max_size=40).map("".join)
HAN_CHARACTER = re.compile(f"[{HAN}]")
NUMBER = re.compile(r"[0-9０-９]+(?:[.,:][0-9]+)*")
WORD = re.compile(r"[A-Za-z]+|[0-9]+(?:[.,][0-9]+)*|10\.[0-9]+/[!-~]+")

quick = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@quick
@given(MIXED | st.text(max_size=80), MIXED | st.text(max_size=80))
def test_any_text_is_examined_and_repaired(chinese: str, english: str) -> None:
    file = source(chinese, english or "Text")
    release = parse(file, Report())
    if release:
        for finding in examine(release, HOUSE):
            assert finding.place
            assert 0 <= finding.place.span.start <= finding.place.span.end <= len(file.text)
    mend(file, HOUSE, unsafe=True)


@quick
@given(MIXED)
def test_what_was_repaired_needs_no_repair(chinese: str) -> None:
    for unsafe in (False, True):
        once = mend(source(chinese), HOUSE, unsafe=unsafe).file
        assert once.text == mend(once, HOUSE, unsafe=unsafe).file.text


@quick
@given(MIXED | st.text(max_size=80), MIXED)
def test_safe_repairs_keep_figures_latin_words_and_addresses(chinese: str, english: str) -> None:
    file = source(chinese, english)
    mended = mend(file, HOUSE).file.text
    assert WORD.findall(file.text) == WORD.findall(mended)
    assert NUMBER.findall(file.text) == NUMBER.findall(mended)


@quick
@given(MIXED | st.text(max_size=80))
def test_safe_repairs_keep_every_han_character_and_touch_nothing_else(chinese: str) -> None:
    file = source(chinese)
    mended = mend(file, HOUSE)
    removed = [finding.fix.span for finding in mended.repaired if finding.fix]
    assert all(span.end - span.start <= 12 for span in removed)
    if not any(finding.code == "T214" for finding in mended.repaired):
        assert HAN_CHARACTER.findall(file.text) == HAN_CHARACTER.findall(mended.file.text)


def test_the_work_grows_with_the_length() -> None:
    paragraph = "海風很大,漁 船(12艘)在2025年10月21日上午十時回來了:「好」；百分之十五的人、三十名student說。\n\n"

    def work(times: int) -> int:
        text = FRONT + edition("en-HK", "A", "At 10 am 12 boats came.\n\n" * times)
        release = parse(
            SourceFile("a", text + edition("zh-Hant-HK", "海", paragraph * times)), Report()
        )
        assert release
        return calls(lambda: examine(release, HOUSE))

    work(10)
    assert work(400) < 10 * work(50)


HOSTILE = ["「", "」", "“", '"', "（", "(", "《", "9", "9,", "1,234", "一", "萬", "二○", "點", "第三、", "，", ",", "。", ".", "-", "…", " ", "\u3000",
           "字 ", "https://", "10.5555/", "a@", "a.", "A", "a ", "**字", "衛", "\u200b", "&lt;", "⼈", "HK$", "12日", "百分之", "<https://a.example/>"]  # fmt: skip
LENGTH = 1200


@pytest.mark.parametrize("unit", HOSTILE)
def test_no_text_makes_the_work_grow_faster_than_its_length(unit: str) -> None:
    def work(length: int) -> int:
        body = unit * (length // len(unit))
        file = source(f"{body}\n\n{body}", body)
        release = parse(file, Report())
        assert release
        return calls(lambda: (examine(release, HOUSE), mend(file, HOUSE, unsafe=True)))

    work(10)
    assert work(LENGTH) <= 5 * work(LENGTH // 4) + 2000


@pytest.mark.parametrize("digit", ["9", "9,", "１", "一", "〇", "萬", "一點"])
def test_a_number_of_more_figures_than_any_is_read_without_harm(digit: str) -> None:
    body = digit * (5_000 // len(digit))
    assert "B101" not in codes(source(body, body))
