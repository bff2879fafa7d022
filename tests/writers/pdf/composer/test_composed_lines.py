"""Lines as they stand in the file: what J01, B01 to B13, J08 and J11 ask for, at measures from 8 to 40 em."""

from __future__ import annotations

from functools import cache
from html import escape
from itertools import pairwise

import pytest

from measure.cells import Line, pages
from pressroom.typography.kinsoku import NO_END, NO_START
from pressroom.typography.units import held, held_in_need
from writers.pdf.composer.press import press
from writers.pdf.composer.sentences import paragraph

EM = 10.0
LEFT = 72.0
MEASURES = range(8, 41)
NARROW = 15
"""Up to this measure a line of these texts would stay short here and there, so that its paragraph is set in need (J01)."""
_MARKUP = {
    "24小時": "<b>24小時</b>",
    "timetable": '<span lang="en">timetable</span>',
    "》《": "》<b>《</b>",
}


@cache
def paragraphs() -> tuple[tuple[int, str, tuple[Line, ...]], ...]:
    """Set a paragraph at each measure, on a page of its own, and return measure, text and lines."""
    texts = [paragraph(measure) for measure in MEASURES]
    body = "".join(
        f'<p style="width: {measure}em; break-after: page">{_marked(text)}</p>'
        for measure, text in zip(MEASURES, texts, strict=True)
    )
    return tuple(zip(MEASURES, texts, pages(press(body)), strict=True))


def _marked(text: str) -> str:
    marked = escape(text)
    for plain, rich in _MARKUP.items():
        marked = marked.replace(plain, rich)
    return marked


def seen(line: Line) -> str:
    return line.text.strip()


def right(line: Line) -> float:
    """Return where a line ends: with the ink of a bracket whose blank half was taken (S09)."""
    return line.right - LEFT


def test_lines_end_at_the_measure() -> None:
    edges = [
        (measure, (right(line) - measure * EM) / EM, seen(line))
        for measure, _, lines in paragraphs()
        for line in lines[:-1]
    ]
    # Half an em over: the blank half of a bracket. Short: what stands between a number and an address, and pieces of addresses.
    off = [
        edge
        for edge in edges
        if abs(edge[1]) > 0.05 and not (edge[1] > 0 and edge[2][-1] in "）」』》〉")
    ]
    assert len(edges) > 250
    assert [] == [edge for edge in off if edge[1] > 0]
    assert [] == [edge for edge in off if edge[0] >= 14]
    assert len(off) < len(edges) / 30


def test_no_line_begins_or_ends_with_a_mark_that_must_not() -> None:
    starts = [seen(line)[0] for _, _, lines in paragraphs() for line in lines[1:]]
    ends = [seen(line)[-1] for _, _, lines in paragraphs() for line in lines[:-1]]
    assert set() == NO_START & set(starts)
    assert set() == NO_END & set(ends)


def test_numbers_stay_with_what_they_count() -> None:
    for measure, text, lines in paragraphs():
        squeezed = ["".join(seen(line).split()) for line in lines]
        for start, end in held(text) if measure > NARROW else held_in_need(text):
            unit = "".join(text[start:end].split())
            assert any(unit in line for line in squeezed), unit


def test_dashes_and_dots_stay_together() -> None:
    for _, _, lines in paragraphs():
        for one, other in pairwise(lines):
            assert seen(one)[-1] + seen(other)[0] not in {"——", "……"}


def test_addresses_break_behind_their_marks_and_nothing_is_added() -> None:
    address = "https://example.org/a/b?c=d&e=f"
    for _, text, lines in paragraphs():
        joined = "".join("".join(seen(line).split()) for line in lines)
        assert "".join(text.split()) == joined
        for one, other in pairwise(lines):
            if seen(one)[-1] + seen(other)[0] in address and seen(one)[-1].isascii():
                assert seen(one)[-1] in "/.-?&="


def test_the_last_line_holds_more_than_one_character() -> None:
    for _, _, lines in paragraphs():
        assert sum(char.isalnum() for char in seen(lines[-1])) >= 2


def test_baselines_keep_their_distance() -> None:
    steps = {
        round(other.baseline - one.baseline, 2)
        for _, _, lines in paragraphs()
        for one, other in pairwise(lines)
    }
    assert {18.0} == steps


def test_gaps_between_han_are_equal_on_a_line_and_bounded() -> None:
    for measure, _, lines in paragraphs():
        for line in lines[:-1]:
            gaps = [
                (other.left - one.right) / EM
                for one, other in pairwise(line.cells)
                if "\u4e00" <= one.char <= "\u9fff" and "\u4e00" <= other.char <= "\u9fff"
            ]
            if gaps:
                assert max(gaps) < (0.34 if measure > NARROW else 0.51)
                assert max(gaps) - min(gaps) < 0.003


@pytest.mark.parametrize("measure", [10, 20])
def test_han_alone_is_set_solid(measure: int) -> None:
    text = "島上渡輪清晨開出市集攤販擺好蔬果老人坐在樹下看報孩子追着風箏跑過石階"
    (page,) = pages(press(f'<p style="width: {measure}em">{text}</p>'))
    assert [text[at : at + measure] for at in range(0, len(text), measure)] == [
        seen(line) for line in page
    ]
    for line in page:
        assert all(abs(other.left - one.right) < 0.01 for one, other in pairwise(line.cells))


def test_justified_english_is_flush_and_even() -> None:
    text = (
        "The ferry leaves the island at six every morning, and passengers are asked to be on the pier a quarter of an "
        "hour earlier. Fishing boats, lit by lanterns, return at about the same time; their catch is sold on the steps. "
        "By noon the market is empty and the harbour master sits down with the tide tables to plan the next day’s work."
    )
    style = "text-align: justify; width: 30em"
    (page,) = pages(press(f'<p lang="en-GB" style="{style}">{text}</p>'))
    assert max(abs(line.right - 372) for line in page[:-1]) < 0.05
    spaces = [
        (other.left - one.right) / EM
        for line in page[:-1]
        for one, space, other in zip(line.cells, line.cells[1:], line.cells[2:], strict=False)
        if space.char == " "
    ]
    assert max(spaces) < 0.6
    assert min(spaces) > 0.17
    assert text == " ".join(seen(line) for line in page)


def test_a_narrow_column_holds_two_characters_side_by_side() -> None:
    cells = "<td>房號</td><td>海港渡輪清晨開出乘客依次登岸市集攤販擺好蔬果</td>"
    table = f'<table style="width: 6em; border-spacing: 0"><tr>{cells}</tr></table>'
    (page,) = pages(press(table, "td { padding: 0; vertical-align: top }"))
    assert "房號海港渡輪" == page[0].text


@pytest.mark.parametrize(("measure", "align"), [(17.8, "start"), (14.4, "justify")])
def test_a_short_word_of_han_in_english_is_not_parted(measure: float, align: str) -> None:
    text = "Notwithstanding representations the wards gave a name to the lamps, 小燈, throughout considerations."
    body = f'<p lang="en" style="width: {measure}em; text-align: {align}">{text}</p>'
    (page,) = pages(press(body))
    assert any("小燈" in line.text for line in page)
