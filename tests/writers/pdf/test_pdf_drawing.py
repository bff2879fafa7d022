"""What is drawn: the same in every viewer, lines at the pitch of the house, marks where Chinese wants them."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Callable
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageFilter, ImageOps, ImageStat

from pressroom.edition.resolved import Marked, NoteCall, ResolvedNote
from pressroom.house.tokens import Role
from pressroom.world import World
from pressroom.writers.pdf.drawing import drawn, unbroken
from pressroom.writers.pdf.reading.content import draw
from pressroom.writers.pdf.sfnt import embedded, level_metrics
from pressroom.writers.pdf.streams import fold, stream_data
from pressroom.writers.xhtml import Element, element
from validators import poppler
from writers.pdf.conftest import Make
from writers.pdf.readers import VIEWERS, metrics
from writers.pdf.texts import ENGLISH, block, run


def grey(picture: bytes) -> Image.Image:
    """Blur a page, so that only what is drawn counts and not how its edges are."""
    small = Image.new("L", (300, 424))
    small.paste(ImageOps.fit(Image.open(BytesIO(picture)).convert("L"), small.size))
    return small.filter(ImageFilter.BoxBlur(2))


@pytest.mark.parametrize("viewer", VIEWERS, ids=lambda viewer: viewer.__name__)
def test_viewers_that_look_glyphs_up_differently_draw_the_same(
    viewer: Callable[[bytes, int], bytes], sample: bytes
) -> None:
    """With codes that are not the CIDs of the font, some would show Chinese and some would not."""
    here, there = grey(poppler.picture(sample, page=3)), grey(viewer(sample, 3))

    assert 2.0 > ImageStat.Stat(ImageChops.difference(here, there)).mean[0]


def test_lines_keep_their_distance_whatever_stands_in_them(make: Make) -> None:
    import pikepdf

    mixed = block(
        "患者30歲，" * 12,
        Marked("strong", (run("重要emapalumab"),)),
        "其後" * 30,
        Marked("superscript", (run("2"),)),
        "情況" * 60,
        run("Latin words", ENGLISH),
        "穩定" * 40,
    )
    with pikepdf.open(BytesIO(make(mixed))) as pdf:
        texts = [d for group in draw(pdf, pdf.pages[0]).marked.values() for d in group]
    lines = sorted({round(d.baseline, 2) for d in texts if d.size > 10}, reverse=True)
    steps = {round(above - below, 2) for above, below in pairwise(lines)}

    assert len(lines) > 5
    assert {18.0} == steps


def test_a_call_never_begins_a_line(make: Make) -> None:
    from pressroom.writers.pdf import PdfWriter

    note = ResolvedNote("n1", "1", ("c1",), (block("註。", role=Role.FOOTNOTE, name="n1-b"),))
    for length in range(38, 43):
        data = make(block("字" * length + "。", NoteCall("1", "n1", "c1"), "其後"), notes=(note,))
        (text, _) = (piece.text for piece in PdfWriter().read_back(data)[0].pieces)
        assert "\u20281" not in text


def test_no_character_is_left_alone_on_the_last_line(make: Make) -> None:
    from pressroom.writers.pdf import PdfWriter

    for length in range(38, 44):
        (piece,) = PdfWriter().read_back(make(block("字" * length + "。")))[0].pieces
        assert len(piece.text.rpartition("\u2028")[2]) >= 3


def test_dots_stand_under_characters_and_not_under_marks() -> None:
    dotted = drawn(element("em", {"class": "dots"}, "重點，是I"))

    assert isinstance(dotted, Element)
    assert ["重", "點", None, "是", "I"] == [
        None if isinstance(child, str) else child.children[0] for child in dotted.children
    ]


def test_a_list_begins_with_its_number(make: Make) -> None:
    from pressroom.edition.resolved import ListBlock, ListEntry

    entries = (ListEntry("i1", "7.", (block("第七", role=Role.LIST_ITEM),)),)
    assert "7." in poppler.text(make(ListBlock("l1", 7, tight=True, entries=entries, span=None)))


def test_faces_get_equal_metrics_and_keep_their_length(world: World) -> None:
    from pressroom.fonts.subset import subset

    for face in world.fonts.values():
        font = subset(face, "字a ")
        assert len(font) == len(level_metrics(font))
        assert (0.88, -0.12, 0) == metrics(level_metrics(font))


def test_an_embedded_font_is_whole_and_has_nothing_but_what_is_drawn_and_its_licence(
    world: World,
) -> None:
    from pressroom.fonts.subset import subset

    for face in world.fonts.values():
        font = subset(face, "字a ")
        small = embedded(font)
        assert 0xB1B0AFBA == sum(struct.unpack(f">{len(small) // 4}I", small)) % (1 << 32)
        assert metrics(font) == metrics(small)
        directory = small[12:300]
        assert (True, False) == (b"name" in directory, b"OS/2" in directory)


def test_no_stream_ends_in_a_carriage_return() -> None:
    import pydyf

    number = next(n for n in range(1_000_000) if zlib.adler32(b"%d" % n) % 256 == 13)
    for stream in (
        pydyf.Stream([b"%d" % number], compress=True),
        pydyf.Stream([b"plain\r"], compress=True),
        pydyf.Stream([b"packed before\r"], {"Filter": "/DCTDecode"}),
        pydyf.Stream([b"usual"], compress=True),
    ):
        data = stream_data(stream)
        length = re.search(rb"/Length (\d+)", data)
        assert length
        body = data.partition(b"\nstream\n")[2].removesuffix(b"\nendstream")
        assert int(length[1]) == len(body)
        assert not body.endswith(b"\r")


def test_a_page_is_packed_whatever_its_last_byte() -> None:
    import pydyf

    number = next(n for n in range(1_000_000) if zlib.adler32(b"%d" % n) % 256 == 13)
    page = pydyf.Stream([b"%d" % number], compress=True)
    fold(page)

    entries, _, rest = stream_data(page).partition(b"\nstream\n")
    packed = rest.removesuffix(b"\nendstream")
    assert b"/Length %d" % len(packed) in entries
    assert not packed.endswith(b"\r")
    assert b"%d\n" % number == zlib.decompress(packed)


def test_a_french_mark_keeps_the_space_before_it() -> None:
    french = element("p", {"lang": "fr"}, "Il dit : « Oui ! » puis partit.")
    kept = "Il dit \u2060: « \u2060Oui \u2060! \u2060» puis partit."
    assert element("p", {"lang": "fr"}, kept) == drawn(french)
    english = element("p", {"lang": "en-HK"}, "a ; b")
    assert english == drawn(english)


@pytest.mark.parametrize(
    ("language", "look"),
    [
        ("zh-Hant-HK", "dotted dot-below"),
        ("zh-Hans-CN", "dotted dot-below"),
        ("ja", "dotted sesame-above"),
        ("ko", "dotted dot-above"),
    ],
)
def test_characters_are_stressed_as_their_language_does(language: str, look: str) -> None:
    attributes = {"class": "dots", "lang": language}
    set_apart = element("em", attributes, element("span", {"class": look}, "重"))
    assert set_apart == drawn(element("em", attributes, "重"))


def test_no_line_of_a_running_head_ends_inside_a_date() -> None:
    held = "3\u2060 \u2060M\u2060a\u2060r\u2060c\u2060h"
    assert f"Embargoed until {held} 2026" == unbroken("Embargoed until 3 March 2026")
