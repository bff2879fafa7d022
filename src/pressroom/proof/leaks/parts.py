"""All that is packed into a file: its own bytes, the files of an archive, the streams and strings of a PDF, data addresses."""

from __future__ import annotations

import binascii
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO

from pressroom.diagnostics import WriterError
from pressroom.writers.archive import read_archive

_DATA_ADDRESS = re.compile(rb"data:[\w.+/-]+;base64,([A-Za-z0-9+/=]+)")


@dataclass(frozen=True, slots=True)
class Part:
    """Some bytes of a file; ``name`` is "" for the file as a whole, else what it is called in it."""

    name: str
    data: bytes


def parts_of(data: bytes) -> Iterator[Part]:
    """Yield a file and all that is packed into it, however deep."""
    yield Part("", data)
    yield from _within("", data)


def _within(name: str, data: bytes) -> Iterator[Part]:
    if data.startswith(b"PK"):
        inner = list(_archive(data))
    elif data.startswith(b"%PDF-"):
        inner = list(_pdf(data))
    else:
        inner = [Part("data", found) for found in _data_addresses(data)]
    for part in inner:
        nested = Part(f"{name}/{part.name}" if name else part.name, part.data)
        yield nested
        yield from _within(nested.name, nested.data)


def _archive(data: bytes) -> Iterator[Part]:
    try:
        files = read_archive(data)
    except WriterError:
        return
    for name, content in files.items():
        yield Part(name, content)


def _data_addresses(data: bytes) -> Iterator[bytes]:
    for found in _DATA_ADDRESS.finditer(data):
        try:
            yield b64decode(found[1], validate=True)
        except binascii.Error:
            continue


def _pdf(data: bytes) -> Iterator[Part]:
    """Yield the streams of a PDF, unpacked as far as they can be, and its strings as UTF-8."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            strings: list[str] = []
            for number, held in enumerate(pdf.objects, start=1):
                strings += _strings(held, 0)
                if isinstance(held, pikepdf.Stream):
                    yield Part(f"object {number}", _unpacked(held))
            strings += _strings(pdf.trailer, 0)
            yield Part("strings", "\n".join(strings).encode("utf-8", "replace"))
    except pikepdf.PdfError:
        return


def _unpacked(stream: object) -> bytes:
    import pikepdf

    assert isinstance(stream, pikepdf.Stream)  # noqa: S101  # the caller has looked
    try:
        return stream.read_bytes()
    except (pikepdf.PdfError, NotImplementedError):  # a picture in a codec of its own
        return stream.read_raw_bytes()


def _strings(held: object, depth: int) -> Iterator[str]:
    """Yield the strings of an object, without following references: what they refer to is an object as well."""
    import pikepdf

    if isinstance(held, pikepdf.String):
        yield str(held)
    elif isinstance(held, pikepdf.Array) and depth < 32:
        for item in list(held):
            yield from _direct(item, depth)
    elif isinstance(held, pikepdf.Dictionary | pikepdf.Stream) and depth < 32:
        for key in list(held.keys()):
            if key != "/Parent":
                yield from _direct(held[key], depth)


def _direct(item: object, depth: int) -> Iterator[str]:
    import pikepdf

    if isinstance(item, pikepdf.Object) and not item.is_indirect:
        yield from _strings(item, depth + 1)
