"""The DOCX writer keeps what is expected of every writer, and its files are sound for every judge."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from pressroom.house.load import load_house
from pressroom.press.validators import libreoffice, ooxml_sdk, openxml_audit
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Outcome
from pressroom.writers.docx import DocxWriter
from validators import docx_checks
from validators.docx_checks import parts

STYLES = Path(__file__).parents[3] / "styles"
JUDGES = [docx_checks, ooxml_sdk, openxml_audit, libreoffice]
WAY_HOME = {
    "customXml/item1.xml",
    "customXml/itemProps1.xml",
    "customXml/_rels/item1.xml.rels",
}


@cache
def _made(
    *, house: str = "journal", public: bool = False, review: bool = False, hyphenate: bool = False
) -> bytes:
    chosen = replace(load_house(STYLES / house), hyphenate=hyphenate)
    release = replace(every_node(), house=chosen)
    world = World(fonts={}, public=public, review=review)
    return DocxWriter().write(release, world).artifact.data


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand) -> None:
    assert () == demand(DocxWriter(), World(fonts={}))


@pytest.mark.parametrize("judge", JUDGES, ids=lambda judge: judge.__name__)
@pytest.mark.parametrize("house", ["journal", "plain"])
def test_every_judge_is_content(judge: ModuleType, house: str) -> None:
    assert [] == judge.validate(_made(house=house))


@pytest.mark.parametrize("judge", [docx_checks, ooxml_sdk])
def test_every_judge_is_content_with_a_public_file(judge: ModuleType) -> None:
    assert [] == judge.validate(_made(public=True))


def test_the_editors_file_carries_its_way_home_and_the_public_one_does_not() -> None:
    editors, public = parts(_made()), parts(_made(public=True))
    assert WAY_HOME == editors.keys() - public.keys()
    assert set() == public.keys() - editors.keys()
    assert b"_rel_" not in _part("word/document.xml", public=True)
    assert b"_rel_e1_b1" in _part("word/document.xml")


def test_a_file_for_review_keeps_changes_recorded() -> None:
    (lock,) = (
        child
        for child in parts(_made(review=True))["word/settings.xml"]
        if child.tag == f"{docx_checks.W}documentProtection"
    )
    assert {"edit": "trackedChanges", "enforcement": "1"} == {
        name.removeprefix(docx_checks.W): value for name, value in lock.items()
    }
    assert [] == ooxml_sdk.validate(_made(review=True))


def test_word_is_asked_to_divide_words_only_if_the_house_is() -> None:
    asked, plain = (
        {
            child.tag.removeprefix(docx_checks.W): child.get(f"{docx_checks.W}val")
            for child in parts(_made(hyphenate=on))["word/settings.xml"]
        }
        for on in (True, False)
    )
    wanted = {
        "autoHyphenation": None,
        "consecutiveHyphenLimit": "2",
        "hyphenationZone": "945",  # 4½ times 10.5 pt
        "doNotHyphenateCaps": None,
    }
    assert wanted == {name: asked[name] for name in asked.keys() - plain.keys()}
    assert b"suppressAutoHyphens" not in _part("word/styles.xml")
    assert b"suppressAutoHyphens" in _part("word/styles.xml", hyphenate=True)


@pytest.mark.parametrize("judge", [docx_checks, ooxml_sdk, openxml_audit])
def test_every_judge_is_content_where_words_are_divided(judge: ModuleType) -> None:
    assert [] == judge.validate(_made(hyphenate=True))


def test_a_file_with_divided_words_says_the_same() -> None:
    whole, divided = (DocxWriter().read_back(_made(hyphenate=on)) for on in (False, True))
    assert whole == divided


def _part(name: str, *, public: bool = False, hyphenate: bool = False) -> bytes:
    from xml.etree.ElementTree import tostring

    return tostring(parts(_made(public=public, hyphenate=hyphenate))[name])


def test_only_what_word_cannot_hold_falls_short() -> None:
    ledger = DocxWriter().write(every_node(), World(fonts={})).ledger
    short = {entry.feature: entry.outcome for entry in ledger if entry.reason}
    assert {"no-break": Outcome.DEGRADED} == short


def test_the_writer_is_at_hand_without_heavy_libraries() -> None:
    program = (
        "import sys; from pressroom.writers.docx import DocxWriter; DocxWriter();"
        "print(sorted({'lxml', 'docx', 'resvg_py'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert ("[]\n", "") == (done.stdout, done.stderr)
