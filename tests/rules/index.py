"""The index of the rule pages, ``docs/rules/README.md``: how they are written, and how far each rule is kept.

``python -m rules.index`` writes it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rules import files, pages
from rules.case import INDEX
from rules.standards import Rule, rules

_FAMILIES = {
    "T": "Text",
    "B": "Line breaking",
    "S": "Spacing",
    "J": "Justification, paragraphs, page",
    "G": "Fonts and glyphs",
    "D": "DOCX",
    "E": "EPUB",
    "V": "Vertical setting",
}

_HEAD = """\
# The rules of composition

What pressroom asks of a Chinese page, rule by rule, after the W3C's Requirements for Chinese Text Layout (clreq) and the practice of
Hong Kong. Each page says what a rule asks and why, and proves it: its samples are set by the real writers, and what is expected of
them is measured in the finished files. `make test` runs the pages; `make proof-sheet` prints them, to be leafed through, and writes
this index anew.

## How a page is written

A block that opens with ```` ```sample ```` is a piece of a release in the source format. Behind the word stand the measures in em at
which it is set (`6`, `6.5`, `12 16`, `8-40`) and, unless it is Chinese of Hong Kong, its language. It may begin with a `glossary:`
that ends with `---`. The type is ten points, the leading eighteen, and running Chinese is justified.

The blocks behind a sample are what is expected of it, at each of its measures. `not-kept` behind the kind says that it is not so yet;
when it has become so, the page has to be changed.

| kind | the file | |
|---|---|---|
"""


def index() -> str:
    """Return the whole page."""
    kinds = [
        *_kinds(pages.CHECKS, "PDF"),
        *_kinds(files.CHECKS, "DOCX, EPUB, source"),
    ]
    tables = [line for family, name in _FAMILIES.items() for line in _family(family, name)]
    return _HEAD + "\n".join([*kinds, "", "## The rules", "", *_tally(), *tables])


def _kinds(checks: Mapping[str, object], where: str) -> Iterator[str]:
    for name, check in checks.items():
        yield f"| `{name}` | {where} | {(check.__doc__ or '').partition(chr(10))[0]} |"


def _tally() -> Iterator[str]:
    """Yield how many rules are kept, by priority."""
    yield "| priority | kept | partly | not | later |"
    yield "|---|---|---|---|---|"
    for priority in (1, 2, 3):
        counts = [
            sum(rule.priority == priority and rule.state == state for rule in rules())
            for state in ("kept", "partly", "not", "later")
        ]
        yield f"| {priority} | {' | '.join(map(str, counts))} |"
    yield ""


def _family(family: str, name: str) -> Iterator[str]:
    yield f"### {name}"
    yield ""
    yield "| | rule | priority | state | looked for in | |"
    yield "|---|---|---|---|---|---|"
    yield from (_row(rule) for rule in rules() if rule.id.startswith(family))
    yield ""


def _row(rule: Rule) -> str:
    link = f"[{rule.id}]({rule.id}.md)" if rule.case else rule.id
    cells = (link, rule.title, str(rule.priority), rule.state, ", ".join(rule.where), rule.reason)
    return f"| {' | '.join(cells)} |"


if __name__ == "__main__":
    INDEX.write_text(index(), encoding="utf-8")
