"""ZIP archives: written so that the same files give the same bytes, read so that a hostile one does no harm."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import datetime
from io import BytesIO
from typing import NoReturn

from pressroom.diagnostics import Diagnostic, Severity, WriterError

_MOST_FILES = 4096
_MOST_BYTES = 256 * 1024 * 1024
_COMPRESSED = (".gif", ".jpg", ".jpeg", ".png", ".woff", ".woff2")


def write_archive(
    files: Iterable[tuple[str, bytes]], moment: datetime, stored: frozenset[str] = frozenset()
) -> bytes:
    """Pack files in their order; pictures and the names in ``stored`` are not compressed again.

    Every entry carries ``moment`` (ZIP knows even seconds from 1980 on), no owner, and the mode of a plain file.
    """
    stamp = (max(moment.year, 1980), *moment.timetuple()[1:5], moment.second // 2 * 2)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files:
            entry = zipfile.ZipInfo(name, stamp)
            entry.create_system = 3
            entry.external_attr = 0o100644 << 16
            plain = name in stored or name.lower().endswith(_COMPRESSED)
            entry.compress_type = zipfile.ZIP_STORED if plain else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=9)
    return buffer.getvalue()


def read_archive(data: bytes) -> Mapping[str, bytes]:
    """Unpack an archive in memory.

    Raises ``WriterError`` if it is none, is damaged or encrypted, holds more than 4096 files or 256 MiB, or names a file twice
    or outside itself.
    """
    files: dict[str, bytes] = {}
    left = _MOST_BYTES
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if len(archive.infolist()) > _MOST_FILES:
                _refuse(f"it holds more than {_MOST_FILES} files")
            for entry in archive.infolist():
                if entry.is_dir():
                    continue
                if _leaves(entry.filename) or entry.filename in files:
                    _refuse(f"it names {entry.filename!r}, which is outside it or there twice")
                with archive.open(entry) as stream:
                    files[entry.filename] = stream.read(left + 1)
                left -= len(files[entry.filename])
                if left < 0:
                    _refuse(f"it unpacks to more than {_MOST_BYTES} bytes")
    except (
        zipfile.BadZipFile,
        zlib.error,
        struct.error,
        EOFError,
        LookupError,
        NotImplementedError,
        OSError,
        OverflowError,
        RuntimeError,
        ValueError,
    ) as fault:
        _refuse(str(fault))
    return files


def _leaves(name: str) -> bool:
    return name.startswith("/") or "\\" in name or ".." in name.split("/")


def _refuse(fact: str) -> NoReturn:
    message = f"the archive cannot be read: {fact}"
    raise WriterError(Diagnostic("A200", Severity.ERROR, message)) from None
