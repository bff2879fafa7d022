"""Which list holds for which part."""

from __future__ import annotations

from collections.abc import Callable

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.vocabulary import Vocabulary
from pressroom.proof.leaks.word import package, story, styles
from pressroom.proof.leaks.word.values import known

_SCHEMAS = "http://schemas.openxmlformats.org"
_PREFIXES = {
    f"{_SCHEMAS}/wordprocessingml/2006/main": "w",
    f"{_SCHEMAS}/officeDocument/2006/relationships": "r",
    f"{_SCHEMAS}/drawingml/2006/wordprocessingDrawing": "wp",
    f"{_SCHEMAS}/drawingml/2006/main": "a",
    f"{_SCHEMAS}/drawingml/2006/picture": "pic",
    f"{_SCHEMAS}/package/2006/metadata/core-properties": "cp",
    f"{_SCHEMAS}/officeDocument/2006/custom-properties": "op",
    f"{_SCHEMAS}/officeDocument/2006/docPropsVTypes": "vt",
    f"{_SCHEMAS}/officeDocument/2006/customXml": "ds",
    f"{_SCHEMAS}/package/2006/relationships": "rel",
    f"{_SCHEMAS}/package/2006/content-types": "ct",
    "http://schemas.microsoft.com/office/drawing/2016/SVG/main": "asvg",
    "http://purl.org/dc/elements/1.1/": "dc",
    "http://purl.org/dc/terms/": "dcterms",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi",
    "http://www.w3.org/XML/1998/namespace": "xml",
    "urn:schemas-microsoft-com:vml": "v",
    "urn:schemas-microsoft-com:office:office": "o",
    "urn:pressroom:base:1": "pr",
}
_LOOKS = ("styles", "numbering", "settings", "fontTable", "theme")


def vocabularies(release: ResolvedRelease) -> Callable[[str], Vocabulary]:
    """Return what gives the list for a part by its name."""
    allowed = known(release)
    texts = Vocabulary(_PREFIXES, story.CHILDREN, story.attributes(allowed))
    looks = Vocabulary(_PREFIXES, styles.CHILDREN, styles.attributes(allowed))
    frame = Vocabulary(_PREFIXES, package.CHILDREN, package.attributes(release))

    def of(name: str) -> Vocabulary:
        if not name.startswith("word/") or name.endswith(".rels"):
            return frame
        return looks if name.removeprefix("word/").startswith(_LOOKS) else texts

    return of
