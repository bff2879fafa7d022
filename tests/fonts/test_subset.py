"""A subset holds what it was asked for, shapes it as the whole font does, and keeps its licence."""

from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

from pressroom.fonts.face import FontFace, FontKey
from pressroom.fonts.find import find
from pressroom.fonts.subset import subset

# pyright: reportAttributeAccessIssue=false, reportUnknownMemberType=false, reportUnknownVariableType=false
# pyright: reportUnknownArgumentType=false

LATIN, HAN = FontKey("Noto Serif"), FontKey("Noto Serif CJK HK")
SANS = FontKey("Noto Sans CJK HK")
FACES = find([LATIN, HAN, SANS])
HAN_TEXT = "骨直者返周啟說，。——「測試」…… 37.5"
LATIN_TEXT = "AVATAR office, “To” Wa"


def shaped(
    font: bytes, index: int, text: str, language: str, features: dict[str, bool]
) -> list[Any]:
    """Shape a text: the outline, the advance and the offset of each glyph."""
    scaled = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(font), index))
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    uharfbuzz.shape(scaled, buffer, features)
    result: list[Any] = []
    for info, position in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        pen = RecordingPen()
        scaled.draw_glyph_with_pen(info.codepoint, pen)
        result.append((pen.value, position.x_advance, position.x_offset))
    return result


@pytest.mark.parametrize(
    ("key", "text", "language", "features"),
    [
        (HAN, HAN_TEXT, "zh-Hant-HK", {}),
        (HAN, HAN_TEXT, "zh-Hant-HK", {"halt": True}),
        (HAN, "·漢·", "zh-Hant-HK", {"fwid": True}),
        (HAN, HAN_TEXT, "zh-Hant-TW", {}),
        (HAN, HAN_TEXT, "zh-Hans-CN", {}),
        (HAN, HAN_TEXT, "ja", {}),
        (HAN, HAN_TEXT, "ko", {}),
        (HAN, "‘절’“반”—–", "ko", {}),
        (LATIN, LATIN_TEXT, "en-HK", {}),
    ],
)
def test_a_subset_shapes_a_text_as_the_whole_font_does(
    key: FontKey, text: str, language: str, features: dict[str, bool]
) -> None:
    face = FACES[key]
    whole = shaped(face.path.read_bytes(), face.index, text, language, features)
    assert whole == shaped(subset(face, text, [language]), 0, text, language, features)


def test_a_two_em_dash_is_one_stroke_of_two_em_in_a_subset() -> None:
    glyphs = shaped(subset(FACES[HAN], "漢—"), 0, "漢——", "zh-Hant-HK", {})
    assert [1000, 2000] == [advance for _, advance, _ in glyphs]  # G06


def test_the_interpunct_of_traditional_chinese_is_a_cell_wide() -> None:
    face = FACES[HAN]
    whole = shaped(face.path.read_bytes(), face.index, "居·里", "zh-Hant-HK", {"fwid": True})
    assert whole == shaped(subset(face, "居·里"), 0, "居·里", "zh-Hant-HK", {})  # G05
    assert [1000] * 3 == [advance for _, advance, _ in whole]


def test_the_interpunct_of_other_languages_is_as_their_face_has_it() -> None:
    face = FACES[HAN]
    whole = shaped(face.path.read_bytes(), face.index, "居·里", "zh-Hans-CN", {})
    assert whole == shaped(subset(face, "居·里", ["zh-Hans-CN"]), 0, "居·里", "zh-Hans-CN", {})


@pytest.mark.parametrize("key", [HAN, SANS])
def test_the_middle_dot_of_japanese_is_a_cell_wide(key: FontKey) -> None:
    for languages in (["ja"], ["ja", "zh-Hant-HK"]):
        glyphs = shaped(subset(FACES[key], "ー・キ直", languages), 0, "ー・キ", "ja", {})
        assert [1000] * 3 == [advance for _, advance, _ in glyphs]  # G05


def test_the_forms_of_other_regions_are_kept_on_demand_only() -> None:
    face = FACES[HAN]
    taiwan = shaped(face.path.read_bytes(), face.index, HAN_TEXT, "zh-Hant-TW", {})
    large, small = subset(face, HAN_TEXT, ("zh-Hant-HK", "zh-Hant-TW")), subset(face, HAN_TEXT)
    assert taiwan == shaped(large, 0, HAN_TEXT, "zh-Hant-TW", {})
    assert taiwan != shaped(small, 0, HAN_TEXT, "zh-Hant-TW", {})
    assert len(small) < len(large)


def test_a_subset_draws_what_it_was_asked_for_and_no_other_text() -> None:
    for languages in (["zh-Hant-HK"], ["ja", "zh-Hans-CN"]):
        with TTFont(BytesIO(subset(FACES[HAN], HAN_TEXT, languages))) as font:
            assert set(map(ord, HAN_TEXT)) == set(font.getBestCmap() or {})


def test_the_numbers_of_glyphs_are_the_numbers_that_a_viewer_looks_up() -> None:
    with TTFont(BytesIO(subset(FACES[HAN], HAN_TEXT))) as font:
        charset = font["CFF "].cff[0].charset
        identity = [f"cid{number:05}" for number in range(1, len(charset))]
        assert [".notdef", *identity] == charset


@pytest.mark.parametrize("key", [LATIN, HAN])
def test_licence_and_permission_to_embed_stay_inside(key: FontKey) -> None:
    with TTFont(BytesIO(subset(FACES[key], "a"))) as font:
        assert 0 == font["OS/2"].fsType
        assert "Open Font License" in str(font["name"].getDebugName(13))
        assert "OFL" in str(font["name"].getDebugName(14))
        assert "Reserved Font Name" not in str(font["name"].getDebugName(0))


def test_equal_calls_give_equal_bytes_in_whatever_order_the_text_comes() -> None:
    face = FACES[HAN]
    assert subset(face, HAN_TEXT) == subset(face, reversed(HAN_TEXT * 2))


def test_a_subset_of_a_release_is_small() -> None:
    common = [chr(code) for code in range(0x4E00, 0x4E00 + 300)]
    assert len(subset(FACES[HAN], common)) < 120_000


def variable_font(path: Path) -> FontFace:
    """Make a font with a weight axis: its letter is 100 units wide when regular, 300 when bold."""
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "a"])
    builder.setupCharacterMap({ord("a"): "a"})
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 500))
    pen.lineTo((100, 0))
    pen.closePath()
    builder.setupGlyf({".notdef": TTGlyphPen(None).glyph(), "a": pen.glyph()})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "a": (400, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Varying", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    builder.setupFvar(
        [("wght", 400, 400, 700, "Weight")],
        [
            {"location": {"wght": 400}, "stylename": "Regular"},
            {"location": {"wght": 700}, "stylename": "Bold"},
        ],
    )
    from fontTools.ttLib.tables.TupleVariation import TupleVariation

    wider = TupleVariation({"wght": (0.0, 1.0, 1.0)}, [(0, 0), (0, 0), (200, 0)] + [(0, 0)] * 4)
    builder.setupGvar({"a": [wider]})
    builder.save(path)
    return FontFace(FontKey("Varying", bold=True), path, 0, "Varying-Bold", "1.000", instance=2)


def test_a_named_instance_of_a_variable_font_becomes_a_plain_font(tmp_path: Path) -> None:
    data = subset(variable_font(tmp_path / "varying.ttf"), "a")
    with TTFont(BytesIO(data)) as font:
        assert "fvar" not in font
        glyph = font["glyf"][(font.getBestCmap() or {})[ord("a")]]
        assert (0, 300) == (glyph.xMin, glyph.xMax)
