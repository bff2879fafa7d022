"""Pictures exchanged for others, in every format: by their files where a format keeps them, by what is seen elsewhere."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Callable

import pikepdf
import pytest

from pressroom.testing.conformance import says_the_same
from pressroom.writers.contract import Ability
from pressroom.writers.html import HtmlWriter
from proof.artifacts import redrawn, repacked, world
from proof.illustrated import FALLING, PICTURES, photograph, told, written

FORMATS = ("pdf", "print", "docx", "epub", "html", "ninjs")
PALE, DARK, RISE, FALL = PICTURES
Files = dict[str, bytes]


@pytest.mark.parametrize("name", FORMATS)
def test_nothing_is_said_of_pictures_that_are_those_of_the_release(name: str) -> None:
    assert [] == told(name)


def swapped(one: bytes, other: bytes) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        first, second = (_name(files, data) for data in (one, other))
        files[first], files[second] = files[second], files[first]

    return change


def replaced(old: bytes, new: bytes) -> Callable[[Files], None]:
    def change(files: Files) -> None:
        files[_name(files, old)] = new

    return change


def _name(files: Files, data: bytes) -> str:
    return next(name for name, content in files.items() if content == data)


@pytest.mark.planted("pictures in a file exchanged for others, and found")
@pytest.mark.parametrize("name", ["docx", "epub"])
@pytest.mark.parametrize(
    "change",
    [
        swapped(PALE, DARK),
        swapped(RISE, FALL),
        replaced(PALE, photograph("PNG", upside_down=True)),
        replaced(DARK, photograph("JPEG")),
        replaced(RISE, FALLING.encode()),
    ],
    ids=["photographs", "drawings", "turned", "mirrored", "another"],
)
def test_pictures_exchanged_in_an_archive_are_found(
    name: str, change: Callable[[Files], None]
) -> None:
    assert "A026" in told(name, repacked(written(name), change))


@pytest.mark.planted("pictures in a file exchanged for others, and found")
def test_pixels_in_a_word_file_that_do_not_show_their_drawing_are_found() -> None:
    def change(files: Files) -> None:
        drawings = [name for name in files if name.endswith(".svg")]
        pixels = [
            name
            for name, content in files.items()
            if name.endswith(".png") and content != PALE and "media" in name
        ]
        assert len(drawings) == len(pixels) == 3  # two figures and the logo
        first, second, _ = pixels
        files[first], files[second] = files[second], files[first]

    assert ["A027", "A027"] == told("docx", repacked(written("docx"), change))


@pytest.mark.planted("pictures in a file exchanged for others, and found")
@pytest.mark.parametrize("name", ["html", "ninjs"])
@pytest.mark.parametrize(
    ("one", "other"), [(PALE, DARK), (RISE, FALL)], ids=["photographs", "drawings"]
)
def test_pictures_exchanged_in_data_addresses_are_found(
    name: str, one: bytes, other: bytes
) -> None:
    first, second = (b64encode(data) for data in (one, other))
    data = written(name).replace(first, b"***").replace(second, first).replace(b"***", second)

    assert "A026" in told(name, data)


def exchanged_photographs(pdf: pikepdf.Pdf) -> None:
    held = pdf.pages[0].resources.XObject  # which all pages share
    first, second = (
        name for name in list(held.keys()) if held[name].get("/Subtype") == pikepdf.Name.Image
    )
    held[first], held[second] = held[second], held[first]


def mirrored_photograph(pdf: pikepdf.Pdf) -> None:
    """Let the picture that is as it is in the file be drawn from right to left."""
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        at = content.find(b"\n/i")
        if at > 0:
            lines = content[:at].split(b"\n")
            width, *others = lines[-1].split(b" ")
            lines[-1] = b" ".join((b"-" + width, *others[:3], width, *others[4:]))
            page.Contents = pdf.make_stream(b"\n".join(lines) + content[at:])


def emptied_photograph(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        at = content.find(b"\n/i")
        if at > 0:
            end = content.index(b"Do", at)
            page.Contents = pdf.make_stream(content[:at] + content[end + 2 :])


def exchanged_marks(pdf: pikepdf.Pdf) -> None:
    """Let two figures change their content, and so the pictures their alternative texts."""
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        figures = [part.split(b">>")[0] for part in content.split(b"/Figure")[1:]]
        if len(figures) >= 2:
            first, second = figures[-2:]
            content = content.replace(b"/Figure" + first, b"/Figure***")
            content = content.replace(b"/Figure" + second, b"/Figure" + first)
            page.Contents = pdf.make_stream(content.replace(b"/Figure***", b"/Figure" + second))


def another_line(pdf: pikepdf.Pdf) -> None:
    """Let the line of a chart rise less."""
    for page in pdf.pages:
        page.contents_coalesce()
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(content.replace(b"300 20 l", b"300 90 l"))


@pytest.mark.planted("pictures in a file exchanged for others, and found")
@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("pdf", exchanged_photographs),
        ("pdf", mirrored_photograph),
        ("pdf", emptied_photograph),
        ("pdf", exchanged_marks),
        ("pdf", another_line),
        ("print", exchanged_photographs),
        ("print", exchanged_marks),
    ],
)
def test_pictures_exchanged_in_a_pdf_are_found(
    name: str, change: Callable[[pikepdf.Pdf], None]
) -> None:
    assert "A027" in told(name, redrawn(written(name), change))


class Repacking(HtmlWriter):
    """A writer of another package that packs pictures in its own way."""

    abilities: frozenset[Ability] = HtmlWriter.abilities - {"pictures"}


def test_a_writer_that_packs_pictures_anew_is_not_refused_for_the_ending_of_its_name() -> None:
    assert () == says_the_same(Repacking(), world())
