"""Bytes -> text that can be trusted: UTF-8, of a sane size, without characters that no output can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pressroom.diagnostics import Report
from pressroom.diagnostics.counted import counted
from pressroom.model.characters import UNUSABLE, describe
from pressroom.place import Place, SourceFile, Span

LARGEST = 1024 * 1024
"""The largest source that is read, in bytes; who opens a file need not read more than one byte past it."""

MOST_LINES = 50_000
"""The most lines that are read: five for each block that an edition may have."""

MOST_REPORTED = 20
"""How many bad characters are reported one by one."""

_IMPORT = "`pressroom import` makes a source of it"
_OLD = "save it as .docx; `pressroom import` makes a source of that"
_PICTURE = "it stands beside the source, which names it: `![caption](name.png)`"
_NO_SOURCE = (
    (b"PK\x03\x04", "a Word file or another ZIP", _IMPORT),
    (b"%PDF-", "a PDF", _IMPORT),
    (b"<!DOCTYPE html", "a web page", _IMPORT),
    (b"<html", "a web page", _IMPORT),
    (b"<?xml", "an XML file", "`pressroom import` makes a source of a web page in XML"),
    (b"\xd0\xcf\x11\xe0", "an old Office file", _OLD),
    (b"{\\rtf", "an RTF file", _OLD),
    (b"\x89PNG", "a picture", _PICTURE),
    (b"\xff\xd8\xff", "a picture", _PICTURE),
    (b"GIF8", "a picture", _PICTURE),
)
"""How files begin that are often taken for a source, what they are, and the way out; capitals and blanks tell nothing."""

REORDERING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Embeddings, overrides and isolates (UAX #9 §2, cjk-rules T18): what is shown is then not what is read and approved."""


def read_source(name: str, data: bytes, report: Report) -> SourceFile | None:
    """Decode a source; ``name`` is what the user calls it. Line ends stay as they are, a byte order mark goes."""
    if len(data) > LARGEST:
        hint = "a release is text: pictures and other files stay beside it"
        what = f"the file is larger than {LARGEST // 1024 // 1024} MiB"
        report.error("P002", what, _nowhere(name), hint)
        return None
    head = data.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    for start, kind, hint in _NO_SOURCE:
        if head.startswith(start.lower()):
            report.error("P006", f"the file is {kind}, no source", _nowhere(name), hint)
            return None
    if _is_utf16(data):
        _refuse_encoding(name, data, 0, report)
        return None
    try:
        text = data.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        _refuse_encoding(name, data, error.start, report)
        return None
    if not text.strip():
        hint = "write front matter and at least one edition, or begin with `pressroom new`"
        report.error("P001", "the file is empty", _nowhere(name), hint)
        return None
    lines = max(text.count("\n"), text.count("\r"))
    if lines > MOST_LINES:
        what = f"the file has {lines} lines; at most {MOST_LINES} are read"
        report.error("P002", what, _nowhere(name), "a release has some pages: part it")
        return None
    file = SourceFile(name, text)
    _refuse(file, UNUSABLE, "P004", "{} in the text: no output can hold this character", report)
    _refuse(file, REORDERING, "P005", "{} changes the order in which this line is shown", report)
    return None if report.failed else file


def _refuse(
    file: SourceFile, characters: re.Pattern[str], code: str, what: str, report: Report
) -> None:
    bad = characters.finditer(file.text)
    for found in islice(bad, MOST_REPORTED):
        place = Place(file, Span(*found.span()))
        report.error(code, what.format(describe(found[0])), place, "remove it")
    more = sum(1 for _ in bad)
    if more:
        message = counted(more, "more such character")
        report.error(code, message, _nowhere(file.name), "is this a text file?")


def _refuse_encoding(name: str, data: bytes, at: int, report: Report) -> None:
    """Report the first byte that is not UTF-8, in a text where such bytes are replaced."""
    before = data[:at].decode("utf-8")
    file = SourceFile(name, data.decode("utf-8", "replace"))
    place = Place(file, Span(len(before), len(before) + 1))
    what = f"the file is not UTF-8: byte {data[at]:02x} at offset {at}, line {file.position(len(before)).line}"
    encoding = next(_guesses(data), None)
    seen = f"the bytes look like {encoding}: " if encoding else ""
    report.error("P003", what, place, f"{seen}save it as UTF-8")


def _guesses(data: bytes) -> Iterator[str]:
    """Yield the names of the encodings that the bytes may be in, the likeliest first."""
    if _is_utf16(data):
        yield "UTF-16"
        return
    for encoding, name in (
        ("big5hkscs", "Big5"),
        ("gb18030", "GB 18030"),
        ("cp1252", "Windows-1252"),
    ):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252" or _mostly_han(text):
            yield name


def _is_utf16(data: bytes) -> bool:
    """Tell whether there is its byte order mark, or whether of the bytes every other one alone is often zero."""
    even, odd = data[:4096:2], data[1:4096:2]
    few, many = sorted([even.count(0), odd.count(0)])
    return data.startswith((b"\xff\xfe", b"\xfe\xff")) or (few == 0 and many * 4 > len(even))


def _mostly_han(text: str) -> bool:
    """Tell whether what is not ASCII reads as Chinese: common ideographs and full-width marks."""
    foreign = [character for character in text if not character.isascii()]
    han = sum(
        "\u4e00" <= c <= "\u9fff" or "\u3000" <= c <= "\u303f" or "\uff00" <= c <= "\uffef"
        for c in foreign
    )
    return han * 10 > len(foreign) * 9


def _nowhere(name: str) -> Place:
    return Place(SourceFile(name, ""), Span(0, 0))
