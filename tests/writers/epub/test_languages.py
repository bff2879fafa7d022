"""Every text of a book is in the language that it is declared to be in, and in a face of the book."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pytest

from pressroom.proof.glyphs.epub import faults
from pressroom.writers.epub import EpubWriter
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, attribute
from writers.epub.books import HOUSES, files, sample, tree, world
from writers.epub.walking import elements, text, texts

_DOCUMENTS = ("cover.xhtml", "nav.xhtml", "edition-en-hk.xhtml", "edition-zh-hant-hk.xhtml")
_HAN = re.compile("[\u3400-\u9fff\U00020000-\U0003ffff]")
_WORD = re.compile("[A-Za-z]{3,}")


def misplaced(root: Element) -> Iterator[tuple[str, str]]:
    """Yield texts whose script is not that of their language."""
    for language, said in texts(root):
        if not language:
            yield language, said
        elif language.startswith("zh-"):
            if _WORD.search(said):
                yield language, said
        elif _HAN.search(said):
            yield language, said


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_every_text_is_in_the_language_it_is_declared_in(name: str) -> None:
    assert [] == list(misplaced(tree(name)))


@pytest.mark.parametrize(
    "body",
    [
        "<p>中文</p>",
        '<p xml:lang="zh-Hant-HK">word</p>',
        '<p xml:lang="zh-Hant-HK"><b>a word</b></p>',
    ],
)
def test_a_text_in_the_wrong_language_would_be_found(body: str) -> None:
    root = xml_tree(f'<html xml:lang="en-HK">{body}</html>'.encode(), "it")
    assert 1 == len(list(misplaced(root)))


@pytest.mark.parametrize("name", _DOCUMENTS)
def test_a_document_has_a_title_and_declares_its_language_in_both_ways(name: str) -> None:
    root = tree(name)
    assert attribute(root, "lang") == attribute(root, "xml:lang")
    (title,) = elements(root, "title")
    assert text(title)


def test_every_language_that_occurs_is_declared_in_the_package() -> None:
    declared = {text(found) for found in elements(tree("package.opf"), "dc:language")}
    used = {language for name in _DOCUMENTS for language, _ in texts(tree(name))}
    assert used <= declared
    assert "yue-Latn" in declared


@pytest.mark.parametrize("house", HOUSES)
def test_every_character_is_in_an_embedded_face(house: str) -> None:
    from fontTools.ttLib import TTFont

    covered: set[int] = set()
    for name, data in files(house).items():
        if name.startswith("EPUB/fonts/"):
            covered |= (TTFont(BytesIO(data)).getBestCmap() or {}).keys()
    used = {
        ord(c)
        for name in _DOCUMENTS
        for body in elements(tree(name, house), "body")
        for c in text(body)
    }
    used |= set(map(ord, "•\u20023."))  # the markers of the sample's lists
    assert [] == [chr(code) for code in sorted(used - covered)]


@pytest.mark.parametrize("house", HOUSES)
def test_every_font_in_the_book_has_its_rule_and_its_licence(house: str) -> None:
    from fontTools.ttLib import TTFont

    style = files(house)["EPUB/style.css"].decode()
    fonts = {name: data for name, data in files(house).items() if name.startswith("EPUB/fonts/")}
    assert set(fonts) == {f"EPUB/{found}" for found in re.findall(r'url\("([^"]+)"\)', style)}
    for data in fonts.values():
        font = TTFont(BytesIO(data))
        assert "Open Font License" in str(font["name"].getDebugName(13))
        assert 0 == getattr(font["OS/2"], "fsType")  # noqa: B009  # fontTools makes it at run time


def test_a_book_names_hong_kong_faces_only() -> None:
    style = files("journal")["EPUB/style.css"].decode()
    assert set() == set(re.findall(r"CJK (?!HK)\w+", style))


@pytest.mark.parametrize("tag", ["en-HK", "zh-Hant-HK"])
def test_a_book_in_one_language_asks_for_no_face_that_it_lacks(tag: str) -> None:
    release = sample("journal")
    alone = replace(
        release, editions=tuple(one for one in release.editions if one.language.tag == tag)
    )
    book = EpubWriter().write(alone, world(alone)).artifact.data

    assert [] == list(faults(book, alone, world(alone).fonts))
