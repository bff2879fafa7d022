"""T225: a mark or a word that stands there twice."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_MARKS = re.compile(
    r"[，、；：][，、；：。]|(?<!。)。(?:。(?!。)|[，、；：])|(?<=\w)(?:(?:,,|;;)(?![,;])|\.\.(?![./\w]))"
)
_WORD = re.compile(r"(?<![\w'’-])(?P<word>[A-Za-z]{2,}) (?i:(?P=word))\b(?![-'’])")
_EMPHATIC = frozenset(("that", "had", "very", "so", "no", "long", "far", "many", "much", "bye"))
"""Words that English writes twice on purpose."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        for match in line.search(_MARKS):
            first, second = match[0]
            better = first if first == second else None
            message = f"two marks where one should stand: {match[0]}"
            yield at(line, *match.span(), message, better, "keep one of them")
        if line.language.startswith("en"):
            yield from _words(line)


def _words(line: Line) -> Iterator[Found]:
    for match in line.search(_WORD):
        word = match["word"]
        second = match[0].rpartition(" ")[2]
        # a capital makes a name of it: Duran Duran
        if second.islower() and second not in _EMPHATIC:
            found = at(line, *match.span(), f"{second} is written twice", word, "keep one of them")
            yield replace(found, safe=False)


RULE = Rule(
    "T225",
    "No mark and no word is written twice",
    "A change of plan leaves two stops, or a word at the end of a line and at the beginning of the next. Of a word the repair is yours to confirm.",
    Severity.WARNING,
    Repair.SAFE,
    Example("漁船都回來了，，風停了。。", "漁船都回來了，風停了。"),
    _look,
)
