"""The HTML writer keeps what is expected of every writer, and needs nothing but itself."""

from __future__ import annotations

import re
import subprocess
import sys

import pytest

from pressroom.diagnostics import WriterError
from pressroom.testing.conformance import DEMANDS, Demand
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Outcome
from pressroom.writers.html import HtmlWriter

_WORLD = World(fonts={})


def _document() -> str:
    return HtmlWriter().write(every_node(), _WORLD).artifact.data.decode()


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_writer_conforms(demand: Demand) -> None:
    assert () == demand(HtmlWriter(), _WORLD)


def test_the_document_asks_nobody_for_anything() -> None:
    document = _document()
    assert [] == re.findall(r'(?:src|srcset|data)="(?!data:)', document)
    assert [] == re.findall(r"url\((?!data:)|@import|<script|<link", document)
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
