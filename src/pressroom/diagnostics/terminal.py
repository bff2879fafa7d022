"""Findings as a terminal shows them: what, where, the line itself, and carets exactly under the words.

::

    error[M010]: unknown key `hosue`
     --> release.md:4:1
      |
    4 | hosue: journal
      | ^^^^^
      = help: did you mean `house`?
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from pressroom.diagnostics.cells import visible
from pressroom.diagnostics.counted import counted
from pressroom.diagnostics.diagnostic import Diagnostic, Severity
from pressroom.diagnostics.excerpt import excerpt
from pressroom.place import Place

MOST_SHOWN = 100
"""How many findings are shown; of more than that the errors come first, and the rest is counted."""

MOST_LINES = 4
"""How many lines of a longer span are shown: the first ones, and the last."""

_INKS = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.ADVICE: "1;36"}
_FRAME = "1;34"
_STRONG = "1"

_Paint: TypeAlias = Callable[[str, str], str]


def render(findings: Iterable[Diagnostic], *, colour: bool = False) -> str:
    """Show findings with an empty line between them; ``colour`` adds ANSI colours. Ends with a line feed if not empty."""

    def paint(ink: str, text: str) -> str:
        return f"\x1b[{ink}m{text}\x1b[0m" if colour else text

    chosen = list(findings)
    if len(chosen) > MOST_SHOWN:
        chosen.sort(key=lambda finding: finding.severity is not Severity.ERROR)
    parts = ["\n".join(_finding(finding, paint)) + "\n" for finding in chosen[:MOST_SHOWN]]
    if len(chosen) > MOST_SHOWN:
        parts.append(f"… and {counted(len(chosen) - MOST_SHOWN, 'more finding')}\n")
    return "\n".join(parts)


def _finding(finding: Diagnostic, paint: _Paint) -> Iterator[str]:
    ink = _INKS[finding.severity]
    head = paint(ink, f"{finding.severity.value}[{finding.code}]")
    yield f"{head}{paint(_STRONG, f': {visible(finding.message)}')}"
    gutter = 1
    if finding.place:
        gutter = len(str(_last_line(finding.place)))
        yield from _place(finding.place, gutter, ink, paint)
    if finding.beside:
        gutter = max(gutter, len(str(_last_line(finding.beside))))
        yield from _place(finding.beside, gutter, ink, paint)
    for hint in finding.hints:
        yield f"{' ' * gutter} {paint(_FRAME, '=')} {paint(_STRONG, 'help')}: {visible(hint)}"


def _place(place: Place, gutter: int, ink: str, paint: _Paint) -> Iterator[str]:
    at = place.file.position(place.span.start)
    blank = " " * gutter
    where = visible(str(place) if place.file.text else place.file.name)
    yield f"{blank}{paint(_FRAME, '-->')} {where}"
    if not place.file.text:
        return
    yield f"{blank} {paint(_FRAME, '|')}"
    for number in _lines(place):
        if number is None:
            yield f"{blank} {paint(_FRAME, '⋮')}"
            continue
        line = place.file.line_text(number)
        part = excerpt(line, *_extent(place, number, line))
        bar = paint(_FRAME, "|")
        yield f"{paint(_FRAME, str(number).rjust(gutter))} {bar} {part.shown}".rstrip()
        if line.strip() or number == at.line:
            yield f"{blank} {bar} {' ' * part.indent}{paint(ink, '^' * part.carets)}"


def _lines(place: Place) -> Iterator[int | None]:
    """Yield the numbers of the lines to show; None for lines that are left out."""
    first = place.file.position(place.span.start).line
    last = _last_line(place)
    if last - first < MOST_LINES:
        yield from range(first, last + 1)
        return
    yield from range(first, first + MOST_LINES - 1)
    yield None
    yield last


def _last_line(place: Place) -> int:
    return place.file.position(max(place.span.start, place.span.end - 1)).line


def _extent(place: Place, number: int, line: str) -> tuple[int, int]:
    """Return which characters of a line the span covers; the indent of a line that follows is not meant."""
    begin = place.file.line_start(number)
    if place.span.start >= begin:
        return place.span.start - begin, place.span.end - begin
    return len(line) - len(line.lstrip()), place.span.end - begin
