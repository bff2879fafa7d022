"""outloud: PDF/UA rule by rule, from another hand than page-validation; it reads pages with MuPDF."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom.press.validators.tool import package


def version() -> str:
    """Return its version; raises MissingToolError."""
    return package("outloud")


def validate(document: bytes) -> list[str]:
    """List the rules of PDF/UA-1 that a PDF breaks; what outloud advises beyond them is left out."""
    import outloud

    with TemporaryDirectory() as folder:
        path = Path(folder, "document.pdf")
        path.write_bytes(document)
        result = outloud.check(  # pyright: ignore[reportUnknownMemberType]  (lists without their items)
            str(path), layers=["conformance"]
        )
    if result.error:
        return [f"unreadable: {result.error}"]
    crashed = [
        f"{run.rule}: ended with {run.reason}" for run in result.runs if run.status == "crashed"
    ]
    return crashed + [f"{fault.rule}: {fault.message}" for fault in result.findings]
