"""T208: full-width letters and figures (cjk-rules T08)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_WIDE = re.compile("[０-９Ａ-Ｚａ-ｚ％]+(?:[．，][０-９]+)*％?")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_WIDE):
            narrow = unicodedata.normalize("NFKC", match[0])
            message = f"full-width {match[0]}"
            yield at(line, *match.span(), message, narrow, f"write {narrow}")


RULE = Rule(
    "T208",
    "Figures and Latin letters are half-width",
    "Full-width figures cannot be searched for or copied into a form. The repair touches figures, so it is yours to confirm.",
    Severity.WARNING,
    Repair.UNSAFE,
    Example("共有１２艘漁船。", "共有12艘漁船。"),
    _look,
)
