"""Where a PDF goes over to the next page: no line of a paragraph is alone there (J09), no heading is last (J10)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import groupby

import pytest

from measure.cells import pages
from pressroom.house.tokens import Length
from pressroom.writers.registry import writer
from rules.case import Sample
from rules.press import LEADING, TOP, house, resolved, world

BODY = "".join(
    f"第{number}段{'海邊的風很大漁船都回來了' * (1 + number % 9)}。\n\n"
    + (f"## 題{number}\n\n" if number % 4 == 0 else "")
    for number in range(1, 90)
)


@cache
def printed(height: int) -> list[list[str]]:
    """Return the lines of each page; pages are so many points high, 144 of them margins."""
    plain = house("header.masthead { display: none }")
    style = replace(plain, page=replace(plain.page, height=Length(height)))
    sample = Sample((), "zh-Hant-HK", "", BODY + "完了。\n", ())
    data = writer("pdf").write(resolved([sample], style), world()).artifact.data
    return [
        [line.text for line in page[:-1]] for page in pages(data)
    ]  # the last is the page's number


def paragraphs(lines: list[str]) -> list[list[str]]:
    """Part lines where a paragraph or a heading begins."""
    number = 0

    def part(line: str) -> int:
        nonlocal number
        number += line[0] in "第題完"
        return number

    return [list(group) for _, group in groupby(lines, part)]


@pytest.mark.parametrize("height", [400, 411, 422, 433, 444])
def test_no_line_of_a_paragraph_is_alone_on_a_page(height: int) -> None:
    found = printed(height)
    whole = {parts[0][:5]: len(parts) for parts in paragraphs([t for page in found for t in page])}
    assert 8 < len(found)
    for page in found:
        for part in paragraphs(page):
            begins = part[0][0] in "第題完"
            assert len(part) > 1 or (begins and whole[part[0][:5]] == 1)


@pytest.mark.parametrize("height", [400, 411, 422, 433, 444])
def test_no_heading_is_the_last_of_its_page(height: int) -> None:
    assert [] == [page[-1] for page in printed(height)[:-1] if page[-1].startswith("題")]
    assert any(line.startswith("題") for page in printed(height) for line in page)


@pytest.mark.parametrize("count", range(13, 17))
def test_no_end_mark_is_the_first_of_its_page(count: int) -> None:
    plain = house("header.masthead { display: none }")
    style = replace(plain, page=replace(plain.page, height=Length(19 * LEADING + 2 * TOP)))
    sample = Sample((), "zh-Hant-HK", "", "海邊的風很大。\n\n" * count + "###\n", ())
    data = writer("pdf").write(resolved([sample], style), world()).artifact.data
    *_, last = pages(data)
    assert ["海邊的風很大。", "###"] == [line.text for line in last[-3:-1]]


@cache
def annotated(count: int) -> list[list[str]]:
    """Return the lines of pages of forty lines, of which a short paragraph in the middle has so many long notes."""
    calls = "".join(f"碼頭與渡輪[^n{at}]" for at in range(count))
    notes = "".join(f"[^n{at}]: 註{at}{'老人坐在石階上看海' * 6}\n" for at in range(count))
    plain = house("header.masthead { display: none } .edition { width: 400pt }")
    style = replace(plain, page=replace(plain.page, height=Length(40 * LEADING + 2 * TOP)))
    before = "海邊的風很大漁船都回來了\n\n" * 16
    sample = Sample((), "zh-Hant-HK", "", f"{before}{calls}。\n\n{before}{notes}", ())
    data = writer("pdf").write(resolved([sample], style), world()).artifact.data
    return [[line.text for line in page] for page in pages(data)]


def test_a_paragraph_with_more_notes_than_a_page_holds_begins_where_it_stands() -> None:
    first, *others = annotated(24)
    assert any("碼頭與渡輪" in line for line in first)
    assert len(first) > 30
    assert 24 == sum("註" in line for page in (first, *others) for line in page)


def test_a_table_may_end_a_page() -> None:
    table = "| 地點 | 天氣 |\n|---|---|\n| 碼頭 | 晴朗 |\n| 海濱 | 有風 |\n\n"
    plain = house("header.masthead { display: none }")
    style = replace(plain, page=replace(plain.page, height=Length(19 * LEADING + 2 * TOP)))
    last: list[str] = []
    for count in range(6, 12):
        body = "海邊的風很大。\n\n" * count + table + "孩子們在跑。\n\n" * 9
        made = resolved([Sample((), "zh-Hant-HK", "", body, ())], style)
        first, *_ = pages(writer("pdf").write(made, world()).artifact.data)
        last.append(first[-2].text)
    assert "海濱有風" in last
