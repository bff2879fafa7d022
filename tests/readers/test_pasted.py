from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.checks.mend import mend
from pressroom.cli.app import run
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.pasted import read_pasted
from pressroom.source.parse import parse

PASTED = """\
PRESS RELEASE

Boats are back in the bay

(Hong Kong, 3 March 2026) – All 12 boats came back at night, and the
wind is strong. See https://doi.org/10.5555/harbour.1

2

新聞稿

漁船都回來了

(香港, 2026 年 3 月 3 日) — 12艘漁船晚上都回來了,海上
的風很大。

###

Source: AB Example, CD Sample. Boats and wind: a study. Harbour Med J 2026;12:45-52. https://doi.org/10.5555/harbour.1.

Follow us:
"""

WANTED = """\
---
id: boats
date: 2026-03-03
house: plain
reference:
  authors: [AB Example, CD Sample]
  title: "Boats and wind: a study"
  journal: Harbour Med J
  year: 2026
  volume: 12
  pages: 45-52
  doi: 10.5555/harbour.1
---

::: {.edition lang=en-HK}

# Boats are back in the bay

[Hong Kong, 3 March 2026]{.dateline} All 12 boats came back at night, and the wind is strong. See <https://doi.org/10.5555/harbour.1>

:::

::: {.edition lang=zh-Hant-HK}

# 漁船都回來了

[香港，2026年3月3日]{.dateline} 12艘漁船晚上都回來了，海上的風很大。

###

:::
"""


def test_pasted_text_becomes_a_source() -> None:
    pasted = read_pasted(PASTED, "plain", "boats")
    assert WANTED == mend(SourceFile("boats.md", pasted.source)).file.text
    assert parse(SourceFile("boats.md", pasted.source), Report())


def test_everything_that_was_left_out_is_listed() -> None:
    pasted = read_pasted(PASTED, "plain", "boats")
    left_out = [change.before for change in pasted.changes if not change.after]
    assert ["PRESS RELEASE", "2", "新聞稿"] == left_out[:3]
    assert "Follow us:" == left_out[-1]
    assert 1 == len(pasted.doubts)


def test_a_date_that_is_not_there_is_not_invented() -> None:
    pasted = read_pasted("Boats\n\nThe boats are back.", "plain", "boats")
    assert "\ndate:\n" in pasted.source
    assert "date" in pasted.doubts[0]


def test_the_command_makes_a_new_file_and_never_an_old_one_over(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, source = tmp_path / "pasted.txt", tmp_path / "boats.md"
    text.write_text(PASTED, encoding="utf-8")
    assert 0 == run(["import", str(text), "-o", str(source), "--house", "plain"])
    assert "page number left out: '2'" in capsys.readouterr().out
    assert 2 == run(["import", str(text), "-o", str(source)])
    assert 0 == run(["fix", str(source)])
    assert WANTED == source.read_text(encoding="utf-8")


@given(st.text(max_size=200) | st.lists(st.sampled_from(PASTED.split("\n"))).map("\n".join))
def test_no_letter_of_any_text_is_lost_without_a_word(text: str) -> None:
    try:
        pasted = read_pasted(text, "plain", "boats")
    except ValueError:
        assert not [
            char
            for char in text
            if char.isalpha() and char not in PASTED + "完公報即時發布關注我們"
        ]
        return
    kept = pasted.source + "".join(change.before for change in pasted.changes)
    assert {char for char in text if char.isalnum()} <= set(kept)
