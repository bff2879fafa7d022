"""openxml-audit: the rules of the Open XML SDK, and what Word refuses beyond them (missing styles, cells without text)."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from pressroom.press.validators.tool import package


def version() -> str:
    """Return its version; raises MissingToolError."""
    return package("openxml-audit")


def validate(document: bytes) -> list[str]:
    """List the faults of a DOCX, warnings included."""
    from openxml_audit import OpenXmlValidator

    with TemporaryDirectory() as folder:
        path = Path(folder, "document.docx")
        path.write_bytes(document)
        return [str(error) for error in OpenXmlValidator().validate(path).errors]
