"""The EPUB writer keeps what is expected of every writer, and what EPUB 3.3 asks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.edition.resolved import (
    FigureBlock,
    LineBreak,
    NoteCall,
    ResolvedBlock,
    ResolvedRelease,
    Run,
    TextBlock,
)
from pressroom.house.tokens import Role
from pressroom.press.validators import ace, epubcheck
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.writers.archive import read_archive
from pressroom.writers.contract import Outcome
from pressroom.writers.epub import EpubWriter
from pressroom.writers.epub.container import Resource, pack
from pressroom.writers.epub.gate import check
from pressroom.writers.xhtml.parse import xml_tree
from pressroom.writers.xhtml.tree import Element, attribute
from writers.epub.books import HOUSES, bind, book, files, sample, tree, world
from writers.epub.walking import elements, text


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand) -> None:
    assert () == demand(EpubWriter(), world(sample()))


@pytest.mark.parametrize("house", HOUSES)
def test_epubcheck_has_nothing_to_say(house: str) -> None:
    assert [] == epubcheck.validate(book(house))


def test_ace_has_nothing_to_say() -> None:
    assert [] == ace.validate(book("journal"))


@pytest.mark.parametrize("name", ["package.opf", "nav.xhtml", "toc.ncx", "cover.xhtml"])
def test_a_document_is_as_it_was_when_it_was_last_looked_at(name: str) -> None:
    golden = Path(__file__).with_name(f"{name}.golden.xml").read_text("utf-8")
    assert golden == files()[f"EPUB/{name}"].decode().replace("><", ">\n<")


def test_the_container_begins_with_its_type() -> None:
    assert b"mimetypeapplication/epub+zip" == book()[30:58]
    assert ["mimetype", "META-INF/container.xml", "EPUB/package.opf"] == list(files())[:3]


def test_a_book_in_one_language_has_no_other() -> None:
    release = sample()
    alone = replace(release, editions=release.editions[1:])
    data = bind(alone)
    assert [] == epubcheck.validate(data)
    assert ["zh-Hant-HK"] == [heard.language for heard in EpubWriter().read_back(data)]


def test_nothing_falls_short_but_what_a_small_screen_would_cut_off() -> None:
    ledger = EpubWriter().write(sample(), world(sample())).ledger
    short = [entry for entry in ledger if entry.outcome is not Outcome.EXACT]
    assert {("no-break", Outcome.DEGRADED)} == {(entry.feature, entry.outcome) for entry in short}


def test_accessibility_is_told_as_it_is() -> None:
    told = _told(tree("package.opf"))
    assert {"alternativeText", "rubyAnnotations", "tableOfContents"} <= told
    assert {"textual", "visual"} <= told
    assert not any("conformsTo" in attribute_ for attribute_ in told)


def test_a_picture_without_alternative_is_not_passed_over_in_silence() -> None:
    told = _told(_package(_without_alternatives(sample())))
    assert "alternativeText" not in told
    assert "textual,visual" in told
    assert "Of 2 images 0 have an alternative text." in " ".join(told)


def test_what_is_not_in_a_book_is_not_told_of_it() -> None:
    release = sample()
    plain = replace(
        release,
        editions=tuple(
            replace(edition, notes=(), blocks=tuple(filter(_only_words, edition.blocks)))
            for edition in release.editions
        ),
    )
    told = _told(_package(plain))
    assert {"visual", "alternativeText", "rubyAnnotations"}.isdisjoint(told)
    assert "不含圖片。" in " ".join(told)


def test_headings_are_told_of_only_if_every_edition_has_one() -> None:
    release = sample()
    first, *others = release.editions
    flat = replace(first, blocks=tuple(filter(_is_no_heading, first.blocks)))
    told = _told(_package(replace(release, editions=(flat, *others))))
    assert "structuralNavigation" in _told(tree("package.opf"))
    assert "structuralNavigation" not in told
    assert "tableOfContents" in told
    assert "has headings" not in " ".join(told)
    assert "reflowed, and has a table of contents" in " ".join(told)


def test_an_edition_that_is_not_there_takes_its_language_and_its_summary_along() -> None:
    release = sample()
    first = release.editions[0]
    english = replace(first, notes=(), blocks=tuple(filter(_is_english, first.blocks)))
    package = _package(replace(release, editions=(english,)))
    assert ["en-HK"] == [text(one) for one in elements(package, "dc:language")]
    assert "目錄" not in " ".join(_told(package))
    assert "目錄" in " ".join(_told(tree("package.opf")))


def test_a_page_list_is_not_told_of_while_there_is_none() -> None:
    lists = [attribute(nav, "epub:type") for nav in elements(tree("nav.xhtml"), "nav")]
    assert "page-list" not in lists
    assert {"pageNavigation", "pageBreakMarkers"}.isdisjoint(_told(tree("package.opf")))


def test_a_headline_is_broken_on_the_cover_where_its_author_broke_it() -> None:
    release = sample()
    first, *others = release.editions
    words = (
        Run("One line", "en-HK", east_asian=False, span=None),
        LineBreak(),
        Run("and another", "en-HK", east_asian=False, span=None),
        NoteCall("1", "e1-n1", "e1-n1-c9"),
    )
    blocks = tuple(
        replace(block, pieces=words)
        if isinstance(block, TextBlock) and block.role is Role.HEADLINE
        else block
        for block in first.blocks
    )
    title = "One line and another"
    changed = replace(release, editions=(replace(first, title=title, blocks=blocks), *others))
    data = bind(changed)

    assert '<p class="headline">One line<br/>and another</p>' in (
        read_archive(data)["EPUB/cover.xhtml"].decode()
    )
    stated = {one.what: one.values for one in EpubWriter().read_back(data)[0].stated}
    assert "One line\nand another" in stated["cover"]


def test_words_in_another_language_keep_it_on_the_cover() -> None:
    release = sample()
    first, *others = release.editions
    kicker = next(block for block in first.blocks if isinstance(block, TextBlock))
    words = (
        Run("NEWS ", "en-HK", east_asian=False, span=None),
        Run("新聞", "zh-Hant-HK", east_asian=True, span=None),
        Run(" & MORE", "en-HK", east_asian=False, span=None),
    )
    blocks = tuple(
        replace(block, pieces=words) if block is kicker else block for block in first.blocks
    )
    changed = replace(release, editions=(replace(first, blocks=blocks), *others))
    cover = read_archive(bind(changed))["EPUB/cover.xhtml"].decode()
    assert (
        '<p class="kicker">NEWS <span lang="zh-Hant-HK" xml:lang="zh-Hant-HK">新聞</span> &amp; MORE</p>'
        in cover
    )


def test_a_resource_that_is_there_twice_is_refused() -> None:
    moment = sample().metadata.modified
    one = Resource("a", "a.css", "text/css", b"")
    for other in (replace(one, name="b.css"), replace(one, identifier="b", name="A.CSS")):
        with pytest.raises(ValueError, match="twice"):
            pack(b"", (one, other), moment)


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        (b'<html><a href="b.xhtml"/></html>', "not in the book"),
        (b'<html><a href="#b"/></html>', "not in the book"),
        (b'<html><p id="a"/><p id="a"/></html>', "twice"),
    ],
)
def test_a_broken_link_or_id_does_not_leave_the_house(document: bytes, fault: str) -> None:
    resource = Resource("a", "a.xhtml", "application/xhtml+xml", document)
    with pytest.raises(ValueError, match=fault):
        check(b"<package/>", (resource,))


def test_the_writer_is_at_hand_without_heavy_libraries() -> None:
    program = (
        "import sys; from pressroom.writers.epub import EpubWriter; EpubWriter();"
        "print(sorted({'lxml', 'fontTools', 'ebooklib', 'uharfbuzz', 'PIL'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert ("[]\n", "") == (done.stdout, done.stderr)


def _package(release: ResolvedRelease) -> Element:
    return xml_tree(read_archive(bind(release))["EPUB/package.opf"], "package.opf")


def _only_words(block: ResolvedBlock) -> bool:
    return isinstance(block, TextBlock) and all(isinstance(piece, Run) for piece in block.pieces)


def _is_english(block: ResolvedBlock) -> bool:
    return isinstance(block, TextBlock) and all(
        isinstance(piece, Run) and piece.language == "en-HK" for piece in block.pieces
    )


def _is_no_heading(block: ResolvedBlock) -> bool:
    return isinstance(block, TextBlock) and not block.level


def _told(package: Element) -> set[str]:
    return {
        text(meta)
        for meta in elements(package, "meta")
        if (attribute(meta, "property") or "").startswith(("schema:", "dcterms:conforms"))
    }


def _without_alternatives(release: ResolvedRelease) -> ResolvedRelease:
    return replace(
        release,
        editions=tuple(
            replace(
                edition,
                blocks=tuple(
                    replace(block, alt="") if isinstance(block, FigureBlock) else block
                    for block in edition.blocks
                ),
            )
            for edition in release.editions
        ),
    )
