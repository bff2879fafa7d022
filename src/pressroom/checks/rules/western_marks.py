"""T201: western marks in a Chinese sentence (cjk-rules T01, T02)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule, at, in_cell, is_han
from pressroom.diagnostics import Severity

_MARK = re.compile(r" ?(?P<mark>[,;:!?.])(?![,;:!?.]) ?")
_WIDE = dict(zip(",;:!?.", "，；：！？。", strict=True))
_FIGURES = re.compile(f"[{HAN}][0-9 ,.%]{{1,12}}\\Z")
_NUMBERED = re.compile(r"[一二三四五六七八九十]+|.")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    chinese = (line for line in manuscript.han_lines if line.language.startswith("zh"))
    for line in chinese:
        for match in line.search(_MARK):
            mark = match["mark"]
            before, after = line.around(*match.span())
            if before in ",;:!?." and before:
                continue
            if mark == ".":
                chinese = (
                    in_cell(before)
                    or any(end == match.start() for _, end, _ in line.links)
                    or _FIGURES.search(line.text[max(0, match.start() - 13) : match.start()])
                    is not None
                )
                chinese = chinese and (not after or in_cell(after))
                chinese = chinese and not _NUMBERED.fullmatch(line.text[: match.start()])
            elif mark in "!?":
                chinese = in_cell(before) or is_han(after) or (not after and before != "")
            else:
                chinese = in_cell(before) or (before != "" and is_han(after))
            if chinese:
                wide = _WIDE[mark]
                message = f"a western {mark} in a Chinese sentence"
                yield at(line, *match.span(), message, wide, f"write {wide}")


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
