"""What a release that is held, corrected or not final says of itself in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from PIL import Image

from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.tokens import Ink
from pressroom.model.release import Status
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.registry import writer
from validators import poppler

WORDS = ("Draft & <not> final", "草稿，不得發布")


@cache
def release(status: Status = Status.DRAFT) -> ResolvedRelease:
    """Return the sample as version 3, under embargo, in a house with an ink that is nothing else's."""
    made = every_node()
    inks = tuple((ink, "000000" if ink is Ink.RULE else value) for ink, value in made.house.inks)
    metadata = replace(
        made.metadata,
        version=3,
        status=status,
        embargo=datetime(2026, 3, 28, 16, tzinfo=UTC),
        supersedes="sample-0",
    )
    words = ("", "") if status is Status.FINAL else WORDS
    editions = tuple(
        replace(edition, watermark=word) for edition, word in zip(made.editions, words, strict=True)
    )
    return replace(made, metadata=metadata, house=replace(made.house, inks=inks), editions=editions)


@cache
def file(name: str, status: Status = Status.DRAFT, *, public: bool = True) -> bytes:
    made = release(status)
    world = World(find(wanted(made.house)), public)
    return writer(name).write(made, world).artifact.data


def parts(name: str, status: Status = Status.DRAFT) -> dict[str, str]:
    with ZipFile(BytesIO(file(name, status))) as archive:
        return {part: archive.read(part).decode("utf-8", "replace") for part in archive.namelist()}


@pytest.mark.parametrize("name", ["pdf", "docx", "epub", "html", "text"])
def test_a_watermark_is_no_text(name: str) -> None:
    draft = writer(name).read_back(file(name))
    final = writer(name).read_back(file(name, Status.FINAL))
    assert [edition.pieces for edition in final] == [edition.pieces for edition in draft]


def shades(status: Status) -> list[bool]:
    """Tell of each page whether the tint of the watermark is on it: 40 % black, which no other ink of the sample is."""
    data = file("pdf", status)
    with pikepdf.open(BytesIO(data)) as pdf:
        count = len(pdf.pages)
    found: list[bool] = []
    for page in range(1, count + 1):
        with Image.open(BytesIO(poppler.picture(data, page, 40))) as picture:
            found.append(sum(picture.convert("L").histogram()[0x98:0x9B]) > 500)
    return found


def test_each_page_of_a_draft_has_its_watermark_and_no_page_of_a_final_release() -> None:
    assert len(shades(Status.DRAFT)) > 2
    assert all(shades(Status.DRAFT))
    assert not any(shades(Status.FINAL))


def test_the_watermark_of_a_pdf_is_not_copied() -> None:
    copied = poppler.text(file("pdf"))
    assert WORDS[0] not in copied
    assert WORDS[1] not in copied


def test_every_header_of_word_has_the_watermark_of_its_edition() -> None:
    headers = [text for part, text in parts("docx").items() if part.startswith("word/header")]
    written = [re.findall(r'<v:textpath [^>]*string="([^"]+)"', text) for text in headers]
    first = [WORDS[0].replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")]
    assert [first, first, [WORDS[1]], [WORDS[1]]] == sorted(written, key=str)
    names = [re.findall(r'id="(PowerPlusWaterMarkObject\d+)"', text)[0] for text in headers]
    assert len(names) == len(set(names))


def test_a_book_draws_the_watermark_of_each_edition() -> None:
    book = parts("epub")
    for edition in release().editions:
        name = f"images/watermark-{edition.identifier}.svg"
        assert f"EPUB/{name}" in book
        assert f"#{edition.identifier} {{ background: url({name})" in book["EPUB/style.css"]
    assert not [part for part in parts("epub", Status.FINAL) if "watermark" in part]


def test_a_web_page_draws_the_watermark_and_does_not_read_it_out() -> None:
    page = file("html").decode()
    assert '#e1::before { content: "Draft & \\3c not> final" / ""' in page
    assert "::before { content" not in file("html", Status.FINAL).decode()


def test_a_pdf_states_version_status_embargo_and_article() -> None:
    with pikepdf.open(BytesIO(file("pdf"))) as pdf:
        packet = pdf.Root.Metadata.read_bytes().decode()
    for stated in (
        "<xmpMM:VersionID>3</xmpMM:VersionID>",
        "<xmpMM:RenditionClass>draft</xmpMM:RenditionClass>",
        "<prism:embargoDate>2026-03-28T16:00:00+00:00</prism:embargoDate>",
        "<prism:doi>10.5555/sample.1</prism:doi>",
    ):
        assert stated in packet


def test_word_states_them_in_its_properties() -> None:
    found = parts("docx")
    core, custom = found["docProps/core.xml"], found["docProps/custom.xml"]
    assert "<cp:contentStatus>Draft</cp:contentStatus>" in core
    assert "<cp:version>3</cp:version>" in core
    assert 'name="Embargo"><vt:filetime>2026-03-28T16:00:00Z</vt:filetime>' in custom
    assert 'name="DOI"><vt:lpwstr>10.5555/sample.1</vt:lpwstr>' in custom
    assert 'name="Supersedes"><vt:lpwstr>sample-0</vt:lpwstr>' in custom


def test_a_book_states_them_in_its_package() -> None:
    package = parts("epub")["EPUB/package.opf"]
    for name, value in {
        "schema:version": "3",
        "schema:creativeWorkStatus": "draft",
        "prism:embargoDate": "2026-03-28T16:00:00Z",
        "prism:doi": "10.5555/sample.1",
        "dcterms:replaces": "sample-0",
    }.items():
        assert f'<meta property="{name}">{value}</meta>' in package
