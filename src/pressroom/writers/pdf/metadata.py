"""What the file says of itself: one XMP packet, with what it claims to be (ISO 16684-1, ISO 19005-3 §6.6)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from xml.sax.saxutils import escape, quoteattr

from pressroom.edition.resolved import ResolvedRelease

PRODUCER = "pressroom"

# PDF/A asks for a schema of every property that it does not know itself (ISO 19005-3 §6.6.2.3).
_SCHEMAS = """\
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 to which the file conforms</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PRISM basic metadata</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://prismstandard.org/namespaces/basic/3.0/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>prism</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>doi</pdfaProperty:name>
<pdfaProperty:valueType>Text</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>The article that the release is about</pdfaProperty:description>
</rdf:li><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>embargoDate</pdfaProperty:name>
<pdfaProperty:valueType>Date</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>The instant before which nothing may be published</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""


@dataclass(frozen=True, slots=True)
class Claim:
    """The standards that a file claims to keep: properties, the namespaces that they need, a description of their schemas."""

    namespaces: Mapping[str, str]
    properties: tuple[tuple[str, str], ...]
    schemas: str = ""


ARCHIVE = Claim(
    {"pdfaid": "http://www.aiim.org/pdfa/ns/id/", "pdfuaid": "http://www.aiim.org/pdfua/ns/id/"},
    (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")),
    _SCHEMAS,
)
"""PDF/A-3a and PDF/UA-1 in one file."""


def xmp(release: ResolvedRelease, claim: Claim = ARCHIVE) -> bytes:
    """Return the XMP packet of a release: titles and publishers in every language, languages, identifiers, dates."""
    about, editions = release.metadata, release.editions
    identifiers = [about.urn] + ([f"doi:{about.doi}"] if about.doi else [])
    titles = [(edition.language.tag, edition.title) for edition in editions]
    descriptions = [(edition.language.tag, edition.description) for edition in editions]
    publishers = list(dict.fromkeys(edition.publisher for edition in editions))
    properties = [
        _property("dc:format", "application/pdf"),
        _property("dc:title", _alternatives(titles)),
        _property("dc:creator", _array("Seq", publishers[:1])),
        _property("dc:description", _alternatives(descriptions)),
        _property("dc:language", _array("Bag", (tag for tag, _ in titles))),
        _property("dc:publisher", _array("Bag", publishers)),
        _property("dc:identifier", escape(identifiers[-1])),
        _property("dc:date", _array("Seq", [moment(about.issued)])),
        _property("xmp:Identifier", _array("Bag", identifiers)),
        _property("xmp:CreatorTool", PRODUCER),
        _property("xmp:CreateDate", moment(about.issued)),
        _property("xmp:ModifyDate", moment(about.modified)),
        _property("xmp:MetadataDate", moment(about.modified)),
        _property("xmpMM:DocumentID", about.urn),
        _property("xmpMM:VersionID", str(about.version)),
        _property("xmpMM:RenditionClass", about.status.value),
        _property("pdf:Producer", PRODUCER),
        *(_property(name, value) for name, value in claim.properties),
    ]
    if about.keywords:
        properties.append(_property("dc:subject", _array("Bag", about.keywords)))
        properties.append(_property("pdf:Keywords", escape(", ".join(about.keywords))))
    if about.doi:
        properties.append(_property("prism:doi", escape(about.doi)))
    if about.embargo:
        properties.append(_property("prism:embargoDate", moment(about.embargo)))
    body = "\n".join(properties)
    namespaces = " ".join(f'xmlns:{prefix}="{name}"' for prefix, name in claim.namespaces.items())
    packet = f"""\
<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:prism="http://prismstandard.org/namespaces/basic/3.0/"
 {namespaces}>
{body}
</rdf:Description>
{claim.schemas}
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
    return packet.encode()


def moment(instant: datetime) -> str:
    """Write an aware instant as XMP does, to the second and with its offset."""
    return instant.isoformat(timespec="seconds")


def _property(name: str, content: str) -> str:
    return f"<{name}>{content}</{name}>"


def _array(kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value)}</rdf:li>" for value in values)
    return f"<rdf:{kind}>{items}</rdf:{kind}>"


def _alternatives(texts: list[tuple[str, str]]) -> str:
    """Write a text in several languages; the first one also serves all others."""
    pairs = [("x-default", texts[0][1]), *texts]
    items = "".join(
        f"<rdf:li xml:lang={quoteattr(tag)}>{escape(text)}</rdf:li>" for tag, text in pairs
    )
    return f"<rdf:Alt>{items}</rdf:Alt>"
