"""LibreOffice as the editor's program: opens a DOCX and saves it again."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from validators.tool import program, run


def saved_again(document: bytes) -> bytes:
    """Return a document as LibreOffice writes it."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(document)
        out = Path(folder, "out")
        run(
            program("soffice"),
            f"-env:UserInstallation={Path(folder, 'profile').as_uri()}",
            "--headless",
            *("--convert-to", "docx:MS Word 2007 XML", "--outdir", str(out), str(path)),
        )
        return (out / path.name).read_bytes()
