"""LibreOffice: opens a DOCX as a word processor does, and shows what it understood."""

from __future__ import annotations

import atexit
import shutil
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory, mkdtemp
from typing import Literal

from pressroom.press.validators.tool import program, run

FILTERS = {"pdf": "pdf:writer_pdf_Export", "fodt": "fodt:OpenDocument Text Flat XML"}


class UnreadableError(ValueError):
    """LibreOffice could not open the document."""


@cache
def _profile() -> str:
    """Make a user profile of this run alone: no settings of a person, no second instance in the way."""
    folder = mkdtemp(prefix="libreoffice-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return Path(folder).as_uri()


@cache
def version() -> str:
    """Return its version; raises MissingToolError."""
    return run(program("soffice"), "--version").stdout.split()[1]


@lru_cache(maxsize=1)  # the judge and the record ask one after the other
def convert(document: bytes, to: Literal["pdf", "fodt"]) -> bytes:
    """Open a DOCX and save it as PDF or as flat XML; raises UnreadableError, MissingToolError."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(document)
        done = run(
            program("soffice"),
            f"-env:UserInstallation={_profile()}",
            "--headless",
            "--infilter=MS Word 2007 XML",  # else a broken package is opened as plain text
            *("--convert-to", FILTERS[to], "--outdir", folder, str(path)),
        )
        result = path.with_suffix(f".{to}")
        if not result.exists():
            raise UnreadableError(done.stdout + done.stderr)
        return result.read_bytes()


def validate(document: bytes) -> list[str]:
    """Tell whether LibreOffice opens a DOCX; raises MissingToolError."""
    try:
        convert(document, "pdf")
    except UnreadableError as error:
        return [f"LibreOffice cannot open the document: {error}"]
    return []
