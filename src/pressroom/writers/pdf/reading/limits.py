"""How much a file may ask of its reader."""

from __future__ import annotations

import re
import zlib

import pikepdf

PAGES = 5_000
FILE_BYTES = 256 * 1024 * 1024
UNPACKED_BYTES = 320 * 1024 * 1024
STREAMS = 50_000
STREAM_BYTES = 64 * 1024 * 1024
INSTRUCTIONS = 5_000_000
FORM_DEPTH = 8
NESTING = 64
ELEMENTS = 1_000_000
CODES = 70_000

_STEP = 1024 * 1024
_FIRST = 16


class RefusedError(Exception):
    """A file is none that this reader takes, or asks for more than any artifact of ours does; the message says what."""


def weigh(data: bytes) -> None:
    """Raise ``RefusedError`` for a file that would fill the memory on being opened, since its objects may be packed, too."""
    if len(data) > FILE_BYTES:
        raise RefusedError(f"it has more than {FILE_BYTES} bytes")
    size = 0
    for number, start in enumerate(re.finditer(rb"stream\r?\n", data)):
        if number > STREAMS:
            raise RefusedError(f"it has more than {STREAMS} streams")
        inflater = zlib.decompressobj()
        rest = data[start.end() : start.end() + _FIRST]
        at = start.end() + len(rest)
        while rest and not inflater.eof:
            try:
                size += len(inflater.decompress(rest, _STEP))
            except zlib.error:
                break  # not packed, or not this way
            if size > UNPACKED_BYTES:
                raise RefusedError(f"it unpacks to more than {UNPACKED_BYTES} bytes")
            rest = inflater.unconsumed_tail or data[at : at + _STEP]
            at += 0 if inflater.unconsumed_tail else len(rest)


def unpacked(stream: pikepdf.Object) -> bytes:
    """Return the data of a stream that is plain or deflated, up to 64 MiB; raise ``RefusedError`` for another."""
    raw = stream.read_raw_bytes()
    filters = stream.get("/Filter")
    if isinstance(filters, pikepdf.Array):
        filters = filters[0] if len(filters) == 1 else pikepdf.Name("/Several")
    if filters is None:
        return raw
    if filters != pikepdf.Name.FlateDecode or "/DecodeParms" in stream:
        raise RefusedError(f"a stream is packed with {filters}")
    try:
        inflater = zlib.decompressobj()
        data = inflater.decompress(raw, STREAM_BYTES)
    except zlib.error as fault:
        raise RefusedError(f"a stream is damaged: {fault}") from fault
    if inflater.unconsumed_tail:
        raise RefusedError(f"a stream unpacks to more than {STREAM_BYTES} bytes")
    return data
