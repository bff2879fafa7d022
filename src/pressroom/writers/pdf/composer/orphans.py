"""The last word of an English paragraph: one of under four letters does not stand in its line alone."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

import re
from typing import Any

from weasyprint.formatting_structure import boxes

_SHORT = re.compile(r"(?<=[^ ] )(?=[^ \u2060]+ *$)(?=[^A-Za-z]*(?:[A-Za-z][^A-Za-z]*){0,3}$)")
"""Before a last word with up to three letters that follows another one."""


def tie_last_word(line: Any) -> None:
    """Tie a short last word to the one before it with a word joiner, which is neither drawn nor copied."""
    if (line.style["lang"] or "").partition("-")[0] != "en":
        return
    box = line
    while isinstance(box, boxes.LineBox | boxes.InlineBox) and box.children:
        box = box.children[-1]
    if isinstance(box, boxes.TextBox) and box.style["white_space"] == "normal":
        box.text = _SHORT.sub("\u2060", box.text)
