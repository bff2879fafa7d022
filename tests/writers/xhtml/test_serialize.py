"""A tree is written so that nothing in it can become markup, and nothing is put between its nodes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import WriterError
from pressroom.writers.xhtml import Element, Node, element, html_text, page, xml_text
from pressroom.writers.xhtml.parse import html_tree, xml_tree

_NAMES = st.sampled_from(["p", "b", "i", "span", "td", "em"])
# U+000D alone is legal too, but the tree is compared after parsing, which an HTML parser starts with line ends.
_TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff"))


def _elements(children: st.SearchStrategy[Node]) -> st.SearchStrategy[Node]:
    values = st.dictionaries(st.sampled_from(["id", "title", "lang"]), _TEXTS)
    inside = st.lists(children, max_size=4).map(_join)
    return st.builds(_element, _NAMES, values, inside)


def _element(name: str, attributes: dict[str, str], children: list[Node]) -> Element:
    return element(name, attributes, *children)


def _join(nodes: list[Node]) -> list[Node]:
    """Join neighbouring texts and leave out empty ones, as any parser does."""
    joined: list[Node] = []
    for node in nodes:
        if isinstance(node, str) and joined and isinstance(joined[-1], str):
            joined[-1] += node
        elif node != "":
            joined.append(node)
    return joined


@given(st.recursive(_TEXTS, _elements, max_leaves=12).filter(lambda n: isinstance(n, Element)))
def test_xml_that_is_written_is_read_as_the_same_tree(tree: Element) -> None:
    assert tree == xml_tree(xml_text(tree).encode(), "it")


@given(_TEXTS, _TEXTS)
def test_html_that_is_written_holds_the_same_text(text: str, value: str) -> None:
    tree = html_tree(html_text(element("p", {"title": value}, text, "!")).encode(), "it")
    body = tree.children[-1]
    assert isinstance(body, Element)
    assert element("p", {"title": value}, text + "!") == body.children[0]


def test_nothing_stands_between_neighbours() -> None:
    tree = element("p", None, element("b", None, "中"), element("i", None, "文"))
    assert xml_text(tree).endswith("<p><b>中</b><i>文</i></p>\n")


def test_xhtml_closes_only_void_elements_where_they_open() -> None:
    tree = page("en-HK", "T", (), element("td"), element("br"))
    assert "<td></td><br/></body>" in xml_text(tree, "html")
    assert "<td></td><br></body>" in html_text(tree)
    assert '<item id="a"/>' in xml_text(element("manifest", None, element("item", {"id": "a"})))


def test_html_has_no_prefixed_attributes() -> None:
    tree = page("zh-Hant-HK", "題", (), element("p", {"epub:type": "x", "role": "note"}))
    written = html_text(tree)
    assert '<html lang="zh-Hant-HK">' in written
    assert '<p role="note"></p>' in written


def test_a_style_sheet_cannot_end_its_element() -> None:
    assert "<style>a > b {}</style>" in html_text(element("style", None, "a > b {}"))
    with pytest.raises(ValueError, match="style"):
        html_text(element("style", None, "</style><script>"))


@pytest.mark.parametrize("name", ["", "1a", "a b", "a>", "on click='x'"])
def test_a_name_that_is_none_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no XML name"):
        element(name)
    with pytest.raises(ValueError, match="no XML name"):
        element("p", {name: "x"})


@pytest.mark.parametrize("character", ["\0", "\x0b", "\ufffe", "\ud800"])
def test_a_character_that_xml_does_not_know_is_refused(character: str) -> None:
    with pytest.raises(ValueError, match=r"U\+[0-9A-F]{4} cannot stand in XML"):
        element("p", None, character)
    with pytest.raises(ValueError, match=r"U\+[0-9A-F]{4} cannot stand in XML"):
        element("p", {"title": character})


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<p>",
        b"<p>&nbsp;</p>",
        b'<!DOCTYPE p [<!ENTITY a "aaaa">]><p>&a;</p>',
        b'<!DOCTYPE p [<!ENTITY a SYSTEM "file:///etc/hostname">]><p>&a;</p>',
        b"<p>" * 250 + b"</p>" * 250,
    ],
    ids=["nothing", "unclosed", "unknown entity", "entity", "file", "deep"],
)
def test_xml_that_could_do_harm_or_is_none_is_refused(document: bytes) -> None:
    with pytest.raises(WriterError, match="chapter cannot be read"):
        xml_tree(document, "chapter")


def test_html_nested_too_deeply_is_refused() -> None:
    with pytest.raises(WriterError, match="chapter cannot be read"):
        html_tree(b"<div>" * 5000, "chapter")
