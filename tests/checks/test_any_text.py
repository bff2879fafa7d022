"""Whatever is written, the checks answer, and repairs keep what they must keep."""

import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from checks.written import FRONT, HOUSE, edition, source
from measure.effort import calls
from pressroom.checks.examine import examine
from pressroom.checks.mend import mend
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.source.parse import parse

SNIPPETS = st.sampled_from(
    [
        "，", ",", ", ", ":", "：", "(", ")", "（", "）", "“", "”", '"', "「", "」", "《", "》", "...", "……", "--", "**", "*",
        "海風", "漁船", "人", "2025年", "12", "1,846", "10.5555/harbour.1", "emapalumab", "Guo R, Ye S", "SLE", "\u200b", "\u3000",
        "⼈", "二○二六年", "百分之十五", "上午十時", "mg", " ", " ", "。", "?", "!", "１２", "〇", "點", "萬", "第三、四次", "`a,b`", "\n",
    ]
)  # fmt: skip
MIXED = st.lists(SNIPPETS, max_size=40).map("".join)
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
@given(MIXED)
def test_safe_repairs_keep_figures_latin_words_and_addresses(chinese: str) -> None:
    file = source(chinese)
    assert WORD.findall(file.text) == WORD.findall(mend(file).file.text)


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
    assert work(800) < 10 * work(100)
