"""The HTML writer keeps what is expected of every writer, and needs nothing but itself."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.model.release import Status
from pressroom.proof.compare import compare
from pressroom.proof.leaks import scan
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Outcome
from pressroom.writers.html import HtmlWriter
from validators import schema_org

_WORLD = World(fonts={})


def _document() -> str:
    return HtmlWriter().write(every_node(), _WORLD).artifact.data.decode()


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand) -> None:
    assert () == demand(HtmlWriter(), _WORLD)


def test_the_document_asks_nobody_for_anything() -> None:
    document = _document()
    assert [] == re.findall(r'(?:src|srcset|data)="(?!data:)', document)
    data = '<script type="application/ld+json">'
    assert [] == re.findall(r"url\((?!data:)|@import|<script|<link", document.replace(data, ""))
    assert "default-src 'none'" in document


def test_each_edition_can_be_reached_in_its_own_language() -> None:
    document = _document()
    assert '<a href="#e1" hreflang="en-HK" lang="en-HK">English</a>' in document
    assert '<a href="#e2" hreflang="zh-Hant-HK" lang="zh-Hant-HK">中文</a>' in document


def test_every_address_within_the_document_leads_somewhere() -> None:
    document = _document()
    ids = re.findall(r' id="([^"]+)"', document)
    assert len(ids) == len(set(ids))
    assert set() == set(re.findall(r'href="#([^"]+)"', document)) - set(ids)


def test_nothing_falls_short_but_what_a_small_screen_would_cut_off() -> None:
    ledger = HtmlWriter().write(every_node(), _WORLD).ledger
    short = [entry for entry in ledger if entry.outcome is not Outcome.EXACT]
    assert {("no-break", Outcome.DEGRADED)} == {(entry.feature, entry.outcome) for entry in short}


def test_text_outside_the_editions_is_heard() -> None:
    data = _document().replace("<main>", "<main><p>One word more.</p>").encode()
    *editions, stray = HtmlWriter().read_back(data)
    assert len(every_node().editions) == len(editions)
    assert ["One word more."] == [piece.text for piece in stray.pieces]


def test_a_page_without_editions_is_refused() -> None:
    with pytest.raises(WriterError, match="no edition"):
        HtmlWriter().read_back(b"<!DOCTYPE html><title>x</title><p>One.</p>")


def test_the_writer_is_at_hand_without_heavy_libraries() -> None:
    program = (
        "import sys; from pressroom.writers.html import HtmlWriter; HtmlWriter();"
        "print(sorted({'lxml', 'fontTools', 'ebooklib'} & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], check=True, capture_output=True, text=True
    )
    assert ("[]\n", "") == (done.stdout, done.stderr)


@pytest.mark.parametrize("more", [b"a word", b"<p>a word</p>", b"<html><body>a word</body></html>"])
def test_text_behind_the_end_is_refused(more: bytes) -> None:
    data = _document().encode()
    with pytest.raises(WriterError, match="behind its end"):
        HtmlWriter().read_back(data + more)


def _data(release: ResolvedRelease) -> list[dict[str, Any]]:
    text = HtmlWriter().write(release, _WORLD).artifact.data.decode()
    (found,) = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    data = json.loads(found)
    assert "https://schema.org" == data["@context"]
    return data["@graph"]


def test_search_engines_are_told_of_each_edition_and_that_one_translates_the_other() -> None:
    first, second = _data(every_node())
    assert ("NewsArticle", "NewsArticle") == (first["@type"], second["@type"])
    assert ("en-HK", "zh-Hant-HK") == (first["inLanguage"], second["inLanguage"])
    assert [{"@id": second["@id"]}] == first["workTranslation"]
    assert {"@id": first["@id"]} == second["translationOfWork"]
    assert [e.title for e in every_node().editions] == [first["headline"], second["headline"]]
    assert "https://doi.org/10.5555/sample.1" == first["citation"]["@id"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({}, []),
        ({"embargo": "2026"}, ["e1: NewsArticle has no embargo"]),
        ({"publisher": {"@type": "Place"}}, ["e1/publisher: none of Organization, Person"]),
        ({"publisher": "A press"}, ["e1/publisher: words are not wanted here"]),
        ({"datePublished": "1 March"}, ["e1/datePublished: no date"]),
        ({"@type": "PressRelease"}, ["e1: there is no type PressRelease"]),
    ],
)
def test_they_are_told_in_the_words_of_schema_org(
    change: dict[str, object], fault: list[str]
) -> None:
    first, second = _data(every_node())
    assert fault == [*schema_org.faults(first | change, "e1"), *schema_org.faults(second, "e2")]


def test_they_are_told_of_version_dateline_and_correction() -> None:
    release = every_node()
    first = release.editions[0]
    edition = replace(
        first, dateline="Hong Kong, 1 March", correction="Corrected: </script> & more"
    )
    metadata = replace(release.metadata, version=2, status=Status.WITHDRAWN)
    (data,) = _data(replace(release, metadata=metadata, editions=(edition,)))
    assert ("2", "withdrawn") == (data["version"], data["creativeWorkStatus"])
    assert "Hong Kong, 1 March" == data["dateline"]
    assert "Corrected: </script> & more" == data["correction"]
    assert "workTranslation" not in data


@pytest.mark.parametrize("wrong", ["A sample of every mode", "A sample of every node & mark "])
def test_a_title_that_only_search_engines_see_is_heard(wrong: str) -> None:
    text = _document().replace(
        '"headline": "A sample of every node \\u0026 mark"', f'"headline": "{wrong}"'
    )
    assert text != _document()
    heard = HtmlWriter().read_back(text.encode())
    findings = compare("a.html", every_node(), (), heard, HtmlWriter.abilities).findings
    assert ["A011"] == [finding.code for finding in findings]


def test_data_that_cannot_be_read_is_refused() -> None:
    data = _document().replace('{"@context"', "{{{").encode()
    with pytest.raises(WriterError, match="cannot be read"):
        HtmlWriter().read_back(data)


@pytest.mark.parametrize("depth", range(400, 1100, 100))
def test_data_of_any_depth_are_read_or_refused(depth: int) -> None:
    deep = f'"a": {"[" * depth}1{"]" * depth}, "inLanguage"'
    data = _document().replace('"inLanguage"', deep).encode()
    with suppress(WriterError):
        assert HtmlWriter().read_back(data)


def test_a_script_that_runs_is_a_leak() -> None:
    artifact = HtmlWriter().write(every_node(), _WORLD).artifact
    assert () == scan(artifact, every_node(), (), public=True)
    running = replace(
        artifact, data=artifact.data.replace(b"<style>", b"<script>1</script><style>")
    )
    assert ["A034"] == [leak.code for leak in scan(running, every_node(), (), public=True)]
