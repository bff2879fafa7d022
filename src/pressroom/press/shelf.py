"""Put finished files into a folder: all of them or none, each whole."""

from __future__ import annotations

import os
import shutil
from collections.abc import Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom.diagnostics import Diagnostic, Severity, UsageError

_DRYING = ".press-"
"""How the name of the folder begins in which files are written before they get their places."""


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, in their order; raise ``UsageError`` and change nothing if that cannot be done.

    All are written and flushed beside their places first and then renamed, so a reader meets the former file or the new one,
    never a part of either. Give last what vouches for the others: a build that is killed between two renames leaves a former
    voucher, which then does not agree. What killed builds left beside the places is taken away.
    """
    try:
        if folder.exists() and not folder.is_dir():
            raise NotADirectoryError(None, "it is no folder", str(folder))
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(None, "it is a folder", str(folder / name))
        with _alone_in(folder), TemporaryDirectory(dir=folder, prefix=_DRYING) as drying:
            for name, data in files.items():
                with (Path(drying) / name).open("wb") as sheet:
                    sheet.write(data)
                    sheet.flush()
                    os.fsync(sheet.fileno())
            for name in files:
                (Path(drying) / name).replace(folder / name)
    except OSError as reason:
        why = (reason.strerror or "the system refuses").lower()
        message = f"cannot write to {folder}: {_named(reason, folder)}{why}"
        hint = "see that there is room and that you may write there, or choose another folder"
        raise UsageError(Diagnostic("U010", Severity.ERROR, message, hints=(hint,))) from reason


def _named(reason: OSError, folder: Path) -> str:
    """Return which file a reason is about, if it is one that the user knows."""
    name = str(reason.filename or "")
    return f"{name}: " if name and _DRYING not in name and name != str(folder) else ""


def unfinished(folder: Path, name: str) -> bool:
    """Tell whether a build ended, or is at work, before a file of this name got its place."""
    return any(folder.glob(f"{_DRYING}*/{name}"))


@contextmanager
def _alone_in(folder: Path) -> Generator[None]:
    """Hold the folder against other builds for a moment, and clear what dead ones left.

    The system lets go of the lock when a process dies, so whatever lies there while it is held belongs to nobody. Where the
    system knows no such lock, or the disk takes none, nothing is cleared.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):
            fcntl.flock(handle, fcntl.LOCK_EX)
            for litter in folder.glob(f"{_DRYING}*"):
                shutil.rmtree(litter, ignore_errors=True)
        yield
    finally:
        os.close(handle)
