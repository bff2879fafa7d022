"""Plant a random defect into an artifact of any format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from random import Random

import pikepdf
from lxml import etree

from proof.artifacts import repacked
from proof.planting import markup, pdf, word


@dataclass(frozen=True)
class Planted:
    """An artifact with a defect, and the name of the defect."""

    name: str
    data: bytes


def plant(writer: str, data: bytes, random: Random) -> Planted:
    """Plant one of the defects that an artifact offers room for."""
    plants = {"pdf": _in_pdf, "docx": _in_word, "epub": _in_book, "html": _in_page}
    while True:
        if planted := plants[writer](data, random):
            return planted


def _in_pdf(data: bytes, random: Random) -> Planted | None:
    defect = random.choice(pdf.DEFECTS)
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as opened:
        if not defect(pdf.File(opened, random)):
            return None
        opened.save(out)
    return Planted(defect.__name__, out.getvalue())


def _in_word(data: bytes, random: Random) -> Planted | None:
    part = random.choice(["word/document.xml", "word/document.xml", "word/footnotes.xml"])
    relations = f"word/_rels/{part.removeprefix('word/')}.rels"
    defect = random.choice(word.DEFECTS)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        document = etree.fromstring(archive.read(part))
        known = archive.namelist()
        related = archive.read(relations) if relations in known else b"<Relationships/>"
    links = etree.fromstring(related)
    if not defect(word.File(document, links, random)):
        return None

    def change(files: dict[str, bytes]) -> None:
        files[part] = etree.tostring(document)
        if relations in files:
            files[relations] = etree.tostring(links)

    return Planted(defect.__name__, repacked(data, change))


def _in_book(data: bytes, random: Random) -> Planted | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        part = random.choice([name for name in archive.namelist() if "/edition-" in name])
        root = etree.fromstring(archive.read(part))
    defect = random.choice(markup.DEFECTS)
    if not defect(markup.Tree(root, random)):
        return None
    return Planted(
        defect.__name__, repacked(data, lambda files: files.update({part: etree.tostring(root)}))
    )


def _in_page(data: bytes, random: Random) -> Planted | None:
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    defect = random.choice(markup.DEFECTS)
    if not defect(markup.Tree(root, random)):
        return None
    return Planted(
        defect.__name__, b"<!DOCTYPE html>" + etree.tostring(root, method="html", encoding="utf-8")
    )
