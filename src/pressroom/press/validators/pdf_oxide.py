"""pdf-oxide: what a PDF claims to be, and whether its catalogue, metadata, page boxes and annotations bear it out.

The one free judge of PDF/X. It does not look into pages: colours and ink are for ``proof.preflight``.
"""

from __future__ import annotations

from typing import Literal

from pressroom.press.validators.tool import package

_OF_ITSELF = "[WARN-"
"""What it says that it did not look at begins so."""


def version() -> str:
    """Return its version; raises MissingToolError."""
    return package("pdf-oxide")


def validate(document: bytes, standard: Literal["PDF/A-3a", "PDF/X-4"]) -> list[str]:
    """List what a PDF lacks of a standard, warnings included."""
    from pdf_oxide import PdfDocument

    try:
        pdf = PdfDocument.from_bytes(document)
        match standard:
            case "PDF/A-3a":
                report = pdf.validate_pdf_a("3a")
            case "PDF/X-4":
                report = pdf.validate_pdf_x("4")
    except OSError as error:
        return [f"unreadable: {error}"]
    said: list[str] = [*report["errors"], *report["warnings"]]
    return [fault for fault in said if not fault.startswith(_OF_ITSELF)]
