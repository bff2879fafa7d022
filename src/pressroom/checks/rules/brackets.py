"""T213: brackets (cjk-rules T13)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.line import Line
from pressroom.checks.rule import (
    HAN,
    MARKS,
    Example,
    Found,
    Manuscript,
    Repair,
    Rule,
    at,
    in_cell,
)
from pressroom.diagnostics import Severity

_BRACKET = re.compile("[()（）]")
_SPACED = re.compile(f"(?:(?<=[{HAN}{MARKS}]) )?[(]|[)](?: (?=[{HAN}{MARKS}]))?")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for start, end in _pairs(line):
            pair = line.text[start] + line.text[end]
            if pair == "（）" or (pair == "()" and not _chinese(line, start, end)):
                continue
            for where in (start, end):
                if line.text[where] in "()":
                    yield _wide(line, where)


def _pairs(line: Line) -> Iterator[tuple[int, int]]:
    """Yield where brackets open and close; those without a partner are for another rule."""
    open_: list[int] = []
    for match in line.search(_BRACKET):
        if match[0] in "(（":
            open_.append(match.start())
        elif open_:
            yield open_.pop(), match.start()


def _chinese(line: Line, start: int, end: int) -> bool:
    """Tell whether a pair stands in Chinese: beside it, or directly inside it, is Han or a full-width mark."""
    before, after = line.text[:start].rstrip(" ")[-1:], line.text[end + 1 :].lstrip(" ")[:1]
    inside = line.text[start + 1 : start + 2], line.text[end - 1 : end]
    return any(map(in_cell, (before, *inside))) or (in_cell(after) and before in {"", "\n"})


def _wide(line: Line, where: int) -> Found:
    mark = "（" if line.text[where] == "(" else "）"
    first = max(where - 1, 0)
    match = next(m for m in _SPACED.finditer(line.text, first) if m.start() <= where < m.end())
    start, end = match.span()
    if any(line.fixed[start:end]) or not line.literal(start, end):
        start, end = where, where + 1
    found = at(line, start, end, "a western bracket in a Chinese sentence", mark, f"write {mark}")
    return replace(found, span=found.span)


RULE = Rule(
    "T213",
    "Brackets in a Chinese sentence are full-width, and of one width",
    "Even round Latin words a bracket belongs to the sentence that it stands in. A bracket behind a Latin word stays as it is.",
    Severity.ERROR,
    Repair.SAFE,
    Example("海風(即季候風)很大。", "海風（即季候風）很大。"),
    _look,
)
