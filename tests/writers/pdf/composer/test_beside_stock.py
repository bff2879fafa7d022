"""What the composer leaves alone comes out as the engine sets it, and nothing that it touches is lost."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false

from __future__ import annotations

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from weasyprint.layout import inline

from measure.cells import pages
from pressroom.diagnostics import WriterError
from pressroom.writers.pdf.composer import composing
from pressroom.writers.pdf.reading import read
from writers.pdf.composer.press import press

_WORDS = [
    "the",
    "ferry",
    "leaves",
    "“early”",
    "5 mg",
    "timetable,",
    "A–B",
    "https://example.org/a",
    "10%",
]
_HAN = [
    "島上渡輪",
    "開出，",
    "「航程」",
    "24小時",
    "……",
    "——",
    "A·B",
    "ferry",
    " ",
    "II型。",
    "漢\u2060字",
]


def inlines(words: list[str]) -> st.SearchStrategy[str]:
    """Make text and inline boxes, one in another."""
    shells = [
        "<b>{}</b>",
        '<span lang="en">{}</span>',
        "<sup>{}</sup>",
        '<span style="padding: 0 0.3em; border: 1px solid">{}</span>',
        '<span class="nowrap">{}</span>',
        '<a href="https://example.org">{}</a>',
        '<span style="display: inline-block">{}</span>',
        "<code>{}</code>",
        '<span style="font-size: 14pt">{}</span>',
        '<span style="position: relative">{}</span>',
        '<span style="letter-spacing: 1pt">{}</span>',
        '<span style="float: left">{}</span>',
        "<u>{}</u>{}",
        "{}<br>{}",
    ]
    return st.recursive(
        st.lists(st.sampled_from(words), min_size=1, max_size=8).map(" ".join),
        lambda inner: st.builds(str.format, st.sampled_from(shells), inner, inner),
        max_leaves=4,
    )


def documents(words: list[str]) -> st.SearchStrategy[str]:
    """Make blocks of many kinds."""
    text = inlines(words)
    blocks = st.one_of(
        st.builds("<p>{}</p>".format, text),
        st.builds(
            '<p style="width: 9em; text-align: {}">{}</p>'.format,
            st.sampled_from(["center", "right", "start"]),
            text,
        ),
        st.builds('<p style="text-indent: 2em; width: 13.3em">{}</p>'.format, text),
        st.builds("<h2>{}</h2>".format, text),
        st.builds("<ul><li>{}</li><li>{}</li></ul>".format, text, text),
        st.builds("<table><tr><td>{}</td><td>{}</td></tr></table>".format, text, text),
        st.builds('<div style="column-count: 2"><p>{}</p></div>'.format, text),
        st.builds('<div style="float: right; width: 30%"><p>{}</p></div>'.format, text),
        st.builds(
            '<p>{}<span id="n{}" style="float: footnote">{}</span></p>'.format,
            text,
            st.integers(0, 10**9),
            st.sampled_from(words),
        ),
    )
    return st.lists(blocks, min_size=1, max_size=4).map("".join)


def drawn(data: bytes) -> list[list[tuple[str, float, float]]]:
    return [
        [
            (cell.char, round(cell.left, 2), round(cell.baseline, 2))
            for line in page
            for cell in line.cells
        ]
        for page in pages(data)
    ]


def written(data: bytes) -> list[str]:
    """Return the characters of a document without spaces, in no order."""
    return sorted(char for page in drawn(data) for char, _, _ in page if not char.isspace())


@settings(max_examples=30)
@given(documents(_WORDS))
def test_text_without_han_stands_where_the_engine_puts_it(body: str) -> None:
    assume(
        "column-count" not in body or "float: left" not in body
    )  # which the engine would cut off
    assert drawn(press(body, composed=False)) == drawn(press(body))


@settings(max_examples=100)
@given(documents(_HAN + _WORDS[:4]))
def test_mixed_documents_lose_nothing(body: str) -> None:
    uncut = body.replace("column-count", "--column-count")
    assert written(press(uncut, composed=False)) == written(press(body))


@pytest.mark.parametrize("side", ["left", "right"])
def test_a_float_in_a_column_loses_nothing_and_one_outside_stands_where_the_engine_puts_it(
    side: str,
) -> None:
    text = "島上渡輪清晨開出，市集攤販擺好蔬果，" * 6
    float_ = f'<span style="float: {side}; width: 60%">{text}</span>ferry'
    column = f'<div style="column-count: 2"><p>{float_}</p></div>'
    assert sorted(text + "ferry") == written(press(column))
    assert sorted(text + "ferry") != written(press(column, composed=False))
    outside = '<p><b style="float: left">The ferry</b> leaves early in the bay</p>'
    assert drawn(press(outside, composed=False)) == drawn(press(outside))


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("The ferry leaves at six and is to be in by ten", "by ten"),
        ("The ferry leaves at six and is there before noon", "noon"),
        ("The ferry leaves at six and does not come <b>back</b> a bit.", "a bit."),
    ],
)
def test_a_short_last_word_of_english_does_not_stand_alone(text: str, last: str) -> None:
    plain = text.replace("<b>", "").replace("</b>", "")
    width = len(plain) * 4.2  # roomy enough for one line; the last word is pushed over by steps
    found = [
        pages(press(f'<p lang="en" style="text-align: start; width: {width - step}pt">{text}</p>'))[
            0
        ]
        for step in range(0, 60, 6)
    ]
    ends = {page[-1].text.strip() for page in found if len(page) > 1}
    assert all(end.endswith(last) for end in ends)
    assert ends


def test_the_space_that_ends_a_paragraph_is_said() -> None:
    for body in ('<p lang="en">one <b>two</b>; </p>', "<p>海24港； </p>"):
        (edition,) = read(press(body))
        assert edition.pieces[0].text.endswith((" ", "； "))


def test_the_switch_sets_han_as_the_engine_does() -> None:
    body = '<p style="width: 9.5em">島上渡輪清晨開出市集攤販擺好蔬果老人坐在樹下看報</p>'
    composed, stock = (pages(press(body, composed=on))[0][0] for on in (True, False))
    assert (167.0, 162.0) == (round(composed.right, 1), round(stock.right, 1))


def test_an_engine_of_another_form_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def other_form(line: object) -> None: ...

    monkeypatch.setattr(inline, "justify_line", other_form)
    with pytest.raises(WriterError, match="justify_line"), composing():
        pass


def test_the_engine_is_itself_again_when_the_work_is_done() -> None:
    before = inline.split_inline_box, inline.justify_line
    with pytest.raises(WriterError):
        press('<p>漢</p><img src="pressroom:nothing" alt="x">')
    assert before == (inline.split_inline_box, inline.justify_line)
