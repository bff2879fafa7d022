"""The package document (EPUB 3.3 §5): metadata in the languages of the editions, manifest, spine."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

from pressroom.edition.resolved import ResolvedRelease, RubyRun, Run, TextBlock
from pressroom.edition.walk import blocks_of, pieces_of
from pressroom.language.zones import HONG_KONG
from pressroom.writers.epub.accessibility import access, properties, summaries
from pressroom.writers.epub.container import Resource
from pressroom.writers.xhtml import Element, element, xml_text

_OPF = "http://www.idpf.org/2007/opf"
_DC = "http://purl.org/dc/elements/1.1/"
_PRISM = "http://prismstandard.org/namespaces/basic/3.0/"
_IBOOKS = "http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/"


def package_document(release: ResolvedRelease, resources: tuple[Resource, ...]) -> bytes:
    """Return the package document; the spine is the order of the resources that are in it."""
    primary = release.editions[0].language.tag
    manifest = (
        element(
            "item",
            {
                "id": resource.identifier,
                "href": resource.name,
                "media-type": resource.media_type,
                "properties": " ".join(resource.properties) or None,
            },
        )
        for resource in resources
    )
    spine = (
        element("itemref", {"idref": resource.identifier})
        for resource in resources
        if resource.in_spine
    )
    root = element(
        "package",
        {
            "xmlns": _OPF,
            "version": "3.0",
            "unique-identifier": "identifier",
            "xml:lang": primary,
            "prefix": f"ibooks: {_IBOOKS} prism: {_PRISM}",
        },
        element("metadata", {"xmlns:dc": _DC}, *_metadata(release)),
        element("manifest", None, *manifest),
        element("spine", {"toc": "ncx"}, *spine),
    )
    return xml_text(root).encode()


def instant(moment: datetime) -> str:
    """Return an instant as EPUB wants it: UTC, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _metadata(release: ResolvedRelease) -> Iterator[Element]:
    metadata = release.metadata
    editions = release.editions
    yield element("dc:identifier", {"id": "identifier"}, metadata.urn)
    titles = [(edition.language.tag, edition.title) for edition in editions]
    yield from _in_scripts("title", titles)
    yield element("meta", {"refines": "#title", "property": "title-type"}, "main")
    for tag in _languages(release):
        yield element("dc:language", None, tag)
    # A press is the author of its releases. Never role "pbl": some readers stop at a publisher that is there twice.
    publishers = [(edition.language.tag, edition.publisher) for edition in editions]
    yield from _in_scripts("creator", publishers)
    role = {"refines": "#creator", "property": "role", "scheme": "marc:relators"}
    yield element("meta", role, "aut")
    yield from _in_scripts("publisher", publishers)
    # The day that the release bears: the instant, in UTC, is of the day before.
    yield element("dc:date", None, metadata.issued.astimezone(HONG_KONG).date().isoformat())
    if metadata.doi:
        yield element("dc:source", None, f"https://doi.org/{metadata.doi}")
    for keyword in metadata.keywords:
        yield element("dc:subject", None, keyword)
    for edition in editions:
        yield element("dc:description", {"xml:lang": edition.language.tag}, edition.description)
    yield _property("dcterms:modified", instant(metadata.modified))
    yield _property("schema:version", str(metadata.version))
    yield _property("schema:creativeWorkStatus", metadata.status.value)
    if metadata.embargo:
        yield _property("prism:embargoDate", instant(metadata.embargo))
    if metadata.doi:
        yield _property("prism:doi", metadata.doi)
    if metadata.supersedes:
        yield _property("dcterms:replaces", metadata.supersedes)
    facts = access(release)
    for name, value in properties(facts):
        yield _property(name, value)
    tags = (edition.language.tag for edition in editions)
    for tag, text in summaries(facts, tags).items():
        yield _property("schema:accessibilitySummary", text, tag)
    yield _property("ibooks:specified-fonts", "true")  # else Apple Books does not use them
    yield element("meta", {"name": "cover", "content": "cover-image"})  # as EPUB 2 knows it


def _in_scripts(name: str, texts: list[tuple[str, str]]) -> Iterator[Element]:
    """Yield a text in its first language, and in the others as its alternate scripts."""
    (tag, text), *others = texts
    yield element(f"dc:{name}", {"id": name, "xml:lang": tag}, text)
    for tag, text in others:
        refinement = {"refines": f"#{name}", "property": "alternate-script", "xml:lang": tag}
        yield element("meta", refinement, text)


def _property(name: str, value: str, tag: str | None = None) -> Element:
    return element("meta", {"property": name, "xml:lang": tag}, value)


def _languages(release: ResolvedRelease) -> tuple[str, ...]:
    """Return the languages of the editions in their order, then those that occur in them."""
    tags = dict.fromkeys(edition.language.tag for edition in release.editions)
    for edition in release.editions:
        for block in blocks_of(edition):
            if isinstance(block, TextBlock):
                tags[block.language.tag] = None
                tags |= dict.fromkeys(_spoken(block))
    return tuple(tags)


def _spoken(block: TextBlock) -> Iterator[str]:
    for piece in pieces_of(block.pieces):
        if isinstance(piece, Run):
            yield piece.language
        elif isinstance(piece, RubyRun):
            for pair in piece.pairs:
                yield pair.base.language
                yield pair.language
