"""What a search engine is told: the editions as schema.org NewsArticle (schema.org has no press release, nor an embargo)."""

from __future__ import annotations

import json

from pressroom.edition.citation import doi_address
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.model.release import Reference

DATA = "application/ld+json"
"""The type of a script that is data, which no browser runs."""

_CONTEXT = "https://schema.org"
_ESCAPED = str.maketrans({"<": "\\u003c", ">": "\\u003e", "&": "\\u0026"})


def linked_data(release: ResolvedRelease) -> str:
    """Return JSON-LD that may stand in an HTML element: no character in it can end one."""
    graph = [_article(edition, release) for edition in release.editions]
    data = {"@context": _CONTEXT, "@graph": graph}
    return json.dumps(data, ensure_ascii=False).translate(_ESCAPED)


def _article(edition: ResolvedEdition, release: ResolvedRelease) -> dict[str, object]:
    about = release.metadata
    first, *others = release.editions
    made: dict[str, object] = {
        "@type": "NewsArticle",
        "@id": _identity(edition, release),
        "identifier": about.identifier,
        "inLanguage": edition.language.tag,
        "headline": edition.title,
        "description": edition.description,
        "datePublished": about.issued.isoformat(timespec="seconds"),
        "dateModified": about.modified.isoformat(timespec="seconds"),
        "version": str(about.version),
        "creativeWorkStatus": about.status.value,
        "publisher": {"@type": "Organization", "name": edition.publisher},
    }
    if about.keywords:
        made["keywords"] = list(about.keywords)
    if edition.dateline:
        made["dateline"] = edition.dateline
    if about.reference:
        made["citation"] = _citation(about.reference)
    if edition.correction:
        made["correction"] = edition.correction
    if edition is not first:
        made["translationOfWork"] = {"@id": _identity(first, release)}
    elif others:
        made["workTranslation"] = [{"@id": _identity(other, release)} for other in others]
    return made


def _identity(edition: ResolvedEdition, release: ResolvedRelease) -> str:
    return f"{release.metadata.urn}#{edition.language.tag}"


def _citation(article: Reference) -> dict[str, object]:
    made: dict[str, object] = {
        "@type": "ScholarlyArticle",
        "headline": article.title,
        "author": [{"@type": "Person", "name": name} for name in article.authors],
        "isPartOf": {"@type": "Periodical", "name": article.journal},
        "datePublished": str(article.year),
    }
    if article.doi:
        made["@id"] = doi_address(article.doi)
    return made
