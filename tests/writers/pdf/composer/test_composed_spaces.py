"""The spaces between neighbours, measured in the file."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from measure.cells import Cell, Line, pages
from measure.glyphs import glyphs
from measure.reading import READERS
from pressroom.language.profile import TRADITIONAL
from writers.pdf.composer.press import press

EM = 10.0


def first_line(body: str) -> Line:
    return pages(press(f"<p>{body}</p>"))[0][0]


def gaps(line: Line) -> list[float]:
    """Return the gaps between drawn characters, spaces left out, in em."""
    cells: list[Cell] = [cell for cell in line.cells if not cell.char.isspace()]
    return [round((other.left - one.right) / EM, 2) for one, other in pairwise(cells)]


@pytest.mark.parametrize(
    "body",
    [
        "於24小",
        "於 24 小",
        "於<b>24</b>小",
        "<b>於</b>24<b>小</b>",
        '於<span lang="en">24</span>小',
        "於<b> 24 </b>小",
        "於\u206024\u2060小",
    ],
)
def test_han_and_latin_stand_as_far_apart_however_they_were_typed(body: str) -> None:
    assert [TRADITIONAL.gap, 0, TRADITIONAL.gap] == gaps(first_line(body))


@pytest.mark.parametrize(
    "body", ["海」，海", "海<b>」</b>，海", "海」<b>，</b>海", "海<b>「</b>「海"]
)
def test_marks_close_up_across_runs_of_another_weight(body: str) -> None:
    assert -0.49 == gaps(first_line(body))[1]


@pytest.mark.parametrize("body", ["（ab）", "，II，", "<code>海a海</code>"])
def test_nothing_is_spaced_beside_full_width_marks_figures_and_in_code(body: str) -> None:
    assert 0 == max(map(abs, gaps(first_line(body))))


def test_no_gap_stands_at_the_edges_of_lines() -> None:
    lines = pages(press('<p style="width: 8em">海港渡輪於24小時內開出ferry</p>'))[0]
    assert {72.0} == {round(line.left, 1) for line in lines}
    assert all(line.right <= 72 + 8 * EM + 0.05 for line in lines)


def test_lines_with_latin_figures_and_ruby_keep_the_pitch() -> None:
    ruby = '<span style="display: inline-block; line-height: 1">漢</span>'
    body = f'海港<b>bold</b>渡輪<sup>12</sup>清晨<span lang="en">ferry</span>開{ruby}出<code>x_y</code>，'
    page = pages(press(f'<p style="width: 14em">{body * 6}</p>'))[0]
    baselines = sorted(
        {round(line.baseline, 2) for line in page if round(line.cells[0].size) == EM}
    )
    assert {18.0} == {round(other - one, 2) for one, other in pairwise(baselines)}


@pytest.mark.parametrize("style", ["display: inline-block", "float: left", "position: absolute"])
def test_boxes_that_shrink_to_their_text_know_its_gaps(style: str) -> None:
    (line,) = pages(press(f'<div style="{style}"><p>使用ABC治療</p></div>'))[0]
    assert "使用ABC治療" == line.text.replace(" ", "")


def test_cells_of_a_table_know_the_gaps_of_their_text() -> None:
    row = "<td>使用ABC治療</td>" * 3
    assert 1 == len(pages(press(f"<table><tr>{row}</tr></table>"))[0])


def test_narrow_tables_break_where_the_composer_does() -> None:
    row = '<td style="padding: 0">24小時後</td>'
    lines = pages(press(f'<table style="width: 1pt; border-spacing: 0"><tr>{row}</tr></table>'))[0]
    assert ["24小時", "後"] == [line.text.replace(" ", "") for line in lines]


@pytest.mark.parametrize("reader", ["poppler", "pdfium"])
@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("於24小時內", "於24小時內"),
        ('其<span lang="en">II</span>型干擾', "其II型干擾"),
        ("他說：「該。」「是」，<b>「好」</b>，完", "他說：「該。」「是」，「好」，完"),
        ("使用 emapalumab 治療", "使用 emapalumab 治療"),
        ("9個而且（<b>p</b>值）", "9個而且（p值）"),
        ("a（(\\)）海9海", "a（(\\)）海9海"),
    ],
)
def test_what_is_copied_is_what_was_written(reader: str, body: str, text: str) -> None:
    (copied,) = READERS[reader](press(f"<p>{body}</p>"))
    assert text == copied.strip()


def test_only_what_stands_between_two_drawn_gaps_says_what_it_says() -> None:
    data = press("<p>患者於24小時內好轉，（改用）II型</p>")

    with pikepdf.open(BytesIO(data)) as pdf:
        marks = [
            one.operands[1]
            for one in pikepdf.parse_content_stream(pdf.pages[0])
            if str(one.operator) == "BDC"
        ]
    assert ["24", "II"] == [str(mark.ActualText) for mark in marks if "/ActualText" in mark]


@pytest.mark.parametrize("body", ["他\U00021076了9次𠝹手", "𡁻「𠝹」，9個𨋢「𡃁」。"])
def test_pdfium_copies_what_stands_beyond_the_basic_plane(body: str) -> None:
    (copied,) = READERS["pdfium"](press(f'<p style="width: 30em">{body}</p>'))
    assert body == copied.strip().replace(" ", "")


def test_a_heading_is_balanced_and_keeps_its_pairs_whole() -> None:
    body = '<h1 style="width: 12em; font-size: 10pt">海港渡輪清晨開出「乘客手冊」全文已刊</h1>'
    lines = [line.text for line in pages(press(body))[0]]
    assert ["海港渡輪清晨開出", "「乘客手冊」全文已刊"] == lines


def test_the_lines_that_a_heading_is_asked_for_stay_and_each_part_is_balanced() -> None:
    body = '<h1 style="width: 12em; font-size: 10pt">渡輪消息<br>海港渡輪清晨開出「乘客手冊」全文已刊</h1>'
    lines = [line.text for line in pages(press(body))[0]]
    assert ["渡輪消息", "海港渡輪清晨開出", "「乘客手冊」全文已刊"] == lines


def test_an_english_heading_is_balanced_too() -> None:
    head = "Harbour lamps halve the falls of winter nights on the wards"
    body = f'<h1 lang="en-HK" style="width: 26em; font-size: 10pt">{head}</h1>'
    lines = pages(press(body))[0]
    widths = [line.right - line.left for line in lines]
    assert head.split() == " ".join(line.text for line in lines).split()
    assert min(widths) > 0.8 * max(widths)


def test_the_line_under_a_link_goes_on_through_its_gaps() -> None:
    body = '見<a href="https://example.org" style="text-decoration: underline">此處<span lang="en">ABC</span>詳情</a>後'
    strokes = sorted(_strokes(press(f"<p>{body}</p>")))
    assert 3 == len(strokes)
    assert all(abs(one[1] - other[0]) < 0.01 for one, other in pairwise(strokes))


def _strokes(data: bytes) -> list[tuple[float, float]]:
    """Return where each drawn stroke begins and ends, in points from the left."""
    import pymupdf

    with pymupdf.open(stream=data, filetype="pdf") as document:
        drawings: list[dict[str, object]] = getattr(document[0], "get_drawings")()  # noqa: B009  # it has no types
        rects = [drawing["rect"] for drawing in drawings]
        return [(float(getattr(rect, "x0")), float(getattr(rect, "x1"))) for rect in rects]  # noqa: B009


def test_a_dash_beside_figures_stays_one_stroke_of_two_em() -> None:
    line = first_line("24小時的<b>港島</b>——3月3日")
    (first, second) = (cell for cell in line.cells if cell.char == "—")
    assert abs(second.right - first.left - 2 * EM) < 0.01


def test_dashes_and_quotes_behind_latin_have_the_forms_that_they_have_among_han() -> None:
    shown = glyphs(press("<p>海——海“海，海A——海B“海</p>"), 0)
    assert ["——", "“"] == [glyph.char for glyph in shown if glyph.char[0] in "—“"]
