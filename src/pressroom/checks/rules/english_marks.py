"""T226: marks in an English sentence (cjk-rules T01 the other way round)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at, in_cell
from pressroom.diagnostics import Severity

_WIDE = re.compile("[，；：！？。（）]")
_NARROW = dict(zip("，；：！？。（）", ",;:!?.()", strict=True))
_SPACED = re.compile(r"(?<=[\w)\]”’]) +(?=[,;:!?.](?:[\s”’)]|\Z))")
_RATIO = re.compile(r"(?:(?<=[0-9])|(?<=\b[A-Za-z])) +: +(?:[0-9]|[A-Za-z]\b)")
"""A ratio between two numbers or what stands for them, which may be set with spaces."""
_IN_NUMBER = re.compile("(?<=[0-9])：(?=[0-9])|(?<=[0-9])(?<![0-9]{4})，(?=[0-9]{3}(?![0-9]))")
"""A mark inside a time, a ratio or a number: a comma parts thousands."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.all_lines:
        if line.language.startswith("en"):
            yield from _wide(line)
            for match in line.search(_SPACED):
                # behind an address it keeps the stop out of it
                behind_address = line.fixed[match.start() - 1]
                if not behind_address and not _RATIO.match(line.text, match.start()):
                    message = "a space before a mark of an English sentence"
                    yield at(line, *match.span(), message, "", "delete it")


def _wide(line: Line) -> Iterator[Found]:
    for match in line.search(_WIDE):
        before, after = line.around(*match.span())
        if in_cell(before) or in_cell(after):
            continue  # a mark of Chinese words in an English sentence
        narrow = _NARROW[match[0]]
        opens = narrow == "("
        apart = before.isalnum() if opens else after.isalnum() or (after != "" and after in "“‘(")
        inside = _IN_NUMBER.match(line.text, match.start())
        gap = " " if apart and not inside else ""
        better = gap + narrow if opens else narrow + gap
        message = f"a full-width {match[0]} in an English sentence"
        yield at(line, *match.span(), message, better, f"write {narrow}")


RULE = Rule(
    "T226",
    "Marks in an English sentence are western, with no space before them",
    "A full-width mark comes from the keyboard of the other language, and leaves a hole of half an em.",
    Severity.WARNING,
    Repair.SAFE,
    Example(
        "The boats are back，all twelve of them .",
        "The boats are back, all twelve of them.",
        headline="Boats",
        language="en-HK",
    ),
    _look,
)
