"""What the chamber is asked to do."""

from __future__ import annotations

import os


def press(folder: str, *arguments: str) -> int:
    """Run the program in a folder."""
    from pressroom.cli.app import run

    os.chdir(folder)
    return run(arguments)
