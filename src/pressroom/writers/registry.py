"""Writers by name, loaded when they are asked for.

The built-in ones come through the same entry points as those of other packages. Reading the entry points of a whole
environment costs tens of milliseconds, so the built-in names are looked up in a table first; a test holds the table against
the entry points.
"""

from __future__ import annotations

from importlib import import_module
from typing import cast

from pressroom.diagnostics import Diagnostic, Severity, UsageError
from pressroom.writers.contract import Writer

GROUP = "pressroom.writers"

BUILT_IN = {
    "pdf": "pressroom.writers.pdf:PdfWriter",
    "print": "pressroom.writers.pdf.print:PrintWriter",
    "docx": "pressroom.writers.docx:DocxWriter",
    "epub": "pressroom.writers.epub:EpubWriter",
    "html": "pressroom.writers.html:HtmlWriter",
    "text": "pressroom.writers.text:TextWriter",
    "ninjs": "pressroom.writers.ninjs:NinjsWriter",
}


def names() -> tuple[str, ...]:
    """Return the names of all writers: the built-in ones in their order, then those of other packages by name."""
    from importlib.metadata import entry_points

    others = {point.name for point in entry_points(group=GROUP)} - BUILT_IN.keys()
    return (*BUILT_IN, *sorted(others))


def writer(name: str) -> Writer:
    """Return a writer by name; raise ``UsageError`` for a name that nobody provides."""
    if name in BUILT_IN:
        module, _, attribute = BUILT_IN[name].partition(":")
        return cast("type[Writer]", getattr(import_module(module), attribute))()
    from importlib.metadata import entry_points

    for point in entry_points(group=GROUP, name=name):
        return cast("type[Writer]", point.load())()
    message = f"there is no writer called {name!r}"
    hint = f"the writers here are {', '.join(names())}"
    raise UsageError(Diagnostic("U001", Severity.ERROR, message, hints=(hint,)))
