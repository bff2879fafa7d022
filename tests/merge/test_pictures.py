"""Pictures of a return: what an editor did to them is told, what a program made of their bytes is not."""

from __future__ import annotations

import zipfile
from copy import deepcopy
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from merge.conftest import SPECIMEN, Press
from merge.desk import OFFICE, edit, with_parts
from merge.editing import Element, q
from pressroom.cli.app import run
from pressroom.place import Place
from pressroom.press.merging import merge_return

CHART, CORRIDOR = "word/media/image1.png", "word/media/image3.png"


def as_programs_save(root: Element) -> None:
    """Leave out drawings beside pixels, and the bookmarks that begin at a picture."""
    for drawing in root.iter(q("drawing")):
        for extension in [e for e in drawing.iter() if e.tag.endswith("}extLst")]:
            extension.getparent().remove(extension)
        block = next(drawing.iterancestors(q("p")))
        for mark in block.findall(q("bookmarkStart")):
            block.remove(mark)


def written_anew(docx: bytes, name: str, words: str = "") -> bytes:
    """Write a picture anew, smaller, with words on it."""
    image = Image.open(BytesIO(zipfile.ZipFile(BytesIO(docx)).read(name))).convert("RGBA")
    ImageDraw.Draw(image).text((image.width // 2, image.height // 2), words, "red", font_size=24)
    made = BytesIO()
    image.reduce(2).save(made, "PNG")
    return with_parts(docx, {name: made.getvalue()}, {})


@pytest.fixture(scope="module")
def saved(specimen: Press) -> bytes:
    return edit(specimen.docx(specimen.text), as_programs_save)


def told(docx: bytes, folder: Path) -> list[tuple[str, str]]:
    """Return what is said of the pictures in a return of the specimen, behind the beginnings of the lines where they belong."""
    returned = folder / "return.docx"
    returned.write_bytes(docx)
    found = merge_return(SPECIMEN, returned, folder).findings
    return [(line_of(one.place)[:9], one.message) for one in found if one.code == "W016"]


def line_of(place: Place | None) -> str:
    assert place
    return place.file.line_text(place.file.position(place.span.start).line)


def test_what_became_of_pictures_is_told(tmp_path: Path, specimen: Press) -> None:
    def change(root: Element) -> None:
        first, second, third, *_ = root.iter(q("drawing"))
        first.getparent().remove(first)
        next(e for e in second.iter() if e.tag.endswith("}docPr")).set("descr", "another view")
        third.getparent().append(deepcopy(third))

    gone, described, added = told(edit(specimen.docx(specimen.text), change), tmp_path)

    assert ("![A ward ", "the description of a picture was changed: another view") == described
    assert ("![Falls a", "a picture is not in the return: A line chart") == (gone[0], gone[1][:44])
    assert ("![每1,000個", "a picture was added: 九個月的折線圖") == (added[0], added[1][:28])


def test_pictures_that_a_program_wrote_anew_are_those_that_were_sent(
    tmp_path: Path, saved: bytes
) -> None:
    for name in (CHART, CORRIDOR):
        saved = written_anew(saved, name)

    assert [] == told(saved, tmp_path)


@pytest.mark.parametrize(("name", "block"), [(CHART, "![Falls a"), (CORRIDOR, "![A ward ")])
def test_one_letter_in_a_picture_is_a_change(
    tmp_path: Path, saved: bytes, name: str, block: str
) -> None:
    first, *_ = told(written_anew(saved, name, "8"), tmp_path)

    assert (block, "a picture is another one than was sent") == first


def test_a_program_that_loses_bookmarks_hides_no_new_description(
    tmp_path: Path, saved: bytes
) -> None:
    def change(root: Element) -> None:
        first = next(e for e in root.iter() if e.tag.endswith("}docPr"))
        first.set("descr", "another view")

    described = ("![Falls a", "the description of a picture was changed: another view")
    assert [described] == told(edit(saved, change), tmp_path)


@pytest.fixture
def pasted(tmp_path: Path, specimen: Press) -> Path:
    """Give a folder with the specimen and a return in which a picture was pasted behind the table."""
    for beside in SPECIMEN.parent.iterdir():
        (tmp_path / beside.name).write_bytes(beside.read_bytes())

    def paste(root: Element) -> None:
        model = next(root.iter(q("drawing")))
        copy = deepcopy(next(model.iterancestors(q("p"))))
        for mark in copy.findall(q("bookmarkStart")):
            copy.remove(mark)
        for extension in [e for e in copy.iter() if e.tag.endswith("}extLst")]:
            extension.getparent().remove(extension)
        blip = next(e for e in copy.iter() if e.tag.endswith("}blip"))
        blip.set(f"{{{OFFICE}}}embed", "x0")
        next(e for e in copy.iter() if e.tag.endswith("}docPr")).set("descr", "a new lamp")
        next(root.iter(q("tbl"))).addnext(copy)

    docx = edit(specimen.docx(specimen.text), paste)
    kinds = {"media/new.png": f"{OFFICE}/image"}
    docx = with_parts(docx, {"word/media/new.png": picture("orange")}, kinds)
    (tmp_path / "return.docx").write_bytes(docx)
    return tmp_path


def picture(ink: str) -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 30), ink).save(made, "PNG")
    return made.getvalue()


def merge(folder: Path, *options: str) -> int:
    return run(["merge", str(folder / "specimen.md"), str(folder / "return.docx"), *options])


def test_a_new_picture_is_saved_beside_the_merged_source_and_named_with_its_place(
    pasted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert 0 == merge(pasted, "-o", str(pasted / "specimen.md"))
    (made,) = pasted.glob("specimen-*.png")
    said = capsys.readouterr().err

    assert picture("orange") == made.read_bytes()
    assert "a picture was added: a new lamp" in said
    assert f"saved as {made.name}, beside the merged source: write a figure" in said


def test_a_picture_that_stands_in_the_source_meanwhile_is_nothing_new(
    pasted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = pasted / "specimen.md"
    assert 0 == merge(pasted, "-o", str(source))
    (made,) = pasted.glob("specimen-*.png")
    figure = f'![A lamp]({made.name}){{alt="a new lamp" credit="Lee"}}'
    text = source.read_text("utf-8").replace("![A ward", f"{figure}\n\n![A ward", 1)
    source.write_text(text, "utf-8")
    capsys.readouterr()

    assert 0 == merge(pasted, "--dry-run")
    assert "" == capsys.readouterr().err


def test_no_picture_is_saved_over_a_file_and_none_in_a_dry_run(pasted: Path) -> None:
    before = set(pasted.iterdir())
    assert 0 == merge(pasted, "--dry-run")
    assert before == set(pasted.iterdir())
    assert 0 == merge(pasted)
    (made,) = pasted.glob("specimen-*.png")
    made.write_bytes(picture("navy"))

    assert 0 == merge(pasted)
    assert picture("navy") == made.read_bytes()


def test_a_picture_that_cannot_be_checked_is_told_and_not_saved(
    pasted: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    returned = pasted / "return.docx"
    damaged = {"word/media/new.png": picture("orange")[:40]}
    returned.write_bytes(with_parts(returned.read_bytes(), damaged, {}))

    assert 0 == merge(pasted)
    assert [] == list(pasted.glob("specimen-*.png"))
    assert "save it from the return (word/media/new.png)" in capsys.readouterr().err
