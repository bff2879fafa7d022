"""The only door to files beside a release: nothing outside its folder can be read through it."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from unicodedata import normalize


class FolderError(Exception):
    """A file cannot be had; the text is a whole message, ``hint`` names the way out."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


@dataclass(frozen=True, slots=True)
class ReleaseFolder:
    """The folder that a release stands in."""

    root: Path

    def read(self, name: str, limit: int) -> bytes:
        """Return the bytes of a file below the folder, ``limit`` of them at most; raise ``FolderError`` for any other.

        ``name`` has forward slashes and the very letters of the file's name: a name that differs in case would be found on one
        machine and not on the next.
        """
        path = self._find(name)
        try:
            # without O_NONBLOCK, opening a FIFO would wait for ever
            handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0))
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    raise FolderError("I003", f"{name} is no file", "name a picture file")
                data = file.read(limit + 1)
        except OSError as error:
            message = f"{name} cannot be read ({(error.strerror or 'no reason given').lower()})"
            raise FolderError("I004", message, "see whether the file may be opened") from error
        if len(data) > limit:
            message = f"{name} is larger than {limit // 2**20} MiB"
            raise FolderError("I005", message, "make it smaller")
        return data

    def _find(self, name: str) -> Path:
        parts = PurePosixPath(name).parts
        if (
            not parts
            or name.startswith("/")
            or ".." in parts
            or "\\" in name
            or "\0" in name
            or ":" in parts[0]
        ):
            raise _outside(name)
        root = Path(os.path.realpath(self.root))
        path = self.root
        for part in parts:
            path = _entry(path, part, name)
            if not Path(os.path.realpath(path)).is_relative_to(root):
                raise _outside(name)
        return path


def _outside(name: str) -> FolderError:
    return FolderError(
        "I002",
        f"{name!r} lies outside the release's folder",
        "put the file beside the release and name it without a path that leaves",
    )


def _entry(folder: Path, part: str, name: str) -> Path:
    """Find an entry by its exact name; a name in another normal form of Unicode is the same name."""
    try:
        entries = sorted(os.listdir(folder))  # noqa: PTH208 # names are all that is wanted
    except OSError:
        entries = []
    for entry in entries:
        if normalize("NFC", entry) == normalize("NFC", part):
            return folder / entry
    for entry in entries:
        if entry.casefold() == part.casefold():
            message = f"there is no {name}, but its name differs only in case from {entry}"
            raise FolderError("I001", message, f"write {entry}")
    raise FolderError(
        "I001", f"there is no {name} beside the release", "put it there, or correct the name"
    )
