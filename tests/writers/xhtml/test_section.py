"""An edition becomes elements whose meaning is right without any style sheet."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom.edition.projection import Trait, picture_shown, said
from pressroom.edition.resolved import FigureBlock, Image, Marked, Piece, Run
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Heard
from pressroom.writers.xhtml import Dialect, Element, edition_section, on_screens, outline, xml_text
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.inlines import Phrasing
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import attribute

_BOOK = Dialect(image=lambda image: f"images/{image.name}", reflowing=True)
_PAGES = Dialect(
    image=lambda image: image.name, notes="inline", semantics=False, ruby_parentheses=False
)


def _walk(element: Element) -> Iterator[Element]:
    yield element
    for child in element.children:
        if isinstance(child, Element):
            yield from _walk(child)


def _section(at: int, dialect: Dialect) -> Element:
    return edition_section(every_node().editions[at], dialect)


def _markup(at: int, dialect: Dialect) -> str:
    return xml_text(_section(at, dialect))


@pytest.mark.parametrize("at", [0, 1])
def test_what_a_section_says_is_what_the_edition_says(at: int) -> None:
    edition = every_node().editions[at]
    heard = hear(_section(at, _BOOK), "")
    assert [(p.kind, p.text) for p in said(edition)] == [(p.kind, p.text) for p in heard]


def test_the_section_is_as_it_was_when_it_was_last_looked_at() -> None:
    golden = Path(__file__).with_name("section.golden.xml").read_text("utf-8")
    assert golden == "\n".join(_lines(_section(1, _BOOK), 0)) + "\n"


def _lines(element: Element, depth: int) -> Iterator[str]:
    """Show a block on one line and a container as its opening and what is in it."""
    text = xml_text(element).split("\n", 1)[1].rstrip("\n")
    containers = {"section", "aside", "ul", "ol", "li", "table", "tr", "thead", "tbody", "figure"}
    if element.name in containers:
        yield "  " * depth + text[: text.index(">") + 1]
        for child in element.children:
            assert isinstance(child, Element)
            yield from _lines(child, depth + 1)
    else:
        yield "  " * depth + text


def test_every_block_has_an_id_of_its_own() -> None:
    sections = [_section(at, _BOOK) for at in (0, 1)]
    ids = [id_ for s in sections for e in _walk(s) if (id_ := attribute(e, "id"))]
    assert len(ids) == len(set(ids))
    blocks = {"p", "h1", "h2", "h3", "ul", "ol", "li", "table", "td", "th", "figure", "hr", "aside"}
    assert [] == [
        e.name for s in sections for e in _walk(s) if e.name in blocks and not attribute(e, "id")
    ]


def test_a_change_of_language_is_declared_twice_and_only_where_it_is_one() -> None:
    english, chinese = _markup(0, _BOOK), _markup(1, _BOOK)
    assert '<span lang="zh-Hant-HK" xml:lang="zh-Hant-HK">香港</span>' in english
    assert '<span lang="en-HK" xml:lang="en-HK">emapalumab</span>' in chinese
    assert 1 == chinese.count('lang="zh-Hant-HK" xml:lang="zh-Hant-HK"')


def test_the_marks_of_chinese_have_the_elements_that_html_has_for_them() -> None:
    chinese = _markup(1, _BOOK)
    for opening in (
        '<em class="dots">',
        '<u class="proper-name">',
        '<cite class="book-title">',
        "<strong>",
        '<span class="no-break long">',
    ):
        assert opening in chinese


def test_a_name_is_parted_from_the_name_that_it_touches_and_from_no_other() -> None:
    one, other = (
        Marked("proper-name", (Run(name, "zh-Hant-HK", east_asian=True, span=None),))
        for name in ("何永", "周平")
    )
    mark = Run("、", "zh-Hant-HK", east_asian=True, span=None)
    phrasing = Phrasing(_BOOK, lambda _: "")

    def classes(*pieces: Piece) -> list[str | None]:
        made = phrasing.nodes(pieces, "zh-Hant-HK")
        return [attribute(node, "class") for node in made if isinstance(node, Element)]

    assert ["proper-name", "proper-name beside"] == classes(one, other)
    assert ["proper-name", "proper-name"] == classes(one, mark, other)


@pytest.mark.parametrize(
    ("text", "shortfalls"),
    [("24小時", 0), ("p < 0.05", 0), ("漢" * 9, 1), ("stepped-wedge trial", 1)],
)
def test_only_what_a_small_screen_would_cut_off_may_break(text: str, shortfalls: int) -> None:
    piece = Marked("no-break", (Run(text, "en-HK", east_asian=False, span=None),))
    assert shortfalls == len([found for found in [on_screens(piece)] if found])


@pytest.mark.parametrize(("inside", "shortfalls"), [(b"<path/>", 0), (b"<text>A</text>", 1)])
def test_only_a_drawing_with_letters_falls_short(inside: bytes, shortfalls: int) -> None:
    image = Image("a.svg", "image/svg+xml", b"<svg>" + inside + b"</svg>", 9, 9)
    figure = FigureBlock("f", image, "a drawing", None, None, None)
    assert shortfalls == len([found for found in [on_screens(figure)] if found])


def test_a_note_at_the_end_leads_back_with_its_first_word() -> None:
    markup = _markup(0, _BOOK)
    assert (
        '<aside class="note" id="e1-n1" epub:type="footnote" role="doc-footnote"><p class="footnote" '
    ) in markup
    assert (
        '<a class="note-mark" href="#e1-n1-c1" epub:type="backlink" role="doc-backlink">1</a> '
        in markup
    )
    assert '<a href="#e1-n1" id="e1-n1-c1" epub:type="noteref" role="doc-noteref">1</a>' in markup


def test_a_note_on_a_page_stands_at_its_call_in_spans_that_an_html_parser_leaves_in_place() -> None:
    notes = [e for e in _walk(_section(0, _PAGES)) if attribute(e, "class") == "note"]
    assert ["1", "2"] == [attribute(note, "data-mark") for note in notes]
    allowed = {"span", "a", "strong", "i"}
    assert {"span"} <= {e.name for note in notes for e in _walk(note)} <= allowed
    assert "aside" not in {e.name for note in notes for e in _walk(note)}


def test_pages_have_neither_semantics_for_readers_nor_ruby_parentheses() -> None:
    markup = _markup(1, _PAGES)
    assert "epub:type" not in markup
    assert "role=" not in markup
    assert "<rp>" not in markup
    assert '<rt lang="yue-Latn" xml:lang="yue-Latn">saa1</rt>' in markup


def test_an_address_may_break_behind_its_marks_and_nowhere_else() -> None:
    markup = _markup(1, _BOOK)
    assert ">https://<wbr/>doi.<wbr/>org/<wbr/>10.<wbr/>5555/<wbr/>sample.<wbr/>1</" in markup
    assert ">https://doi.org/10.5555/sample.1</" in _markup(1, _PAGES)


def test_the_outline_nests_headings_by_level() -> None:
    entry = outline(every_node().editions[0])
    assert every_node().editions[0].title == entry.text
    first, *others = entry.entries
    assert 1 == len(first.entries)
    assert all(not other.entries for other in others)


def test_what_is_hidden_or_furniture_is_not_heard_and_stray_text_is() -> None:
    document = b"""<body xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops">
    <header><p>H</p></header><nav><p>N</p></nav><p hidden="">X</p><section epub:type="cover"><p>C</p></section>
    <div>stray<p>A<br/>B<ruby>C<rp>(</rp><rt>c</rt><rp>)</rp></ruby></p></div><img alt="seen"/></body>"""
    assert (
        Heard("text", "stray", "en"),
        Heard("text", "A\nBC", "en", (Trait("ruby", "c", 3, 4),)),
        Heard("reading", "c", "en"),
        Heard("alt", "seen", "en", (picture_shown(b"", "seen"),)),
    ) == hear(xml_tree(document, "it"), "en")
