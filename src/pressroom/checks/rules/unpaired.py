"""T220: marks without a partner (cjk-rules T06, T07, T13)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line, Part
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_PAIRS = dict(zip("」』》〉）】〕”", "「『《〈（【〔“", strict=True))
_MARK = re.compile("[「『《〈（【〔“」』》〉）】〕”()]")
_ENUMERATOR = re.compile(r"(?:\A|[\s；，、。;,])[0-9A-Za-z]{1,3}\Z")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for lines in manuscript.lines:
        for number, line in enumerate(lines):
            following = lines[number + 1].text if number + 1 < len(lines) else ""
            for where in _alone(line, following):
                mark = line.text[where]
                yield at(line, where, where + 1, f"{mark} has no partner in this paragraph")


def _alone(line: Line, following: str) -> Iterator[int]:
    open_: list[int] = []
    for match in line.search(_MARK):
        mark = "（）"["()".index(match[0])] if match[0] in "()" else match[0]
        if mark not in _PAIRS:
            open_.append(match.start())
        elif open_ and _PAIRS[mark] == line.text[open_[-1]].replace("(", "（"):
            open_.pop()
        elif not (
            match[0] == ")"
            and _ENUMERATOR.search(line.text[max(0, match.start() - 5) : match.start()])
        ):
            yield match.start()
    for where in open_:
        mark = line.text[where]
        # a quotation of several paragraphs opens each of them and closes once (clreq, indication marks)
        goes_on = mark in "「『“" and following.startswith(mark) and line.part is Part.PARAGRAPH
        if not goes_on:
            yield where


RULE = Rule(
    "T220",
    "Quotation marks, title marks and brackets come in pairs",
    "A mark that is never closed leaves the reader inside a quotation. One of several paragraphs may open each and close once.",
    Severity.ERROR,
    Repair.BY_HAND,
    Example("他說：「風很大。", ""),
    _look,
)
