"""What the printer gets: the pages of the house, in inks of its press."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from pressroom.diagnostics import WriterError
from pressroom.house.conditions import coated
from pressroom.house.tokens import Condition, Ink, Length, Plates, Printing
from pressroom.press.job import Galley
from pressroom.press.proving import prove
from pressroom.testing.sample import every_node
from pressroom.writers.pdf.print import PrintWriter
from pressroom.writers.pdf.print.inks import Separation
from proof.printed import galley, made, report, with_printing

BLACK = Printing(plates=Plates.BLACK)


@pytest.fixture
def opened() -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(BytesIO(made().data)) as pdf:
        yield pdf


def separation(printing: Printing) -> Separation:
    return Separation(with_printing(printing).resolved.house)


def contents(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for page in pdf.pages:
        yield from pikepdf.parse_content_stream(page)


@pytest.mark.parametrize("printing", [Printing(), BLACK], ids=["process", "black"])
def test_it_is_proved_like_all_other_files(printing: Printing) -> None:
    ready = with_printing(printing)
    writer = PrintWriter()
    written = writer.write(ready.resolved, ready.world)
    verdict = prove(
        ready.release, ready.resolved, ready.world, writer, written.artifact, written.ledger
    )
    assert () == verdict.findings
    assert verdict.preflight


def test_it_stands_beside_the_other_pdf() -> None:
    assert "printed.print.pdf" == made().name


def test_the_same_release_gives_the_same_bytes() -> None:
    ready = with_printing(Printing())
    assert made().data == PrintWriter().write(ready.resolved, ready.world).artifact.data


def test_text_is_solid_black_and_overprints(opened: pikepdf.Pdf) -> None:
    setting = [
        [str(part) for part in one.operands]
        for one in contents(opened)
        if str(one.operator) in {"k", "gs"}
    ]
    assert ["0", "0", "0", "1"] in setting
    black = setting.index(["0", "0", "0", "1"])
    assert ["/Overprint"] == setting[black + 1]
    state = opened.pages[0].resources.ExtGState.Overprint
    assert (True, 1) == (bool(state.op), int(state.OPM))


def test_white_and_colours_knock_out(opened: pikepdf.Pdf) -> None:
    after: list[str] = []
    colour = ""
    for one in contents(opened):
        if str(one.operator) == "k":
            colour = " ".join(map(str, one.operands))
        elif str(one.operator) == "gs" and colour:
            after += [str(one.operands[0])] if colour != "0 0 0 1" else []
            colour = ""
    assert {"/Knockout"} == set(after)


def test_what_touches_the_edge_of_a_page_goes_over_it() -> None:
    ready = galley()
    house = replace(ready.resolved.house, extra_css="@page { background: #ff0000 }")
    # a watermark is a background as well
    editions = tuple(replace(edition, watermark="") for edition in ready.resolved.editions)
    release = replace(ready.resolved, house=house, editions=editions)
    written = PrintWriter().write(release, ready.world)
    with pikepdf.open(BytesIO(written.artifact.data)) as pdf:
        bleed = [float(edge) for edge in pdf.pages[0].BleedBox]
        rendered = _rendered(written.artifact.data)
        left = float(pdf.pages[0].MediaBox[0])
    inside, outside = bleed[0] + 1 - left, bleed[0] - 1 - left
    height = rendered.height // 2
    assert (255, 255, 255) != rendered.getpixel((round(inside), height))
    assert (255, 255, 255) == rendered.getpixel((round(outside), height))


def _rendered(data: bytes) -> Image.Image:
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    try:
        return document[0].render(scale=1).to_pil().convert("RGB")
    finally:
        document.close()


def test_marks_stand_outside_of_the_bleed_on_all_plates(opened: pikepdf.Pdf) -> None:
    page = opened.pages[0]
    left, bottom, right, top = (float(edge) for edge in page.BleedBox)
    data = page.Contents.read_bytes()
    marks = data[data.index(b"/Artifact <</Type /Page>>") :].decode()
    assert "/Registration CS 1 SCN" in marks
    assert "/All" == page.resources.ColorSpace.Registration[1]
    points = [
        tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+) [ml]\b", marks)
    ]
    assert 16 == len(points)
    assert all(x < left or x > right or y < bottom or y > top for x, y in points)


def test_bleed_is_that_of_the_house() -> None:
    printing = Printing(bleed=Length(14.173))
    assert 5 == report(made(printing).data, printing).sheets[0].bleed


def test_nothing_is_active_and_nothing_attached(opened: pikepdf.Pdf) -> None:
    assert not any("/Annots" in page for page in opened.pages)
    assert {} == dict(opened.attachments)
    elements = [
        held for held in opened.objects if isinstance(held, pikepdf.Dictionary) and "/S" in held
    ]
    assert "/Link" not in {str(held.S) for held in elements if held.get("/Type") == "/StructElem"}


def test_the_ledger_tells_that_links_lead_nowhere() -> None:
    ready = galley()
    entries = PrintWriter().write(ready.resolved, ready.world).ledger
    assert {"link", "note-call"} == {one.feature for one in entries if one.reason}


def test_pictures_without_colour_are_grey() -> None:
    spaces = [picture.space for picture in report(made().data).pictures]
    assert ["DeviceCMYK", "DeviceGray", "DeviceCMYK"] == spaces


def test_a_house_of_one_plate_prints_black_alone() -> None:
    found = report(made(BLACK).data, BLACK)
    assert ("black",) == found.plates
    assert {"DeviceGray"} == {picture.space for picture in found.pictures}


def test_a_profile_of_grey_makes_a_file_of_one_plate() -> None:
    grey = bytearray(coated().profile)
    grey[16:20] = b"GRAY"
    printing = Printing(condition=Condition("GREY", bytes(grey)))
    found = report(made(printing).data, printing)
    assert ("black",) == found.plates
    assert 1 == found.aim.inks


def test_an_ink_that_the_house_mixes_is_printed_so() -> None:
    accent = with_printing(Printing()).resolved.house.ink(Ink.ACCENT)
    rgb = [part / 255 for part in bytes.fromhex(accent)]
    mixed = separation(Printing(screens=((Ink.ACCENT, (100, 35, 30, 50)),)))
    assert (1.0, 0.35, 0.3, 0.5) == mixed.colour(rgb)


def test_what_is_nearly_grey_is_printed_with_black_alone() -> None:
    assert (0, 0, 0) == separation(Printing()).colour((0.34, 0.38, 0.42))[:3]


def test_a_profile_that_cannot_be_used_is_refused() -> None:
    broken = Printing(condition=Condition("BROKEN", coated().profile[:200]))
    with pytest.raises(WriterError) as caught:
        separation(broken).colour((1, 0, 0))
    assert "A105" == caught.value.findings[0].code


def test_a_colour_that_cannot_be_separated_is_refused() -> None:
    ready = galley()
    house = replace(ready.resolved.house, extra_css="p { color: oklch(50% 0.2 40) !important }")
    with pytest.raises(WriterError) as caught:
        PrintWriter().write(replace(ready.resolved, house=house), ready.world)
    assert "A106" == caught.value.findings[0].code


shade = st.integers(0, 255)


@given(red=shade, green=shade, blue=shade, limit=st.sampled_from([200, 240, 300]))
def test_no_colour_takes_more_ink_than_the_house_allows(
    red: int, green: int, blue: int, limit: int
) -> None:
    inks = separation(Printing(ink_limit=limit)).colour((red / 255, green / 255, blue / 255))
    assert sum(inks) <= limit / 100


def test_no_pixel_takes_more_ink_than_the_house_allows() -> None:
    printing = Printing(ink_limit=200)
    colours = [
        (r, g, b) for r in range(0, 256, 17) for g in range(0, 256, 17) for b in range(0, 99, 9)
    ]
    picture = Image.new("RGB", (len(colours), 1))
    picture.putdata(colours)
    data = separation(printing).picture(picture).tobytes()
    assert max(sum(data[at : at + 4]) for at in range(0, len(data), 4)) <= 2 * 255


def test_every_node_can_be_printed() -> None:
    ready: Galley = galley()
    release = every_node()
    from pressroom.fonts.find import find
    from pressroom.fonts.wanted import wanted

    world = replace(ready.world, fonts=find(wanted(release.house)))
    assert PrintWriter().write(release, world).artifact.data.startswith(b"%PDF-1.6")
