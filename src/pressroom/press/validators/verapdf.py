"""veraPDF, the reference for PDF/A and PDF/UA, where somebody installed it."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal

from pressroom.press.validators.tool import program, run

_ORIGIN = "its installer is at verapdf.org, and it needs Java"


def version() -> str:
    """Return its version; raises MissingToolError."""
    first, _, _ = run(program("verapdf", _ORIGIN), "--version").stdout.partition("\n")
    return first.removeprefix("veraPDF ").strip()


def validate(document: bytes, flavour: Literal["3a", "ua1"]) -> list[str]:
    """List what it says of a PDF that does not pass; raises MissingToolError."""
    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(document)
        done = run(
            program("verapdf", _ORIGIN), "--format", "text", "-v", "--flavour", flavour, str(path)
        )
    if done.returncode == 0 and done.stdout.startswith("PASS"):
        return []
    said = (done.stdout + done.stderr).replace(str(path), "document.pdf").splitlines()
    return said or [f"it ended with {done.returncode}"]
