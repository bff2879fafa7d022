"""What a Word file could carry along: revisions, comments, hidden text, parts that nothing needs, metadata of its editors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from posixpath import basename, dirname, join, normpath

from pressroom.diagnostics import WriterError
from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks.archives import loose_bytes
from pressroom.proof.leaks.markup import Found, asides
from pressroom.proof.leaks.vocabulary import strangers, unlisted
from pressroom.proof.leaks.word import vocabularies
from pressroom.writers.archive import read_archive

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_PARTS = re.compile(
    r"\[Content_Types\]\.xml|(?:.*/)?_rels/[\w.]*\.rels|docProps/(?:core|custom)\.xml"
    r"|word/(?:document|styles|settings|fontTable|numbering|footnotes|header\d+|footer\d+)\.xml"
    r"|word/theme/theme1\.xml|word/media/image\d+\.(?:png|jpeg|svg)"
)
_OF_EDITORS = frozenset({"customXml/item1.xml", "customXml/itemProps1.xml"})
"""The way home of an editors' file: base source and bookmarks."""

_STATED = frozenset({"Embargo", "DOI", "Supersedes"})
_HOME = "pressroom"
"""The property that names the revision that an editors' file was made from."""

_REVISION = re.compile(
    r"<w:(ins|del|moveFrom|moveTo|[rp]PrChange|comment\w*|annotationRef)\b"
    r"|\sw:(rsid\w*|author|initials)="
)
_ON = r'(?!\s+w:val="(?:0|false|off)")'
_HIDDEN = re.compile(rf'<w:(vanish|webHidden|specVanish)\b{_ON}|<w:sz w:val="[01]"')
_LOCK = '<w:documentProtection w:edit="trackedChanges" w:enforcement="1" />'
"""What keeps the recording of changes on in an editors' file, with no password in it."""

_MACHINE = re.compile(
    r"<w:(attachedTemplate|docVars?|mailMerge|rsids|savePreviewPicture|documentProtection)\b"
)
_RELATION = re.compile(r'<Relationship\b(?=[^>]*\bId="([^"]*)")(?=[^>]*\bTarget="([^"]*)")[^>]*>')
_TYPES_BY_REFERENCE = ("/image", "/hyperlink", "/header", "/footer")


def leaks(data: bytes, release: ResolvedRelease, *, public: bool, listed: bool) -> Iterator[Found]:
    """Look through a file; a ``public`` one has no way home."""
    try:
        files = read_archive(data)
    except WriterError:
        return
    yield from loose_bytes(data)
    yield from _parts(files, public=public)
    vocabulary = vocabularies(release)
    for name, content in files.items():
        if name.endswith((".xml", ".rels")):
            yield from _part(name, content.decode("utf-8", "replace"), public=public)
            if listed:
                yield from unlisted(name, strangers(content, vocabulary(name)))


def _parts(files: Mapping[str, bytes], *, public: bool) -> Iterator[Found]:
    related = set(_related(files))
    for name in files:
        if name in _OF_EDITORS:
            if public:
                yield "A035", f"a part for editors ({name})", ""
        elif not _PARTS.fullmatch(name) and not name.startswith("customXml/_rels/"):
            yield "A035", f"a part that no release needs ({name})", ""
        if name not in related and not name.endswith(".rels") and name != "[Content_Types].xml":
            yield "A035", f"a part that nothing leads to ({name})", ""


def _related(files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield the parts that others lead to; what is led to by an id must also be asked for by it."""
    for name, content in files.items():
        if not name.endswith(".rels"):
            continue
        folder = dirname(dirname(name))
        owner = join(folder, basename(name).removesuffix(".rels"))
        asking = files.get(owner, b"").decode("utf-8", "replace")
        for found in _RELATION.finditer(content.decode("utf-8", "replace")):
            identifier, target = found.groups()
            by_reference = any(f'{kind}"' in found[0] for kind in _TYPES_BY_REFERENCE)
            if not by_reference or f'"{identifier}"' in asking:
                yield normpath(join("/", folder, target)).lstrip("/")


def _part(name: str, text: str, *, public: bool) -> Iterator[Found]:
    yield from asides(text, name)
    if found := _REVISION.search(text):
        yield "A032", f"the trace of a revision ({found[1] or found[2]})", name
    if found := _HIDDEN.search(text):
        yield "A033", f"text that is not shown ({found[1] or 'without size'})", name
    machine = text if public else text.replace(_LOCK, "", 1)
    if found := _MACHINE.search(machine):
        yield "A036", f"a setting of somebody's program ({found[1]})", name
    for relation in _RELATION.finditer(text):
        if "TargetMode" in relation[0] and '/hyperlink"' not in relation[0]:
            yield "A035", f"something that is fetched from elsewhere ({relation[2]})", name
    if name == "docProps/custom.xml":
        declared = _STATED if public else _STATED | {_HOME}
        for property_ in re.findall(r'\bname="([^"]*)"', text):
            if property_ not in declared:
                yield "A036", f"metadata that are not declared ({property_})", name
