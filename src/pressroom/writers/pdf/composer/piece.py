"""A piece of a composed line as the engine draws it: shaped when it is drawn, with the gaps of the composer."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false

from __future__ import annotations

from array import array
from typing import Any

from weasyprint.text.ffi import TO_UNITS, pango
from weasyprint.text.line_break import Layout

from pressroom.writers.pdf.composer.shaping import FIELDS, advances, glyph_runs

_CLEAR = 0.3
"""The engine cuts the numbers of a TJ operator off; so much beside the integer, the one that is meant comes out."""


UNSEEN = 0.095
"""The widest gap, in em, that no reader of PDF takes for a space (cjk-rules S14)."""


class PieceLayout(Layout):
    """Stands in for a Pango layout; ``gaps`` is what is added behind each character, in CSS pixels.

    ``said``: what is copied is the text and nothing else; ``tail`` is the width of a space drawn behind it, none if 0.
    """

    def __init__(self, text: str, style: Any, gaps: array[float], max_width: float) -> None:
        self.text = self.piece = text
        self.gaps = gaps
        self.max_width = max_width
        self.justification_spacing = 0
        self.first_line_direction = 0
        self.said = False
        self.tail = 0.0
        if style["text_decoration_line"] != "none":
            self.setup(style)  # its metrics are read before it is drawn
            super().deactivate()

    def reactivate(self, style: Any) -> None:
        """Shape the text again and put the gaps into the advances of its glyphs."""
        self.setup(style)
        gaps, text = self.gaps, self.piece
        if self.tail:
            text += " "
            gaps = gaps[:-1] + array("d", [0.0, self.tail - advances(text, style)[-1]])
        self.set_text(text)
        if any(gaps):
            _open(self, text, gaps, style["font_size"])


def _open(layout: Layout, text: str, gaps: array[float], size: float) -> None:
    """Put gaps into the advances of the glyphs of a layout."""
    pango.pango_layout_set_single_paragraph_mode(layout.layout, True)  # noqa: FBT003  # Pango's own signature
    line, _ = layout.get_first_line()
    thousandth = size * TO_UNITS / 1000
    owed = 0.0
    for run in glyph_runs(line, text):
        characters = [*run.characters, run.end]
        for at in range(len(run.characters)):
            if characters[at + 1] <= characters[at]:
                continue  # the gap of a cluster goes behind its last glyph
            gap = gaps[characters[at + 1] - 1]
            if run.glyphs[at * FIELDS] == pango.PANGO_GLYPH_EMPTY:
                # The engine writes the width of what is not seen as it is, in 1/1024 for 1/1000 em.
                run.glyphs[at * FIELDS + 1] += round(gap * 1000)
            elif gap:
                # What rounding takes from one gap the next one gets, so that the edge of the line stays where it is.
                wanted = gap * TO_UNITS / thousandth + owed
                whole = round(wanted)
                owed = wanted - whole
                nudge = _CLEAR if whole > 0 else -_CLEAR if whole < 0 else 0
                run.glyphs[at * FIELDS + 1] += round((whole + nudge) * thousandth)
        run.room[:] = run.glyphs.tobytes()
