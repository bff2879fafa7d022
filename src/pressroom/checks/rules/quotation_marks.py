"""T206: quotation marks (cjk-rules T06)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity
from pressroom.language.registry import language

_STRAIGHT = re.compile('"')
_PAIRS = {pair: re.compile(f"{pair[0]}[^{pair}]*{pair[1]}") for pair in ("“”", "「」", "『』")}


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        record = language(line.language)
        if record is None:
            continue
        marks = [match.start() for match in line.search(_STRAIGHT)]
        pairs = list(zip(marks[::2], marks[1::2], strict=False)) if len(marks) % 2 == 0 else []
        for pair, pattern in _PAIRS.items():
            if pair not in record.quotes:
                pairs += [(m.start(), m.end() - 1) for m in pattern.finditer(line.text)]
        for start, end in pairs:
            inside = line.text[start + 1 : start + 2], line.text[end - 1 : end]
            outside = line.around(start, end + 1)
            fixed = line.fixed[start] or line.fixed[end]
            if not fixed and any(map(in_cell, (*inside, *outside))):
                yield from _pair(line, start, end, record.quotes)


def _pair(line: Line, start: int, end: int, quotes: tuple[str, str]) -> Iterator[Found]:
    opened = [char for char in line.text[:start] if char in "“「"]
    closed = [char for char in line.text[:start] if char in "”」"]
    pair = quotes[1] if len(opened) > len(closed) else quotes[0]
    kind = "corner" if line.text[start] in "「『" else "western"
    for where, mark in zip((start, end), pair, strict=True):
        yield at(line, where, where + 1, f"a {kind} quotation mark", mark, f"write {mark}")


RULE = Rule(
    "T206",
    "Quotation marks are 「」, inside them 『』; in Simplified Chinese “” and ‘’",
    "Hong Kong, Taiwan and Japan quote with corner brackets; the curly marks are those of English and of the mainland.",
    Severity.ERROR,
    Repair.SAFE,
    Example("他說：“風很大。”", "他說：「風很大。」"),
    _look,
)
