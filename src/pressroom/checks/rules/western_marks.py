"""T201: western marks in a Chinese sentence (cjk-rules T01, T02)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.line import Line
from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule, at, in_cell, is_han
from pressroom.diagnostics import Severity

_MARK = re.compile(r" ?(?P<mark>[,;:!?.])(?![,;:!?.]) ?")
_WIDE = dict(zip(",;:!?.", "，；：！？。", strict=True))
_FIGURES = re.compile(f"[{HAN}][0-9 ,.%]{{1,12}}\\Z")
_NUMBERED = re.compile(
    r"(?:圖表?|表|附[件錄表圖]|步驟|第)? ?(?:[一二三四五六七八九十]{1,3}|[0-9]{1,3}[A-Za-z]?)|."
)
"""The number of a list, a caption or an annex, behind which a western stop may stand."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for match in line.search(_MARK) if line.language.startswith("zh") else ():
            if _is_chinese(line, match):
                mark = match["mark"]
                wide = _WIDE[mark]
                message = f"a western {mark} in a Chinese sentence"
                yield at(line, *match.span(), message, wide, f"write {wide}")


def _is_chinese(line: Line, match: re.Match[str]) -> bool:
    """Tell whether a mark belongs to a Chinese sentence, from what stands on its sides."""
    before, after = line.around(*match.span())
    if before and before in ",;:!?.":
        return False
    match match["mark"]:
        case ".":
            return (not after or in_cell(after)) and _ends_sentence(line, match.start(), before)
        case "!" | "?":
            return in_cell(before) or is_han(after) or (not after and before != "")
        case _:
            return in_cell(before) or (before != "" and is_han(after))


def _ends_sentence(line: Line, start: int, before: str) -> bool:
    """Tell whether a full stop comes behind Han, a link, or figures behind Han that are no number of a list."""
    figures = _FIGURES.search(line.text[max(0, start - 13) : start]) is not None
    linked = any(end == start for _, end, _ in line.links)
    numbered = _NUMBERED.fullmatch(line.text[:start]) is not None
    return (in_cell(before) or linked or figures) and not numbered


RULE = Rule(
    "T201",
    "Marks in a Chinese sentence are full-width",
    "A western mark takes half a cell and brings a space of another script; most come from a program that narrowed the text. "
    "What stands between Latin words or figures stays as it is.",
    Severity.ERROR,
    Repair.SAFE,
    Example("海風很大,漁船都回來了。", "海風很大，漁船都回來了。"),
    _look,
)
