"""Glyphs of another region, of another face, made up or missing: each is found, and ours are right."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import replace

import pikepdf
import pytest

from pressroom.edition.resolved import ResolvedRelease, Run, TextBlock
from pressroom.fonts.subset import subset
from pressroom.house.tokens import Role
from pressroom.proof.glyphs import prove_glyphs
from pressroom.proof.glyphs.outlines import face_forms
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Artifact
from pressroom.writers.registry import writer
from proof.artifacts import artifact, redrawn, replaced, world

# Characters of which some have another form in Hong Kong than in Japan, and some than on the mainland.
TELLING = "骨直者返周·"

fault = pytest.mark.planted("faults of faces, glyphs and weights planted, and found")


def release(language: str) -> ResolvedRelease:
    """Return the sample with a line of telling characters, in a language."""
    sample = every_node()
    english, chinese = sample.editions
    at, body = next(
        (at, block)
        for at, block in enumerate(chinese.blocks)
        if isinstance(block, TextBlock) and block.role is Role.BODY
    )
    line = replace(body, pieces=(Run(TELLING, language, east_asian=True, span=None), *body.pieces))
    blocks = (*chinese.blocks[:at], line, *chinese.blocks[at + 1 :])
    return replace(sample, editions=(english, replace(chinese, blocks=blocks)))


def codes(name: str, data: bytes, about: ResolvedRelease) -> set[str]:
    whole = artifact(name)
    spoilt = Artifact(whole.name, whole.media_type, data)
    return {finding.code for finding in prove_glyphs(spoilt, about, world().fonts)}


def written(name: str, about: ResolvedRelease) -> bytes:
    return writer(name).write(about, world()).artifact.data


@pytest.mark.parametrize("language", ["zh-Hant-HK", "ja"])
@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "html", "text"])
def test_what_we_write_is_drawn_as_its_language_wants(name: str, language: str) -> None:
    about = release(language)

    assert set() == codes(name, written(name, about), about)


@fault
@pytest.mark.parametrize("name", ["pdf", "docx", "epub"])
def test_forms_of_another_region_are_found(name: str) -> None:
    japanese = written(name, release("ja"))

    assert {"A041"} == codes(name, japanese, release("zh-Hant-HK"))


def test_forms_are_told_by_their_outlines() -> None:
    (han,) = [f for f in world().fonts.values() if f.postscript_name == "NotoSerifCJKhk-Regular"]

    for character in "直返周":
        assert face_forms(han, character, "zh-Hant-HK") != face_forms(han, character, "ja")
        assert face_forms(han, character, "zh-Hant-HK") != face_forms(han, character, "zh-CN")
        assert face_forms(han, character, "zh-Hant-HK") == face_forms(han, character, "zh-HK")


@fault
@pytest.mark.parametrize("name", ["pdf", "epub"])
def test_an_interpunct_narrower_than_a_character_is_found(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    about = release("zh-Hant-HK")
    monkeypatch.setattr("pressroom.fonts.subset.widened", bytes)

    assert {"A041"} == codes(name, written(name, about), about)


@fault
@pytest.mark.parametrize("name", ["pdf", "epub"])
def test_a_face_that_the_house_does_not_name_is_found(name: str) -> None:
    whole = artifact(name)
    others = {k: face for k, face in world().fonts.items() if "CJK" not in face.postscript_name}
    found = {finding.code for finding in prove_glyphs(whole, every_node(), others)}

    assert "A042" in found


@fault
def test_a_book_that_leaves_a_character_to_the_reader_is_found() -> None:
    data = replaced(artifact("epub").data, "EPUB/edition-zh-hant-hk.xhtml", "普通", "龘通")

    assert {"A042"} == codes("epub", data, every_node())


@fault
def test_a_book_that_asks_for_a_family_it_does_not_bring_is_found() -> None:
    data = replaced(
        artifact("epub").data, "EPUB/style.css", '--latin: "', '--latin: x; font-family: "Kai'
    )

    assert {"A042"} == codes("epub", data, every_node())


@fault
def test_a_book_that_lets_readers_make_up_styles_is_found() -> None:
    data = replaced(artifact("epub").data, "EPUB/style.css", "font-synthesis: none", "x: y")

    assert {"A043"} == codes("epub", data, every_node())


def drawing(operators: bytes) -> Callable[[pikepdf.Pdf], None]:
    return lambda pdf: pdf.pages[0].contents_add(pikepdf.Stream(pdf, operators))


def missing(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/ToUnicode" in held:
            table = held.ToUnicode.read_bytes()
            added = b"1 beginbfchar\n<0000> <9F98>\nendbfchar\nendcmap"
            held.ToUnicode = pdf.make_stream(table.replace(b"endcmap", added))
            return


def swapped(pdf: pikepdf.Pdf) -> None:
    """Draw a character with the glyph of another: what it says and what is seen part."""
    for held in pdf.objects:
        if (
            isinstance(held, pikepdf.Dictionary)
            and "CJK" in str(held.get("/BaseFont", ""))
            and "/ToUnicode" in held
        ):
            table = held.ToUnicode.read_bytes()
            if b"<666e>" in table.lower():
                new = table.replace(b"<666e>", b"<6676>").replace(b"<666E>", b"<6676>")
                held.ToUnicode = pdf.make_stream(new)


def unembedded(pdf: pikepdf.Pdf) -> None:
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/Type") == "/FontDescriptor":
            for key in ("/FontFile2", "/FontFile3"):
                if key in held:
                    del held[key]


def packed_twice(pdf: pikepdf.Pdf) -> None:
    """Give a font more room in memory than its bytes let expect: it is packed, and packed again."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/FontFile3" in held:
            large = zlib.compress(zlib.compress(bytes(200_000_000), 9), 9)
            stream = pikepdf.Stream(pdf, large)
            stream.Filter = pikepdf.Array([pikepdf.Name.FlateDecode, pikepdf.Name.FlateDecode])
            held.FontFile3 = stream
            return


@fault
@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("A040", missing),
        ("A041", swapped),
        ("A042", unembedded),
        ("A042", packed_twice),
        ("A043", drawing(b"BT 2 Tr ET")),
        ("A043", drawing(b"BT 1 0 0.2 1 0 0 Tm ET")),
    ],
)
def test_what_is_wrong_with_the_fonts_of_a_pdf_is_found(
    code: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert {code} == codes("pdf", redrawn(artifact("pdf").data, change), every_node())


def untagged(pdf: pikepdf.Pdf) -> None:
    """Take one strong stretch for none."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Strong":
            held.S = pikepdf.Name.Span
            return


def light(pdf: pikepdf.Pdf) -> None:
    """Let a regular font pass for what it is and tag its words as strong."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and held.get("/S") == "/Slant":
            held.S = pikepdf.Name.Strong
            return


def misnamed(pdf: pikepdf.Pdf) -> None:
    """Let the regular face of Han be called a bold one."""
    for held in pdf.objects:
        if isinstance(held, pikepdf.Dictionary) and "/ToUnicode" in held:
            name = str(held.BaseFont)
            if "Serif-CJK" in name and "Bold" not in name:
                held.BaseFont = pikepdf.Name(name + "-Bold")


@fault
@pytest.mark.parametrize(
    ("code", "change"), [("A044", untagged), ("A044", light), ("A042", misnamed)]
)
def test_what_is_called_strong_and_is_not_bold_is_found_and_what_is_bold_and_is_not_called_so(
    code: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert code in codes("pdf", redrawn(artifact("pdf").data, change), every_node())


DOCX = [
    ("A041", "word/styles.xml", 'w:eastAsia="zh-HK"', 'w:eastAsia="ja-JP"'),
    ("A041", "word/styles.xml", 'w:eastAsia="zh-HK"', 'w:eastAsia="zh-CN"'),
    ("A042", "word/document.xml", "<w:rFonts ", '<w:rFonts w:eastAsia="MS Mincho" '),
    (
        "A043",
        "word/document.xml",
        '<w:rFonts w:hint="eastAsia"',
        '<w:i /><w:rFonts w:hint="eastAsia"',
    ),
]


@fault
@pytest.mark.parametrize(("code", "part", "old", "new"), DOCX)
def test_word_is_told_face_and_language_of_han(code: str, part: str, old: str, new: str) -> None:
    assert {code} == codes("docx", replaced(artifact("docx").data, part, old, new), every_node())


def test_a_subset_draws_what_its_face_draws() -> None:
    from pressroom.proof.glyphs.outlines import of_data

    for face in world().fonts.values():
        shapes = of_data(subset(face, "A1普"))
        assert shapes is not None
        for character in "A1普":
            if shapes.has(character):
                forms = face_forms(face, character, "zh-Hant-HK")
                assert set(shapes.plain(character, "zh-Hant-HK")) <= forms
