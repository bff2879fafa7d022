"""Our own files, without the source that they carry, come back as the release that they were made of."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import assert_never

import pytest

from acceptance.conftest import RELEASES
from pressroom.cli.app import run
from pressroom.diagnostics import Report
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
    Edition,
    EndMark,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Table,
    ThematicBreak,
)
from pressroom.model.inlines import Inline, Text
from pressroom.model.release import Release
from pressroom.place import SourceFile
from pressroom.readers.compose import make_source
from pressroom.readers.docx.reading import read_docx
from pressroom.readers.draft import Draft
from pressroom.readers.epub import read_epub
from pressroom.readers.html.reading import read_html
from pressroom.readers.pasted import read_pasted
from pressroom.readers.pdf.reading import read_pdf
from pressroom.source.markdown.walk import leaves
from pressroom.source.parse import parse
from readers.degraded import Figures, compare, without_source
from validators import poppler

FORMATS = ("pdf", "docx", "epub", "html")


@pytest.fixture(scope="module", params=RELEASES, ids=lambda path: path.stem)
def published(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Release, Path]:
    """Return a release, and the folder of what is published of it."""
    folder = tmp_path_factory.mktemp("published")
    source: Path = request.param
    wanted = ["--to", ",".join(FORMATS), "--public", "--quiet", "-o", str(folder)]
    assert 0 == run(["build", str(source), *wanted])
    release = parse(SourceFile(source.name, source.read_text(encoding="utf-8")), Report())
    assert release
    return release, folder


def brought_back(release: Release, drafts: Iterable[object]) -> Release:
    """Import drafts; the editions of all of them are those of one release."""
    house = load_house(find_house(release.house))
    found: list[Release] = []
    for draft in drafts:
        assert isinstance(draft, Draft)
        source = make_source(draft, house, "back").source
        # of which class a correction is, the files do not say
        back = parse(SourceFile("back.md", source.replace("correction:\n", "")), Report())
        assert back
        found.append(back)
    return replace(found[0], editions=tuple(x for back in found for x in back.editions))


def drafts_of(kind: str, folder: Path, identifier: str) -> Iterator[object]:
    file = folder / f"{identifier}.{kind}"
    match kind:
        case "pdf":
            yield read_pdf(without_source(file.read_bytes()))
        case "docx":
            yield read_docx(file.read_bytes(), "back")
        case "html":
            yield read_html(file.read_bytes(), "back")
        case _:
            yield read_epub(file.read_bytes(), "back")


def outline(blocks: Iterable[Block], *, aligned: bool) -> Iterator[str]:
    """Yield what stands between the paragraphs, in its order."""
    for block in blocks:
        match block:
            case Heading():
                yield f"{block.level} {plain(block.children)}"
            case BulletList() | OrderedList():
                yield f"{type(block).__name__} of {len(block.items)}"
                for item in block.items:
                    yield from outline(item.blocks, aligned=aligned)
            case BlockQuote():
                yield f"said by {plain(block.attribution.children) if block.attribution else ''}"
            case Table():
                yield f"{len(block.rows)} rows: {plain(block.caption)}"
                if aligned:
                    yield ", ".join(x.value for x in block.alignments)
            case Figure():
                yield f"{plain(block.caption)} ({block.credit}): {block.alt}"
            case Division():
                yield from outline(block.blocks, aligned=aligned)
            case EndMark():
                yield "end"
            case Paragraph() | ThematicBreak():
                pass
            case _:
                assert_never(block)


def plain(inlines: Iterable[Inline]) -> str:
    return "".join(leaf.text for leaf in leaves(inlines) if isinstance(leaf, Text))


def head(edition: Edition) -> tuple[str, str]:
    return edition.language, plain(edition.headline)


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_comes_back_as_its_release(published: tuple[Release, Path], kind: str) -> None:
    release, folder = published
    back = brought_back(release, drafts_of(kind, folder, release.identifier))
    assert sorted(map(head, release.editions)) == sorted(map(head, back.editions))
    assert (release.date, release.embargo) == (back.date, back.embargo)
    assert (release.contacts != ()) == (back.contacts != ())
    for edition in release.editions:
        (other,) = (x for x in back.editions if x.language == edition.language)
        # how columns are aligned, the tags of a PDF do not say
        wanted, made = (outline(x.blocks, aligned=kind != "pdf") for x in (edition, other))
        assert [*wanted] == [*made]
        assert len(edition.notes) == len(other.notes)
    figures = Figures()
    compare(release, back, figures)
    assert figures.share >= 0.99, figures
    assert 0 == figures.harmed


def test_what_pdftotext_gives_comes_back_as_its_release(published: tuple[Release, Path]) -> None:
    release, folder = published
    (file,) = folder.glob("*.pdf")
    back = brought_back(release, [read_pasted(poppler.text(file.read_bytes()))])
    assert sorted(map(head, release.editions)) == sorted(map(head, back.editions))
    figures = Figures()
    compare(release, back, figures)
    assert 0 == figures.harmed
    # tables come as one cell a line, and notes in the middle of the text
    if not any(edition.notes for edition in release.editions):
        assert figures.share >= 0.99, figures
