"""Read an HTML release back: its editions are the sections that declare a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import Heard, HeardEdition, Stated
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import html_tree
from pressroom.writers.xhtml.tree import Element, attribute, language_of, words

_END = re.compile(rb"</html[^>]*>", re.IGNORECASE)
_MOST_TAGS = 500_000


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each edition says; raises ``WriterError`` where there is none.

    Text outside the sections that is no furniture is heard as an edition of its own, so that it cannot hide.
    """
    _refuse_what_parsers_pass_over(data)
    root = html_tree(data, "the HTML file")
    around = language_of(root, "")
    stated = tuple(_stated(root))
    editions = [
        HeardEdition(
            tag := language_of(section, around),
            hear(section, around),
            tuple(fact for language, fact in stated if language == tag),
        )
        for section in _sections(root)
    ]
    if not editions:
        raise _refusal("holds no edition")
    stray = tuple(_stray(root, around))
    return (*editions, *([HeardEdition(around, stray)] if stray else []))


def _refuse_what_parsers_pass_over(data: bytes) -> None:
    """Refuse text behind the end, which browsers show and libxml2 leaves out, and more tags than any release has."""
    if data.count(b"<") > _MOST_TAGS:
        raise _refusal(f"holds more than {_MOST_TAGS} tags")
    ends = [found.end() for found in _END.finditer(data)]
    if ends and data[ends[0] :].strip():
        raise _refusal("says something behind its end")


def _refusal(fact: str) -> WriterError:
    return WriterError(Diagnostic("A202", Severity.ERROR, f"the HTML file {fact}"))


def _stated(root: Element) -> Iterator[tuple[str, Stated]]:
    """Yield what the data for search engines state, with the language that they state it of."""
    for script in _scripts(root):
        try:
            data: object = json.loads(words(script))
        except (ValueError, RecursionError) as fault:
            raise _refusal("holds data that cannot be read") from fault
        graph = cast("dict[str, object]", data).get("@graph") if isinstance(data, dict) else None
        for article in cast("list[object]", graph) if isinstance(graph, list) else ():
            if isinstance(article, dict):
                facts = cast("dict[str, object]", article)
                tag = str(facts.get("inLanguage"))
                yield tag, Stated("title", str(facts.get("headline")))
                yield tag, Stated("language", tag)


def _scripts(element: Element) -> Iterator[Element]:
    for child in element.children:
        if isinstance(child, Element):
            if child.name == "script":
                yield child
            yield from _scripts(child)


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
