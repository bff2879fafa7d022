"""What has no pages before somebody opens it, as pages: a DOCX as LibreOffice sets it, a book as Chromium draws it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path, PurePosixPath
from subprocess import TimeoutExpired
from tempfile import TemporaryDirectory

from pressroom.press.validators import libreoffice
from pressroom.press.validators.tool import MissingToolError, NoAnswerError, program, run
from pressroom.proof.record import Pages, Record, thumbnails
from pressroom.writers.archive import read_archive
from pressroom.writers.epub.read import documents


def opened(record: Record, files: Mapping[str, bytes]) -> Iterator[Pages]:
    """Yield the pages of the files of a record that have none of their own, as far as the programs are here and do their work."""
    for one in record.artifacts:
        try:
            match one.writer:
                case "docx":
                    by = f"LibreOffice {libreoffice.version()}"
                    sheets = [libreoffice.convert(files[one.name], "pdf")]
                case "epub":
                    by = "Chromium"
                    sheets = list(_printed(files[one.name]))
                case _:
                    continue
        except (MissingToolError, NoAnswerError, TimeoutExpired, libreoffice.UnreadableError):
            continue
        yield Pages(one.name, by, tuple(page for sheet in sheets for page in thumbnails(sheet)))


def _printed(book: bytes) -> Iterator[bytes]:
    """Yield each document of a book as a PDF; nothing that it names is asked for from outside."""
    files = read_archive(book)
    chromium = program("chromium")
    with TemporaryDirectory() as folder:
        for name, data in files.items():
            place = Path(folder, "book", *PurePosixPath(name).parts)
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        for number, name in enumerate(documents(files)):
            sheet = Path(folder, f"{number}.pdf")
            done = run(
                chromium,
                *("--headless", "--disable-gpu", "--host-resolver-rules=MAP * ~NOTFOUND"),
                *(["--no-sandbox"] if os.geteuid() == 0 else []),  # it refuses to start for root
                f"--user-data-dir={folder}/profile",
                *("--no-pdf-header-footer", f"--print-to-pdf={sheet}"),
                Path(folder, "book", name).as_uri(),
            )
            if not sheet.exists():
                raise NoAnswerError(done)
            yield sheet.read_bytes()
