import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Imported, UnreadableError
from pressroom.readers.html.reading import read_html
from pressroom.source.parse import parse
from proof.artifacts import artifact
from readers.plain import plain_house
from readers.word_files import picture

PAGE = """\
<html><head><meta charset=big5><title>Boats</title><script>steal()</script></head><body>
<p><b>PRESS RELEASE</b></p><h1>Boats are<br>back</h1>
<p><b>(Hong Kong, 3 March 2026) –</b> All 12 boats [two&nbsp;red] came <i>back</i>, see <a
href="https://example.org/a_b">here</a>.<span style="display:none">secret</span><del>never</del></p>
<ul><li>a red boat<ul><li>with oars</li></ul></li><li><p>a blue boat</p></li></ul>
<table><tr><th>Boat<th>Crew</tr><tr><td>Red</td><td>3|4</td></tr></table>
<table><tr><td><p>Laid out.</p><img src="https://far.example/x.png"></td></tr></table>
<blockquote>So it is.</blockquote><img alt="A {boat}" src="data:image/png;base64,%s">
<h1>漁船都
回來了</h1><p>（香港，2026年3月3日）——12艘漁船。</p></body></html>
"""
WANTED = """\
::: {.edition lang=en-HK}

# Boats are[]{.break}back

[Hong Kong, 3 March 2026]{.dateline} All 12 boats \\[two\u00a0red\\] came *back*, see [here](https://example.org/a_b).

- a red boat
    - with oars
- a blue boat

| Boat | Crew |
| --- | --- |
| Red | 3\\|4 |

Laid out.

> So it is.

![](boats-1.png){alt="A  boat"}

:::

::: {.edition lang=zh-Hant-HK}

# 漁船都回來了

[香港，2026年3月3日]{.dateline} 12艘漁船。

:::
"""


def imported(data: bytes) -> Imported:
    return make_source(read_html(data, "boats"), plain_house(), "boats")


def test_a_page_in_an_old_encoding_becomes_a_source() -> None:
    made = imported((PAGE % base64.b64encode(picture()).decode()).encode("big5hkscs"))
    assert WANTED == made.source.partition("---\n\n")[2]
    assert picture() == made.pictures["boats-1.png"]
    left_out = {change.what: change.before for change in made.changes}
    assert "steal()" == left_out["script left out"]
    assert "secret" == left_out["hidden text left out"]
    assert "never" == left_out["deletion accepted"]
    assert any("https://far.example/x.png" in doubt for doubt in made.doubts)


def test_names_titles_and_languages_that_no_letter_tells_are_kept() -> None:
    page = """<html lang=fr><h1>燈</h1><p><u class="proper-name beside">陳大文</u>在<cite class="book-title">燈報</cite>說
<i lang=FR>la lumière</i>，<span lang=en-HK>nylon</span>，<span lang='x"}'>怪</span>，<u>線</u>，<cite>書</cite>。</p></html>"""
    wanted = "[陳大文]{.name}在[燈報]{.title}說 [*la lumière*]{lang=fr}，nylon，怪，線，*書*。"
    source = imported(page.encode()).source

    assert wanted == source.split("\n\n")[-2]
    assert parse(SourceFile("lamp.md", source.replace("date:", "date: 2026-05-18")), Report())


def test_a_division_that_goes_is_in_the_list() -> None:
    page = b"""<h1>Lamps</h1><p>Lit.</p><section class="division boilerplate"><h2>The press</h2>
<p>Old.</p></section><aside class="division aside"><p>Far.</p></aside><section class=division>No.</section>"""
    told = [(x.before, x.after) for x in imported(page).changes if x.what == "division left out"]

    assert [
        ("{.boilerplate} The press Old.", "The press Old."),
        ("{.aside} Far.", "Far."),
    ] == told


def test_our_own_page_is_read() -> None:
    made = imported(artifact("html").data)
    report = Report()
    parse(SourceFile("boats.md", made.source), report)
    # the sample has no day in its dateline
    assert {"M012"} == {finding.code for finding in report}
    assert "# 每種節點與標記的樣本" in made.source


@pytest.mark.parametrize(
    ("data", "fact"),
    [
        (b"<html><meta charset=utf-7>a", "encoding utf-7"),
        (b"<html><meta charset=utf-8>\xff", "not in utf-8"),
        (b"<div>" * 250 + b"a", "nested"),
        (b"<html><p>" + b"a" * 1_100_000, "more text"),
    ],
)
def test_a_page_that_cannot_be_read_is_refused(data: bytes, fact: str) -> None:
    with pytest.raises(UnreadableError, match=fact):
        imported(data)


@pytest.mark.parametrize("start", ["9" * 5_000, "²", "-1", ""])
def test_a_list_that_begins_with_no_number_begins_with_one(start: str) -> None:
    page = f'<h1>Boats are back</h1><ol start="{start}"><li>a red boat</ol>'
    assert "1. a red boat" in imported(page.encode()).source


def test_columns_are_aligned_as_most_of_their_cells_are() -> None:
    page = """<h1>Boats</h1><p>They came.<table><tr><th>Boat<th class="end">Crew<th>Sail<th>Port
<tr><td>Red<td style="text-align: right">3<td align=center>4<td><p style="text-align:left">A
<tr><td>Blue<td class="table-cell end">30<td align=center>5<td>B
<tr><td>Green<td style="text-align: right">30<td>6<td><p style="text-align:left">C</table>"""
    made = imported(page.encode())
    assert "| Boat | Crew | Sail | Port |\n| --- | ---: | :---: | :--- |\n" in made.source
    assert not any("aligned" in doubt for doubt in made.doubts)


def test_no_entity_is_read_from_a_file() -> None:
    page = b'<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]><html><p>Boats</p><p>a &x; b'
    assert "root:" not in imported(page).source


PIECES = ["<p>", "</p>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<b>", "</b>", "<br>", "<h2>",
          "</h2>", "<ruby>漁<rt>y", "</ruby>", "海", "風 ", "boat", " *a*", "[x](y)", "<", "&amp;", "&lt;i>", '<a href="https://a.b">', "</a>",
          "<blockquote>", "</blockquote>", "<ol start=7>", "<!-- x", "-->", "<?php", "<o:p @a=1 :b>", "<sup>", "</sup>", "\n"]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_any_page_makes_a_source_that_can_be_parsed(body: str) -> None:
    page = f"<html><p>Boats<p>(Hong Kong, 3 March 2026) – They came.{body}".encode()
    made = imported(page)
    report = Report()
    assert parse(SourceFile("boats.md", made.source), report), (made.source, list(report))


NOTES = """\
<h1>Boats</h1><p>They came.<a role="doc-noteref" href="#a]b">1</a> They slept.<sup><a epub:type="noteref" href="#c">2</a></sup></p>
<figure><img src="img/bay.png" alt="A bay"><figcaption><p>The <b>bay</b> at night</p><p>Photo: AB Example</p></figcaption></figure>
<table><caption>Table 1. Boats</caption><tr><th>Boat<th>Crew<tr><td>Red<td>3</table>
<aside role="doc-footnote" id="a]b"><a role="doc-backlink" href="#x">1</a> At <i>night</i>.</aside>
<aside epub:type="footnote" id="c">In the morning.</aside><aside role="doc-footnote" id="d">Never called.</aside>
"""


def test_notes_and_captions_of_a_page_stand_where_they_belong() -> None:
    made = imported(NOTES.encode())
    assert (
        """\
They came.[^1] They slept.[^2]

![The **bay** at night](bay.png){alt="A bay" credit="AB Example"}

Table: Boats

| Boat | Crew |
| --- | --- |
| Red | 3 |

Never called.

[^1]: At *night*.

[^2]: In the morning.
"""
        in made.source
    )
    assert "nothing calls the note 'Never called.': it stands at the end" in made.doubts
    assert "the picture 'bay.png' is not in the file: put it beside the source" in made.doubts
