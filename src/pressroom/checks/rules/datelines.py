"""M202: the dateline bears the date of issue."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.checks.facts.fact import Kind
from pressroom.checks.facts.reading import facts_of
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity


def _look(manuscript: Manuscript) -> Iterator[Found]:
    day = manuscript.release.date
    wanted = f"{day.year}-{day.month}-{day.day}"
    for line in manuscript.all_lines:
        for start, end in line.datelines:
            for fact in facts_of(line):
                if fact.kind is Kind.DATE and start <= fact.start < end and fact.value != wanted:
                    message = f"the dateline has another date than the release, {day}"
                    hint = "correct the dateline, or `date:`"
                    yield Found(line.place(fact.start, fact.end), message, (hint,))


RULE = Rule(
    "M202",
    "The dateline bears the date of issue",
    "The date stands once in the front matter and once in each edition, and is often changed in one place only.",
    Severity.ERROR,
    Repair.BY_HAND,
    Example("[香港，2026年3月4日]{.dateline} 漁船都回來了。", ""),
    _look,
)
