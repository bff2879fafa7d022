"""The text of a box in a composed line, as the engine draws it: from the glyphs of its paragraph, with the composer's gaps."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import Any

from weasyprint.text.ffi import FROM_UNITS
from weasyprint.text.line_break import Layout

from pressroom.writers.pdf.composer.glyphs import GlyphRun, Glyphs, runs_of

UNSEEN = 0.095
"""The widest gap, in em, that no reader of PDF takes for a space (cjk-rules S14)."""


class PieceLayout(Layout):
    """Stands in for a Pango layout.

    ``texts`` are the glyphs of the box in the paragraph, of which those of ``text`` are drawn: from the character ``start`` on;
    ``gaps`` is what is added behind each character, in CSS pixels; ``hyphen`` is that of a word which is divided behind it, and has
    a gap of its own.
    """

    __slots__ = ("gaps", "hyphen", "start", "text", "texts")

    max_width = None
    justification_spacing = 0
    first_line_direction = 0

    def __init__(
        self,
        text: str,
        start: int,
        texts: tuple[Glyphs, ...],
        style: Any,
        gaps: list[float],
        hyphen: GlyphRun | None,
    ) -> None:
        self.text = text
        self.start = start
        self.texts = texts
        self.gaps = array("f", gaps)
        self.hyphen = hyphen
        if style["text_decoration_line"] != "none":
            self.setup(style)  # its metrics are read when it is drawn
            super().deactivate()

    def glyphs(self) -> Iterator[GlyphRun]:
        """Yield the glyphs of the text."""
        return runs_of(self.texts, self.start, self.start + len(self.text))

    def width(self, end: int) -> float:
        """Return how far it is to the character ``end`` of the text, in CSS pixels."""
        runs = runs_of(self.texts, self.start, self.start + end)
        return FROM_UNITS * sum(sum(run.advances) for run in runs) + sum(self.gaps[:end])

    def release(self) -> None:
        """Forget what was drawn: a long document is laid out as a whole before its first page is drawn."""
        self.text, self.texts, self.gaps = "", (), array("f")

    def reactivate(self, style: Any) -> None:
        """Do nothing: what is drawn is shaped."""

    def deactivate(self) -> None:
        """Do nothing, either."""
