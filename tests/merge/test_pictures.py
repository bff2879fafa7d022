"""Pictures of a return: what an editor did to them is told and saved, what a program made of their bytes is not."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from merge.conftest import Press
from merge.desk import OFFICE, edit, with_parts
from merge.editing import Element, part, q, with_part
from merge.test_merging import changed, merged
from pressroom.cli.app import run
from pressroom.merge.merging import Merged
from pressroom.merge.pictures import altered
from pressroom.merge.returned import read_return
from pressroom.place import Place
from pressroom.press.merging import merge_return

SOURCE = """---
id: album
date: 2026-05-18
house: plain
---

::: {.edition lang=en-HK}

# Lamps at night

The lamps were lit.

![A chart](chart.svg){alt="bars of two lengths" credit="EF Example"}

![A corridor](corridor.png){alt="a dark corridor"}

Nobody fell.

:::
"""
CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="300" height="120">'
    '<rect width="40" height="90" fill="navy"/><rect x="80" width="40" height="60"/></svg>'
)
COMPATIBLE = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DRAWN, CORRIDOR = "word/media/image1.png", "word/media/image3.png"


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Press:
    folder = tmp_path_factory.mktemp("album")
    (folder / "album.md").write_text(SOURCE, "utf-8")
    (folder / "chart.svg").write_text(CHART, "utf-8")
    (folder / "corridor.png").write_bytes(picture("gray", 320, 200))
    return Press(folder / "album.md", "plain")


@pytest.fixture(scope="module")
def sent(album: Press) -> bytes:
    return album.docx(album.text)


@pytest.fixture(scope="module")
def saved(sent: bytes) -> bytes:
    """Give a return as programs save it: without the drawings beside pixels and the bookmarks that begin at a picture."""

    def change(root: Element) -> None:
        for drawing in root.iter(q("drawing")):
            without_drawing(drawing)
            without_bookmarks(next(drawing.iterancestors(q("p"))))

    return edit(sent, change)


@pytest.fixture
def desk(tmp_path: Path, album: Press, sent: bytes) -> Path:
    """Give a folder with the release and a return in which a picture was pasted behind the first paragraph."""
    for beside in album.reading.folder.root.iterdir():
        (tmp_path / beside.name).write_bytes(beside.read_bytes())

    def paste(root: Element) -> None:
        model = next(next(root.iter(q("drawing"))).iterancestors(q("p")))
        copy = deepcopy(model)
        without_bookmarks(copy)
        without_drawing(copy)
        named(copy, "}blip").set(f"{{{OFFICE}}}embed", "x0")
        named(copy, "}docPr").set("descr", "a new lamp")
        model.addprevious(copy)

    docx = edit(sent, paste)
    kinds = {"media/new.png": f"{OFFICE}/image"}
    docx = with_parts(docx, {"word/media/new.png": picture("orange")}, kinds)
    (tmp_path / "return.docx").write_bytes(docx)
    return tmp_path


def picture(ink: str, width: int = 40, height: int = 30) -> bytes:
    made = BytesIO()
    Image.new("RGB", (width, height), ink).save(made, "PNG")
    return made.getvalue()


def named(root: Element, end: str) -> Element:
    return next(element for element in root.iter() if element.tag.endswith(end))


def without_drawing(element: Element) -> None:
    for extension in [e for e in element.iter() if e.tag.endswith("}extLst")]:
        extension.getparent().remove(extension)


def without_bookmarks(paragraph: Element) -> None:
    for mark in paragraph.findall(q("bookmarkStart")):
        paragraph.remove(mark)


def written_anew(docx: bytes, name: str, words: str = "") -> bytes:
    """Write a picture anew, smaller, with words on it."""
    image = Image.open(BytesIO(zipfile.ZipFile(BytesIO(docx)).read(name))).convert("RGBA")
    ImageDraw.Draw(image).text((image.width // 2, image.height // 2), words, "red", font_size=24)
    made = BytesIO()
    image.reduce(2).save(made, "PNG")
    return with_parts(docx, {name: made.getvalue()}, {})


def told(album: Press, docx: bytes, folder: Path) -> list[tuple[str, str]]:
    """Return what is said of the pictures in a return, behind the beginnings of the lines where they belong."""
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    found = merge_return(album.reading.folder.root / "album.md", returned, folder).findings
    return [(line_of(one.place)[:8], one.message) for one in found]


def described(alt: str) -> Callable[[Element], None]:
    """Describe the first picture anew."""
    return lambda root: named(root, "}docPr").set("descr", alt)


def described_anew(album: Press, docx: bytes, folder: Path, *select: str) -> Merged:
    """Merge a return of which nothing is to be said."""
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    made = merge_return(album.reading.folder.root / "album.md", returned, folder, select)
    assert not made.findings
    return made.merged


def line_of(place: Place | None) -> str:
    assert place
    return place.file.line_text(place.file.position(place.span.start).line)


def merge(folder: Path, *options: str) -> int:
    return run(["merge", str(folder / "album.md"), str(folder / "return.docx"), *options])


def test_what_became_of_pictures_is_told(tmp_path: Path, album: Press, sent: bytes) -> None:
    def change(root: Element) -> None:
        first, second = root.iter(q("drawing"))
        named(second, "}docPr").set("descr", "another view")
        second.getparent().append(deepcopy(second))
        first.getparent().remove(first)

    assert [
        ("![A char", "a picture is not in the return: bars of two lengths"),
        ("![A corr", "a picture was added: another view"),
    ] == told(album, edit(sent, change), tmp_path)


def test_pictures_that_a_program_wrote_anew_are_those_that_were_sent(
    tmp_path: Path, album: Press, saved: bytes
) -> None:
    for name in (DRAWN, CORRIDOR):
        saved = written_anew(saved, name)

    assert [] == told(album, saved, tmp_path)


@pytest.mark.parametrize(("name", "block"), [(DRAWN, "![A char"), (CORRIDOR, "![A corr")])
def test_one_letter_in_a_picture_is_a_change(
    tmp_path: Path, album: Press, saved: bytes, name: str, block: str
) -> None:
    changed = (block, "a picture is another one than was sent")
    assert [changed] == told(album, written_anew(saved, name, "8"), tmp_path)


def test_a_program_that_loses_bookmarks_hides_no_new_description(
    tmp_path: Path, album: Press, saved: bytes
) -> None:
    docx = edit(saved, described("another view"))

    wanted = SOURCE.replace("bars of two lengths", "another view")
    assert wanted == described_anew(album, docx, tmp_path).source


@pytest.mark.parametrize(
    ("alt", "written"),
    [
        (' two "bars" ', 'two \\"bars\\"'),
        ("a\\b & R&D; {x} <y>", "a\\\\b & R\\&D; {x} <y>"),
        ("兩條長短不一的棒", "兩條長短不一的棒"),
    ],
)
def test_a_new_description_is_written_into_the_source_and_counted_as_a_change(
    tmp_path: Path, album: Press, sent: bytes, alt: str, written: str
) -> None:
    docx = changed(edit(sent, described(alt)), "Nobody fell", "Few fell")
    result = described_anew(album, docx, tmp_path)

    wanted = SOURCE.replace("bars of two lengths", written)
    assert wanted.replace("Nobody fell", "Few fell") == result.source
    assert [(1, "taken", "Few fell."), (2, "taken", " ".join(alt.split()))] == [
        (change.number, change.outcome, change.after) for change in result.changes
    ]
    assert wanted == described_anew(album, docx, tmp_path, "2").source
    assert SOURCE == described_anew(album, sent, tmp_path).source


def test_a_description_that_no_source_can_have_is_told(
    tmp_path: Path, album: Press, sent: bytes
) -> None:
    gone = ("![A char", "the description of a picture was changed: ")
    assert [gone] == told(album, edit(sent, described("")), tmp_path)


def test_a_description_that_the_office_changed_as_well_is_a_conflict(
    desk: Path, sent: bytes, capsys: pytest.CaptureFixture[str]
) -> None:
    source = desk / "album.md"
    source.write_text(SOURCE.replace("two lengths", "three lengths"), "utf-8")
    (desk / "return.docx").write_bytes(edit(sent, described("two bars")))

    assert 1 == merge(desk, "-o", str(source))
    assert "error[W010]" in capsys.readouterr().err
    both = source.read_text("utf-8")
    assert all(f'{{alt="{alt}' in both for alt in ("bars of three lengths", "two bars"))


@pytest.mark.parametrize(("end", "name"), [("}stretch", "l"), ("}xfrm", "rot")])
def test_a_picture_that_was_cropped_or_turned_is_told(
    tmp_path: Path, album: Press, sent: bytes, end: str, name: str
) -> None:
    def change(root: Element) -> None:
        place = named(root, end)
        if name == "l":
            place.addprevious(place.makeelement(place.tag.replace("stretch", "srcRect"), {}))
            place = place.getprevious()
        place.set(name, "5400000")

    cropped = ("![A char", "a picture is cropped, turned or mirrored in the return")
    assert [cropped] == told(album, edit(sent, change), tmp_path)


def test_a_new_picture_is_saved_beside_the_merged_source_and_named_with_its_place(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == merge(desk, "-o", str(desk / "album.md"))
    (made,) = desk.glob("album-*.png")
    said = capsys.readouterr().err

    assert picture("orange") == made.read_bytes()
    assert "a picture was added: a new lamp\n  --> " in said
    assert "album.md:11:1\n" in said
    assert f"saved as {made.name}, beside the merged source: write a figure" in said


def test_a_picture_that_stands_in_the_source_meanwhile_is_nothing_new(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = desk / "album.md"
    assert 0 == merge(desk, "-o", str(source))
    (made,) = desk.glob("album-*.png")
    figure = f'![A lamp]({made.name}){{alt="a new lamp"}}'
    source.write_text(SOURCE.replace("![A corr", f"{figure}\n\n![A corr"), "utf-8")
    capsys.readouterr()

    assert 0 == merge(desk, "--dry-run")
    assert "" == capsys.readouterr().err


def test_no_picture_is_saved_over_a_file_and_none_in_a_dry_run(desk: Path) -> None:
    before = set(desk.iterdir())
    assert 0 == merge(desk, "--dry-run")
    assert before == set(desk.iterdir())
    assert 0 == merge(desk)
    (made,) = desk.glob("album-*.png")
    made.write_bytes(picture("navy"))

    assert 0 == merge(desk)
    assert picture("navy") == made.read_bytes()


def test_a_picture_in_a_text_box_is_told_once(desk: Path, album: Press) -> None:
    def boxed(root: Element) -> None:
        picture = next(b for b in root.iter() if b.get(f"{{{OFFICE}}}embed") == "x0")
        inner = next(picture.iterancestors(q("p")))
        outer = inner.makeelement(q("p"), {})
        inner.addprevious(outer)
        compatible = outer.makeelement(f"{{{COMPATIBLE}}}AlternateContent", {})
        for name in ("Choice", "Fallback"):
            choice = compatible.makeelement(f"{{{COMPATIBLE}}}{name}", {})
            drawing = choice.makeelement(q("drawing"), {})
            drawing.append(deepcopy(inner))
            choice.append(drawing)
            compatible.append(choice)
        outer.append(compatible)
        inner.getparent().remove(inner)

    docx = edit((desk / "return.docx").read_bytes(), boxed)
    assert ["a picture was added: a new lamp"] == [said for _, said in told(album, docx, desk)]


def test_a_picture_in_a_note_is_compared_as_those_of_the_text_are(album: Press) -> None:
    noted = SOURCE.replace("fell.\n", 'fell.[^n]\n\n[^n]: Few.\n\n    ![](chart.svg){alt="bars"}\n')
    untouched = album.docx(noted)
    notes = part(untouched, "word/footnotes.xml")
    named(notes, "}docPr").set("descr", "two bars")
    described = with_part(untouched, notes, "word/footnotes.xml")
    base = album.reading.figures(noted)

    def changes(docx: bytes) -> list[tuple[str, str]]:
        pictures = read_return("return.docx", docx).pictures
        return [(x.what, x.alt) for x in altered(base, base, pictures, album.reading.drawn)]

    assert [] == changes(untouched)
    assert [("described", "two bars")] == changes(described)


def test_a_picture_of_which_only_the_address_is_in_the_file_is_told(
    album: Press, sent: bytes
) -> None:
    def link(root: Element) -> None:
        without_drawing(root)
        blip = named(root, "}blip")
        blip.set(f"{{{OFFICE}}}link", blip.attrib.pop(f"{{{OFFICE}}}embed"))

    changes = merged(album, edit(sent, link)).changes
    told = "a picture that is not in the file: bars of two lengths"
    assert [("unmapped", told)] == [(change.outcome, change.after) for change in changes]


def test_a_picture_that_cannot_be_checked_is_told_and_not_saved(
    desk: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = desk / "return.docx"
    damaged = {"word/media/new.png": picture("orange")[:40]}
    returned.write_bytes(with_parts(returned.read_bytes(), damaged, {}))

    assert 0 == merge(desk)
    assert [] == list(desk.glob("album-*.png"))
    assert "save it from the return (word/media/new.png)" in capsys.readouterr().err


@pytest.mark.parametrize("left", [None, b"no picture"])
def test_a_picture_that_was_renamed_since_it_was_sent_is_no_change(
    desk: Path, sent: bytes, left: bytes | None, capsys: pytest.CaptureFixture[str]
) -> None:
    source, renamed = desk / "album.md", SOURCE.replace("corridor.png", "hall.png")
    source.write_text(renamed, "utf-8")
    (desk / "return.docx").write_bytes(sent)
    assert 3 == merge(desk, "-o", str(source))
    assert "error[I001]" in capsys.readouterr().err
    (desk / "corridor.png").rename(desk / "hall.png")
    if left:
        (desk / "corridor.png").write_bytes(left)

    assert 0 == merge(desk, "-o", str(source))
    told = capsys.readouterr()
    assert ("", renamed) == (told.err, source.read_text("utf-8"))
    assert "nothing was changed in return.docx" in told.out
