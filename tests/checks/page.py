"""The page of all checks, ``docs/checks.md``, from the rules themselves; ``python -m checks.page`` writes it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from checks.alike import ALIKE
from checks.corpus import FACTS, TEXT
from checks.hong_kong import PAIRS
from pressroom.checks.registry import rules
from pressroom.checks.rule import Repair, Rule

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"

_FAMILIES = {
    "T": "Text (the numbers are those of the rules T01 to T19)",
    "S": "Structure",
    "M": "Facts of the front matter",
    "B": "Two editions side by side",
}

_HEAD = """\
# The checks

`pressroom check SOURCE...` looks at the text before it is set; `pressroom fix SOURCE` makes the repairs called safe here, and with
`--unsafe` the doubtful ones too. A safe repair never touches a figure, a Latin word or an address. `check --watch` looks again
whenever a source, its house or a picture changes, until Ctrl-C. `check` also tells of a picture that is not there or cannot be used, as `build` does.

A house changes what a finding weighs, in its `style.yaml`: `severities: {T212: off, B104: error}`; what is off is not repaired
either. A comment on the line before a paragraph silences a rule there: `<!-- allow T201 -->`; give several codes with spaces between.
In the front matter it is `# allow M203`. A package adds a rule by an entry point of the group `pressroom.checks` that names a
`pressroom.checks.rule.Rule`.

## For programs

`--format json`, `sarif` or `github` writes findings to standard output. The exit code is 0 without an error among them, 1 with one, 2
for a wrong call, 3 for a source that cannot be read at all and 4 for a house style that cannot; `fix` has 0, 2, 3 and 4. Codes and
the fields of JSON stay as they are.

[pre-commit](https://pre-commit.com) finds the hooks `pressroom-check` and `pressroom-fix` in the repository of pressroom. They look at
Markdown in `releases/`; another folder is another `files:` in your own configuration. In a terminal, carets stand in the very cells
of the words, as tmux counts them; marks of ambiguous width take one cell, as they do unless a terminal is told otherwise.

## How much they find

`PYTHONPATH=tests python -m checks.corpus 60` plants errors of {kinds} kinds at random places of 60 bilingual releases. It finds
99.95 % of {text} kinds in the text and all of {facts} kinds of facts and paragraphs that differ, with no false finding and no advice in the
clean releases; the tests ask for 98 %, 95 % and none. `python -m pytest tests/checks/test_hong_kong.py` holds {pairs} pairs of sentences
together that say the same as Hong Kong's health services write it, and finds nothing; in {wrong} of them a fact is then made wrong, and is found.

This page is made from the rules: `PYTHONPATH=tests python -m checks.page`.
"""

_FIGURES = re.compile("{(kinds|text|facts|pairs|wrong)}")

_REPAIRS = {
    Repair.SAFE: "safe",
    Repair.UNSAFE: "doubtful, with `--unsafe`",
    Repair.BY_HAND: "by hand",
}


def page() -> str:
    """Return the whole page."""
    counted = {
        "kinds": len(TEXT) + len(FACTS),
        "text": len(TEXT),
        "facts": len(FACTS),
        "pairs": len(ALIKE) + len(PAIRS),
        "wrong": len(PAIRS),
    }
    parts = [_FIGURES.sub(lambda name: str(counted[name[1]]), _HEAD)]
    for family, title in _FAMILIES.items():
        parts.append(f"\n## {title}\n")
        for rule in rules():
            if rule.code.startswith(family):
                parts += _rule(rule)
    return "\n".join(parts)


def _rule(rule: Rule) -> Iterator[str]:
    yield f"### {rule.code} {rule.title}\n"
    yield f"{rule.why} Weight: {rule.severity.value}; repair: {_REPAIRS[rule.repair]}.\n"
    example = rule.example
    headline = [f"# {example.headline}"] if example.headline != "漁船" else []
    lines = [*example.front.splitlines(), *headline, *example.english.splitlines()]
    lines += example.before.splitlines()
    if rule.code == "B105":
        lines = ["The boats are back in the bay again. (ten times)", "漁船。"]
    yield "```\n" + "\n".join(line for line in lines if line)
    if example.after:
        yield "→\n" + "\n".join(line for line in example.after.splitlines() if line)
    yield "```\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
