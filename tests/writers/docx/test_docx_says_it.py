"""Whatever an edition says, its DOCX says to the letter; and the editors' file holds the source."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import replace
from hashlib import sha256
from typing import get_args

from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.edition.projection import said
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Mark,
    Marked,
    Piece,
    RubyPair,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.house.tokens import Role
from pressroom.language.record import Language
from pressroom.language.records import en_hk, zh_hant_hk
from pressroom.proof.compare import compare
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.docx import DocxWriter
from validators.docx_checks import parts

BASE = "{urn:pressroom:base:1}"

words = st.text(
    st.characters(exclude_categories=("C", "Zl", "Zp")) | st.sampled_from("「」，。— &<>\"' 香港"),
    min_size=1,
    max_size=12,
)
runs = st.builds(
    Run, words, st.sampled_from(["en-HK", "zh-Hant-HK", "ja", "yue-Latn"]), st.booleans(), st.none()
)
rubies = st.builds(
    RubyRun, st.lists(st.builds(RubyPair, runs, words, st.just("yue-Latn")), min_size=1).map(tuple)
)


def _containers(pieces: st.SearchStrategy[Piece]) -> st.SearchStrategy[Piece]:
    several = st.lists(pieces, min_size=1, max_size=3).map(tuple)
    marked = st.builds(Marked, st.sampled_from(get_args(Mark)), several)
    return marked | st.builds(LinkRun, st.just("https://example.org/"), several, st.booleans())


pieces = st.recursive(runs | rubies | st.builds(LineBreak), _containers, max_leaves=6)


@given(
    st.lists(pieces, min_size=1, max_size=5).map(tuple),
    st.sampled_from([en_hk.RECORD, zh_hant_hk.RECORD]),
    st.sampled_from(Role),
)
@settings(max_examples=40)
def test_a_paragraph_is_heard_as_it_was_said(
    content: tuple[Piece, ...], language: Language, role: Role
) -> None:
    sample = every_node()
    block = TextBlock("e1-b1", role, 0, language, content, None)
    edition = replace(sample.editions[0], language=language, blocks=(block,), notes=())
    release = replace(sample, editions=(edition,))
    data = DocxWriter().write(release, World(fonts={})).artifact.data
    (heard,) = DocxWriter().read_back(data)
    assert [(piece.kind, piece.text) for piece in said(edition)] == [
        (piece.kind, piece.text) for piece in heard.pieces
    ]


def test_the_base_is_the_source_to_the_letter() -> None:
    release = every_node()
    data = DocxWriter().write(release, World(fonts={})).artifact.data
    base = parts(data)["customXml/item1.xml"]
    source = b64decode(base.findtext(f"{BASE}source", ""))
    assert release.source.text.encode() == source
    assert sha256(source).hexdigest() == base.get("sha256")
    assert ("sample-1", "1") == (base.get("id"), base.get("version"))


def test_every_block_of_the_base_leads_to_a_bookmark() -> None:
    found = parts(DocxWriter().write(every_node(), World(fonts={})).artifact.data)
    names = {
        value
        for part in ("word/document.xml", "word/footnotes.xml")
        for element in found[part].iter()
        for key, value in element.attrib.items()
        if element.tag.endswith("}bookmarkStart") and key.endswith("}name")
    }
    blocks = found["customXml/item1.xml"].findall(f"{BASE}block")
    assert names == {block.get("bookmark") for block in blocks}


def test_a_mark_that_gives_way_to_another_is_in_the_ledger() -> None:
    sample = every_node()
    english, *others = sample.editions
    letters = Run("p", "en-HK", east_asian=False, span=None)
    pieces = (Marked("dots", (Marked("slant", (letters,)),)),)
    block = TextBlock("e1-odd", Role.BODY, 0, english.language, pieces, None)
    release = replace(sample, editions=(replace(english, blocks=(block,), notes=()), *others))
    written = DocxWriter().write(release, World(fonts={}))
    heard = DocxWriter().read_back(written.artifact.data)

    losses = {one.feature for one in written.ledger if one.identifier == "e1-odd" and one.reason}
    assert {"slant"} == losses
    verdict = compare("a.docx", release, written.ledger, heard, DocxWriter.abilities)
    assert () == verdict.findings
