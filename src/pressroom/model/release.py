"""The release as a whole: front matter and editions."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from pressroom.model.blocks import Edition
from pressroom.place import Position, SourceFile, Span


@dataclass(frozen=True, slots=True)
class Localised:
    """A text that may differ by language: pairs of tag and text; the tag ``""`` serves every language."""

    values: tuple[tuple[str, str], ...]

    def in_language(self, tag: str) -> str | None:
        """Return the text for a tag: its own, else that of a shorter form (``zh-Hant``), else the one for all."""
        known = dict(self.values)
        while tag:
            if tag in known:
                return known[tag]
            tag = tag.rpartition("-")[0]
        return known.get("")


@dataclass(frozen=True, slots=True)
class Embargo:
    """The instant before which nothing may be published; ``instant`` is aware, ``zone`` the IANA name that was written."""

    instant: datetime
    zone: str


@dataclass(frozen=True, slots=True)
class Reference:
    """The article that a release is about (one Vancouver citation)."""

    authors: tuple[str, ...]
    title: str
    journal: str
    year: int
    volume: str | None
    issue: str | None
    pages: str | None
    doi: str | None


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom journalists may ask."""

    name: Localised
    role: Localised | None
    telephone: str | None
    email: str | None


@dataclass(frozen=True, slots=True)
class Term:
    """A glossary term in each language: kept unbroken in layout, checked across editions."""

    forms: Localised


@dataclass(frozen=True, slots=True)
class RelatedLink:
    """An address that belongs to the release but not to its text (a journal page, a channel)."""

    label: Localised
    target: str


PENDING = "pending"


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved the release and when; recorded, never printed.

    ``texts`` holds by language a mark of the very text that was approved (the beginning of its SHA-256), or ``PENDING``.
    """

    name: str
    role: str | None
    date: date
    texts: tuple[tuple[str, str], ...] = ()


class CorrectionClass(Enum):
    """How grave a correction is: A material fact, B minor fact, C form only (domain §4)."""

    A = "A"
    B = "B"
    C = "C"


@dataclass(frozen=True, slots=True)
class Correction:
    """What this version corrects in the former one."""

    grade: CorrectionClass
    date: date
    note: Localised
    old: Localised | None
    new: Localised | None


class Status(Enum):
    """How far the release has come."""

    DRAFT = "draft"
    FINAL = "final"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Omission:
    """An edition that is missing on purpose."""

    language: str
    reason: str


@dataclass(frozen=True, slots=True)
class Release:
    """A canonical release.

    ``identifier`` names the outputs, ``date`` is the day of issue, ``house`` a folder of house styles.
    """

    source: SourceFile
    identifier: str
    date: date
    house: str
    editions: tuple[Edition, ...]
    version: int = 1
    status: Status = Status.FINAL
    embargo: Embargo | None = None
    reference: Reference | None = None
    contacts: tuple[Contact, ...] = ()
    glossary: tuple[Term, ...] = ()
    links: tuple[RelatedLink, ...] = ()
    approvals: tuple[Approval, ...] = ()
    supersedes: str | None = None
    correction: Correction | None = None
    omissions: tuple[Omission, ...] = ()

    def position(self, span: Span) -> Position:
        """Return where a node begins."""
        return self.source.position(span.start)
