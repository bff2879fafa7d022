"""Plant a random defect into an artifact of any format."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from random import Random

import pikepdf
from lxml import etree

from proof.artifacts import repacked
from proof.planting import exchanges, markup, pdf, word

MARKUP = markup.DEFECTS + exchanges.DEFECTS
"""Defects in documents of XML and HTML."""


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
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        known = archive.namelist()
        around = [name for name in known if name.startswith(("word/header", "word/footer"))]
        texts = ["word/document.xml", "word/document.xml", "word/footnotes.xml"]
        part = random.choice(4 * texts + around)
        relations = f"word/_rels/{part.removeprefix('word/')}.rels"
        document = etree.fromstring(archive.read(part))
        related = archive.read(relations) if relations in known else b"<Relationships/>"
    links = etree.fromstring(related)
    defect = random.choice(word.AROUND if part in around else word.DEFECTS)
    if not defect(word.File(document, links, random)):
        return None

    def change(files: dict[str, bytes]) -> None:
        files[part] = etree.tostring(document)
        if relations in files:
            files[relations] = etree.tostring(links)

    return Planted(defect.__name__, repacked(data, change))


def _in_book(data: bytes, random: Random) -> Planted | None:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        texts = [name for name in names if "/edition-" in name]
        around = [name for name in names if name.endswith(("nav.xhtml", ".ncx"))]
        part = random.choice(4 * texts + around)
        root = etree.fromstring(archive.read(part))
    defect = random.choice(markup.AROUND if part in around else MARKUP)
    if not defect(markup.Tree(root, random)):
        return None
    return Planted(
        defect.__name__, repacked(data, lambda files: files.update({part: etree.tostring(root)}))
    )


def _in_page(data: bytes, random: Random) -> Planted | None:
    root = etree.fromstring(data, etree.HTMLParser(encoding="utf-8"))
    defect = random.choice(MARKUP)
    if not defect(markup.Tree(root, random)):
        return None
    return Planted(
        defect.__name__, b"<!DOCTYPE html>" + etree.tostring(root, method="html", encoding="utf-8")
    )
