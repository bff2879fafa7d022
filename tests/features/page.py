"""The page of what each format holds, ``docs/features.md``, from the ledgers of the writers; ``python -m features.page`` writes it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from pressroom.diagnostics import Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import ResolvedRelease
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import FEATURES, Role
from pressroom.place import SourceFile
from pressroom.source.parse import parse
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import LedgerEntry, Outcome
from pressroom.writers.registry import BUILT_IN, writer

PAGE = Path(__file__).parents[2] / "docs" / "features.md"

_HEAD = """\
# What each format holds

Every writer keeps a ledger: each block, mark and inline of a release is held **exactly**, or *degraded* in some way, or *dropped*, and
each that is not exact has its reason. `pressroom build -v` prints the reasons for one release, the proof record keeps them. The table
says the worst that can happen to a feature; where one case of several falls short, the note tells which.

A house decides what a loss means to it, in its `style.yaml`, with the weights of checks (`error`, `warning`, `advice`, `off`); an
error keeps the release from being built in that format:

```yaml
losses:
  degraded: off        # unless told
  dropped: error       # unless told
  formats:
    docx: {no-break: warning}
    text: {ruby: off, rule: off}
```

This page is made from the ledgers: `PYTHONPATH=tests python -m features.page`.
"""

# What falls short only in company with something else.
_COMPANY = """\
---
id: company
date: 2026-01-05
house: plain
---

::: {.edition lang=zh-Hant-HK}

# 標題

[連結[^1]文字](https://a.example/) *[Latin 重點]{.dots}* ^a~b~^ [何永]{.name}[周平]{.name}

[^1]: 註。

:::
"""

_SIGNS = {Outcome.EXACT: "●", Outcome.DEGRADED: "◐", Outcome.DROPPED: "○"}
_RANK = [Outcome.EXACT, Outcome.DEGRADED, Outcome.DROPPED]


def page() -> str:
    """Return the whole page."""
    ledgers = {name: tuple(_ledger(name)) for name in BUILT_IN}
    names = list(ledgers)
    lines = [
        _HEAD,
        "● exact · ◐ degraded · ○ dropped\n",
        f"| feature | {' | '.join(names)} |",
        f"|---|{':-:|' * len(names)}",
    ]
    for feature in _in_order():
        signs = [_SIGNS[_worst(ledgers[name], feature)] for name in names]
        lines.append(f"| {feature} | {' | '.join(signs)} |")
    lines.append("\n## Why\n")
    for name in names:
        reasons = dict.fromkeys(
            f"- **{name}**, {entry.feature}: {entry.reason} ({entry.outcome.value})"
            for entry in sorted(ledgers[name], key=lambda entry: entry.feature)
            if entry.outcome is not Outcome.EXACT
        )
        lines += reasons or [f"- **{name}** holds everything exactly"]
    return "\n".join(lines) + "\n"


def _in_order() -> Iterator[str]:
    roles = [role.value for role in Role if role.value in FEATURES]
    yield from roles
    yield from sorted(FEATURES - set(roles))


def _worst(ledger: tuple[LedgerEntry, ...], feature: str) -> Outcome:
    return max((entry.outcome for entry in ledger if entry.feature == feature), key=_RANK.index)


def _ledger(name: str) -> Iterator[LedgerEntry]:
    for release in (every_node(), company()):
        world = World(find(wanted(release.house)))
        yield from writer(name).write(release, world).ledger


def company() -> ResolvedRelease:
    """Return a release of what falls short only in company."""
    report = Report()
    release = parse(SourceFile("company.md", _COMPANY), report)
    assert release, list(report)
    return resolve(release, load_house(find_house("plain")), ReleaseFolder(Path()), report)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
