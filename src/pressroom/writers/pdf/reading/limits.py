"""How much a file may ask of its reader."""

from __future__ import annotations

import zlib

import pikepdf

PAGES = 5_000
STREAM_BYTES = 64 * 1024 * 1024
INSTRUCTIONS = 5_000_000
FORM_DEPTH = 8
NESTING = 64
ELEMENTS = 1_000_000
CODES = 70_000


class RefusedError(Exception):
    """A file is none that this reader takes, or asks for more than any artifact of ours does; the message says what."""


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
