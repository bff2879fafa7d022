"""What the metadata of an artifact state of an edition, held against the release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import TypeAlias

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.citation import doi_address
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.language.zones import HONG_KONG
from pressroom.proof.findings import Where, quote
from pressroom.writers.contract import Fact, Stated

_EVERYWHERE: tuple[Fact, ...] = ("title", "language")
"""What every format that has metadata states."""

Spellings: TypeAlias = frozenset[str]
"""One value, as formats may write it."""

Facts: TypeAlias = dict[Fact, tuple[Spellings, ...]]


def compare_stated(
    where: Where, release: ResolvedRelease, edition: ResolvedEdition, stated: Sequence[Stated]
) -> Iterator[Diagnostic]:
    """Yield what is stated wrongly, or not at all where a format has a place for it."""
    facts = _of_release(release) | _of_edition(release, edition) | _of_article(release)
    known = {one.what for one in stated}
    for what in _EVERYWHERE:
        if what not in known:
            yield _wrong(where, Stated(what, ()), facts[what])
    for one in stated:
        wanted = facts[one.what]
        values = tuple(filter(None, one.values))
        if one.what == "keyword":  # some formats have one line for them all
            values = tuple(filter(None, ("; ".join(values),)))
        right = len(values) == len(wanted) and all(
            value in spellings for value, spellings in zip(values, wanted, strict=True)
        )
        if not right:
            yield _wrong(where, one, wanted)


def _wrong(where: Where, stated: Stated, wanted: Sequence[Spellings]) -> Diagnostic:
    said = ", ".join(quote(value, 0) for value in stated.values) or "none"
    right = ", ".join(quote(min(one, key=len), 0) for one in wanted) or "none"
    message = f"the metadata of {where.name} state the {stated.what} {said}, not {right}"
    return Diagnostic("A011", Severity.ERROR, message)


def _of_release(release: ResolvedRelease) -> Facts:
    about = release.metadata
    return {
        "identifier": _words(about.identifier),
        "version": _words(str(about.version)),
        "status": _words(about.status.value),
        "issued": (_instant(about.issued) | {_day(about.issued)},),
        "modified": (_instant(about.modified),),
        "embargo": (_instant(about.embargo),) if about.embargo else (),
        "supersedes": _words(about.supersedes),
        "keyword": _words("; ".join(about.keywords)),
        "other": (),
    }


def _of_edition(release: ResolvedRelease, edition: ResolvedEdition) -> Facts:
    """Return the facts of an edition; a format that has one title for the whole file may join those of all with a solidus."""
    first, *others = release.editions
    joined = " / ".join(one.title for one in release.editions)
    urn = release.metadata.urn
    translations = others if edition is first else ()
    return {
        "title": (frozenset((edition.title, joined)),),
        "language": (frozenset((edition.language.tag, edition.language.word_tag)),),
        "description": _words(edition.description),
        "publisher": _words(edition.publisher),
        "uri": (frozenset((urn, f"{urn}#{edition.language.tag}")),),
        "original": _words("" if edition is first else f"{urn}#{first.language.tag}"),
        "translation": _words(*(f"{urn}#{one.language.tag}" for one in translations)),
        "correction": _words(edition.correction),
        "dateline": _words(edition.dateline),
        "location": _words(edition.located),
        "note": _words(edition.watermark),
        "contact": _words(*(one.name for one in edition.contacts)),
        "role": _words(*(one.role for one in edition.contacts)),
        "telephone": _words(*(one.telephone for one in edition.contacts)),
        "email": _words(*(one.email for one in edition.contacts)),
    }


def _of_article(release: ResolvedRelease) -> Facts:
    article = release.metadata.reference
    if article is None:
        return {"doi": (), "article": (), "author": (), "journal": (), "year": ()}
    doi = article.doi
    return {
        "doi": (frozenset((doi, f"doi:{doi}", doi_address(doi))),) if doi else (),
        "article": _words(article.title),
        "author": _words(*article.authors),
        "journal": _words(article.journal),
        "year": _words(str(article.year)),
    }


def _words(*values: str | None) -> tuple[Spellings, ...]:
    return tuple(frozenset((value,)) for value in values if value)


def _instant(moment: datetime) -> Spellings:
    universal = moment.astimezone(UTC).isoformat(timespec="seconds")
    return frozenset(
        (moment.isoformat(timespec="seconds"), universal, universal.replace("+00:00", "Z"))
    )


def _day(moment: datetime) -> str:
    return moment.astimezone(HONG_KONG).date().isoformat()
