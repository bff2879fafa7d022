"""The fonts of this machine, as fontconfig lists them."""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from pathlib import Path

from pressroom.diagnostics import Diagnostic, HouseError, Severity

_FIELDS = ("file", "index", "family", "weight", "slant", "width", "postscriptname", "fontversion")
_FORMAT = "\x1f".join(f"%{{{field}}}" for field in _FIELDS) + "\x1e"

REGULAR, BOLD = "80", "200"
"""Weights as fontconfig counts them (``FC_WEIGHT_REGULAR``, ``FC_WEIGHT_BOLD``)."""
UPRIGHT, ITALIC = "0", "100"
"""Slants as fontconfig counts them (``FC_SLANT_ROMAN``, ``FC_SLANT_ITALIC``)."""
_NORMAL_WIDTH = "100"
_STYLES = {(REGULAR, UPRIGHT), (BOLD, UPRIGHT), (REGULAR, ITALIC), (BOLD, ITALIC)}


@dataclass(frozen=True, slots=True)
class Installed:
    """One plain face: ``index`` is its place in a collection, ``instance`` (from 1) that in a variable font, else 0."""

    families: tuple[str, ...]
    bold: bool
    italic: bool
    path: Path
    index: int
    instance: int
    postscript_name: str
    version: str


def installed() -> tuple[Installed, ...]:
    """List the regular, bold, italic and bold italic faces of normal width; raise ``HouseError`` without fontconfig."""
    try:
        listing = subprocess.run(  # noqa: S603  # a fixed command
            ["fc-list", "--format", _FORMAT],  # noqa: S607  # on PATH: the fontconfig of this machine
            capture_output=True,
            check=True,
            encoding="utf-8",
            errors="replace",
        ).stdout
    except (OSError, subprocess.CalledProcessError) as error:
        message = f"the fonts of this machine cannot be listed: {error}"
        hint = "install fontconfig: apt-get install fontconfig, or brew install fontconfig"
        raise HouseError(Diagnostic("F001", Severity.ERROR, message, hints=(hint,))) from error
    records = (record.split("\x1f") for record in listing.split("\x1e"))
    faces = (_face(record) for record in records if len(record) == len(_FIELDS))
    return tuple(face for face in faces if face)


def _face(record: list[str]) -> Installed | None:
    file, index, family, weight, slant, width, postscript_name, version = record
    if (weight, slant) not in _STYLES or width != _NORMAL_WIDTH:
        return None  # a variable font as a whole is among these: its weight is a range
    return Installed(
        families=tuple(family.split(",")),
        bold=weight == BOLD,
        italic=slant == ITALIC,
        path=Path(file),
        index=int(index) & 0xFFFF,
        instance=int(index) >> 16,
        postscript_name=postscript_name,
        version=f"{int(version) / 65536:.3f}",  # head.fontRevision, 16.16
    )
