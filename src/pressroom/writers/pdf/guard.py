"""The engine that this writer reaches into, and the refusal of any other."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from pressroom.diagnostics import Diagnostic, Severity, WriterError

ENGINE_VERSION = "70.0"


def require_engine() -> None:
    """Raise ``WriterError`` unless the one WeasyPrint that this writer knows is installed."""
    try:
        found = version("weasyprint")
    except PackageNotFoundError:
        found = ""
    if found != ENGINE_VERSION:
        have = f"WeasyPrint {found} is installed" if found else "WeasyPrint is not installed"
        message = f"the pdf writer works with WeasyPrint {ENGINE_VERSION} alone, but {have}"
        hint = f"install it with: pip install weasyprint=={ENGINE_VERSION}"
        raise WriterError(Diagnostic("A101", Severity.ERROR, message, hints=(hint,)))
