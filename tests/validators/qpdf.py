"""qpdf: the syntax of a PDF, its cross-references, streams and compression."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from validators.tool import program, run


def validate(document: bytes) -> list[str]:
    """List errors and warnings in the syntax of a PDF; raises MissingToolError."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(document)
        done = run(program("qpdf"), "--check", str(path))
    if done.returncode == 0:
        return []
    return done.stderr.replace(f"{path}", "document.pdf").splitlines()
