"""From a resolved release to a news object."""

from __future__ import annotations

import json
from datetime import datetime

from pressroom.edition.citation import doi_address
from pressroom.edition.resolved import Image, ResolvedContact, ResolvedEdition, ResolvedRelease
from pressroom.writers.ninjs.form import (
    ARTICLE,
    NAME,
    SCHEMA,
    STATUS,
    TRANSLATION,
    VERSION,
    XHTML,
    AlternativeId,
    ContactInfo,
    NewsObject,
    Person,
)
from pressroom.writers.xhtml import Dialect, Element, data_address, edition_section, xml_text


def compose(release: ResolvedRelease) -> bytes:
    """Return the object as UTF-8: the first edition, the others and the article associated with it."""
    first, *others = (_edition(edition, release) for edition in release.editions)
    for edition, other in zip(release.editions[1:], others, strict=True):
        other["name"] = edition.title
        other["rel"] = TRANSLATION
    first["standard"] = {"name": NAME, "version": VERSION, "schema": SCHEMA}
    if associated := [*others, *_article(release)]:
        first["associations"] = associated
    return (json.dumps(first, ensure_ascii=False, indent=1) + "\n").encode()


def _edition(edition: ResolvedEdition, release: ResolvedRelease) -> NewsObject:
    about, tag = release.metadata, edition.language.tag
    made: NewsObject = {
        "uri": f"{about.urn}#{tag}",
        "type": "text",
        "representationType": "full",
        "profile": "press-release",
        "version": str(about.version),
        "firstCreated": _instant(about.issued),
        "versionCreated": _instant(about.modified),
        "pubStatus": STATUS[about.status],
        "language": tag,
        "title": edition.title,
        "by": edition.publisher,
        "headlines": [{"role": "main", "value": edition.title}],
        "descriptions": [{"role": "summary", "value": edition.description}],
        "bodies": [{"role": "main", "contentType": XHTML, "value": _body(edition)}],
        "infoSources": [{"name": edition.publisher, "role": "issuer"}],
        "altIds": _other_names(release),
    }
    if about.embargo:
        made["embargoedUntil"] = _instant(about.embargo)
    if edition.watermark:
        made["edNote"] = edition.watermark
    if edition.located:
        made["located"] = edition.located
    if edition.contacts:
        made["people"] = [_person(contact) for contact in edition.contacts]
    if about.keywords:
        made["subjects"] = [{"name": keyword} for keyword in about.keywords]
    return made


def _body(edition: ResolvedEdition) -> str:
    """Return the edition as one section of XHTML, without the vocabulary that only e-books have."""
    section = _plain(edition_section(edition, Dialect(_inside, reflowing=True)))
    namespace = ("xmlns", "http://www.w3.org/1999/xhtml")
    root = Element(section.name, (namespace, *section.attributes), section.children)
    return xml_text(root).partition("\n")[2].rstrip("\n")


def _plain(node: Element) -> Element:
    attributes = tuple((name, value) for name, value in node.attributes if name != "epub:type")
    children = tuple(
        _plain(child) if isinstance(child, Element) else child for child in node.children
    )
    return Element(node.name, attributes, children)


def _inside(image: Image) -> str:
    return data_address(image.media_type, image.data)


def _person(contact: ResolvedContact) -> Person:
    ways: list[ContactInfo] = []
    if contact.telephone:
        ways.append({"type": "phone", "value": contact.telephone})
    if contact.email:
        ways.append({"type": "email", "value": contact.email})
    made: Person = {"name": contact.name, "rel": "contact", "contactInfo": ways}
    if contact.role:
        made["literal"] = contact.role
    return made


def _other_names(release: ResolvedRelease) -> list[AlternativeId]:
    about = release.metadata
    names: list[AlternativeId] = [{"role": "release", "value": about.identifier}]
    if about.supersedes:
        names.append({"role": "supersedes", "value": about.supersedes})
    return names


def _article(release: ResolvedRelease) -> list[NewsObject]:
    article = release.metadata.reference
    if article is None or article.doi is None:
        return []
    return [
        {
            "uri": doi_address(article.doi),
            "name": article.title,
            "rel": ARTICLE,
            "type": "text",
            "altIds": [{"role": "doi", "value": article.doi}],
        }
    ]


def _instant(moment: datetime) -> str:
    return moment.isoformat(timespec="seconds")
