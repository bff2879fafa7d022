"""What stands around the text of a book: its cover, its navigation, the NCX of EPUB 2."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pressroom.writers.contract import Stated
from pressroom.writers.xhtml.furniture import named
from pressroom.writers.xhtml.tree import Element, attribute, language_of, words


def contents(documents: Iterable[Element], file: str) -> Iterator[Stated]:
    """Yield what each table of contents and the landmarks list of a file of the book (EPUB 3.3 §7.4, and its NCX)."""
    for root in documents:
        for nav in named(root, "nav"):
            kinds = (attribute(nav, "epub:type") or "").split()
            links = ((words(one), attribute(one, "href")) for one in named(nav, "a"))
            listed = tuple(_listed(links, file))
            if "toc" in kinds:
                yield Stated("contents", listed)
            elif "landmarks" in kinds:
                yield from (Stated("title", (label,)) for label in listed)
        for points in named(root, "navMap"):
            entries = (
                (words(label), attribute(target, "src"))
                for label, target in zip(
                    named(points, "navLabel"), named(points, "content"), strict=False
                )
            )
            yield Stated("contents", tuple(_listed(entries, file)))


def _listed(entries: Iterable[tuple[str, str | None]], file: str) -> Iterator[str]:
    for label, target in entries:
        if (target or "").partition("#")[0] == file:
            yield label


def cover(documents: Iterable[Element], language: str) -> Iterator[Stated]:
    """Yield the lines of a cover that are in a language."""
    for root in documents:
        for section in named(root, "section"):
            if "cover" in (attribute(section, "epub:type") or "").split():
                lines = _lines(section, language_of(root, ""))
                yield Stated("cover", tuple(line for tag, line in lines if tag == language))


def _lines(element: Element, around: str) -> Iterator[tuple[str, str]]:
    for child in element.children:
        if isinstance(child, Element):
            language = language_of(child, around)
            if child.name == "p":
                yield language, _words_in_lines(child)
            else:
                yield from _lines(child, language)


def _words_in_lines(element: Element) -> str:
    """Return the characters in an element, with a line feed where a line is broken."""
    if element.name == "br":
        return "\n"
    children = element.children
    return "".join(one if isinstance(one, str) else _words_in_lines(one) for one in children)
