"""M204: a DOI is shown as an address of doi.org (DOI Handbook §3.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.place import Span

_OLD = re.compile(r"(?:https?://dx\.doi\.org/|http://(?:www\.)?doi\.org/)(?=10\.)", re.IGNORECASE)


def _look(manuscript: Manuscript) -> Iterator[Found]:
    source = manuscript.release.source
    for edition in manuscript.release.editions:
        for match in _OLD.finditer(source.text, edition.span.start, edition.span.end):
            message = f"{match[0]} is a former form of the address"
            span = Span(*match.span())
            yield Found(span, message, ("write https://doi.org/",), "https://doi.org/")


RULE = Rule(
    "M204",
    "A DOI is an address of https://doi.org",
    "The former forms take a way round, without encryption, and count as other addresses.",
    Severity.WARNING,
    Repair.UNSAFE,
    Example("見<http://dx.doi.org/10.5555/harbour.1>。", "見<https://doi.org/10.5555/harbour.1>。"),
    _look,
)
