"""foliate-js, the engine of a widely used e-book reader, in the system's Chromium: a valid book can still fail to open."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from validators.tool import NODE_MODULES, node, node_module, program, run


@dataclass(frozen=True, slots=True)
class Face:
    """One ``@font-face`` rule of a section; ``status`` is "loaded", "unloaded" (no text asked for it) or "error"."""

    family: str
    weight: str
    status: str


@dataclass(frozen=True, slots=True)
class Section:
    """One document of the spine as the reader shows it."""

    id: str
    language: str
    text: str
    writing_mode: str
    fonts: tuple[Face, ...]


def validate(document: bytes) -> list[str]:
    """List what goes wrong when an EPUB is opened and every section turned to; raises MissingToolError."""
    report = _read(document)
    faults: list[str] = report["faults"]
    return [
        *faults,
        *(
            f"{section.id}: the font {face.family} {face.weight} does not load"
            for section in _sections(report)
            for face in section.fonts
            if face.status == "error"
        ),
    ]


def sections(document: bytes) -> list[Section]:
    """Read an EPUB as a reader shows it; raises MissingToolError."""
    return _sections(_read(document))


def _sections(report: dict[str, Any]) -> list[Section]:
    return [
        Section(fonts=tuple(Face(**face) for face in section.pop("fonts")), **section)
        for section in report["sections"]
    ]


def _read(document: bytes) -> dict[str, Any]:
    node_module("foliate-js", "view.js")
    with TemporaryDirectory() as folder:
        book = Path(folder, "book.epub")
        book.write_bytes(document)
        done = run(
            node(),
            str(Path(__file__).with_name("reader.mjs")),
            str(NODE_MODULES),
            program("chromium"),
            str(book),
            environment={"HOME": folder},
        )
    if done.returncode:
        return {"faults": [done.stderr], "sections": []}
    report: dict[str, Any] = json.loads(done.stdout)
    return report
