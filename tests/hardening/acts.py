"""What the chamber is asked to do."""

from __future__ import annotations

import os
from pathlib import Path


def press(folder: str, *arguments: str) -> int:
    """Run the program in a folder."""
    from pressroom.cli.app import run

    os.chdir(folder)
    return run(arguments)


def hear(writer: str, path: str) -> int:
    """Read an artifact back; 5 if it is refused."""
    from pressroom.diagnostics import WriterError
    from pressroom.writers import registry

    try:
        registry.writer(writer).read_back(Path(path).read_bytes())
    except WriterError as refused:
        print(*(finding.message for finding in refused.findings))  # noqa: T201
        return refused.exit_code
    return 0
