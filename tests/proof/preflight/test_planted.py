"""The preflight finds nothing in what is clean, and whatever a press would stumble over."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name

from pressroom.house.tokens import Condition, Length, Plates, Printing
from pressroom.press.validators import pdf_oxide
from proof.printed import Spoil, faults, made, report, spoilt

fault = pytest.mark.planted("faults that a press would stumble over planted, and found")


def test_a_clean_file_raises_no_alarm() -> None:
    assert [] == faults(made().data)


def paint(operators: bytes) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(operators))

    return spoil


def take(key: str, of: str = "page") -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        holders = {"page": pdf.pages[0].obj, "catalogue": pdf.Root, "information": pdf.docinfo}
        holders["intent"] = pdf.Root.OutputIntents[0]
        del holders[of][key]

    return spoil


def put(key: str, value: object, of: str = "page") -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        held = {
            "page": pdf.pages[0].obj,
            "catalogue": pdf.Root,
            "intent": pdf.Root.OutputIntents[0],
        }
        held[of][key] = value

    return spoil


def metadata(old: bytes, new: bytes) -> Spoil:
    def spoil(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes()
        assert old in packet
        pdf.Root.Metadata.write(packet.replace(old, new))

    return spoil


def annotate(pdf: pikepdf.Pdf) -> None:
    note = Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=[10, 10, 30, 30])
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(note)])


def unembed(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and "/FontFile3" in held:
            del held["/FontFile3"]
            return


def pictures(pdf: pikepdf.Pdf) -> list[Any]:
    found = [held for held in pdf.objects if isinstance(held, pikepdf.Stream)]
    return [
        held for held in found if held.get("/ColorSpace") == Name.DeviceCMYK and "/Width" in held
    ]


def repaint_in_rgb(pdf: pikepdf.Pdf) -> None:
    picture = pictures(pdf)[0]
    picture.write(bytes(3 * int(picture.Width) * int(picture.Height)))
    picture.ColorSpace = Name.DeviceRGB


def flood_one_pixel(pdf: pikepdf.Pdf) -> None:
    picture = pictures(pdf)[0]
    data = bytearray(picture.read_bytes())
    data[40_000:40_004] = b"\xff\xff\xff\xff"
    picture.write(bytes(data))


def screen_profile(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    profile = bytearray(stream.read_bytes())
    profile[12:16] = b"mntr"
    stream.write(bytes(profile))


def shade_in_rgb(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, Dictionary) and held.get("/ColorSpace") == Name.DeviceCMYK:
            held.ColorSpace = Name.DeviceRGB
            return


def mask_in_rgb(pdf: pikepdf.Pdf) -> None:
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceRGB)
    form = Dictionary(Subtype=Name.Form, BBox=[0, 0, 9, 9], Group=group, Resources=Dictionary())
    mask = Dictionary(S=Name.Luminosity, G=pdf.make_stream(b"0 0 9 9 re f", form))
    pdf.pages[0].resources.ExtGState.Masked = Dictionary(SMask=mask)
    paint(b"q /Masked gs 0 0 9 9 re f Q")(pdf)


def attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"a file"


LAB = Array([Name.Lab, Dictionary(WhitePoint=[0.9505, 1, 1.089])])


def paint_in_lab(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].resources.ColorSpace.Perceived = LAB
    paint(b"/Perceived cs 50 10 10 sc 0 0 9 9 re f")(pdf)


PLANTED: dict[str, tuple[str, Spoil]] = {
    "a shape in RGB": ("A052", paint(b"1 0 0 rg 100 100 50 50 re f")),
    "a line in RGB": ("A052", paint(b"1 0 0 RG 100 100 m 200 200 l S")),
    "a colour in Lab": ("A052", paint_in_lab),
    "a picture in RGB": ("A052", repaint_in_rgb),
    "a picture inside the content": (
        "A052",
        paint(b"q BI /W 1 /H 1 /CS /RGB /BPC 8 ID abc EI Q"),
    ),
    "a mask in RGB": ("A052", mask_in_rgb),
    "a shading in RGB": ("A052", shade_in_rgb),
    "a shape with too much ink": ("A053", paint(b"1 1 0.9 0.9 k 100 100 50 50 re f")),
    "one pixel with too much ink": ("A053", flood_one_pixel),
    "no TrimBox": ("A051", take("/TrimBox")),
    "no BleedBox": ("A051", take("/BleedBox")),
    "an ArtBox": ("A051", put("/ArtBox", Array([0, 0, 100, 100]))),
    "a page of another size": ("A051", put("/TrimBox", Array([0, 0, 500, 700]))),
    "a bleed beyond the sheet": ("A051", put("/BleedBox", Array([-99, -99, 700, 999]))),
    "a bleed of nothing": ("A051", put("/BleedBox", Array([0, 0, 595.276, 841.89]))),
    "a page turned": ("A051", put("/Rotate", 90)),
    "no printing condition": ("A050", take("/OutputIntents", "catalogue")),
    "no name of the condition": ("A050", take("/OutputConditionIdentifier", "intent")),
    "no profile": ("A050", take("/DestOutputProfile", "intent")),
    "a profile of a screen": ("A050", screen_profile),
    "a condition for archives": ("A050", put("/S", Name.GTS_PDFA1, "intent")),
    "no word about trapping": ("A050", take("/Trapped", "information")),
    "no title": ("A050", take("/Title", "information")),
    "no metadata": ("A050", take("/Metadata", "catalogue")),
    "no claim": ("A050", metadata(b"pdfxid:GTS_PDFXVersion", b"pdfxid:GTS_Other")),
    "another claim": ("A050", metadata(b">PDF/X-4<", b">PDF/X-3:2003<")),
    "no version": ("A050", metadata(b"xmpMM:VersionID", b"xmpMM:Other")),
    "an annotation on the page": ("A054", annotate),
    "an attached file": ("A054", attach),
    "transfer curves": (
        "A054",
        put("/TR", Name.Identity),
    ),
    "a face that is not embedded": ("A042", unembed),
}


@fault
@pytest.mark.parametrize("what", PLANTED)
def test_what_is_planted_is_found(what: str) -> None:
    code, spoil = PLANTED[what]
    assert code in {found for found, _ in faults(spoilt(spoil))}


SEEN_FROM_OUTSIDE = {
    *("no TrimBox", "a bleed beyond the sheet"),
    *("no printing condition", "no name of the condition", "a condition for archives"),
    *("no word about trapping", "no metadata", "no claim", "another claim"),
    "an annotation on the page",
}


def test_another_judge_of_pdf_x_accepts_the_clean_file_and_sees_what_is_wrong_with_claims_and_boxes() -> (
    None
):
    assert [] == pdf_oxide.validate(made().data, "PDF/X-4")
    seen = {
        what for what, (_, spoil) in PLANTED.items() if pdf_oxide.validate(spoilt(spoil), "PDF/X-4")
    }
    assert SEEN_FROM_OUTSIDE == seen


@fault
def test_an_encrypted_file_is_found() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(made().data)) as pdf:
        pdf.save(buffer, encryption=pikepdf.Encryption(owner="owner", user="", R=4))
    assert "A054" in {code for code, _ in faults(buffer.getvalue())}


@fault
def test_a_later_pdf_is_found() -> None:
    buffer = BytesIO()
    with pikepdf.open(BytesIO(made().data)) as pdf:
        pdf.save(buffer, force_version="2.0")
    assert "A050" in {code for code, _ in faults(buffer.getvalue())}


def test_too_much_ink_is_told_with_its_place() -> None:
    data = spoilt(paint(b"1 1 0.9 0.9 k 72 769.89 50 50 re f"))
    ((code, message),) = faults(data)
    assert "A053" == code
    assert "paints a shape with 380 % of ink, more than the 300 % of the house" in message
    assert "on page 1, 25 mm from the left and 25 mm from the top" in message


def test_colour_is_found_where_black_alone_is_printed() -> None:
    assert "A052" in {code for code, _ in faults(made().data, Printing(plates=Plates.BLACK))}


def test_a_bleed_of_another_house_is_found() -> None:
    assert {"A051"} == {code for code, _ in faults(made().data, Printing(bleed=Length(14)))}


def test_content_that_cannot_be_followed_is_found() -> None:
    assert {"A110"} == {code for code, _ in faults(spoilt(paint(b"/NotThere gs")))}


def test_the_report_says_what_a_printer_asks() -> None:
    told = "\n".join(report(made().data).lines())
    assert "210 × 297 mm trimmed, 3 mm bleed, sheet 230 × 317 mm, 3 pages" in told
    assert "FOGRA39 (CMYK)" in told
    assert "cyan, magenta, yellow, black" in told
    assert "black text   overprints" in told
    assert "live, on page" in told
    assert "Noto-Serif-CJK-HK (CIDFontType0, OpenType), embedded as a subset" in told
    assert "soft" in told


def test_a_condition_is_named_as_the_house_names_it() -> None:
    from pressroom.house.conditions import coated

    other = Printing(condition=Condition("FOGRA99", coated().profile))
    assert "FOGRA99" == report(made(other).data, other).aim.name


def test_what_is_transparent_stays_so_whatever_else_is_set() -> None:
    def veil(pdf: pikepdf.Pdf) -> None:
        pdf.pages[-1].resources.ExtGState.Half = Dictionary(ca=0.5)
        for page in (pdf.pages[-1], pdf.pages[0]):
            page.contents_add(
                pdf.make_stream(b"q /Half gs /Knockout gs 0 0 9 9 re f Q q 0 0 9 9 re f Q")
            )

    assert 1 not in report(made().data).transparent
    assert 1 in report(spoilt(veil)).transparent
