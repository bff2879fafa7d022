"""Reading a return: its paragraphs in both views, who changed them, its comments, and the base that it carries."""

from __future__ import annotations

from base64 import b64decode
from binascii import Error as NotBase64
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TypeAlias

from pressroom.diagnostics import Diagnostic, Severity, UsageError, WriterError
from pressroom.edition.projection import Trait
from pressroom.merge.views import ACCEPTED, REJECTED, View
from pressroom.writers.docx.base import BASE_NAMESPACE
from pressroom.writers.docx.hearing.declared import Sheet, sheet, value_of
from pressroom.writers.docx.hearing.line import Line, Surroundings
from pressroom.writers.docx.hearing.node import Node, parse
from pressroom.writers.docx.hearing.parcel import Parcel, open_parcel

CALL = "\ufffc"
"""What stands for the call of a note: its number is not the editor's to change."""

Marks: TypeAlias = frozenset[tuple[str, str]]
_UNMARKED = frozenset({"language", "heading", "item", "cell", "note-call"})
_REVISIONS = frozenset(
    {"w:ins", "w:del", "w:moveFrom", "w:moveTo", "w:rPrChange", "w:pPrChange", "w:trPrChange"}
)
_OLE = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment; ``label`` is the bookmark of the block that it stands at, ``""`` if there is none."""

    author: str
    date: str
    text: str
    label: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in one view; ``marks`` has an entry a character, ``level`` is that of a heading or 0.

    ``labels`` are the bookmarks of blocks that begin in it, ``story`` tells a note (``"note 3"``) or a cell from the text.
    """

    labels: tuple[str, ...]
    text: str
    marks: tuple[Marks, ...]
    level: int
    story: str


@dataclass(frozen=True, slots=True)
class Return:
    """What came back; ``base`` is the source that was sent, None if the file does not carry it any more.

    ``revisers`` are the names and days of the recorded changes, by the bookmark of the block that they begin in.
    """

    identifier: str
    version: str
    base: str | None
    accepted: tuple[Paragraph, ...]
    rejected: tuple[Paragraph, ...]
    comments: tuple[Comment, ...]
    revisers: Mapping[str, tuple[str, ...]]


def read_return(name: str, data: bytes) -> Return:
    """Read a return; raise ``UsageError`` for a file that cannot be one, and say what it is."""
    if data.startswith(_OLE):
        hint = "open it in Word, take off a password if there is one, and save it as .docx"
        raise _refused(
            "W001", f"{name} is protected by a password or in the format of old Word", hint
        )
    try:
        parcel = open_parcel(data)
        if b"opendocument" in parcel.files.get("mimetype", b""):
            hint = "open it in LibreOffice and save it as Word (.docx)"
            raise _refused("W001", f"{name} is an OpenDocument text", hint)
        main = parcel.main()
        document = parcel.part("", "officeDocument")
        body = document.child("w:body") if document else None
        if body is None:
            raise _refused("W002", f"{name} is no text document", "ask for the file again")
        identifier, version, base = _base(parcel)
        reader = _Reader(parcel, main, body)
        return Return(
            identifier,
            version,
            base,
            tuple(reader.paragraphs(ACCEPTED)),
            tuple(reader.paragraphs(REJECTED)),
            tuple(reader.comments()),
            reader.revisers(),
        )
    except WriterError as fault:
        hint = "ask the editor to save it as .docx and to send it again"
        reason = fault.findings[0].message
        raise _refused("W002", f"{name} is no Word file, or is damaged: {reason}", hint) from fault


def _refused(code: str, message: str, hint: str) -> UsageError:
    return UsageError(Diagnostic(code, Severity.ERROR, message, hints=(hint,)))


def _base(parcel: Parcel) -> tuple[str, str, str | None]:
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


class _Calls:
    """Takes the call of any note for the same sign."""

    def mark(self, identifier: str) -> str:
        del identifier
        return CALL

    def referred(self, bookmark: str) -> str:
        del bookmark
        return CALL


@dataclass(slots=True)
class _Reader:
    parcel: Parcel
    main: str
    body: Node
    _pending: list[str] = field(default_factory=list[str])

    def paragraphs(self, view: View) -> Iterator[Paragraph]:
        """Yield the paragraphs of the text, then those of the notes."""
        styles = sheet(self.parcel.part(self.main, "styles"))
        links = self.parcel.addresses(self.main)
        yield from self._blocks(view.of(self.body), Surroundings(styles, _Calls(), links, ""), "")
        notes = self.parcel.part(self.main, "footnotes")
        inside = self.parcel.addresses(self.parcel.related(self.main, "footnotes") or "")
        around = Surroundings(styles, _Calls(), inside, "")
        for note in notes.children if notes else ():
            number = note.attributes.get("w:id", "")
            if note.attributes.get("w:type", "normal") == "normal":
                yield from self._blocks(view.of(note), around, f"note {number}")

    def comments(self) -> Iterator[Comment]:
        """Yield the comments in the order of the comments part."""
        part = self.parcel.part(self.main, "comments")
        places = dict(self._commented(ACCEPTED.of(self.body)))
        for comment in part.children if part else ():
            given = comment.attributes
            text = "\n".join(
                "".join(piece.text for piece in line.all("w:t")) for line in comment.all("w:p")
            )
            yield Comment(
                given.get("w:author", ""),
                given.get("w:date", "")[:10],
                text,
                places.get(given.get("w:id", ""), ""),
            )

    def revisers(self) -> Mapping[str, tuple[str, ...]]:
        """Return who changed which block, and on which day; a change before the first block has the label ``""``."""
        found: dict[str, dict[str, None]] = {}
        label = ""
        notes = self.parcel.part(self.main, "footnotes")
        for block in (*self.body.all("w:p"), *(notes.all("w:p") if notes else ())):
            label = next(_labels(block), label)
            for name in _REVISIONS:
                for change in block.all(name):
                    who = change.attributes.get("w:author") or "someone"
                    when = change.attributes.get("w:date", "")[:10]
                    found.setdefault(label, {})[f"{who} {when}".rstrip()] = None
        return {label: tuple(sorted(names)) for label, names in found.items()}

    @staticmethod
    def _commented(body: Node) -> Iterator[tuple[str, str]]:
        label = ""
        for block in body.all("w:p"):
            found = [name for name in _labels(block) if name]
            label = found[-1] if found else label
            for name in ("w:commentReference", "w:commentRangeStart"):
                for anchor in block.all(name):
                    yield anchor.attributes.get("w:id", ""), label

    def _blocks(self, node: Node, around: Surroundings, story: str) -> Iterator[Paragraph]:
        for child in node.children:
            if child.name == "w:p":
                yield self._paragraph(child, around, story)
            elif child.name == "w:bookmarkStart":
                self._pending += _label(child)
            elif child.name == "w:tc":
                yield from self._blocks(child, around, story or "cell")
            elif child.name not in {"w:tblPr", "w:sectPr", "w:sdtPr", "w:trPr", "w:tcPr"}:
                yield from self._blocks(child, around, story)

    def _paragraph(self, node: Node, around: Surroundings, story: str) -> Paragraph:
        style = around.sheet.style_of(node)
        line = Line(around, style)
        line.hear(node)
        labels = (*self._pending, *_labels(node))
        self._pending.clear()
        text = "".join(line.text)
        return Paragraph(
            labels, text, tuple(marks_of(text, line.traits)), _level(node, around.sheet), story
        )


def marks_of(text: str, traits: Iterable[Trait]) -> list[Marks]:
    """Return what is said of each character of a text, but for what its paragraph and its language say."""
    said: list[set[tuple[str, str]]] = [set() for _ in text]
    for trait in traits:
        if trait.feature not in _UNMARKED:
            for at in range(trait.start, trait.end):
                said[at].add((trait.feature, trait.value))
    return [frozenset(marks) for marks in said]


def _level(node: Node, styles: Sheet) -> int:
    level = value_of(styles.paragraph(node), "w:outlineLvl")
    return int(level) + 1 if level.isdigit() and int(level) < 9 else 0


def _labels(node: Node) -> Iterator[str]:
    for mark in node.all("w:bookmarkStart"):
        yield from _label(mark)


def _label(mark: Node) -> list[str]:
    name = mark.attributes.get("w:name", "")
    return [name] if name.startswith("_rel_") else []
