"""A file of somebody else's made into a source, and what lies beside it."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from dataclasses import dataclass
from pathlib import Path
from shlex import quote

from pressroom.diagnostics import Diagnostic, Report, Severity, SourceError, UsageError
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.merge.envelope import OLE, ZIP, opened
from pressroom.model.characters import UNUSABLE
from pressroom.place import SourceFile
from pressroom.press.desk import STANDARD_INPUT, read_bytes
from pressroom.press.goal import check_goal
from pressroom.readers.compose import make_source
from pressroom.readers.draft import Draft, Imported, UnreadableError
from pressroom.readers.pasted import read_pasted
from pressroom.source.fences import split
from pressroom.source.parse import parse
from pressroom.source.reading import REORDERING, read_source

LARGEST_FILE = 64 * 1024 * 1024
"""The largest file that is imported, in bytes."""

_BOOK = b"META-INF/container.xml"
"""The name of a file that every book holds, and no other archive (EPUB OCF 3.3 §4.2.6.3.1)."""
_PAGE = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_READABLE = 5
"""In a text, fewer than one character in so many is one that no source may hold."""
_IDENTIFIED = re.compile(r"^id:", re.MULTILINE)
_EDITION = re.compile(r"^:{3,} *\{ *\.edition\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Brought:
    """What was made of a file, and what parsing it finds."""

    imported: Imported
    findings: tuple[Diagnostic, ...]


def bring_in(file: Path, output: Path, house: str) -> Brought:
    """Make a source of a file, in a new file.

    Raises ``UsageError``, ``SourceError`` or ``HouseError`` if that cannot be done.
    """
    check_goal(output)
    name = "standard input" if file == STANDARD_INPUT else str(file)
    identifier = re.sub("[^a-z0-9]+", "-", output.stem.lower())[:64].strip("-") or "release"
    style = load_house(find_house(house))
    data = read_bytes(file, LARGEST_FILE)
    try:
        taken = _read(name, data, identifier)
        imported = make_source(taken, style, identifier) if isinstance(taken, Draft) else taken
    except UnreadableError as reason:
        finding = Diagnostic("U015", Severity.ERROR, f"{name} {reason.fact}", hints=(reason.hint,))
        raise SourceError(finding) from reason
    for picture in imported.pictures:
        if (output.parent / picture).exists():
            raise _is_there(output.parent / picture)
    _write(output, imported.source.encode())
    for picture, content in imported.pictures.items():
        _write(output.parent / picture, content)
    report = Report()
    parse(SourceFile(str(output), imported.source), report)
    return Brought(imported, tuple(report))


def _read(name: str, data: bytes, stem: str) -> Draft | Imported:
    """Take a file for what its first bytes say that it is."""
    if len(data) > LARGEST_FILE:
        what = f"is larger than {LARGEST_FILE // 1024 // 1024} MiB"
        raise UnreadableError(what, "make its pictures smaller")
    if not data.removeprefix(BOM_UTF8).strip():
        raise UnreadableError("is empty: there is nothing to import", "see whether it is the file")
    if data.startswith(ZIP) and _BOOK in data:
        from pressroom.readers.epub import read_epub

        return read_epub(data, stem)
    if data.startswith((OLE, ZIP)):
        from pressroom.readers.docx.reading import read_docx

        try:
            enclosure = opened(name, data)
        except UsageError as refusal:
            # As for every other file that cannot be read; to `merge` it is a wrong argument.
            raise SourceError(*refusal.findings) from refusal
        return read_docx(enclosure.data, stem)
    if b"%PDF-" in data[:1024]:
        from pressroom.readers.pdf.reading import read_pdf

        return read_pdf(data)
    if _PAGE.match(data[:4096]) or name.lower().endswith((".html", ".htm", ".xhtml")):
        from pressroom.readers.html.reading import read_html

        return read_html(data, stem)
    return read_pasted(_text_of(name, data))


def _text_of(name: str, data: bytes) -> str:
    """Decode a text that is to become a source: UTF-8, or UTF-16 with the byte order mark that Windows writes."""
    if data.startswith((BOM_UTF16_LE, BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace").encode()
    text = data.decode("utf-8", "replace")
    findings = Report()
    # What no source may hold is no reason to refuse a text: its reader leaves it out, and says so.
    held = data if "\ufffd" in text else REORDERING.sub("", UNUSABLE.sub("", text)).encode()
    if held.strip() and read_source(name, held, findings) is None:
        raise SourceError(*findings)
    if len(UNUSABLE.findall(text)) * _READABLE > len(text):
        raise UnreadableError("is no text", "see whether it is the file")
    text = text.removeprefix("\ufeff")
    if _is_source(text):
        raise UnreadableError(
            "is a source already", f"see what it needs: pressroom check {quote(name)}"
        )
    return text


def _is_source(text: str) -> bool:
    """Tell whether a text has front matter with an ``id:``, and an edition behind it."""
    parts = split(SourceFile("", text), Report())
    front, body = (text[: parts.body], text[parts.body :]) if parts else ("", "")
    return bool(_IDENTIFIED.search(front) and _EDITION.search(body))


def _write(path: Path, data: bytes) -> None:
    """Write a new file; raise ``UsageError`` rather than write over one."""
    try:
        with path.open("xb") as made:
            made.write(data)
    except FileExistsError as reason:
        raise _is_there(path) from reason
    except OSError as reason:
        message = f"cannot make {path}: {(reason.strerror or 'the system refuses').lower()}"
        raise UsageError(Diagnostic("U013", Severity.ERROR, message)) from reason


def _is_there(path: Path) -> UsageError:
    hint = "choose another name, or another folder, with -o"
    return UsageError(Diagnostic("U013", Severity.ERROR, f"{path} is there already", hints=(hint,)))
