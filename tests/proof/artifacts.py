"""Artifacts of the sample, each made once, and ways to spoil them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache

import pikepdf

from pressroom.diagnostics import Diagnostic
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.proof.leaks import Secret, machine_secrets, scan
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import Artifact
from pressroom.writers.registry import writer

SECRETS = (*machine_secrets({}), Secret("CANARY WORDS", "a comment of the source"))


@cache
def world() -> World:
    """Return the faces of the sample's house."""
    return World(find(wanted(every_node().house)))


@cache
def artifact(name: str, *, public: bool = False) -> Artifact:
    """Return what a writer makes of the sample."""
    return writer(name).write(every_node(), World(world().fonts, public)).artifact


def codes(name: str, data: bytes, *, public: bool = False) -> set[str]:
    """Return the codes of what leaks out of some bytes that pass for an artifact."""
    return {finding.code for finding in found(name, data, public=public)}


def found(name: str, data: bytes, *, public: bool = False) -> tuple[Diagnostic, ...]:
    """Return what leaks out of some bytes that pass for an artifact."""
    whole = artifact(name, public=public)
    spoilt = Artifact(whole.name, whole.media_type, data)
    return scan(spoilt, every_node(), SECRETS, public=public)


def repacked(data: bytes, change: Callable[[dict[str, bytes]], None]) -> bytes:
    """Change the files of an archive."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    change(files)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def replaced(data: bytes, name: str, old: str, new: str) -> bytes:
    """Replace text in a file of an archive, once; it must be there."""

    def change(files: dict[str, bytes]) -> None:
        assert old.encode() in files[name], (name, old)
        files[name] = files[name].replace(old.encode(), new.encode(), 1)

    return repacked(data, change)


def redrawn(data: bytes, change: Callable[[pikepdf.Pdf], None]) -> bytes:
    """Change the objects of a PDF."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()
