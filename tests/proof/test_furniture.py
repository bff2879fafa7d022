"""What stands around the text, spoilt in one place of a file, and found."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pikepdf
import pytest

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.compare import compare
from pressroom.proof.furniture import furniture_otherwise
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Artifact
from pressroom.writers.registry import writer
from proof.artifacts import artifact, redrawn, repacked, replaced, world

RELEASE = every_node()
LOGO = RELEASE.house.masthead.logo
OTHER_LOGO = LOGO.replace(b"v20H2z", b"v8H2z")
HEADLINE = "A sample of every node &amp; mark"


def told(name: str, data: bytes) -> set[str]:
    """Return the codes of what is found of some bytes that pass for an artifact."""
    maker, whole = writer(name), artifact(name)
    verdict = compare("a", RELEASE, (), maker.read_back(data), maker.abilities)
    spoilt = Artifact(whole.name, whole.media_type, data)
    around = furniture_otherwise(spoilt, RELEASE, maker, press=name == "print")
    return {finding.code for finding in (*verdict.findings, *around)}


@pytest.mark.parametrize("name", ["pdf", "print", "docx", "epub", "html"])
def test_nothing_is_said_of_furniture_that_is_as_it_should_be(name: str) -> None:
    assert "A013" not in told(name, artifact(name).data)


@pytest.mark.planted("words and logos around the text spoilt, and found")
@pytest.mark.parametrize(
    ("name", "part", "old", "new"),
    [
        ("docx", "word/header1.xml", "Sample Press</w:t>", "Simple Press</w:t>"),
        ("docx", "word/header2.xml", "every node", "every mode"),
        ("docx", "word/header6.xml", "節點", "接點"),
        ("docx", "word/footer3.xml", "NUMPAGES", "PAGE"),
        ("docx", "word/footer4.xml", " of ", " off "),
        ("docx", "word/document.xml", "<w:titlePg />", ""),
        ("epub", "EPUB/nav.xhtml", f'#e1-b10">{HEADLINE}', '#e1-b10">Another heading'),
        ("epub", "EPUB/toc.ncx", HEADLINE + "</text></navLabel>", "Mark</text></navLabel>"),
        ("epub", "EPUB/cover.xhtml", ">PRESS RELEASE<", ">PRESS CUTTING<"),
        ("epub", "EPUB/cover.xhtml", ">新聞稿<", ">新聞<"),
        ("epub", "EPUB/edition-en-hk.xhtml", '"publisher">Sample', '"publisher">Simple'),
    ],
)
def test_words_around_the_text_are_compared(name: str, part: str, old: str, new: str) -> None:
    assert "A013" in told(name, replaced(artifact(name).data, part, old, new))


@pytest.mark.planted("words and logos around the text spoilt, and found")
@pytest.mark.parametrize("name", ["docx", "epub"])
def test_another_logo_in_an_archive_is_found(name: str) -> None:
    def change(files: dict[str, bytes]) -> None:
        (drawing,) = (part for part in files if part.endswith(".svg"))
        files[drawing] = OTHER_LOGO

    assert "A013" in told(name, repacked(artifact(name).data, change))


@pytest.mark.planted("words and logos around the text spoilt, and found")
def test_a_page_without_its_logo_is_found() -> None:
    data = re.sub(rb'<img src="data:image/svg[^>]*>', b"", artifact("html").data, count=1)

    assert "A013" in told("html", data)


def other_entry(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children[0].title = "Another heading"


def one_entry_more(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root.append(pikepdf.OutlineItem("A third edition", 0))


def edited(pdf: pikepdf.Pdf, number: int, old: bytes, new: bytes) -> None:
    """Change what a page (from 0) draws, in the last place where it is drawn so."""
    page = pdf.pages[number]
    page.contents_coalesce()
    before, found, after = page.Contents.read_bytes().rpartition(old)
    assert found
    page.Contents = pdf.make_stream(before + new + after)


def other_logo(pdf: pikepdf.Pdf) -> None:
    edited(pdf, 0, b"22 22 l\n2 22 l", b"22 9 l\n2 9 l")


def no_logo(pdf: pikepdf.Pdf) -> None:
    edited(pdf, 2, b"2 2 m\n22 2 l\n22 22 l\n2 22 l\nh\nf", b"")


def other_running_head(pdf: pikepdf.Pdf) -> None:
    edited(pdf, 1, b"[<0015>0", b"[")


def other_number(pdf: pikepdf.Pdf) -> None:
    edited(pdf, 1, b"<000b>0<0001>", b"<000a>0<0001>")


@pytest.mark.planted("words and logos around the text spoilt, and found")
@pytest.mark.parametrize(
    "change",
    [other_entry, one_entry_more, other_logo, no_logo, other_running_head, other_number],
    ids=lambda change: change.__name__,
)
def test_what_stands_around_the_text_of_a_pdf_is_compared(
    change: Callable[[pikepdf.Pdf], None],
) -> None:
    assert {"A013"} == told("pdf", redrawn(artifact("pdf").data, change)) - {"A008"}


def logo(inside: str, said: str = 'width="24" height="24" viewBox="0 0 24 24"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {said}>{inside}</svg>'.encode()


def strips(colours: str) -> str:
    """Return 200 strips side by side, in colours taken in turn."""
    return "".join(
        f'<path d="M{2 + at / 10} {2 + at % 20 // 10}h.1v18h-.1z" fill="#{colours[at // 50]}34"/>'
        for at in range(200)
    )


SLICED = 'width="48" height="24" viewBox="0 0 24 24" preserveAspectRatio="xMidYMid slice"'
AREA = '<path d="M-20-20h64v64h-64z" fill="#9ab"/>'
LOGOS = {
    "of 200 paths": logo(strips("0369")),
    "of 200 paths in another order": logo(strips("9f30")),
    "cut by its frame": logo(AREA + '<path d="M4 8h16v9H4z" fill="#234"/>', SLICED),
    "cut by its frame, turned": logo(AREA + '<path d="M9 4h6v16H9z" fill="#234"/>', SLICED),
    "drawn over its edges": logo(AREA + '<circle cx="12" cy="12" r="5" fill="#234"/>'),
}


@cache
def under(name: str) -> tuple[ResolvedRelease, Artifact]:
    """Return a release of one headline whose house has a logo, and its PDF."""
    edition = replace(RELEASE.editions[0], blocks=RELEASE.editions[0].blocks[3:4], notes=())
    masthead = replace(RELEASE.house.masthead, logo=LOGOS[name])
    release = replace(RELEASE, editions=(edition,), house=replace(RELEASE.house, masthead=masthead))
    return release, writer("pdf").write(release, world()).artifact


@pytest.mark.parametrize("name", LOGOS)
def test_a_logo_in_a_pdf_is_found_however_it_is_drawn(name: str) -> None:
    release, made = under(name)

    assert [] == [*furniture_otherwise(made, release, writer("pdf"), press=False)]


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("of 200 paths", "of 200 paths in another order"),
        ("cut by its frame", "cut by its frame, turned"),
    ],
)
def test_another_logo_in_a_pdf_is_told_however_it_is_drawn(name: str, other: str) -> None:
    release, made = under(name)[0], under(other)[1]
    (fault,) = furniture_otherwise(made, release, writer("pdf"), press=False)

    assert "A013" == fault.code
