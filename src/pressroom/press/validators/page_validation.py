"""page-validation: PDF/A and PDF/UA rule by rule.

``pikepdf.pdfa`` is left out on purpose: its closed list knows neither PDF/A-3a nor the PDF/UA identifier,
so that it refuses every file that is both.
"""

from __future__ import annotations

from typing import Literal

from pressroom.press.validators.tool import package

Profile = Literal["2a", "2b", "2u", "3a", "3b", "3u", "ua-1"]


def version() -> str:
    """Return its version; raises MissingToolError."""
    return package("page-validation")


def validate(document: bytes, profile: Profile) -> list[str]:
    """List the rules of one profile that a PDF breaks."""
    import page

    try:
        report = page.validate_pdf_bytes(document, profile=profile)
    except page.PageError as error:
        return [f"unreadable: {error}"]
    return [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
