"""T221: titles without marks that have them elsewhere (cjk-rules T07)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pressroom.checks.line import Line
from pressroom.checks.rule import HAN, Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity

_TITLE = re.compile(f"《([^《》\\n]*[{HAN}]{{3}}[^《》\\n]*)》")
_OFFICE = "(?!社|編輯|编辑|出版)"
"""A journal and the office that makes it share a name; only the journal takes marks."""

_MOST_TITLES = 200


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for edition, lines in manuscript.editions:
        if edition.language.startswith("zh") and (titles := _titles(lines)):
            # a title in its marks is matched whole first, so that what is left stands bare
            bare = re.compile(f"《[^《》]*》|({'|'.join(map(re.escape, titles))}){_OFFICE}")
            for line in lines:
                yield from _bare(line, bare)


def _titles(lines: Sequence[Line]) -> list[str]:
    """Return what stands in title marks or is marked as a title, the longest first."""
    found = {match[1] for line in lines for match in line.search(_TITLE)}
    found |= {line.text[start:end] for line in lines for start, end in line.titles}
    return sorted(found, key=lambda title: (-len(title), title))[:_MOST_TITLES]


def _bare(line: Line, pattern: re.Pattern[str]) -> Iterator[Found]:
    for match in line.search(pattern):
        start, end = match.span()
        marked = any(first <= start and end <= last for first, last in line.titles)
        if match[1] and not marked:
            message = f"{match[1]} without the title marks that it has elsewhere"
            yield at(line, start, end, message, f"《{match[1]}》", f"write 《{match[1]}》")


RULE = Rule(
    "T221",
    "A title has its marks everywhere",
    "What is once written as the title of a work is one in every sentence, unless its office is meant. Nothing tells a title that has "
    "no marks anywhere from other words.",
    Severity.ADVICE,
    Repair.UNSAFE,
    Example(
        "文章刊於《海港學報》。海港學報每月出版。",
        "文章刊於《海港學報》。《海港學報》每月出版。",
    ),
    _look,
)
