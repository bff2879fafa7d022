"""Whatever an edition says, its section says the same: also with nested marks, ruby, notes, odd spaces and markup characters."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from pressroom.edition.projection import Feature, said
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Mark,
    Marked,
    NoteCall,
    Piece,
    ResolvedEdition,
    ResolvedNote,
    RubyPair,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.house.tokens import Role
from pressroom.proof.traits import differences
from pressroom.testing.sample import every_node
from pressroom.writers.xhtml import (
    Dialect,
    Element,
    Node,
    edition_section,
    html_text,
    page,
    xml_text,
)
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import html_tree, xml_tree

_BOOK = Dialect(image=lambda image: image.name, reflowing=True)
_ENGLISH = every_node().editions[0]
_TEXTS = st.text("漢字，「」ab 1/.<>&\"'\u00a0\u2028\U00020000]", min_size=1, max_size=8)
_TAGS = st.sampled_from(["en-HK", "zh-Hant-HK", "ja"])
_MARKS: st.SearchStrategy[Mark] = st.sampled_from(
    ["slant", "strong", "superscript", "code", "dots", "proper-name", "book-title", "no-break"]
)
_RUNS = st.builds(Run, _TEXTS, _TAGS, st.booleans(), st.none())
_RUBY = st.builds(RubyPair, _RUNS, _TEXTS, st.just("yue-Latn"))
_LEAVES: st.SearchStrategy[Piece] = st.one_of(
    _RUNS,
    st.builds(LineBreak),
    st.builds(RubyRun, st.lists(_RUBY, min_size=1, max_size=3).map(tuple)),
    st.just(NoteCall("1", "e1-n1", "e1-n1-c1")),
)


def _nested(pieces: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    inside = st.lists(pieces, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(Marked, _MARKS, inside),
        st.builds(LinkRun, st.just("https://example.org/?a=1&b=2"), inside, st.booleans()),
    )


_PIECES = st.lists(st.recursive(_LEAVES, _nested, max_leaves=8), max_size=5).map(tuple)


def _edition(pieces: tuple[Piece, ...], note: tuple[Piece, ...]) -> ResolvedEdition:
    def block(identifier: str, inside: tuple[Piece, ...]) -> TextBlock:
        return TextBlock(identifier, Role.BODY, 0, _ENGLISH.language, inside, None)

    end = ResolvedNote("e1-n1", "1", ("e1-n1-c1",), (block("e1-b2", note),))
    return replace(_ENGLISH, blocks=(block("e1-b1", pieces),), notes=(end,))


# But for links: one that holds the call of a note is parted there, which the ledger tells.
_FEATURES = frozenset(get_args(Feature)) - {"link"}


@given(_PIECES, _PIECES)
def test_a_section_says_what_its_edition_says(
    pieces: tuple[Piece, ...], note: tuple[Piece, ...]
) -> None:
    edition = _edition(pieces, note)
    root = page("en-HK", "T", (), edition_section(edition, _BOOK))
    for tree in (
        xml_tree(xml_text(root, "html").encode(), "it"),
        html_tree(html_text(root).encode(), "it"),
    ):
        heard = hear(tree, "en-HK")
        assert [(p.kind, p.text) for p in said(edition)] == [(p.kind, p.text) for p in heard]
        for want, piece in zip(said(edition), heard, strict=True):
            assert [] == list(differences(want, piece, _FEATURES, edition.language))


@given(_PIECES)
def test_no_link_stands_in_a_link(pieces: tuple[Piece, ...]) -> None:
    section = edition_section(_edition(pieces, ()), _BOOK)
    assert not any(_links(child) for link in _links(section) for child in link.children)


def _links(node: Node) -> list[Element]:
    if isinstance(node, str):
        return []
    below = [link for child in node.children for link in _links(child)]
    return [node, *below] if node.name == "a" else below
