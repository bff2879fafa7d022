"""What a tagged PDF says: its structure tree in order, each leaf with the text that its marked content draws.

Nothing is taken from the attached source, from ``/ActualText`` or from metadata: what is heard is what is drawn, glyph by glyph,
through the fonts' own ``/ToUnicode``.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import HeardEdition
from pressroom.writers.pdf.reading.content import Script, draw
from pressroom.writers.pdf.reading.hearing import hear
from pressroom.writers.pdf.reading.limits import PAGES, HostileError
from pressroom.writers.pdf.reading.tree import structure


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Read a PDF; raise ``WriterError`` for bytes that are none, for one without tags, and for one made to do harm."""
    try:
        with pikepdf.open(BytesIO(data)) as pdf:
            if len(pdf.pages) > PAGES:
                raise HostileError(f"more than {PAGES} pages")
            scripts: list[Script] = [draw(pdf, page) for page in pdf.pages]
            return hear(structure(pdf), scripts)
    except (pikepdf.PdfError, *_DAMAGE) as fault:
        reason = str(fault) or type(fault).__name__
        raise WriterError(
            Diagnostic("A110", Severity.ERROR, f"this is no tagged PDF that can be read: {reason}")
        ) from fault


# What a file can make pikepdf's objects raise when an entry is missing or of another type than the standard says.
_DAMAGE = (
    ArithmeticError,
    AttributeError,
    HostileError,
    LookupError,
    NotImplementedError,
    TypeError,
    UnicodeError,
    ValueError,
)
