"""T207: title marks (cjk-rules T07)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_TITLE = re.compile(f"(?:<<|＜＜|＜|«)(?=[{HAN}])|(?<=[{HAN}])(?:>>|＞＞|＞|»)")


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for line in manuscript.han_lines:
        for match in line.search(_TITLE):
            mark = "《" if match[0][0] in "<＜«" else "》"
            yield at(line, *match.span(), f"{match[0]} for a title mark", mark, f"write {mark}")


RULE = Rule(
    "T207",
    "Titles stand in 《》",
    "Signs of comparison are no title marks.",
    Severity.ERROR,
    Repair.SAFE,
    Example("文章刊於＜海港學報＞。", "文章刊於《海港學報》。"),
    _look,
)
