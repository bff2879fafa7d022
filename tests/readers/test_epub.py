"""Books of others: the documents of the spine are one text."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from pictures.test_rasters import png
from pressroom.cli.app import run
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Imported, UnreadableError
from pressroom.readers.epub import read_epub
from pressroom.writers.archive import write_archive
from readers.plain import plain_house

CONTAINER = """\
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>"""
PAGE = """\
<?xml version="1.0" encoding="utf-8"?>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"><head><title/></head>
<body epub:type="{kind}">{body}</body></html>"""

COVER = PAGE.format(kind="cover", body="<p>A cover</p>")
ENGLISH = PAGE.format(
    kind="bodymatter",
    body='<h1 id="a">Boats are back</h1><p><a id="p1"/>All twelve boats of the harbour are back.<a epub:type="noteref" href="notes.xhtml#a">1</a></p>'
    '<p><img src="../art/a%20b.png" alt="Boats"/></p>',
)
CHINESE = PAGE.format(
    kind="bodymatter",
    body='<h1 id="a">漁船都回來了</h1><p>海港的十二艘漁船昨晚都平安回來了。<a epub:type="noteref" href="notes.xhtml#b">1</a></p>',
)
NOTES = PAGE.format(
    kind="backmatter",
    body='<aside epub:type="footnote" id="a"><p>All of them.</p></aside><aside epub:type="footnote" id="b"><p>全部。</p></aside>',
)


def book(spine: str = "cover en zh notes", **more: str) -> bytes:
    """Make a book whose manifest has another order than its spine."""
    documents = {"notes": NOTES, "zh": CHINESE, "en": ENGLISH, "cover": COVER}
    items = "".join(f'<item id="{name}" href="text/{name}.xhtml"/>' for name in documents)
    order = "".join(f'<itemref idref="{name}"/>' for name in spine.split())
    package = f'<package xmlns="http://www.idpf.org/2007/opf"><manifest>{items}</manifest><spine>{order}</spine></package>'
    texts = {f"OPS/text/{name}.xhtml": page for name, page in documents.items()}
    files = {"META-INF/container.xml": CONTAINER, "OPS/book.opf": package, **texts, **more}
    packed = [(name, text.encode()) for name, text in files.items()]
    moment = datetime(2026, 3, 3, tzinfo=UTC)
    return write_archive([*packed, ("OPS/art/a b.png", png())], moment)


def imported(data: bytes) -> Imported:
    return make_source(read_epub(data, "boats"), plain_house(), "boats")


def test_the_spine_is_read_in_its_order_as_one_release() -> None:
    made = imported(book())
    order = [
        "# Boats are back",
        "back.[^1]",
        "[^1]: All",
        "# 漁船都回來了",
        "了。[^2]",
        "[^2]: 全部",
    ]
    places = [made.source.index(text) for text in order]
    assert sorted(places) == places
    assert "A cover" not in made.source
    assert "cover of the book left out" in {change.what for change in made.changes}
    assert ("no date of issue was found: write it behind `date:`",) == made.doubts


def test_a_cover_in_the_document_of_the_text_hides_none_of_it() -> None:
    page = ENGLISH.replace("<h1", '<section epub:type="titlepage"><p>A title</p></section><h1', 1)
    assert "# Boats are back" in imported(book(**{"OPS/text/en.xhtml": page})).source


def test_pictures_come_out_of_the_book() -> None:
    made = imported(book())
    assert ["boats-1.png"] == [*made.pictures]
    assert '![](boats-1.png){alt="Boats"}' in made.source


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (book("en en"), "twice"),
        (book(**{"OPS/../../a": "b"}), "outside it"),
        (book(**{"META-INF/container.xml": "<container/>"}), "no file"),
        (book(**{"OPS/book.opf": "<package>"}), "cannot be read"),
        (
            book(
                **{
                    "META-INF/encryption.xml": '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#">'
                    '<e:CipherReference URI="OPS/text/en.xhtml"/></encryption>'
                }
            ),
            "protected",
        ),
        (book(**{"OPS/text/en.xhtml": "a" * 34_000_000}), "larger"),
    ],
)
def test_a_book_that_cannot_be_read_is_refused_with_the_reason(data: bytes, says: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read_epub(data, "boats")
    assert says in refusal.value.fact
    assert refusal.value.hint


def test_a_way_out_of_the_book_leads_nowhere() -> None:
    page = ENGLISH.replace("../art/a%20b.png", "../../../../../etc/passwd")
    made = imported(book(**{"OPS/text/en.xhtml": page}))
    assert {} == made.pictures
    assert "root:" not in made.source


def test_a_book_is_imported_by_what_its_bytes_say(tmp_path: Path) -> None:
    (tmp_path / "boats.zip").write_bytes(book())
    code = run(["import", str(tmp_path / "boats.zip"), "-o", str(tmp_path / "boats.md")])
    assert "漁船都回來了" in (tmp_path / "boats.md").read_text(encoding="utf-8")
    assert (tmp_path / "boats-1.png").exists()
    assert 1 == code  # its day of issue is for a person to write
