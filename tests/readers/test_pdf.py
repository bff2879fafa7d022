import warnings
from functools import cache
from importlib import import_module
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from measure.effort import calls
from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Draft, Imported, UnreadableError
from pressroom.readers.pdf.characters import Glyph
from pressroom.readers.pdf.layout import in_order, stretches
from pressroom.readers.pdf.reading import read_pdf
from pressroom.source.parse import parse
from readers.plain import plain_house
from writers.pdf.composer.press import press

COLUMNS = """\
<style>@page { size: A5; margin: 20mm; @top-center { content: "Harbour Press" } @bottom-center { content: "Page " counter(page) } }
body { font: 10pt/1.4 "Noto Serif", "Noto Serif CJK HK" } h1 { font-size: 18pt } div { columns: 2; column-gap: 8mm; text-align: justify }
p { margin: 0; text-indent: 2em } .first { text-indent: 0 }</style>
<p>PRESS RELEASE</p><h1>Boats are back in the bay, and office workers are happy</h1>
<div><p class=first>(Hong Kong, 3 March 2026) – All 12 boats came back at night, and the wind was strong.%s</p>
<p>A second <i>paragraph</i> begins here.%s</p></div>
<h1 style="break-before: page">漁船都回來了</h1>
<p class=first>（香港，2026年3月3日）——12艘漁船晚上都回來了，海上的風很大，SLE病人都很高興，不再出海。海上的風很大，不再出海。</p>
"""
LONG = " The boats were red, blue and green, and their crews were tired."


@cache
def printed(times: int = 6) -> bytes:
    weasyprint: Any = import_module("weasyprint")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made: bytes = weasyprint.HTML(string=COLUMNS % (LONG * times, LONG * times)).write_pdf()
    return made


def imported(data: bytes) -> Imported:
    draft = read_pdf(data)
    assert isinstance(draft, Draft)
    return make_source(draft, plain_house(), "boats")


def test_columns_are_read_one_after_the_other_and_page_furniture_goes() -> None:
    made = imported(printed())
    first = f"[Hong Kong, 3 March 2026]{{.dateline}} All 12 boats came back at night, and the wind was strong.{LONG * 6}"
    second = f"A second *paragraph* begins here.{LONG * 6}"
    chinese = (
        "12艘漁船晚上都回來了，海上的風很大，SLE病人都很高興，不再出海。海上的風很大，不再出海。"
    )
    assert f"""\
::: {{.edition lang=en-HK}}

# Boats are back in the bay, and office workers are happy

{first}

{second}

:::

::: {{.edition lang=zh-Hant-HK}}

# 漁船都回來了

[香港，2026年3月3日]{{.dateline}} {chinese}

:::
""" == made.source.partition("---\n\n")[2]
    assert {"Harbour Press", "Page 1"} <= {change.before for change in made.changes}
    assert parse(SourceFile("boats.md", made.source), Report())


def test_a_scan_is_refused() -> None:
    made = pikepdf.new()
    made.add_blank_page()
    data = BytesIO()
    made.save(data)
    with pytest.raises(UnreadableError, match="scan"):
        read_pdf(data.getvalue())


@pytest.mark.parametrize("user", ["secret", ""])
def test_an_encrypted_file_is_refused(user: str) -> None:
    data = BytesIO()
    with pikepdf.open(BytesIO(printed())) as document:
        document.save(data, encryption=pikepdf.Encryption(owner="owner", user=user))
    with pytest.raises(UnreadableError, match="encrypted"):
        read_pdf(data.getvalue())


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(UnreadableError, match="damaged"):
        read_pdf(b"%PDF-1.7\n%%EOF\n")


def test_the_source_that_our_own_file_carries_is_taken() -> None:
    source = "---\nid: a\ndate: 2026-03-03\nhouse: plain\n---\n\n::: {.edition lang=en-HK}\n\n# A\n\nB\n\n:::\n"
    data = BytesIO()
    with pikepdf.open(BytesIO(printed())) as document:
        document.attachments["a.md"] = source.encode()
        document.save(data)
    taken = read_pdf(data.getvalue())
    assert isinstance(taken, Imported)
    assert source == taken.source


def test_the_work_grows_with_the_number_of_lines() -> None:
    def work(lines: int) -> int:
        glyphs = [
            Glyph(char, x, x + 5, -12.0 * line, 10, strong=False, slant=False)
            for line in range(lines)
            for x, char in ((0, "a"), (60, "b"), (120 + 30 * (line % 2), "c"))
        ]
        return calls(lambda: in_order(stretches(glyphs)))

    work(10)
    assert work(2000) < 12 * work(250)


def test_the_work_grows_with_what_stands_on_a_line() -> None:
    def work(stretches_a_line: int) -> int:
        glyphs = [
            Glyph("a", 30.0 * at, 30.0 * at + 5, -12.0 * line, 10, strong=False, slant=False)
            for line in range(6)
            for at in range(stretches_a_line)
        ]
        return calls(lambda: in_order(stretches(glyphs)))

    work(10)
    assert work(4000) < 12 * work(500)


def test_a_word_is_whole_again_where_the_file_says_that_its_hyphen_divides_it() -> None:
    text = (
        "The rehabilitation programme encouraged participants to hold ordinary conversations while considering surprising "
        "alternatives, notwithstanding considerable disagreement about well-known recollections."
    )
    sheet = "p { width: 13em; text-align: start; hyphens: auto; hyphenate-limit-chars: 999 }"
    divided = press(f'<h1 lang="en">Harbour</h1><p lang="en">{text}</p>', sheet)
    made = imported(divided)
    assert "soft hyphen at a line end left out" in {change.what for change in made.changes}
    assert f"{text}\n" in made.source


TABLE = """\
<style>@page {{ size: A5; margin: 20mm }} body {{ font: 10pt/1.4 "Noto Serif" }} td, th {{ padding: 0 6mm }} .n {{ text-align: right }}</style>
<h1>Boats are back in the bay</h1><p>All of the boats came back at night.</p>
<table><tr><th>Boat<th class=n>Crew<th class=n>Fish<tr><td>Red<td class=n>3<td class=n>1,846<tr><td>Blue {}<td class=n>12<td class=n>7</table>
<p>The wind was strong.</p>
"""


def test_lines_that_can_be_nothing_but_a_table_are_one() -> None:
    weasyprint: Any = import_module("weasyprint")
    certain = imported(weasyprint.HTML(string=TABLE.format("whale")).write_pdf())
    assert (
        """\
| Boat | Crew | Fish |
| --- | --- | --- |
| Red | 3 | 1,846 |
| Blue whale | 12 | 7 |

The wind was strong.
"""
        in certain.source
    )
    broken = "whale, the largest of the boats in the whole of the wide and windy bay"
    doubtful = imported(weasyprint.HTML(string=TABLE.format(broken)).write_pdf())
    assert "| --- |" not in doubtful.source
    assert any("look like a table" in doubt for doubt in doubtful.doubts)
