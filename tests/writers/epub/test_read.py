"""A book is read back by its own structure, and a hostile or broken one is refused."""

from __future__ import annotations

import pytest

from pressroom.diagnostics import WriterError
from pressroom.writers.archive import write_archive
from pressroom.writers.contract import HeardEdition
from pressroom.writers.epub import EpubWriter
from writers.epub.books import book, files, sample

_ENGLISH = "EPUB/edition-en-hk.xhtml"


def _changed(name: str, old: str, new: str) -> bytes:
    inside = dict(files())
    before = inside[name].decode()
    assert old in before
    inside[name] = before.replace(old, new, 1).encode()
    return write_archive(inside.items(), sample().metadata.modified)


def _texts(heard: HeardEdition) -> list[str]:
    return [piece.text for piece in heard.pieces]


def test_the_editions_are_heard_in_their_order_and_languages() -> None:
    assert ["en-HK", "zh-Hant-HK"] == [e.language for e in EpubWriter().read_back(book())]


def test_a_changed_word_is_heard() -> None:
    english, _ = EpubWriter().read_back(_changed(_ENGLISH, "plain words", "plane words"))
    assert any("plane words" in text for text in _texts(english))


def test_text_added_between_blocks_is_heard() -> None:
    english, _ = EpubWriter().read_back(_changed(_ENGLISH, "</section>", "more</section>"))
    assert "more" in _texts(english)


def test_the_order_is_that_of_the_spine_and_not_of_the_files() -> None:
    old = '<itemref idref="e1"/><itemref idref="e2"/>'
    new = '<itemref idref="e2"/><itemref idref="e1" linear="no"/>'
    heard = EpubWriter().read_back(_changed("EPUB/package.opf", old, new))
    assert ["zh-Hant-HK", "en-HK"] == [edition.language for edition in heard]


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("META-INF/container.xml", "EPUB/package.opf", "EPUB/absent.opf"),
        ("EPUB/package.opf", "edition-en-hk.xhtml", "../../edition.xhtml"),
        ("EPUB/package.opf", '<itemref idref="e2"/>', '<itemref idref="e1"/>'),
        (_ENGLISH, "</section>", ""),
        (_ENGLISH, "<!DOCTYPE html>", '<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]>'),
    ],
    ids=["no package", "outside", "twice", "unclosed", "entity"],
)
def test_a_broken_book_is_refused(name: str, old: str, new: str) -> None:
    data = _changed(name, old, new)
    if "ENTITY" in new:
        inside = {**files(), name: files()[name].replace(old.encode(), new.encode())}
        inside[name] = inside[name].replace(b"plain words", b"&a;")
        data = write_archive(inside.items(), sample().metadata.modified)
    with pytest.raises(WriterError):
        EpubWriter().read_back(data)
