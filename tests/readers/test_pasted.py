from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acceptance.conftest import ROOT
from pressroom.checks.mend import mend
from pressroom.cli.app import run
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Imported, UnreadableError
from pressroom.readers.pasted import read_pasted
from pressroom.source.parse import parse
from readers.degraded import paragraphs
from readers.plain import plain_house

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


def imported(text: str) -> Imported:
    return make_source(read_pasted(text), plain_house(), "boats")


def test_pasted_text_becomes_a_source() -> None:
    pasted = imported(PASTED)
    assert WANTED == mend(SourceFile("boats.md", pasted.source)).file.text
    assert parse(SourceFile("boats.md", pasted.source), Report())


@pytest.mark.parametrize(
    ("text", "careful"),
    [
        (PASTED, WANTED),
        # a real release, where one lies beside the checkout, and what a careful person made of it
        *(
            (file.read_text(encoding="utf-8"), file.with_suffix(".md").read_text(encoding="utf-8"))
            for file in (ROOT.parent / "shared" / "seed").glob("release.txt")
        ),
    ],
    ids=lambda text: str(len(text)),
)
def test_import_and_repair_come_to_what_a_careful_person_writes(text: str, careful: str) -> None:
    mended = mend(SourceFile("boats.md", imported(text).source), unsafe=True).file
    release, wanted = (parse(x, Report()) for x in (mended, SourceFile("a.md", careful)))
    assert release
    assert wanted
    assert [*map(paragraphs, wanted.editions)] == [*map(paragraphs, release.editions)]
    assert wanted.reference == release.reference


def test_everything_that_was_left_out_is_listed() -> None:
    pasted = imported(PASTED)
    left_out = [change.before for change in pasted.changes if not change.after]
    assert {"PRESS RELEASE", "2", "新聞稿"} == set(left_out[:3])
    assert "Follow us:" == left_out[-1]
    assert 1 == len(pasted.doubts)


def test_a_date_that_is_not_there_is_not_invented() -> None:
    pasted = imported("Boats\n\nThe boats are back.")
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


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_text_with_a_byte_order_mark_is_read_as_that_says(encoding: str, tmp_path: Path) -> None:
    text, source = tmp_path / "pasted.txt", tmp_path / "boats.md"
    text.write_text(PASTED, encoding=encoding)
    assert 0 == run(["import", str(text), "-o", str(source), "--house", "plain"])
    assert 0 == run(["fix", str(source)])
    assert WANTED == source.read_text(encoding="utf-8")


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_a_source_is_not_imported_again(
    ends: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, source = tmp_path / "boats.md", tmp_path / "again.md"
    text.write_text(WANTED, encoding="utf-8", newline=ends)
    assert 3 == run(["import", str(text), "-o", str(source)])
    told = capsys.readouterr().err
    assert f"{text} is a source already" in told
    assert f"pressroom check {text}" in told
    assert not source.exists()


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "there is nothing to import"),
        (b"\xef\xbb\xbf \r\n", "there is nothing to import"),
        (bytes(50), "is no text"),
        (b"bplist00" + bytes(50), "is no text"),
        (b"%PDF-1.7 half", "is damaged"),
        (b"PK\x03\x04 half", "is damaged"),
        (b"\xff\xff\xff", "not UTF-8"),
    ],
)
def test_a_file_that_cannot_be_read_has_one_exit_code(
    data: bytes, told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "half").write_bytes(data)
    assert 3 == run(["import", str(tmp_path / "half"), "-o", str(tmp_path / "boats.md")])
    shown = capsys.readouterr().err
    assert told in shown
    assert "pressroom new" not in shown


@given(st.text(max_size=200) | st.lists(st.sampled_from(PASTED.split("\n"))).map("\n".join))
def test_no_letter_of_any_text_is_lost_without_a_word(text: str) -> None:
    try:
        pasted = imported(text)
    except UnreadableError:
        assert not [
            char
            for char in text
            if char.isalpha() and char not in PASTED + "完公報即時發布關注我們"
        ]
        return
    kept = pasted.source + "".join(change.before for change in pasted.changes)
    assert {char for char in text if char.isalnum()} <= set(kept)


def test_pages_are_joined_and_their_furniture_is_left_out() -> None:
    pages = [
        f"Harbour Press\n{word} boats of the bay are well known and\nhave been so {word}\n{number} / 3"
        for number, word in enumerate(["red", "blue", "green."], 1)
    ]
    made = imported("Boats\n\n" + "\f".join(pages))
    assert "3" not in made.source.split("---")[-1]
    assert 3 == sum(change.what == "running head left out" for change in made.changes)
    assert "so red blue boats of" in made.source


def test_lists_of_a_mail_become_lists() -> None:
    made = imported("Boats\n\nThey were:\n\n• a red boat\n• a blue boat\n\n12. March was windy.")
    assert "- a red boat\n- a blue boat\n\n12\\. March was windy." in made.source


def test_what_looks_like_markup_stays_text() -> None:
    made = imported("Boats\n\nOf 5~10 boats [95% of them] a<b and *all* came_back_.")
    assert "5\\~10 boats \\[95% of them\\] a\\<b and *all* came_back\\_." in made.source


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("from https://doi.org/10.5555/", "harbour.1 on", "https://doi.org/10.5555/harbour.1"),
        ("a well-", "known boat, a well-known bay", "well-known boat"),
        ("the har-", "bour, the harbour", "the harbour, the"),
        ("the har-", "bour", "the har-bour"),
        ("It was a well\ufffe", "known boat, a well-known bay", "It was a well-known boat"),
        ("the harbour and the har\x02bour were", "seen", "the harbour and the harbour were seen"),
        ("漁船晚上", "都回來了", "漁船晚上都回來了"),
        ("漁船 SLE", "都回來了", "漁船SLE都回來了"),
    ],
)
def test_lines_are_joined_as_their_script_asks(first: str, second: str, joined: str) -> None:
    assert joined in imported(f"A\n\n{first}\n{second}").source


def test_characters_that_no_source_holds_are_left_out_and_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text, source = tmp_path / "pasted.txt", tmp_path / "boats.md"
    text.write_bytes(b"Boats are\x07 back\n\n(Hong Kong, 3 March 2026) - They came.\n")
    assert 0 == run(["import", str(text), "-o", str(source)])
    assert "U+0007" in capsys.readouterr().out
    assert "# Boats are back" in source.read_text(encoding="utf-8")


def test_lists_in_running_text_and_in_lists_are_found_by_their_marks() -> None:
    made = imported("""\
Boats

They came in three groups:
1. red boats
2. blue boats, with
– two masts
– one lamp
3. a green one, which had been painted
again
In
1. May they left.
""")
    assert (
        """\
They came in three groups:

1. red boats
2. blue boats, with
    - two masts
    - one lamp
3. a green one, which had been painted again
"""
        in made.source
    )


def test_notes_to_editors_are_set_apart() -> None:
    made = imported("Boats\n\nThey came.\n\nNotes to editors\n\nThe boats are small.\n\n-Ends-")
    assert "They came.\n\n::: {.notes}\n\nThe boats are small.\n\n:::\n\n###\n" in made.source


def test_a_quotation_and_who_said_it_stand_together() -> None:
    made = imported("Boats\n\nThey came.\n\n“The wind was strong.”\n— AB Example\n\nThey slept.")
    assert "> “The wind was strong.”\n>\n> — AB Example\n\nThey slept." in made.source


def test_what_may_be_a_sub_head_is_left_to_a_person() -> None:
    long = "The boats came back at night, the wind was strong, and the crews were tired."
    made = imported(f"Boats\n\n{long}\n\nThe bay\n\n{long}")
    assert "\n\nThe bay\n\n" in made.source
    assert any("'The bay' may be sub-heads" in doubt for doubt in made.doubts)


def test_a_headline_goes_on_behind_its_colon() -> None:
    made = imported("漁船與海風：\n\n漁船都回來了\n\n（香港，2026年3月3日）——漁船回來了。")
    assert (
        "# 漁船與海風：漁船都回來了\n\n[香港，2026年3月3日]{.dateline} 漁船回來了。" in made.source
    )
