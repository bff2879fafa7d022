"""What the file says of itself."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf

from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.pdf import PdfWriter

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def test_titles_and_languages_of_all_editions_are_in_the_packet(opened: pikepdf.Pdf) -> None:
    from lxml import etree

    packet = etree.fromstring(opened.Root.Metadata.read_raw_bytes())
    space = {"dc": "http://purl.org/dc/elements/1.1/"}
    titles = {
        item.get(LANGUAGE): item.text for item in packet.findall(f".//dc:title//{RDF}li", space)
    }
    editions = every_node().editions

    assert {"x-default": editions[0].title} | {e.language.tag: e.title for e in editions} == titles
    assert ["en-HK", "zh-Hant-HK"] == [
        item.text for item in packet.findall(f".//dc:language//{RDF}li", space)
    ]
    assert "doi:10.5555/sample.1" == packet.findtext(".//dc:identifier", None, space)


def test_the_dates_are_those_of_the_release(opened: pikepdf.Pdf) -> None:
    assert "D:20260301000000+00'00'" == str(opened.docinfo.CreationDate)
    assert "D:20260301000000+00'00'" == str(opened.docinfo.ModDate)


def test_the_canonical_source_is_attached_once_as_source(opened: pikepdf.Pdf) -> None:
    (attached,) = opened.Root.AF
    content = attached.EF.F.read_bytes().decode()

    assert "/Source" == str(attached.AFRelationship)
    assert "sample-1.md" == str(attached.UF)
    assert every_node().source.text == content


def test_a_house_may_keep_the_source_out(world: World) -> None:
    release = every_node()
    closed = replace(release, house=replace(release.house, attach_source=False))
    data = PdfWriter().write(closed, world).artifact.data

    with pikepdf.open(BytesIO(data)) as pdf:
        assert "/AF" not in pdf.Root
        assert {} == dict(pdf.attachments)


def test_words_with_markup_in_them_stay_words(world: World) -> None:
    release = every_node()
    edition = replace(release.editions[0], title='A < B & "C"', publisher="X & Y")
    data = PdfWriter().write(replace(release, editions=(edition,)), world).artifact.data

    with pikepdf.open(BytesIO(data)) as pdf:
        assert 'A < B & "C"' == str(pdf.docinfo.Title)
        assert b"A &lt; B &amp;" in pdf.Root.Metadata.read_raw_bytes()
