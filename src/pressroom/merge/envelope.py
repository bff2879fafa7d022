"""What came back: a DOCX, a ZIP with one in it, or something that only its program can make into one. Names tell nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from posixpath import basename

from pressroom.diagnostics import Diagnostic, Severity, UsageError, WriterError
from pressroom.writers.archive import read_archive

ZIP = b"PK\x03\x04"
OLE = b"\xd0\xcf\x11\xe0"
_SAVE = "open it in Word or LibreOffice and save it as .docx"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"%PDF", "a PDF", "ask for the Word file; what was marked in a PDF has to be written by hand"),
    (b"{\\rtf", "Rich Text (.rtf)", _SAVE),
)
_STREAMS: tuple[tuple[str, str, str], ...] = (
    (
        "EncryptedPackage",
        "protected by a password",
        "open it in Word, take the password off (File, Info, Protect Document) and save it again",
    ),
    ("WordDocument", "in the format of old Word (.doc)", _SAVE),
    ("", "an old Office file", "ask for a .docx"),
)
"""Streams that tell what a compound file is ([MS-OFFCRYPTO] §2.3.4, [MS-DOC] §2.1)."""

_MARKUP: tuple[tuple[bytes, str, str], ...] = (
    (b"schemas.microsoft.com/office/", "Word's XML (.xml)", _SAVE),
    (b"urn:oasis:names:tc:opendocument", "a flat OpenDocument text (.fodt)", _SAVE),
    (b"<html", "a web page", "ask for the Word file"),
)
_MEMBERS: tuple[tuple[str, str, str], ...] = (
    ("Index/Document.iwa", "a document of Pages", "in Pages, choose File, Export To, Word"),
    ("index.apxl", "a document of Pages", "in Pages, choose File, Export To, Word"),
    ("xl/workbook.xml", "a spreadsheet", "ask for the Word file"),
    ("ppt/presentation.xml", "a presentation", "ask for the Word file"),
)


@dataclass(frozen=True, slots=True)
class Enclosure:
    """A DOCX; ``found_in`` is the name of the ZIP that it came in, ``""`` for none."""

    name: str
    data: bytes
    found_in: str = ""


def opened(name: str, data: bytes) -> Enclosure:
    """Return the DOCX that a file is or holds.

    Raises ``UsageError``: W001 for another format, W002 for a damaged file or one without a document, W006 for several.
    """
    for beginning, what, way_out in _BEGINNINGS:
        if data.startswith(beginning):
            raise refused("W001", f"{name} is {what}", way_out)
    if data.startswith(OLE):
        what, way_out = next(
            (what, way_out)
            for stream, what, way_out in _STREAMS
            if stream.encode("utf-16-le") in data
        )
        raise refused("W001", f"{name} is {what}", way_out)
    head = data[:4096].lower()
    for sign, what, way_out in (
        _MARKUP if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<") else ()
    ):
        if sign in head:
            raise refused("W001", f"{name} is {what}", way_out)
    if not data.startswith(ZIP):
        hint = "ask whoever made it to save it as .docx and to send it again"
        raise refused("W002", f"{name} is no Word file, or is damaged", hint)
    try:
        return _unpacked(name, data, read_archive(data))
    except WriterError as fault:
        reason = fault.findings[0].message
        hint = "ask whoever made it to send it again, without a password and not split"
        raise refused("W002", f"{name} is damaged or locked: {reason}", hint) from fault


def _unpacked(name: str, data: bytes, files: Mapping[str, bytes]) -> Enclosure:
    if b"opendocument" in files.get("mimetype", b"")[:100]:
        raise refused("W001", f"{name} is an OpenDocument text (.odt)", _SAVE)
    for member, what, way_out in _MEMBERS:
        if member in files:
            raise refused("W001", f"{name} is {what}", way_out)
    if "[Content_Types].xml" in files:
        return Enclosure(name, data)
    documents = sorted(filter(_is_document, files))
    match documents:
        case [one]:
            inner = opened(f"{one} in {name}", files[one])
            return Enclosure(inner.name, inner.data, found_in=name)
        case []:
            held = _listed(files) or "nothing"
            raise refused("W002", f"{name} holds no Word file but {held}", "ask for the .docx")
        case several:
            hint = "unpack it and merge one after the other"
            raise refused("W006", f"{name} holds several files: {_listed(several)}", hint)


def _is_document(name: str) -> bool:
    """Tell a Word file from what systems and programs leave beside it (``__MACOSX/._a.docx``, ``~$a.docx``)."""
    hidden = name.startswith("__MACOSX/") or basename(name).startswith((".", "~$"))
    return name.lower().endswith((".docx", ".docm", ".doc", ".odt", ".rtf")) and not hidden


def _listed(names: Iterable[str]) -> str:
    first = sorted(names)
    more = f" and {len(first) - 6} more" if len(first) > 6 else ""
    return ", ".join(first[:6]) + more


def refused(code: str, message: str, hint: str) -> UsageError:
    """Make the error of a file that is refused."""
    return UsageError(Diagnostic(code, Severity.ERROR, message, hints=(hint,)))
