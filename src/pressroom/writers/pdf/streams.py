"""How streams are written."""

# pyright: reportPrivateUsage=false, reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import zlib
from typing import Any

import pydyf

_CR = ord("\r")


def stream_data(stream: Any) -> bytes:
    """Write a stream, once; stands in for ``pydyf.Stream.data``, which is asked for the file and again for its identifier."""
    written: bytes | None = getattr(stream, "written", None)
    if written is None:
        written = stream.written = _written(stream)
    return written


def fold(stream: Any) -> None:
    """Pack a content stream that is complete: its operators take many times the room."""
    content = _content(stream)
    if zlib.adler32(content) & 0xFF == _CR:  # the last byte of what is packed (RFC 1950)
        content += b"\n"
    stream.stream = [content]
    stream_data(stream)
    stream.stream = []


def _content(stream: Any) -> bytes:
    return b"\n".join(
        item if type(item) is bytes else pydyf._to_bytes(item)  # noqa: SLF001  # how it writes numbers
        for item in stream.stream
    )


def _written(stream: Any) -> bytes:
    """Write a stream so that its length can be told by its end, too.

    Checkers of PDF/A measure a stream up to the line end before ``endstream`` (ISO 19005-3 §6.1.6.1) and take CR LF for one: a
    stream that happens to end in CR seems to be a byte shorter than it says. Such a one is written plain or, if it was packed
    before, with a byte behind what unpacks.
    """
    content = _content(stream)
    entries = pydyf.Dictionary(dict(stream.extra))
    packed = zlib.compress(content, 9) if stream.compress else b"\r"
    if not packed.endswith(b"\r"):
        entries["Filter"] = "/FlateDecode"
        content = packed
    elif content.endswith(b"\r"):
        content += b"\n"
    entries["Length"] = len(content)
    return b"\n".join((entries.data, b"stream", content, b"endstream"))
