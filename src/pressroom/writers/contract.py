"""The contract of a writer.

A writer turns a resolved release into one artifact and keeps a ledger of how each node fared; it can also read its artifact
back, through a path that does not lean on what it wrote down elsewhere. It opens no file, asks no clock, uses no randomness:
the same release and the same world give the same bytes.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Literal, Protocol, TypeAlias

from pressroom.edition.projection import Kind, Trait
from pressroom.edition.resolved import ResolvedRelease
from pressroom.place import Span
from pressroom.world import World


class Outcome(Enum):
    """How a node fared in a format."""

    EXACT = "exact"
    DEGRADED = "degraded"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One node's fate: ``feature`` names the kind of node or mark, ``reason`` is empty only for EXACT."""

    identifier: str
    feature: str
    outcome: Outcome
    reason: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Artifact:
    """A finished file: ``name`` is the stem of the release and the suffix of the writer, ``data`` its bytes."""

    name: str
    media_type: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Written:
    """What a writer gives: the artifact and its ledger (one entry a node, exact ones included)."""

    artifact: Artifact
    ledger: tuple[LedgerEntry, ...]


LINE_END = "\u2028"
"""How ``read_back`` writes the end of a drawn line whose space, if it had one, is not in the file (PDF only)."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One piece of what was read back from an artifact, in the artifact's reading order.

    ``language`` is what the artifact declares for the piece; a trait ``language`` names another for a stretch of it. Either is
    ``""`` where the format has no place for one. ``traits`` are what the format can hold (``Writer.abilities``) and no others.
    """

    kind: Kind
    text: str
    language: str
    traits: tuple[Trait, ...] = ()


Fact: TypeAlias = Literal[
    "title",
    "language",
    "description",
    "publisher",
    "identifier",
    "uri",
    "original",
    "translation",
    "version",
    "status",
    "issued",
    "modified",
    "embargo",
    "correction",
    "supersedes",
    "keyword",
    "dateline",
    "location",
    "note",
    "contact",
    "role",
    "telephone",
    "email",
    "doi",
    "article",
    "author",
    "journal",
    "year",
    "logo",
    "masthead",
    "running-head",
    "page-label",
    "contents",
    "cover",
    "other",
]
"""What metadata may state of an edition: ``article`` to ``year`` are of the publication that it is about, ``note`` is the watermark's
wording, ``original`` the URI of the first edition and ``translation`` that of any other, ``identifier`` the id in the source. There is nothing
``other`` to state.

What stands around the text counts as well: ``logo`` is the SHA-256 of the picture in the masthead and ``masthead`` its words,
``page-label`` has ``{page}`` and ``{pages}`` for its fields, ``contents`` are the entries of a table of contents or outline, ``cover`` the
lines of a cover.
"""


@dataclass(frozen=True, slots=True)
class Stated:
    """What one place in the metadata of an artifact, or around its text, states of an edition: all values, in their order; none if it is empty.

    Instants are in ISO 8601, with their offset.
    """

    what: Fact
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HeardEdition:
    """What was read back for one edition; ``language`` is the tag that the artifact itself declares for it.

    ``pieces`` follow the conventions of ``edition.projection``: notes last, furniture left out.
    """

    language: str
    pieces: tuple[Heard, ...]
    stated: tuple[Stated, ...] = ()


class Writer(Protocol):
    """What a plug-in in the entry-point group ``pressroom.writers`` provides (a class without constructor arguments).

    ``abilities`` names what the format holds without loss: all that goes with them is heard by ``read_back`` and compared. For
    what a format does not hold, or not at one node, the ledger has an entry that is not exact.
    """

    @property
    def name(self) -> str:
        """Return the short name that ``--to`` takes."""
        ...

    @property
    def suffix(self) -> str:
        """Return the file name's ending, with its full stop."""
        ...

    @property
    def media_type(self) -> str:
        """Return the media type of the artifact."""
        ...

    @property
    def abilities(self) -> frozenset[Ability]:
        """Return what the format holds without loss."""
        ...

    def write(self, release: ResolvedRelease, world: World) -> Written:
        """Make the artifact; raise ``WriterError`` with findings if that cannot be done."""
        ...

    def read_back(self, data: bytes) -> tuple[HeardEdition, ...]:
        """Read an artifact of this format; raise ``WriterError`` if it is not one."""
        ...


Ability = Literal[
    "ruby",
    "dots",
    "proper-name",
    "marks",
    "notes",
    "headings",
    "lists",
    "tables",
    "figures",
    "pictures",
    "links",
    "no-break",
    "languages",
    "metadata",
    "pages",
]
"""What a format can hold.

``marks`` are strong, slant, superscript, subscript, code and titles of works; ``lists`` their depths and markers; ``tables`` the
rows and columns; ``figures`` the alternative texts, ``pictures`` beside them the files of their pictures, byte for byte; ``links`` their targets and those of note calls; ``languages`` that of every run; ``metadata`` the titles and
languages of the editions, and whatever else ``read_back`` knows a place for.
"""
