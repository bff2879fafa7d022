"""What a search engine is told: the editions as schema.org NewsArticle (schema.org has no press release, nor an embargo)."""

from __future__ import annotations

import json

from pressroom.edition.projection import plain
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease, TextBlock
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
    if about.doi:
        made["citation"] = _citation(about.doi, about.reference)
    if correction := _stamp(edition, "correction"):
        made["correction"] = correction
    if edition is not first:
        made["translationOfWork"] = {"@id": _identity(first, release)}
    elif others:
        made["workTranslation"] = [{"@id": _identity(other, release)} for other in others]
    return made


def _identity(edition: ResolvedEdition, release: ResolvedRelease) -> str:
    return f"{release.metadata.urn}#{edition.language.tag}"


def _citation(doi: str, reference: Reference | None) -> dict[str, object]:
    made: dict[str, object] = {"@type": "ScholarlyArticle", "@id": f"https://doi.org/{doi}"}
    if reference:
        made["headline"] = reference.title
        made["author"] = [{"@type": "Person", "name": name} for name in reference.authors]
        made["isPartOf"] = {"@type": "Periodical", "name": reference.journal}
        made["datePublished"] = str(reference.year)
    return made


def _stamp(edition: ResolvedEdition, name: str) -> str:
    """Return what a stamp at the head of the edition says, "" if it is not there."""
    identifier = f"{edition.identifier}-{name}"
    blocks = (block for block in edition.blocks if isinstance(block, TextBlock))
    return next((plain(block.pieces) for block in blocks if block.identifier == identifier), "")
