"""Put finished files into a folder: all of them or none, each whole."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom.diagnostics import Diagnostic, Severity, UsageError


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write files into a folder, in their order; raise ``UsageError`` and change nothing if that cannot be done.

    All are written and flushed beside their places first and then renamed, so a reader meets the former file or the new one,
    never a part of either. Give last what vouches for the others.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name in files:
            if (folder / name).is_dir():
                raise IsADirectoryError(None, "it is a folder", str(folder / name))
        with TemporaryDirectory(dir=folder, prefix=".press-") as drying:
            for name, data in files.items():
                with (Path(drying) / name).open("wb") as sheet:
                    sheet.write(data)
                    sheet.flush()
                    os.fsync(sheet.fileno())
            for name in files:
                (Path(drying) / name).replace(folder / name)
    except OSError as reason:
        message = f"cannot write to {folder}: {reason.filename or folder}: {reason.strerror}"
        hint = "choose another folder with -o"
        raise UsageError(Diagnostic("U010", Severity.ERROR, message, hints=(hint,))) from reason
