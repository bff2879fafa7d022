"""The styles of a DOCX: the numbers of the house, the rules of each script, and no more than what the text needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest

from pressroom.edition.resolved import DivisionBlock, Run, TextBlock
from pressroom.house.load import load_house
from pressroom.house.tokens import Align, House, Role
from pressroom.house.word import ParagraphStyle, paragraph_styles
from pressroom.language.record import Language, Script
from pressroom.language.records import zh_hant_hk
from pressroom.testing.house import sample_house
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.docx import DocxWriter
from validators.docx_checks import W, parts

JOURNAL = load_house(Path(__file__).parents[3] / "styles" / "journal")
TAIWAN = replace(zh_hant_hk.RECORD, tag="zh-Hant-TW", word_tag="zh-TW")


def written(house: House = JOURNAL, *, language: Language | None = None) -> dict[str, Element]:
    """Write the sample in a house; in one further language if asked."""
    release = replace(every_node(), house=house)
    if language:
        words = TextBlock(
            "x1",
            Role.BODY,
            0,
            language,
            (Run("字", language.tag, east_asian=True, span=None),),
            None,
        )
        added = replace(release.editions[1], language=language, blocks=(words,), notes=())
        release = replace(release, editions=(*release.editions, added))
    return parts(DocxWriter().write(release, World(fonts={})).artifact.data)


def styles(root: Element) -> dict[str, Element]:
    return {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}


def value(style: Element, path: str, name: str = "val") -> str | None:
    found = style.find("/".join(f"{W}{step}" for step in path.split("/")))
    return None if found is None else found.get(f"{W}{name}", "on")


@pytest.fixture(scope="module")
def sheet() -> dict[str, Element]:
    return styles(written()["word/styles.xml"])


@pytest.mark.parametrize("style", paragraph_styles(JOURNAL), ids=lambda style: style.name.style_id)
def test_a_style_has_the_numbers_of_the_house(
    style: ParagraphStyle, sheet: dict[str, Element]
) -> None:
    made = sheet[style.name.style_id]
    house = JOURNAL.style(style.role, style.script)
    assert str(house.size.half_points) == value(made, "rPr/sz") == value(made, "rPr/szCs")
    assert str(house.leading.twips) == value(made, "pPr/spacing", "line")
    assert value(made, "pPr/spacing", "lineRule") in {"exact", "atLeast"}
    assert str(house.before.twips) == value(made, "pPr/spacing", "before")
    assert str(house.after.twips) == value(made, "pPr/spacing", "after")
    assert JOURNAL.ink(house.ink).upper() == value(made, "rPr/color")
    assert JOURNAL.face(house.face).word_han == value(made, "rPr/rFonts", "eastAsia")
    assert JOURNAL.face(house.face).word_latin == value(made, "rPr/rFonts", "ascii")


def _chinese(sheet: dict[str, Element]) -> Iterator[Element]:
    for style in paragraph_styles(JOURNAL):
        if style.script is Script.HAN:
            yield sheet[style.name.style_id]


def test_every_chinese_style_states_the_rules_of_its_script(sheet: dict[str, Element]) -> None:
    rules = {
        "kinsoku": "on",
        "wordWrap": "on",
        "overflowPunct": "0",
        "topLinePunct": "0",
        "autoSpaceDE": "on",
        "autoSpaceDN": "on",
        "snapToGrid": "0",
    }
    for style in _chinese(sheet):
        assert rules == {name: value(style, f"pPr/{name}") for name in rules}
        assert "0" == value(style, "rPr/i")


def test_no_style_hangs_punctuation(sheet: dict[str, Element]) -> None:
    root = written()["word/styles.xml"]
    assert "0" == value(root, "docDefaults/pPrDefault/pPr/overflowPunct")
    assert {None, "0"} == {value(style, "pPr/overflowPunct") for style in sheet.values()}


def test_a_chinese_style_is_based_on_its_english_twin(sheet: dict[str, Element]) -> None:
    assert "BodyText" == value(sheet["BodyTextChinese"], "basedOn")
    assert "Heading 1 Chinese" == value(sheet["Heading1Chinese"], "name")
    assert "0" == value(sheet["Heading1"], "pPr/outlineLvl")


def test_a_first_line_is_also_given_in_characters() -> None:
    sample = sample_house()
    indented = tuple(
        (role, script, replace(style, first_line=replace(style.size, points=21)))
        if role is Role.BODY
        else (role, script, style)
        for role, script, style in sample.roles
    )
    root = written(replace(sample, roles=indented))["word/styles.xml"]
    assert "200" == value(styles(root)["BodyTextChinese"], "pPr/ind", "firstLineChars")
    assert "420" == value(styles(root)["BodyTextChinese"], "pPr/ind", "firstLine")


def test_the_zone_in_which_words_are_divided_is_that_of_the_ragged_edge() -> None:
    ragged = replace(JOURNAL, hyphenate=True)
    justified = tuple(
        (role, script, replace(style, align=Align.JUSTIFY)) for role, script, style in ragged.roles
    )
    ragged_zone, full_zone = (
        value(written(house)["word/settings.xml"], "hyphenationZone")
        for house in (ragged, replace(ragged, roles=justified))
    )
    assert "945" == ragged_zone  # 4½ times 10.5 pt
    assert full_zone is None  # a quarter of an inch (ECMA-376 §17.15.1.53)


def test_the_defaults_name_a_language_for_each_script() -> None:
    made = written()
    for where in ("word/styles.xml", "word/settings.xml"):
        root = made[where]
        found = next(e for e in root.iter() if e.tag in {f"{W}lang", f"{W}themeFontLang"})
        assert ("en-GB", "zh-HK") == (found.get(f"{W}val"), found.get(f"{W}eastAsia"))


def test_an_edition_in_another_chinese_has_styles_that_say_so() -> None:
    made = styles(written(language=TAIWAN)["word/styles.xml"])
    assert "zh-TW" == value(made["BodyTextChinesezhTW"], "rPr/lang", "eastAsia")


def test_a_division_opens_under_a_rule(sheet: dict[str, Element]) -> None:
    assert any(isinstance(block, DivisionBlock) for block in every_node().editions[0].blocks)
    opening = sheet["DivisionTitleFirst"]
    assert "single" == value(opening, "pPr/pBdr/top")
    assert "DivisionTitle" == value(opening, "basedOn")


def test_each_font_is_described_once_with_what_stands_in_for_it() -> None:
    fonts = written(sample_house())["word/fontTable.xml"]
    names = [font.get(f"{W}name", "") for font in fonts]
    assert len(names) == len(set(names))
    assert "新細明體,Noto Serif CJK HK" == value(fonts[names.index("PMingLiU")], "altName")
    assert all(len(name) < 32 for name in names)  # Word cuts longer ones off


def test_the_page_is_that_of_the_house() -> None:
    section = next(written()["word/document.xml"].iter(f"{W}sectPr"))
    page = JOURNAL.page
    assert str(page.width.twips) == value(section, "pgSz", "w")
    assert str(page.top.twips) == value(section, "pgMar", "top")
    assert str(page.inner.twips) == value(section, "pgMar", "left")
    assert "on" == value(section, "titlePg")
