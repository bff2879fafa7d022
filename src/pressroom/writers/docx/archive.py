"""A ZIP file that comes out the same on any machine and any day."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST = ("[Content_Types].xml", "_rels/.rels", "word/document.xml")
"""What comes first, so that a program that looks at the head knows what it has."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


def pack(archive: bytes) -> bytes:
    """Write an archive anew: fixed order, no time, no owner, no system."""
    with ZipFile(BytesIO(archive)) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    names = [*_FIRST, *sorted(parts.keys() - set(_FIRST))]
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED, compresslevel=9) as made:
        for name in names:
            entry = ZipInfo(name, _EPOCH)
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = ZIP_DEFLATED
            made.writestr(entry, parts[name], compresslevel=9)
    return buffer.getvalue()
