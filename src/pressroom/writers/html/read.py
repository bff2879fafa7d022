"""Read an HTML release back: its editions are the sections that declare a language."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import Heard, HeardEdition
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import html_tree
from pressroom.writers.xhtml.tree import Element, attribute, language_of


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each edition says; raises ``WriterError`` where there is none.

    Text outside the sections that is no furniture is heard as an edition of its own, so that it cannot hide.
    """
    root = html_tree(data, "the HTML file")
    around = language_of(root, "")
    editions = [
        HeardEdition(language_of(section, around), hear(section, around))
        for section in _sections(root)
    ]
    if not editions:
        message = "the HTML file holds no edition"
        raise WriterError(Diagnostic("A202", Severity.ERROR, message))
    stray = tuple(_stray(root, around))
    return (*editions, *([HeardEdition(around, stray)] if stray else []))


def _is_edition(element: Element) -> bool:
    return element.name == "section" and attribute(element, "lang") is not None


def _sections(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if _is_edition(child):
                yield child
            else:
                yield from _sections(child)


def _stray(element: Element, around: str) -> Iterator[Heard]:
    kept = tuple(
        child for child in element.children if isinstance(child, str) or not _is_edition(child)
    )
    for child in kept:
        if isinstance(child, str):
            if child.strip():
                yield Heard("text", child, around)
        elif child.name in {"html", "body", "main"}:
            yield from _stray(child, around)
        else:
            yield from hear(child, around)
