"""qpdf: the syntax of a PDF, its cross-references, streams and compression."""

from __future__ import annotations

from io import BytesIO


def version() -> str:
    """Return the version of the library in pikepdf."""
    import pikepdf

    return pikepdf.__libqpdf_version__


def validate(document: bytes) -> list[str]:
    """List errors and warnings in the syntax of a PDF."""
    import pikepdf

    try:
        with pikepdf.open(BytesIO(document)) as pdf:
            return pdf.check_pdf_syntax()
    except pikepdf.PdfError as error:
        return [f"unreadable: {error}"]
