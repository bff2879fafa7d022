"""What all stories of one document share: styles, lists, pictures, and ids that must not occur twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count

from pressroom.edition.resolved import ResolvedNote
from pressroom.house.tokens import House
from pressroom.writers.docx.languages import WordLanguages
from pressroom.writers.docx.looks import Opening
from pressroom.writers.docx.markup import Markup, make
from pressroom.writers.docx.media import Media
from pressroom.writers.docx.numbering import Numbering
from pressroom.writers.docx.package import Part
from pressroom.writers.docx.stylesheet import StyleSheet

_LONGEST_NAME = 40
"""The longest name of a bookmark that Word takes."""


@dataclass(slots=True)
class Bookmarks:
    """Bookmarks: unique numbers, and the hidden names that lead from a paragraph to its block."""

    names: dict[str, str] = field(default_factory=dict[str, str])
    _numbers: count[int] = field(default_factory=lambda: count(1))

    def of_block(self, identifier: str) -> tuple[Markup, Markup]:
        """Make start and end of a block's bookmark."""
        name = _name(identifier)
        self.names[identifier] = name
        return self.pair(name)

    def pair(self, name: str) -> tuple[Markup, Markup]:
        """Make start and end of a bookmark."""
        number = next(self._numbers)
        return make("w:bookmarkStart", id=number, name=name), make("w:bookmarkEnd", id=number)


def _name(identifier: str) -> str:
    """Return a name that Word takes (letters, digits and ``_``): from the block's id, or from a hash of an odd one."""
    plain = f"_rel_{identifier}".replace("-", "_")
    usual = plain.isascii() and plain.isidentifier() and "_" not in identifier
    if usual and len(plain) <= _LONGEST_NAME:
        return plain
    return f"_rel_{sha256(identifier.encode()).hexdigest()[:32]}"


@dataclass(slots=True)
class Job:
    """One document in the making."""

    house: House
    languages: WordLanguages
    styles: StyleSheet
    numbering: Numbering
    media: Media
    bookmarks: Bookmarks
    anchored: bool
    """Whether blocks carry the bookmarks that lead back to the source."""

    @property
    def measure(self) -> int:
        """Return the width of the text in twips."""
        page = self.house.page
        return page.width.twips - page.inner.twips - page.outer.twips


@dataclass(slots=True)
class Story:
    """A stretch of text in a part; ``is_note`` when it is a note, ``notes`` are those that can be called from it, by id, with their numbers in the file.

    ``marked`` is set while the next paragraph has to begin with the mark of a note, ``opening`` while it opens a division
    or follows a table or a picture.
    """

    job: Job
    part: Part
    notes: Mapping[str, tuple[int, ResolvedNote]]
    is_note: bool = False
    marked: bool = False
    opening: Opening = ""
