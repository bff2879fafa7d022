"""What an archive can hold outside of its files: a comment, extra fields, bytes before, between and behind them."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from io import BytesIO

from pressroom.proof.leaks.markup import Found

_END = 22
"""The size of the record that ends an archive without a comment (APPNOTE 4.3.16)."""
_HEADER = 30
"""The size of the header before a file, without its name (APPNOTE 4.3.7)."""
_ENTRY = 46
"""The size of an entry of the directory, without the file's name (APPNOTE 4.3.12)."""


def loose_bytes(data: bytes) -> Iterator[Found]:
    """Look through an archive that can be read."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        entries = archive.infolist()
        if archive.comment or any(entry.comment or entry.extra for entry in entries):
            yield "A032", "a comment or an extra field in the archive", ""
        names = sum(2 * len(entry.filename.encode()) + _HEADER + _ENTRY for entry in entries)
        packed = sum(entry.compress_size for entry in entries)
        if names + packed + _END != len(data) - len(archive.comment):
            yield "A035", "bytes that belong to no file of the archive", ""
