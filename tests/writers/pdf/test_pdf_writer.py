"""What the writer promises of every file: conformance, standards, size, nothing of the machine, nothing unseen."""

from __future__ import annotations

import sys
from dataclasses import replace
from importlib import import_module
from operator import attrgetter
from subprocess import run

import pytest

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import (
    FigureBlock,
    Image,
    LinkRun,
    ListBlock,
    ListEntry,
    NoteCall,
    ResolvedNote,
)
from pressroom.house.tokens import Role
from pressroom.press.validators import page_validation, qpdf
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.pdf import PdfWriter, guard
from validators import poppler
from writers.pdf.conftest import Make, one_edition
from writers.pdf.texts import CHINESE, ENGLISH, block
from writers.pdf.texts import run as words


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand, world: World) -> None:
    assert () == demand(PdfWriter(), world)


@pytest.mark.parametrize("profile", ["3a", "ua-1"])
def test_one_file_is_pdf_a_and_pdf_ua(profile: page_validation.Profile, sample: bytes) -> None:
    assert [] == page_validation.validate(sample, profile)


def test_qpdf_and_poppler_find_no_fault(sample: bytes) -> None:
    assert [] == qpdf.validate(sample)
    assert [] == poppler.validate(sample)


def test_only_the_faces_of_the_house_are_inside_and_only_in_part(sample: bytes) -> None:
    fonts = poppler.fonts(sample)
    families = {
        font.name.partition("+")[2].removesuffix("-Bold").removesuffix("-Italic") for font in fonts
    }

    assert {"Noto-Serif", "Noto-Sans", "Noto-Serif-CJK-HK", "Noto-Sans-CJK-HK"} == families
    assert all(font.subset for font in fonts)


def test_a_bilingual_file_stays_below_150_kilobytes(sample: bytes) -> None:
    assert len(sample) < 150_000


def test_the_writer_is_at_hand_before_the_engine_is_loaded() -> None:
    code = (
        "import sys; from pressroom.writers.pdf import PdfWriter; PdfWriter();"
        "print([m for m in ('weasyprint', 'pikepdf', 'fontTools', 'uharfbuzz') if m in sys.modules])"
    )
    done = run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert "[]" == done.stdout.strip()


def test_another_engine_is_refused(monkeypatch: pytest.MonkeyPatch, world: World) -> None:
    def version(_name: str) -> str:
        return "71.0"

    monkeypatch.setattr(guard, "version", version)

    with pytest.raises(
        WriterError, match=r"works with WeasyPrint 70\.0 alone, but WeasyPrint 71\.0"
    ):
        PdfWriter().write(every_node(), world)


def test_a_missing_family_is_named() -> None:
    with pytest.raises(WriterError, match="was not given the family 'Noto Serif'"):
        PdfWriter().write(every_node(), World(fonts={}))


def test_a_character_that_no_face_has_stops_the_build(make: Make) -> None:
    with pytest.raises(WriterError, match=r"unsupported by fonts.*U\+13000"):
        make(block("埃及\U00013000字"))


def test_a_drawing_cannot_reach_a_file_or_the_network(make: Make) -> None:
    for target in ("file:///etc/hostname", "https://example.org/a.png", "other.svg"):
        drawing = (
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="9" height="9"><image xlink:href="{target}" width="9" height="9"/></svg>'
        )
        image = Image("a.svg", "image/svg+xml", drawing.encode(), 9, 9)
        with pytest.raises(WriterError, match="typesetting engine says"):
            make(FigureBlock("f1", image, "圖", None, None, None))


def test_a_style_sheet_of_a_house_cannot_reach_a_file(world: World) -> None:
    release = every_node()
    house = replace(release.house, extra_css="body { background: url(file:///etc/hostname) }")

    with pytest.raises(WriterError, match="asks for file:///etc/hostname"):
        PdfWriter().write(replace(release, house=house), world)


def test_what_the_engine_does_not_understand_stops_the_build(world: World) -> None:
    release = every_node()
    house = replace(release.house, extra_css="p { colour: red }")

    with pytest.raises(WriterError, match="colour"):
        PdfWriter().write(replace(release, house=house), world)


def test_the_engine_is_left_as_it_was(make: Make) -> None:
    places = [("weasyprint.pdf", "Stream"), ("weasyprint.pdf", "add_tags")]
    places += [("weasyprint.draw.text", "draw_first_line"), ("pydyf", "Stream.data")]
    stock = [attrgetter(name)(import_module(module)) for module, name in places]
    make(block("文字"))

    assert stock == [attrgetter(name)(import_module(module)) for module, name in places]


def test_a_release_of_many_pages_is_read_back_whole(make: Make) -> None:
    paragraphs = [block(f"第{n}段" + "患者情況穩定，" * 30, name=f"b{n}") for n in range(60)]
    heard = PdfWriter().read_back(make(*paragraphs))

    assert [piece.pieces for piece in paragraphs] == [
        (words(heard_piece.text.replace("\u2028", "")),) for heard_piece in heard[0].pieces
    ]


def test_lists_count_alike_in_notes_and_around_them(make: Make) -> None:
    def listed(name: str, start: int | None, markers: str, *calls: NoteCall) -> ListBlock:
        entries = tuple(
            ListEntry(
                f"{name}-i{n}",
                marker,
                (block("項", *calls[n:], role=Role.LIST_ITEM, name=f"{name}-b{n}"),),
            )
            for n, marker in enumerate(markers.split())
        )
        return ListBlock(name, start, tight=True, entries=entries, span=None)

    inside = (
        block("註釋。", role=Role.FOOTNOTE, name="n1-b"),
        listed("n1-l1", None, "• •"),
        listed("n1-l2", 1, "1. 2."),
        listed("n1-l3", 3, "3. 4."),
    )
    note = ResolvedNote("n1", "1", ("c1",), inside)
    around = listed("l1", 1, "1. 2.", NoteCall("1", "n1", "c1"))
    heard = PdfWriter().read_back(make(around, notes=(note,)))

    markers = [t.value for piece in heard[0].pieces for t in piece.traits if t.feature == "item"]
    assert ["1 1.", "1 2.", "1 •", "1 •", "1 1.", "1 2.", "1 3.", "1 4."] == markers


def test_a_note_with_a_second_call_is_read_back(make: Make) -> None:
    note = ResolvedNote(
        "n1", "1", ("c1", "c2"), (block("註釋。", role=Role.FOOTNOTE, name="n1-b"),)
    )
    heard = PdfWriter().read_back(
        make(
            block("甲", NoteCall("1", "n1", "c1"), "，乙", NoteCall("1", "n1", "c2"), "。"),
            notes=(note,),
        )
    )

    assert ["甲1，乙1。", "1 註釋。"] == [piece.text for piece in heard[0].pieces]


def test_a_link_over_two_lines_is_one_link_element(make: Make) -> None:
    address = "https://example.org/" + "path/" * 30
    data = make(block("見", LinkRun(address, (words(address, ENGLISH),), address=True), "。"))

    assert 1 == poppler.structure(data).count("Link (inline)")
    assert [] == page_validation.validate(data, "ua-1")


def test_the_table_head_of_a_second_page_is_not_read_twice(world: World) -> None:
    from pressroom.edition.resolved import TableBlock
    from pressroom.model.blocks import Alignment

    rows = tuple((block(f"第{n}行", role=Role.TABLE_CELL, name=f"r{n}"),) for n in range(90))
    head = (block("項目", role=Role.TABLE_HEAD, name="h1"),)
    table = TableBlock("t1", None, head, rows, (Alignment.NATURAL,), (1.0,), None)
    data = PdfWriter().write(one_edition((table,), CHINESE), world).artifact.data

    assert poppler.text(data).count("項目") > 1
    assert ["項目"] == [
        piece.text for piece in PdfWriter().read_back(data)[0].pieces if piece.text == "項目"
    ]


@pytest.mark.parametrize(("rows", "whole"), [(7, True), (60, False)])
def test_a_long_table_begins_below_its_caption_and_a_short_one_stays_whole(
    rows: int, world: World, *, whole: bool
) -> None:
    from pressroom.edition.resolved import TableBlock
    from pressroom.model.blocks import Alignment

    cells = tuple((block(f"第{n}行", role=Role.TABLE_CELL, name=f"r{n}"),) for n in range(rows))
    head = (block("項目", role=Role.TABLE_HEAD, name="h1"),)
    caption = block("各行", role=Role.CAPTION, name="cap")
    table = TableBlock("t1", caption, head, cells, (Alignment.NATURAL,), (1.0,), None)
    before = tuple(block(f"第{n}段", name=f"b{n}") for n in range(20))
    data = PdfWriter().write(one_edition((*before, table), CHINESE), world).artifact.data

    texts = poppler.text(data).split("\f")
    assert all(f"第{n}行" in next(t for t in texts if "各行" in t) for n in range(min(rows, 4)))
    assert whole == (1 == sum("項目" in text for text in texts))
