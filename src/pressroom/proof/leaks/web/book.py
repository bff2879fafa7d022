"""What holds a book together: its container, its package document, its old table of contents."""

from __future__ import annotations

import re

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.vocabulary import ANYTHING, TEXT, Vocabulary
from pressroom.proof.leaks.web.tags import TAG

_PREFIXES = {
    "http://www.idpf.org/2007/opf": "",
    "http://www.daisy.org/z3986/2005/ncx/": "",
    "urn:oasis:names:tc:opendocument:xmlns:container": "",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://www.w3.org/XML/1998/namespace": "xml",
}
_DUBLIN_CORE = (
    "dc:identifier dc:title dc:language dc:creator dc:publisher dc:date dc:source dc:subject"
    " dc:description dc:rights"
)
_CHILDREN = {
    "": "package ncx container",
    "container": "rootfiles",
    "rootfiles": "rootfile",
    "package": "metadata manifest spine",
    "metadata": f"{_DUBLIN_CORE} meta",
    "manifest": "item",
    "spine": "itemref",
    "ncx": "head docTitle navMap",
    "head": "meta",
    "docTitle": "text",
    "navMap": "navPoint",
    "navPoint": "navLabel content navPoint",
    "navLabel": "text",
}
_NAME = re.compile(
    r"cover(?:-image)?|nav|ncx|style|logo|(?:image|font)-\d+|identifier|title|creator|publisher"
    r"|(?:point-)?e\d+(?:-[a-z0-9]+)*"
)
_FILE = re.compile(
    r"(?:cover|nav|edition-[a-z0-9-]+)\.xhtml(?:#[\w-]+)?|toc\.ncx|style\.css|fonts/[\w.-]+"
    r"|images/(?:logo\.svg|cover\.png|(?:figure|watermark)-[a-z0-9-]+\.(?:png|jpeg|svg))"
)
_PREFIX = (
    "ibooks: http://vocabulary.itunes.apple.com/rdf/ibooks/vocabulary-extensions-1.0/ "
    "prism: http://prismstandard.org/namespaces/basic/3.0/"
)


def frame(release: ResolvedRelease) -> Vocabulary:
    """Return the list; texts of metadata may say anything, since they are read back and compared."""
    titled = {"id": _NAME, "xml:lang": TAG, TEXT: ANYTHING}
    return Vocabulary(
        _PREFIXES,
        _CHILDREN,
        {
            "container": {"version": ("1.0",)},
            "rootfile": {
                "full-path": ("EPUB/package.opf",),
                "media-type": ("application/oebps-package+xml",),
            },
            "package": {
                "version": ("3.0",),
                "unique-identifier": ("identifier",),
                "xml:lang": TAG,
                "prefix": (_PREFIX,),
            },
            **dict.fromkeys(_DUBLIN_CORE.split(), titled),
            "meta": {
                "refines": ("#title", "#creator", "#publisher"),
                "property": re.compile(r"(?:\w+:)?[\w-]+"),
                "scheme": ("marc:relators",),
                "xml:lang": TAG,
                TEXT: ANYTHING,
            },
            "metadata/meta": {"name": ("cover",), "content": ("cover-image",)},
            "head/meta": {
                "name": ("dtb:uid", "dtb:depth", "dtb:totalPageCount", "dtb:maxPageNumber"),
                "content": {release.metadata.urn, *map(str, range(10))},
            },
            "item": {
                "id": _NAME,
                "href": _FILE,
                "media-type": re.compile(
                    r"application/(?:xhtml|x-dtbncx)\+xml|text/css|(?:image|font)/[a-z+]+"
                ),
                "properties": ("nav", "cover-image"),
            },
            "spine": {"toc": ("ncx",)},
            "itemref": {"idref": _NAME},
            "ncx": {"version": ("2005-1",), "xml:lang": TAG},
            "text": {TEXT: ANYTHING},
            "navPoint": {"id": _NAME},
            "navLabel": {"xml:lang": TAG},
            "content": {"src": _FILE},
        },
    )
