"""The parts that hold the package together: types, relations, properties, the way home."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.stated import links
from pressroom.proof.leaks.vocabulary import ANYTHING, TEXT, Attributes, Values
from pressroom.proof.leaks.word.values import BOOKMARK, NUMBER, RELATION

CHILDREN = {
    "": "ct:Types rel:Relationships cp:coreProperties op:Properties pr:release ds:datastoreItem",
    "ct:Types": "ct:Default ct:Override",
    "rel:Relationships": "rel:Relationship",
    "cp:coreProperties": (
        "dc:title dc:creator dc:description dc:identifier dc:language cp:keywords cp:lastModifiedBy cp:revision"
        " cp:contentStatus cp:version dcterms:created dcterms:modified"
    ),
    "op:Properties": "op:property",
    "op:property": "vt:lpwstr vt:filetime",
    "pr:release": "pr:source pr:block",
    "ds:datastoreItem": "ds:schemaRefs",
    "ds:schemaRefs": "ds:schemaRef",
}

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_KINDS = (
    *(
        "officeDocument",
        "styles",
        "settings",
        "fontTable",
        "numbering",
        "theme",
        "footnotes",
        "header",
    ),
    *("footer", "image", "hyperlink", "customXml", "customXmlProps", "custom-properties"),
)
_CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_MEDIA_TYPE = re.compile(
    r"image/(?:png|jpeg|svg\+xml)|application/xml|application/vnd\.openxmlformats-(?:package|officedocument)\.[\w.+-]+"
)
_WITHIN = r"(?:\.\./|/)?(?:(?:word|docProps|customXml|media|theme)/)*\w{1,20}\.(?:xml|png|jpeg|svg)"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def attributes(release: ResolvedRelease) -> Attributes:
    """Return what the attributes and texts of these parts may say; metadata that are read back and compared may say anything."""
    source = release.source.text.encode()
    words = {name: {TEXT: ANYTHING} for name in CHILDREN["cp:coreProperties"].split()}
    moment: dict[str, Values] = {TEXT: _MOMENT, "xsi:type": ("dcterms:W3CDTF",)}
    return {
        "ct:Default": {
            "Extension": ("rels", "xml", "png", "jpeg", "svg"),
            "ContentType": _MEDIA_TYPE,
        },
        "ct:Override": {"PartName": re.compile(_WITHIN), "ContentType": _MEDIA_TYPE},
        "rel:Relationship": {
            "Id": RELATION,
            "Type": (_CORE, *(f"{_OFFICE}/{kind}" for kind in _KINDS)),
            "Target": re.compile("|".join((_WITHIN, *map(re.escape, sorted(links(release)))))),
            "TargetMode": ("External",),
        },
        **words,
        "dcterms:created": moment,
        "dcterms:modified": moment,
        "op:property": {
            "fmtid": ("{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",),
            "pid": NUMBER,
            "name": ("pressroom", "Embargo", "DOI", "Supersedes"),
        },
        "vt:lpwstr": {TEXT: ANYTHING},
        "vt:filetime": {TEXT: _MOMENT},
        "pr:release": {
            "id": (release.metadata.identifier,),
            "version": (str(release.metadata.version),),
            "sha256": (sha256(source).hexdigest(),),
        },
        "pr:source": {TEXT: (b64encode(source).decode(),), "encoding": ("base64",)},
        "pr:block": {"id": re.compile(r"[\w-]+"), "bookmark": BOOKMARK},
        "ds:datastoreItem": {"ds:itemID": re.compile(r"\{[0-9A-F-]{36}\}")},
        "ds:schemaRef": {"ds:uri": ("urn:pressroom:base:1",)},
    }
