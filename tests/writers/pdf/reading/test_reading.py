"""Reading back: what is heard, and what is refused."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.diagnostics import WriterError
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Stated
from pressroom.writers.pdf import PdfWriter
from pressroom.writers.pdf.reading import limits
from pressroom.writers.pdf.reading.characters import Font, meanings
from pressroom.writers.pdf.reading.limits import RefusedError, unpacked

Damage = Callable[[pikepdf.Pdf], None]


def changed(sample: bytes, change: Damage) -> bytes:
    out = BytesIO()
    with pikepdf.open(BytesIO(sample)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def with_content(pdf: pikepdf.Pdf, operators: bytes) -> None:
    page = pdf.pages[0]
    page.contents_add(pikepdf.Stream(pdf, operators))


def test_text_outside_of_every_edition_is_heard(sample: bytes) -> None:
    """A file that draws more than its structure tells does not pass as the release."""
    with pikepdf.open(BytesIO(sample)) as pdf:
        font = next(iter(pdf.pages[0].resources.Font))
    secret = f"BT {font} 9 Tf <0003> Tj ET".encode()
    marked = b"/P <</MCID 9999>> BDC " + secret + b" EMC"
    artifact = b"/Artifact BMC " + secret + b" EMC"

    for operators, editions in ((secret, 3), (marked, 3), (artifact, 2)):
        heard = PdfWriter().read_back(changed(sample, partial(with_content, operators=operators)))
        assert editions == len(heard)


def test_a_replacement_text_does_not_hide_what_is_drawn(sample: bytes) -> None:
    def disguise(pdf: pikepdf.Pdf) -> None:
        pdf.Root.StructTreeRoot.K[0].K[0].K[0].ActualText = pikepdf.String("something else")

    assert PdfWriter().read_back(sample) == PdfWriter().read_back(changed(sample, disguise))


def test_where_a_link_leads_is_heard_from_its_active_area(sample: bytes) -> None:
    def redirect(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for area in page.get("/Annots", []):
                if "/A" in area:
                    area.A.URI = pikepdf.String("https://example.org/elsewhere")

    pieces = PdfWriter().read_back(changed(sample, redirect))[0].pieces
    targets = {t.value for piece in pieces for t in piece.traits if t.feature == "link"}

    assert {"https://example.org/elsewhere"} == targets


def test_a_mark_that_the_structure_lost_is_not_heard(sample: bytes) -> None:
    def flatten(pdf: pikepdf.Pdf) -> None:
        for held in pdf.objects:
            if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Dots":
                held.S = pikepdf.Name.Span

    def features(data: bytes) -> set[str]:
        pieces = PdfWriter().read_back(data)[0].pieces
        return {trait.feature for piece in pieces for trait in piece.traits}

    assert {"dots"} == features(sample) - features(changed(sample, flatten))


def test_the_metadata_state_each_edition(sample: bytes) -> None:
    for edition, heard in zip(every_node().editions, PdfWriter().read_back(sample), strict=True):
        assert {
            Stated("title", (edition.title,)),
            Stated("language", (edition.language.tag,)),
        } <= set(heard.stated)


def test_a_code_without_a_meaning_is_heard_as_unknown(sample: bytes) -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        for font in pdf.pages[0].resources.Font.values():
            del font.ToUnicode

    (first, *_) = PdfWriter().read_back(changed(sample, forget))[0].pieces
    assert "\ufffd" * len("PRESS RELEASE") == first.text


def endless(pdf: pikepdf.Pdf) -> None:
    section = pdf.Root.StructTreeRoot.K[0].K[0]
    section.K.append(section)


def deep(pdf: pikepdf.Pdf) -> None:
    at = pdf.Root.StructTreeRoot.K[0].K[0]
    for _ in range(200):
        inner = pdf.make_indirect(pikepdf.Dictionary(S=pikepdf.Name.P, K=pikepdf.Array()))
        at.K.append(inner)
        at = inner


def recursive_form(pdf: pikepdf.Pdf) -> None:
    form = pdf.make_stream(
        b"/Self Do", {"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form}
    )
    form.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary({"/Self": form}))
    resources = pdf.pages[0].resources
    resources.XObject = pikepdf.Dictionary({"/Self": form})
    with_content(pdf, b"/Self Do")


def bomb(pdf: pikepdf.Pdf) -> None:
    with_content(pdf, b" " * (limits.STREAM_BYTES + 1))


def states(pdf: pikepdf.Pdf) -> None:
    with_content(pdf, b"q " * 1000)


def sequences(pdf: pikepdf.Pdf) -> None:
    with_content(pdf, b"/P BMC " * 1000)


def untagged(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def on_no_page(pdf: pikepdf.Pdf) -> None:
    pdf.Root.StructTreeRoot.K[0].K[0].K.append(7)


def nameless_font(pdf: pikepdf.Pdf) -> None:
    with_content(pdf, b"BT /None 9 Tf <0003> Tj ET")


def short_matrix(pdf: pikepdf.Pdf) -> None:
    with_content(pdf, b"1 0 0 cm")


@pytest.mark.parametrize(
    "damage",
    [
        endless,
        deep,
        recursive_form,
        bomb,
        states,
        sequences,
        untagged,
        on_no_page,
        nameless_font,
        short_matrix,
    ],
    ids=lambda damage: damage.__name__,
)
def test_a_file_made_to_do_harm_is_refused(damage: Damage, sample: bytes) -> None:
    with pytest.raises(WriterError, match="this is no tagged PDF that can be read"):
        PdfWriter().read_back(changed(sample, damage))


def test_a_locked_file_is_refused(sample: bytes) -> None:
    out = BytesIO()
    with pikepdf.open(BytesIO(sample)) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="a", user="b"))

    with pytest.raises(WriterError, match="no tagged PDF"):
        PdfWriter().read_back(out.getvalue())


@settings(max_examples=40)
@given(at=st.floats(0, 1), byte=st.binary(min_size=1, max_size=4))
def test_any_damage_is_an_error_or_a_text(sample: bytes, at: float, byte: bytes) -> None:
    place = int(at * len(sample))
    with suppress(WriterError):
        PdfWriter().read_back(sample[:place] + byte + sample[place + len(byte) :])


def test_a_file_that_would_fill_the_memory_is_not_opened(
    sample: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 4_000_000)
    packed = zlib.compress(bytes(5_000_000), 9)
    bomb = b"9 0 obj <</Type /ObjStm /Filter /FlateDecode>> stream\n" + packed + b"\nendstream"

    assert 2 == len(PdfWriter().read_back(sample))
    with pytest.raises(WriterError, match="it unpacks to more than"):
        PdfWriter().read_back(sample + bomb)


def test_meanings_are_read_one_by_one_and_in_ranges() -> None:
    table = b"""\
        2 beginbfchar <0001> <4E00> <0002> <0066 0069> endbfchar
        2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<D842DFB7> <0042>] endbfrange"""

    assert {1: "一", 2: "fi", 16: "A", 17: "B", 18: "C", 32: "𠮷", 33: "B"} == meanings(table)


def test_a_font_with_too_many_codes_is_refused() -> None:
    with pytest.raises(RefusedError, match="codes"):
        meanings(b"1 beginbfrange <00000000> <00FFFFFF> <0041> endbfrange")


def test_codes_have_the_width_of_their_font() -> None:
    assert "一" == Font(2, {0x0102: "一"}).text(b"\x01\x02")
    assert "ab" == Font(1, {1: "a", 2: "b"}).text(b"\x01\x02")


def test_a_stream_in_an_unusual_packing_is_refused() -> None:
    with pikepdf.new() as pdf:
        stream = pikepdf.Stream(pdf, b"00>", {"/Filter": pikepdf.Name.ASCIIHexDecode})
        with pytest.raises(RefusedError, match="packed with /ASCIIHexDecode"):
            unpacked(stream)
