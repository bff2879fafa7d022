"""The words that no file may hold: what only editors should read, and what tells of the machine that made it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from pressroom.edition.projection import said
from pressroom.edition.resolved import ResolvedRelease
from pressroom.model.release import Release
from pressroom.proof.leaks.stated import links
from pressroom.source.public import comments

_LEAST = 5
"""Shorter words are in every file by chance."""

# Programs that sign what they make; fonts name their own makers, which is part of the font.
_TOOLS = (
    *("WeasyPrint", "pydyf", "pikepdf", "qpdf", "python-docx", "EbookLib", "lxml", "Pillow"),
    *("fontTools", "LibreOffice", "OpenOffice", "Microsoft Word", "Microsoft Office Word"),
    *("pandoc", "calibre", "Inkscape", "Illustrator", "Photoshop", "Matplotlib", "ImageMagick"),
    *("Ghostscript", "cairographics", "Skia/PDF", "Chromium", "docx4j", "Sigil"),
)

# Where people keep their files, on all systems.
_PLACES = re.compile(
    rb"(?<![\w<:/.-])/(?:home|Users|root|tmp|private/var|var/folders|mnt)/[\w.%-]+"
    rb"|\b[A-Za-z]:\\{1,2}(?:Users|Documents and Settings)\\|\bfile:///[\w%]"
)

_ROOTS = (
    *(b"/home/", b"/Users/", b"/root/", b"/tmp/", b"/private/", b"/var/folders/", b"/mnt/"),
    *(b":\\Users", b":\\\\Users", b":\\Documents", b":\\\\Documents", b"file:///"),
)


@dataclass(frozen=True, slots=True)
class Secret:
    """A word that must not be found, and what it would give away."""

    word: str
    what: str

    def is_in(self, data: bytes) -> bool:
        """Tell whether the word stands in some bytes: in UTF-8, as XML writes it, or in UTF-16 of either kind."""
        escaped = self.word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        for form in {self.word.encode(), escaped.encode()}:
            # As a whole word: "</rootfiles>" in every EPUB does not betray the home of root.
            if form in data and re.search(rb"(?<![\w<])" + re.escape(form) + rb"(?![\w>])", data):
                return True
        return any(self.word.encode(name) in data for name in ("utf-16-be", "utf-16-le"))


def secrets_of(release: Release, public_source: str) -> tuple[Secret, ...]:
    """Return what only editors may read of a release: comments, who approved it, why an edition is missing."""
    texts = comments(release.source, public_source)
    found = [
        *(Secret(line, "a comment of the source") for line in _lines(texts)),
        *(Secret(one.name, "who approved the release") for one in release.approvals),
        *(Secret(one.reason, "why an edition is missing") for one in release.omissions),
    ]
    return tuple(one for one in found if len(one.word) >= _LEAST)


def machine_secrets(words: Mapping[str, str]) -> tuple[Secret, ...]:
    """Return the names of programs and those of a machine (with what each is) that are long enough to tell something."""
    tools = (Secret(tool, "a program that had a hand in it") for tool in _TOOLS)
    names = (Secret(word, what) for word, what in words.items() if len(word) >= _LEAST)
    return (*tools, *names)


def places_in(data: bytes) -> Iterator[str]:
    """Yield the names of folders on somebody's machine that stand in some bytes."""
    if any(root in data for root in _ROOTS):  # a quick look saves most of the searches
        for found in _PLACES.finditer(data):
            yield found[0].decode("latin-1")


def _lines(texts: Iterable[str]) -> Iterator[str]:
    """Yield the lines of comments: a format may break them anew, but hardly inside of one."""
    for text in texts:
        yield from (line.strip() for line in text.splitlines())


def printed(resolved: ResolvedRelease) -> str:
    """Return all words of a release that its readers see, its addresses and names of files too: they are no secret."""
    pieces = [piece for edition in resolved.editions for piece in said(edition)]
    metadata = [
        text
        for edition in resolved.editions
        for text in (edition.title, edition.description, edition.publisher, edition.logo_alt)
    ]
    words = (*resolved.metadata.keywords, resolved.metadata.identifier)
    return "\n".join([*(piece.text for piece in pieces), *metadata, *links(resolved), *words])
