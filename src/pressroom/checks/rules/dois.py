"""M201: the DOI in the text is that of the reference."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_DOI = re.compile(r"\b10\.\d{4,9}/[!-;=?-~]*[A-Za-z0-9]")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    reference = manuscript.release.reference
    if not reference or not reference.doi:
        return
    for lines in manuscript.lines:
        named = [(line, match) for line in lines for match in _DOI.finditer(line.text)]
        if all(match[0].lower() != reference.doi.lower() for _, match in named):
            for line, match in named:
                if line.part is not Part.NOTE:
                    message = f"the text names another DOI than the reference, {reference.doi}"
                    yield at(line, *match.span(), message, None, "correct one of the two")


RULE = Rule(
    "M201",
    "The DOI in the text is that of the reference",
    "One wrong figure leads the reader to another article. An edition that names the right one may cite others too, and so may a note.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("見<https://doi.org/10.5555/harbour.2>。", ""),
    _look,
)
