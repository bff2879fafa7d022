"""What a tagged PDF says: its structure tree in order, each leaf with the text that its marked content draws.

No text is taken from the attached source or from metadata: what is heard is what is drawn, glyph by glyph, through the fonts'
own ``/ToUnicode``. An ``/ActualText`` is believed only where it differs from that by a space that fills a drawn gap.
"""

from __future__ import annotations

import warnings
from io import BytesIO

import pikepdf

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import HeardEdition
from pressroom.writers.pdf.reading.content import draw_all
from pressroom.writers.pdf.reading.hearing import hear
from pressroom.writers.pdf.reading.limits import RefusedError, weigh
from pressroom.writers.pdf.reading.statement import statements
from pressroom.writers.pdf.reading.tree import structure


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Read a PDF; raise ``WriterError`` for bytes that are none, for one without tags, and for one made to do harm."""
    try:
        weigh(data)
        with warnings.catch_warnings(), pikepdf.open(BytesIO(data)) as pdf:
            warnings.simplefilter(
                "error", UserWarning
            )  # pikepdf's way to say that content is cut short
            return hear(structure(pdf), draw_all(pdf), statements(pdf))
    except RefusedError as refusal:
        raise WriterError(_finding(str(refusal))) from refusal
    except DAMAGE as fault:
        raise WriterError(_finding("it is damaged, or no PDF at all")) from fault


def _finding(reason: str) -> Diagnostic:
    message = f"this is no tagged PDF that can be read: {reason}"
    return Diagnostic("A110", Severity.ERROR, message)


# What pikepdf raises, and what its objects make Python raise when an entry is missing or of another type than the standard says.
DAMAGE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    NotImplementedError,
    OSError,
    RuntimeError,
    TypeError,
    UserWarning,
    ValueError,
    pikepdf.PasswordError,
    pikepdf.PdfError,
)
