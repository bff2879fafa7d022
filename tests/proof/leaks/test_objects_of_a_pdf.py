"""The dictionaries of a PDF hold nothing but what releases are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pressroom.edition.resolved import LinkRun, TextBlock
from pressroom.proof.leaks import scan
from pressroom.testing.sample import every_node
from pressroom.writers.registry import writer
from proof.artifacts import artifact, found, redrawn, world

canary = pytest.mark.planted("canaries hidden, and found")


def element(pdf: pikepdf.Pdf, role: str) -> pikepdf.Object:
    return next(
        held
        for held in pdf.objects
        if isinstance(held, pikepdf.Dictionary) and held.get("/S") == role and "/P" in held
    )


def link(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(one for page in pdf.pages for one in page.get("/Annots", []) if "/A" in one)


def other_words(pdf: pikepdf.Pdf) -> None:
    element(pdf, "/P").ActualText = String("CANARY")


def expansion(pdf: pikepdf.Pdf) -> None:
    element(pdf, "/P").E = String("CANARY")


def title_of_an_element(pdf: pikepdf.Pdf) -> None:
    element(pdf, "/P").T = String("CANARY")


def alternative_of_words(pdf: pikepdf.Pdf) -> None:
    element(pdf, "/P").Alt = String("CANARY")


def name_of_an_element(pdf: pikepdf.Pdf) -> None:
    element(pdf, "/Note").ID = String("CANARY")


def page_labels(pdf: pikepdf.Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P=String("CANARY"))]))


def thread(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Threads = Array([Dictionary(I=Dictionary(Title=String("CANARY")))])


def word_about_the_source(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].Desc = String("CANARY")


def name_of_the_source(pdf: pikepdf.Pdf) -> None:
    pdf.Root.AF[0].UF = String("CANARY.md")


def word_about_a_link(pdf: pikepdf.Pdf) -> None:
    link(pdf).Contents = String("CANARY")


def name_of_a_link(pdf: pikepdf.Pdf) -> None:
    link(pdf).NM = String("CANARY")


def link_elsewhere(pdf: pikepdf.Pdf) -> None:
    link(pdf).A.URI = link(pdf).Contents = String("https://elsewhere.example/")


def link_off_the_page(pdf: pikepdf.Pdf) -> None:
    link(pdf).Rect = Array([-50, -50, -10, -10])


def link_over_more_than_the_page(pdf: pikepdf.Pdf) -> None:
    link(pdf).Rect = Array([0, 0, 5000, 5000])


def place_of_a_window(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.VP = Array([Dictionary(Type=Name.Viewport, Name=String("CANARY"))])


def colour_in_the_outline(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Outlines.First.C = Array([1, 1, 1])


@canary
@pytest.mark.parametrize(
    "change",
    [
        other_words,
        expansion,
        title_of_an_element,
        alternative_of_words,
        name_of_an_element,
        page_labels,
        thread,
        word_about_the_source,
        name_of_the_source,
        word_about_a_link,
        name_of_a_link,
        link_elsewhere,
        link_off_the_page,
        link_over_more_than_the_page,
        place_of_a_window,
        colour_in_the_outline,
    ],
    ids=lambda change: change.__name__,
)
def test_what_no_release_is_made_of_is_found_in_a_pdf(
    change: Callable[[pikepdf.Pdf], None],
) -> None:
    assert 1 == len(found("pdf", redrawn(artifact("pdf").data, change)))


def test_nothing_is_said_of_links_with_letters_that_a_pdf_escapes() -> None:
    sample = every_node()
    edition = sample.editions[0]
    model = next(
        block
        for block in edition.blocks
        if isinstance(block, TextBlock) and any(isinstance(one, LinkRun) for one in block.pieces)
    )
    ends = ("路徑", "a|b", "{x}", "a%20b", "%e8%b7%AF", "a(b)?c=d&e=f#g", "mailto:香港@b.example")
    links = tuple(
        replace(piece, target=end if ":" in end else f"https://journal.example/{end}")
        for piece in model.pieces[-1:]
        if isinstance(piece, LinkRun)
        for end in ends
    )
    linked = replace(edition, blocks=(replace(model, pieces=links),), notes=())
    release = replace(sample, editions=(linked,))

    assert () == scan(writer("pdf").write(release, world()).artifact, release, (), public=False)


def white_area(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"q 1 1 1 rg 0 0 600 850 re f Q"))


def black_bar(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, b"q 0 g 0 300 600 300 re f Q"))


def picture_over_words(pdf: pikepdf.Pdf) -> None:
    dot = {"/Subtype": Name.Image, "/Width": 1, "/Height": 1, "/ColorSpace": Name.DeviceGray}
    name = pdf.pages[0].add_resource(
        pdf.make_stream(b"\xff", {**dot, "/BitsPerComponent": 8}), Name.XObject
    )
    drawn = f"q 600 0 0 850 0 0 cm {name} Do Q".encode()
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, drawn))


def words_on_their_own_ink(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].resources.Font.keys()))
    drawn = f"q 0.5 g 0 0 300 300 re f BT {font} 12 Tf 100 100 Td (abc) Tj ET Q".encode()
    pdf.pages[0].contents_add(pikepdf.Stream(pdf, drawn), prepend=True)


@canary
@pytest.mark.parametrize(
    "change",
    [white_area, black_bar, picture_over_words, words_on_their_own_ink],
    ids=lambda change: change.__name__,
)
def test_text_that_is_painted_and_cannot_be_seen_is_found(
    change: Callable[[pikepdf.Pdf], None],
) -> None:
    assert ["A033"] == [one.code for one in found("pdf", redrawn(artifact("pdf").data, change))]
