"""Differences in words, each with its place in the source."""

from __future__ import annotations

from dataclasses import dataclass

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.edition.projection import Feature, Said
from pressroom.place import Place, SourceFile, Span
from pressroom.proof.normalise import first_difference, normalise
from pressroom.proof.traits import Difference
from pressroom.writers.contract import LINE_END

_CONTEXT = 24
_CODES: dict[Feature, str] = {
    "language": "A006",
    "link": "A007",
    "note-call": "A007",
    "heading": "A009",
    "item": "A009",
    "cell": "A009",
    "picture": "A026",
}
_MARK = "A008"
_NAMES: dict[Feature, str] = {
    "language": "language",
    "link": "link",
    "note-call": "call of note",
    "ruby": "reading",
    "heading": "heading of level",
    "item": "list item",
    "cell": "table cell",
}


@dataclass(frozen=True, slots=True)
class Where:
    """An edition of an artifact, as findings call it, and the source that they point into."""

    name: str
    source: SourceFile

    def place(self, want: Said, start: int, end: int) -> Place | None:
        """Return where characters of a piece come from: to the letter where the source has them so, else their node."""
        for origin in want.origins:
            if origin.start <= start < origin.end:
                if origin.end - origin.start != origin.span.end - origin.span.start:
                    return Place(self.source, origin.span)
                first = origin.span.start + start - origin.start
                last = min(origin.span.end, first + max(end - start, 1))
                return Place(self.source, Span(first, last))
        return Place(self.source, want.span) if want.span else None


def extra(where: Where, heard: str) -> Diagnostic:
    """Tell of a piece that no one has written."""
    message = f"{where.name} says what the source does not: {quote(heard, 0)}"
    return Diagnostic("A003", Severity.ERROR, message)


def lacking(where: Where, want: Said) -> Diagnostic:
    """Tell of a piece that is not there."""
    message = f"{where.name} lacks {quote(normalise(want.text), 0)}"
    return Diagnostic("A004", Severity.ERROR, message, where.place(want, 0, len(want.text)))


def differing_text(where: Where, want: Said, heard: str) -> Diagnostic:
    """Tell of a piece with other characters, and point at the first of them."""
    expected = normalise(want.text)
    here, there = first_difference(expected, heard) or (0, 0)
    message = (
        f"{where.name} says {quote(heard, there)} where the source says {quote(expected, here)}"
    )
    at = _in_full(want.text, here)
    return Diagnostic("A005", Severity.ERROR, message, where.place(want, at, at + 1))


def differing(where: Where, want: Said, difference: Difference) -> Diagnostic:
    """Tell of characters that are marked, linked or placed in another way than the source has them."""
    feature = difference.feature
    text = want.text[difference.start : difference.end]
    message = f"{where.name} has {_shown(feature, difference.heard)} on {quote(text, 0)}, the source has {_shown(feature, difference.wanted)}"
    if feature == "picture":  # whose value says nothing to anybody
        message = f"{where.name} does not show the picture of the figure {quote(text, 0)}"
    place = where.place(want, difference.start, difference.end)
    return Diagnostic(_CODES.get(feature, _MARK), Severity.ERROR, message, place)


def quote(text: str, at: int) -> str:
    """Quote a text round a place in it."""
    start = max(0, at - _CONTEXT // 2)
    part = text[start : start + _CONTEXT].replace(LINE_END, "⏎").replace("\n", "⏎")
    before = "…" if start else ""
    after = "…" if start + _CONTEXT < len(text) else ""
    return f"“{before}{part}{after}”"


def _shown(feature: Feature, value: str) -> str:
    name = _NAMES.get(feature, feature)
    if not value:
        return f"no {name}"
    return name if value == "yes" else f"{name} {value}"


def _in_full(text: str, offset: int) -> int:
    """Return where in a text the character stands that has an offset in its normalised form, which lacks but spaces."""
    kept = normalise(text)
    there = 0
    for here, character in enumerate(text):
        if there < len(kept) and (character == kept[there] or character != " "):
            if there == offset:
                return here
            there += 1
    return max(len(text) - 1, 0)
