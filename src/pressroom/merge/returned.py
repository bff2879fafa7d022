"""A return: its paragraphs in both views, who changed them, its comments and pictures, and the base that it carries."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeAlias

from pressroom.diagnostics import WriterError
from pressroom.edition.projection import Trait
from pressroom.merge.envelope import refused
from pressroom.writers.docx.base import BASE_NAMESPACE
from pressroom.writers.docx.hearing.node import parse
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel

CALL = "\ufffc"
"""What stands for the call of a note: its number is not the editor's to change."""

AGAIN = "\u2060"
"""What stands behind a reading that comes right after the same one: two bases of ruby are not one."""

Mark: TypeAlias = tuple[str, str]
Marks: TypeAlias = frozenset[Mark]
"""What is said of a character; that of a call names its note: ``("note", …)``."""

_UNMARKED = frozenset({"language", "heading", "item", "cell", "note-call"})


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; ``label`` is the bookmark of the block that it stands at, ``""`` if there is none.

    ``answers`` is the author of the comment that it replies to, ``""`` if it begins a thread.
    """

    author: str
    date: str
    text: str
    label: str
    answers: str = ""
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture; ``labels`` are the bookmarks of the paragraph that it stands in, else of the last block before it.

    ``ahead`` are those of the paragraph behind it, ``name`` is its part in the package, ``forms`` are its bytes as pixels and as a drawing,
    ``cropped`` tells that it is shown in part, turned or mirrored.
    """

    labels: tuple[str, ...]
    ahead: tuple[str, ...]
    alt: str
    name: str
    forms: tuple[bytes, ...]
    cropped: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one view; ``marks`` has an entry a character, ``kind`` is what ``kinds`` says, ``style`` the id of its style.

    ``labels`` are the bookmarks of blocks that begin in it, ``story`` tells a note (``"note 3"``) or a cell from the text,
    ``row`` are the numbers of its table and of its row there, ``lines`` tells that several paragraphs are the lines of this one.
    ``unread`` is what else stands in it, told in words; ``remarks`` are how words were struck
    through, highlighted or hidden, by whom if that is recorded, and which.
    """

    labels: tuple[str, ...]
    text: str
    marks: tuple[Marks, ...]
    kind: str
    story: str
    row: tuple[int, int] = (0, 0)
    style: str = ""
    lines: bool = False
    unread: tuple[str, ...] = ()
    remarks: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Return:
    """What came back; ``base`` is the source that was sent, None if the file does not carry it any more.

    ``revisers`` are the names and days of the recorded changes, by the bookmark of the block that they begin in; ``furniture`` are the lines
    of all headers and footers, with all changes accepted.
    """

    identifier: str
    version: str
    base: str | None
    accepted: tuple[Paragraph, ...]
    rejected: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]
    pictures: tuple[Picture, ...]
    revisers: Mapping[str, tuple[str, ...]]
    furniture: tuple[str, ...]


def read_return(name: str, data: bytes, editors: frozenset[str] = frozenset()) -> Return:
    """Read a return, of all editors or as if these ``editors`` alone had worked on it.

    Raises ``UsageError`` for a file that cannot be one, which says what it is.
    """
    from pressroom.merge.furniture import lines_around
    from pressroom.merge.reading import reader
    from pressroom.merge.views import REJECTED, View

    try:
        parcel = open_parcel(data)
        main = parcel.main()
        document = parcel.part("", "officeDocument")
        body = document.child("w:body") if document else None
        if body is None:
            raise refused("W002", f"{name} is no text document", "ask for the file again")
        reads = reader(parcel, main, body)
        view = View(rejecting=False, editors=editors)
        return Return(
            *base_of(parcel),
            tuple(reads.paragraphs(view)),
            tuple(reads.paragraphs(REJECTED)),
            tuple(c for c in reads.comments() if not editors or c.author in editors),
            tuple(reads.pictures(view)),
            reads.revisers(editors),
            lines_around(parcel, main),
        )
    except WriterError as fault:
        hint = "ask the editor to save it as .docx and to send it again"
        reason = fault.findings[0].message
        raise refused("W002", f"{name} is no Word file, or is damaged: {reason}", hint) from fault


def base_of(parcel: Parcel) -> tuple[str, str, str | None]:
    """Find the base among the custom XML parts; one that is not what its hash says is none."""
    for name in sorted(parcel.files):
        if not name.startswith("customXml/item") or not name.endswith(".xml"):
            continue
        try:
            root = parse(parcel.files[name], name)
        except WriterError:
            continue
        source = root.child(f"{{{BASE_NAMESPACE}}}source")
        if root.name != f"{{{BASE_NAMESPACE}}}release" or source is None:
            continue
        known = root.attributes.get("id", ""), root.attributes.get("version", "")
        try:
            text = b64decode(source.text, validate=True)
            whole = sha256(text).hexdigest() == root.attributes.get("sha256")
            return (*known, text.decode() if whole else None)
        except (NotBase64, UnicodeDecodeError):
            return (*known, None)
    return "", "", None


def marks_of(text: str, traits: Iterable[Trait]) -> list[Marks]:
    """Return what is said of each character of a text, but for what its paragraph and its language say."""
    said: list[Marks] = [frozenset()] * len(text)
    over = 0, ""
    for trait in traits:
        value = trait.value
        if trait.feature == "ruby":
            value += AGAIN if over == (trait.start, value) else ""
            over = trait.end, value
        if trait.feature not in _UNMARKED:
            for at in range(trait.start, trait.end):
                said[at] |= {(trait.feature, value)}
    return said
