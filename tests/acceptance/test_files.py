"""The files of every release: accepted by outside judges, the same every time, and they say what the source says."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest

from acceptance.conftest import Built
from pressroom.place import SourceFile
from pressroom.press.validators import (
    ace,
    epubcheck,
    libreoffice,
    ooxml_sdk,
    openxml_audit,
    outloud,
    page_validation,
    pdf_oxide,
    qpdf,
)
from pressroom.source.public import public_form
from validators import docx_checks, poppler, reader


def test_the_pdf_is_archive_and_accessible_at_once(built: Built) -> None:
    pdf = built.data(".pdf")

    assert [] == page_validation.validate(pdf, "3a")
    assert [] == page_validation.validate(pdf, "ua-1")
    assert [] == pdf_oxide.validate(pdf, "PDF/A-3a")
    assert [] == outloud.validate(pdf)
    assert [] == qpdf.validate(pdf)


def test_the_pdf_holds_hong_kong_and_latin_faces_only_embedded_and_subset(built: Built) -> None:
    fonts = poppler.fonts(built.data(".pdf"))

    assert fonts
    for font in fonts:
        assert font.embedded, font
        assert font.subset, font
        assert re.fullmatch(
            r"[A-Z]{6}\+Noto-(Serif|Sans)(-Mono)?(-CJK-HK)?(-Bold)?(-Italic)?", font.name
        ), font
        assert "Oblique" not in font.name


def test_words_set_wide_are_copied_as_words(built: Built) -> None:
    kickers = {"PRESS RELEASE", "MEDIA RELEASE"}
    copied = poppler.text(built.data(".pdf")).splitlines()

    assert kickers & set(copied)


def test_the_pdf_carries_its_source_both_titles_and_both_languages(built: Built) -> None:
    with pikepdf.open(io.BytesIO(built.data(".pdf"))) as pdf:
        attached = [file.get_file().read_bytes() for file in pdf.attachments.values()]
        assert [public_form(SourceFile("", built.source.read_text("utf-8")))] == [
            data.decode() for data in attached
        ]
        metadata = pdf.Root.Metadata.read_bytes().decode()
        for tag in built.record["release"]["editions"]:
            assert f'xml:lang="{tag}"' in metadata
            assert f"<rdf:li>{tag}</rdf:li>" in metadata
        assert pdf.Root.MarkInfo.Marked
        assert pdf.open_outline().root


def test_word_and_its_validators_accept_the_docx(built: Built) -> None:
    docx = built.data(".docx")

    assert [] == ooxml_sdk.validate(docx)
    assert [] == openxml_audit.validate(docx)
    assert [] == docx_checks.validate(docx)
    assert [] == libreoffice.validate(docx)


def test_libreoffice_sets_the_docx_on_as_many_pages_as_it_has_editions_or_more(
    built: Built,
) -> None:
    pdf = libreoffice.convert(built.data(".docx"), "pdf")

    with pikepdf.open(io.BytesIO(pdf)) as pages:
        assert len(pages.pages) >= len(built.record["release"]["editions"])


def test_the_epub_is_valid_accessible_and_opens_in_a_reader(built: Built) -> None:
    epub = built.data(".epub")

    assert [] == epubcheck.validate(epub)
    assert [] == ace.validate(epub)
    assert [] == reader.validate(epub)


def test_every_file_says_what_the_source_says_and_the_losses_are_named(built: Built) -> None:
    artifacts = {one["writer"]: one for one in built.record["artifacts"]}

    assert {"pdf", "docx", "epub"} == artifacts.keys()
    for one in artifacts.values():
        assert one["says"]["equal"]
        assert one["says"]["characters"] > 300
        assert 0 == one["ledger"]["dropped"]
        assert all(loss["reason"] for loss in one["ledger"]["losses"])
    assert 0 == artifacts["pdf"]["ledger"]["degraded"]
    assert {"no-break"} >= {loss["feature"] for loss in artifacts["docx"]["ledger"]["losses"]}


@pytest.mark.parametrize(
    ("day", "zone", "seed"),
    [
        ("2027-02-03 23:59:58", "Pacific/Kiritimati", "1"),
        ("2031-07-01 04:00:00", "America/St_Johns", "7"),
    ],
)
def test_another_day_zone_and_hash_seed_give_the_same_bytes(
    built: Built, tmp_path: Path, day: str, zone: str, seed: str
) -> None:
    faketime = shutil.which("faketime")
    assert faketime, "faketime is missing: make test installs it"
    subprocess.run(
        [
            *(faketime, "-f", f"@{day}", sys.executable, "-m", "pressroom"),
            *("build", str(built.source), "--quiet", "-o", str(tmp_path)),
        ],
        env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "LC_ALL": "C.UTF-8"},
        check=True,
    )
    for path in built.folder.iterdir():
        assert path.read_bytes() == (tmp_path / path.name).read_bytes(), path.name
