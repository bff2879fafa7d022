"""Read an HTML release back: its editions are the sections that declare a language."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import Fact, Heard, HeardEdition, Stated
from pressroom.writers.leaves import Path, stated
from pressroom.writers.xhtml.furniture import furniture, named
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import html_tree
from pressroom.writers.xhtml.tree import Element, attribute, language_of, words

_END = re.compile(rb"</html[^>]*>", re.IGNORECASE)
_MOST_TAGS = 500_000
_FACTS: dict[Path, Fact] = {
    ("@id",): "uri",
    ("identifier",): "identifier",
    ("inLanguage",): "language",
    ("headline",): "title",
    ("description",): "description",
    ("datePublished",): "issued",
    ("dateModified",): "modified",
    ("version",): "version",
    ("creativeWorkStatus",): "status",
    ("publisher", "name"): "publisher",
    ("keywords",): "keyword",
    ("dateline",): "dateline",
    ("correction",): "correction",
    ("citation", "@id"): "doi",
    ("citation", "headline"): "article",
    ("citation", "author", "name"): "author",
    ("citation", "isPartOf", "name"): "journal",
    ("citation", "datePublished"): "year",
    ("translationOfWork", "@id"): "original",
    ("workTranslation", "@id"): "translation",
}
"""What a schema.org NewsArticle states of an edition, by the members that lead there."""

_FORM: dict[Path, str] = {
    ("@type",): "NewsArticle",
    ("publisher", "@type"): "Organization",
    ("citation", "@type"): "ScholarlyArticle",
    ("citation", "author", "@type"): "Person",
    ("citation", "isPartOf", "@type"): "Periodical",
}


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each edition says; raises ``WriterError`` where there is none.

    Text outside the sections that is no furniture is heard as an edition of its own, so that it cannot hide.
    """
    _refuse_what_parsers_pass_over(data)
    root = html_tree(data, "the HTML file")
    around = language_of(root, "")
    try:
        articles = [tuple(stated(article, _FACTS, _FORM)) for article in _articles(root)]
    except (ValueError, RecursionError) as fault:
        raise _refusal("holds data that cannot be read") from fault
    sections = list(_sections(root))
    if not sections:
        raise _refusal("holds no edition")
    if len(articles) != len(sections):
        raise _refusal("holds data of more or fewer editions than it has")
    heads = [_head(root), *[()] * (len(sections) - 1)]
    editions = [
        HeardEdition(
            language_of(section, around),
            hear(section, around),
            (*head, *article, *furniture(section)),
        )
        for section, head, article in zip(sections, heads, articles, strict=True)
    ]
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


def _articles(root: Element) -> Iterator[object]:
    """Yield what the data for search engines state, one object an edition."""
    for script in named(root, "script"):
        data: object = json.loads(words(script))
        members = cast("dict[str, object]", data) if isinstance(data, dict) else {}
        articles = members.pop("@graph", None)
        if members != {"@context": "https://schema.org"} or not isinstance(articles, list):
            raise _refusal("holds data of another form")
        yield from cast("list[object]", articles)


def _head(root: Element) -> tuple[Stated, ...]:
    """Return what the head states of the first edition."""
    titles = tuple(words(title) for title in named(root, "title"))
    descriptions = tuple(
        attribute(meta, "content") or ""
        for meta in named(root, "meta")
        if attribute(meta, "name") == "description"
    )
    return Stated("title", titles), Stated("description", descriptions)


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
