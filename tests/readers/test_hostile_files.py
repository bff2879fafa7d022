"""Word files made to do harm: each is refused with a reason, or read without it."""

import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from random import Random

import pikepdf
import pytest

from hardening.hostile_files import Hostile, packages
from pressroom.readers.compose import make_source
from pressroom.readers.docx.reading import read_docx
from pressroom.readers.draft import Draft, Imported, UnreadableError
from pressroom.readers.epub import read_epub
from pressroom.readers.html.reading import read_html
from pressroom.readers.pdf.reading import read_pdf
from proof.artifacts import artifact, repacked
from readers import test_tagged_pdf
from readers.plain import plain_house
from readers.test_html import PAGE
from readers.test_pdf import printed
from readers.word_files import letter

SLOW = {"300 MB of zeros in the text", "30 000 paragraphs"}
"""Bounded as well, by the archive and by the size of a part, but not in a moment."""


def hostile() -> list[Hostile]:
    def forget(files: dict[str, bytes]) -> None:
        del files["customXml/item1.xml"]

    clean = repacked(artifact("docx").data, forget)
    return [x for x in packages("docx", clean, "word/document.xml") if x.name not in SLOW]


def test_hostile_word_files_are_refused_or_read_without_harm() -> None:
    for file in hostile():
        try:
            draft = read_docx(file.data, "x")
        except UnreadableError:
            continue
        assert isinstance(draft, Draft), file.name
        assert "root:" not in make_source(draft, plain_house(), "x").source, file.name


def test_hostile_books_are_refused_or_read_without_harm() -> None:
    files = packages("epub", artifact("epub").data, "EPUB/edition-en-hk.xhtml")
    for file in (x for x in files if x.name not in {*SLOW, "1 MB in a paragraph"}):
        with suppress(UnreadableError):
            source = make_source(read_epub(file.data, "x"), plain_house(), "x").source
            assert "root:" not in source, file.name


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_a_picture_is_taken_from_the_package_alone_and_named_by_us(target: str) -> None:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(letter())) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"media/image1.png", target.encode()))
    draft = read_docx(made.getvalue(), "x")
    assert isinstance(draft, Draft)
    assert {} == draft.pictures
    assert any("picture" in doubt for doubt in draft.doubts)


READERS: dict[str, tuple[Callable[[], bytes], Callable[[bytes], Draft | Imported]]] = {
    "pdf": (printed, read_pdf),
    "tagged pdf": (test_tagged_pdf.printed, read_pdf),
    "docx": (letter, lambda data: read_docx(data, "x")),
    "epub": (lambda: artifact("epub").data, lambda data: read_epub(data, "x")),
    "html": (PAGE.encode, lambda data: read_html(data, "x")),
}


@pytest.mark.parametrize("kind", READERS)
def test_damaged_files_are_refused_or_read(kind: str) -> None:
    whole, read = READERS[kind]
    rng = Random(kind)  # noqa: S311  # the same damage on every machine
    for _ in range(20):
        data = bytearray(whole())
        for _ in range(rng.randint(1, 12)):
            data[rng.randrange(len(data))] = rng.randrange(256)
        with suppress(UnreadableError):
            draft = read(bytes(data[: rng.randrange(len(data))] if rng.random() < 0.2 else data))
            assert isinstance(draft, Draft)
            make_source(draft, plain_house(), "x")


@pytest.mark.parametrize("page", [b"", b"<!doctype html>", b"<html></html>", b"<html><!-- x"])
def test_a_page_without_text_is_refused(page: bytes) -> None:
    with pytest.raises(UnreadableError, match="no text"):
        make_source(read_html(page, "x"), plain_house(), "x")


def test_a_table_that_would_be_filled_up_without_end_is_refused() -> None:
    page = f"<table><tr>{'<td>a' * 400}{'<tr><td>b<td>c' * 400}</table>"
    with pytest.raises(UnreadableError, match="more than 100000 cells"):
        make_source(read_html(page.encode(), "x"), plain_house(), "x")


def test_tags_that_say_one_text_again_and_again_are_not_believed() -> None:
    with pikepdf.open(BytesIO(test_tagged_pdf.printed())) as pdf:
        section = pdf.Root.StructTreeRoot.K[0].K[0]
        heading = section.K[0]
        for _ in range(500):
            section.K.append(
                pdf.make_indirect(pikepdf.Dictionary(S=heading.S, K=heading.K, Pg=heading.Pg))
            )
        pdf.save(data := BytesIO())
    draft = read_pdf(data.getvalue())
    assert isinstance(draft, Draft)
    assert len(draft.blocks) < 50
