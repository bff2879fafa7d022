"""What the metadata of an artifact state of an edition, held against the release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from hashlib import sha256
from typing import TypeAlias

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.citation import doi_address
from pressroom.edition.flat import one_line
from pressroom.edition.projection import Said, said
from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease, TextBlock
from pressroom.house.tokens import House, Role
from pressroom.language.zones import HONG_KONG
from pressroom.pictures.svg import read_svg
from pressroom.proof.findings import Where, quote
from pressroom.writers.contract import Fact, Stated

_EVERYWHERE: tuple[Fact, ...] = ("title", "language")
"""What every format that has metadata states."""

_AROUND: frozenset[Fact] = frozenset(
    {"logo", "masthead", "running-head", "page-label", "contents", "cover"}
)
"""What stands around the text, and is no metadata."""

_ON_COVERS = (Role.KICKER, Role.HEADLINE, Role.EMBARGO, Role.STAMP)

Spellings: TypeAlias = frozenset[str]
"""One value, as formats may write it."""

Facts: TypeAlias = dict[Fact, tuple[Spellings, ...]]


def compare_stated(
    where: Where, release: ResolvedRelease, edition: ResolvedEdition, stated: Sequence[Stated]
) -> Iterator[Diagnostic]:
    """Yield what is stated wrongly, or not at all where a format has a place for it."""
    facts = _of_release(release) | _of_edition(release, edition) | _of_article(release)
    facts |= _around(release.house, edition)
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
    match stated.what:
        case "logo":
            message = f"the masthead of {where.name} does not show the logo of the house"
        case what if what in _AROUND:
            message = f"{where.name} has the {what} {said}, not {right}"
        case what:
            message = f"the metadata of {where.name} state the {what} {said}, not {right}"
            return Diagnostic("A011", Severity.ERROR, message)
    return Diagnostic("A013", Severity.ERROR, message)


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


def _around(house: House, edition: ResolvedEdition) -> Facts:
    """Return what stands around the text of an edition; drawings may have been cleaned (``pictures.svg``)."""
    logo = house.masthead.logo
    forms = {logo, read_svg(logo).data} if logo else set[bytes]()
    return {
        "logo": (frozenset(sha256(form).hexdigest() for form in forms),) if logo else (),
        "masthead": _words(edition.publisher),
        "running-head": _words(edition.running_head),
        "page-label": _words(edition.page_label),
        "contents": _words(*headings(edition)),
        "cover": (*_on_cover(edition), *_words(edition.publisher)),
    }


def headings(edition: ResolvedEdition) -> Iterator[str]:
    """Yield the title of an edition and the headings below it, each on one line without the calls of its notes."""
    yield edition.title
    for piece in said(edition):
        if any(trait.feature == "heading" and trait.value != "1" for trait in piece.traits):
            yield one_line(_without_calls(piece), edition.language)


def _without_calls(piece: Said) -> str:
    """Return the text of a piece without the calls of its notes."""
    calls = [trait for trait in piece.traits if trait.feature == "note-call"]
    return "".join(
        character
        for at, character in enumerate(piece.text)
        if not any(call.start <= at < call.end for call in calls)
    )


def _on_cover(edition: ResolvedEdition) -> Iterator[Spellings]:
    """Yield the lines of a cover, the stamps that a reader must see first after the headline, which may stand on one line."""
    blocks = [block for block in edition.blocks if isinstance(block, TextBlock)]
    pieces = {piece.identifier: piece for piece in said(edition) if piece.kind == "text"}
    for role in _ON_COVERS:
        for block in blocks:
            if block.role is role:
                text = _without_calls(pieces[block.identifier])
                yield frozenset((text, edition.title) if role is Role.HEADLINE else (text,))


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
