"""A font face on this machine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FontKey:
    """What is asked for: a family by its English name, and one of its four plain styles."""

    family: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class FontFace:
    """A face that was found: a file, its place in a collection, its own version.

    ``instance`` is the place (from 1) of a named instance when the file is a variable font, else 0.
    """

    key: FontKey
    path: Path
    index: int
    postscript_name: str
    version: str
    instance: int = 0


FontSet = Mapping[FontKey, FontFace]
