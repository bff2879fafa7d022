"""What a report says: where each thing is, and whether it is new."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from merge.conftest import Press
from merge.desk import call_gone, edit, moved
from merge.editing import Element, q
from merge.test_comments import with_comments
from merge.test_merging import changed, inserted
from pressroom.cli.app import run

BASE = """---
id: places
date: 2026-05-18
house: plain
---

::: {.edition lang=en-HK}

# Lamps at night

The lamps were lit.[^one]

They stayed **on** all night.

Nobody fell.

[^one]: Page 3.

:::

::: {.edition lang=zh-Hant-HK}

# 夜間照明

燈亮了。[^one]

整夜**不滅**。

無人跌倒。

[^one]: 第3頁。

:::
"""


def unbold(root: Element) -> None:
    """Take the first bold away without a record."""
    style = next(e for e in root.iter(q("rStyle")) if e.get(q("val")) == "Strong")
    style.getparent().remove(style)


@pytest.fixture(scope="module")
def returned(notice: Press) -> bytes:
    """Give a return with a new word, a change of a text that the office changes, looks, a lost call, and two comments."""
    docx = inserted(notice.docx(BASE), "Nobody", " at all")
    docx = changed(docx, "整夜", "通宵")
    docx = edit(docx, unbold, call_gone("2", tracked=False))
    return with_comments(docx, "無人", ("Lee", "sure?", "", False), ("Wong", "yes", "", True))


@pytest.fixture
def desk(tmp_path: Path, returned: bytes) -> Path:
    """Give a folder with the return, and the source in which the office has changed a line meanwhile."""
    (tmp_path / "places.md").write_text(BASE.replace("整夜", "徹夜"), "utf-8")
    (tmp_path / "return.docx").write_bytes(returned)
    return tmp_path


def merge(desk: Path, *options: str) -> int:
    return run(["merge", str(desk / "places.md"), str(desk / "return.docx"), *options])


def places(told: str) -> list[tuple[str, str]]:
    """Return codes of findings with the first line and column that each names."""
    return re.findall(r"\[(W[0-9]{3})\].*\n *--> .*places\.md:([0-9]+:[0-9]+)\n", told)


def test_every_finding_names_the_line_and_the_column_of_its_block(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == merge(desk, "--dry-run")
    told = capsys.readouterr()

    assert [
        ("W014", "13:1"),
        ("W021", "25:1"),
        ("W010", "27:1"),
        ("W017", "29:1"),
        ("W020", "29:1"),
    ] == places(told.err)
    assert re.findall(r"places\.md:15:1 +Lee 2026-05-01\n +Nobody\{\+ at all\+\}", told.out)
    assert re.findall(r"comment +\S*places\.md:29:1 +Lee 2026-05-01: sure\?", told.out)


def test_every_change_is_told_with_the_number_that_chooses_it(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 1 == merge(desk, "--dry-run")
    told = capsys.readouterr()
    found = re.findall(r"\[(W[0-9]{3})\]: change ([0-9]+)[:,]", told.err)
    listed = re.findall(r"^ +([0-9]+)  \S*places", told.out, re.MULTILINE)
    assert ["W014", "W021", "W010"] == [code for code, _ in found]
    assert ["1", "2", "3", "4"] == sorted([number for _, number in found] + listed)

    for code, number in found:
        merge(desk, "--dry-run", "--select", number)
        told = capsys.readouterr()
        assert ([code], "") == (re.findall(r"\[(W[0-9]{3})\]", told.err), told.out)


def test_places_are_those_of_the_file_that_was_written(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    goal = desk / "merged-places.md"
    assert 1 == merge(desk, "-o", str(goal))
    lines = goal.read_text("utf-8").split("\n")
    found = places(capsys.readouterr().err)

    assert [
        ("W014", "They stayed **on** all night."),
        ("W021", "燈亮了。[^one]"),
        ("W010", "<<<<<<< the source"),
        ("W017", "無人跌倒。 <!-- @Lee 2026-05-01: sure? -->"),
        ("W020", "無人跌倒。 <!-- @Lee 2026-05-01: sure? -->"),
    ] == [(code, lines[int(place.partition(":")[0]) - 1]) for code, place in found]


def test_a_return_that_was_merged_before_brings_nothing_new(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source, back = tmp_path / "places.md", tmp_path / "return.docx"
    docx = inserted(notice.docx(BASE), "Nobody", " at all")
    back.write_bytes(with_comments(docx, "fell.", ("Lee", "sure?", "", False)))
    source.write_text(BASE, "utf-8")
    order = ["merge", str(source), str(back), "-o", str(source)]
    assert 0 == run(order)
    once = source.read_bytes()
    capsys.readouterr()

    assert 0 == run(order)
    told = capsys.readouterr()
    assert once == source.read_bytes()
    assert ("", 2) == (told.err, told.out.count("already in the source"))
    assert "nothing in return.docx is new" in told.out


def test_what_is_new_in_a_return_that_was_merged_in_part_is_told_apart(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source, back = tmp_path / "places.md", tmp_path / "return.docx"
    docx = inserted(inserted(notice.docx(BASE), "Nobody", " at all"), "stayed", " there")
    back.write_bytes(with_comments(docx, "fell.", ("Lee", "sure?", "", False)))
    source.write_text(BASE.replace("Nobody", "Nobody at all"), "utf-8")

    assert 0 == run(["merge", str(source), str(back), "-o", str(source)])
    told = capsys.readouterr().out
    assert re.findall(r"places\.md:15:1  Lee 2026-05-01  already in the source\n", told)
    assert "{+ there+}" in told
    assert ": sure?" in told
    assert "is new" not in told


def test_a_merged_source_takes_the_place_of_another_only_where_it_was_named(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source, goal = tmp_path / "places.md", tmp_path / "places.merged.md"
    source.write_text(BASE, "utf-8")
    orders: list[list[str]] = []
    for word in ("Nobody", "stayed"):
        back = tmp_path / f"{word}.docx"
        back.write_bytes(inserted(notice.docx(BASE), word, " there"))
        orders.append(["merge", str(source), str(back)])
    assert [0, 0] == [run(orders[0]), run(orders[0])]
    first = goal.read_bytes()
    capsys.readouterr()

    assert 2 == run(orders[1])
    told = capsys.readouterr()
    assert (first, "") == (goal.read_bytes(), told.out)
    assert "[W022]" in told.err
    assert "merge into it, or name a file with -o" in told.err
    assert 0 == run(["merge", str(goal), *orders[1][2:], "-o", str(goal)])
    both = BASE.replace("Nobody", "Nobody there").replace("stayed", "stayed there")
    assert both == goal.read_text("utf-8")


def test_a_paragraph_that_two_returns_moved_apart_is_told(
    tmp_path: Path, notice: Press, capsys: pytest.CaptureFixture[str]
) -> None:
    source, back = tmp_path / "places.md", tmp_path / "return.docx"
    source.write_text(BASE, "utf-8")
    order = ["merge", str(source), str(back), "-o", str(source)]
    back.write_bytes(edit(notice.docx(BASE), moved("Nobody", "The lamps")))
    assert 0 == run(order)
    assert "W023" not in capsys.readouterr().err
    back.write_bytes(edit(notice.docx(BASE), moved("Nobody", "Lamps at")))

    assert 0 == run(order)
    assert "warning[W023]" in capsys.readouterr().err
