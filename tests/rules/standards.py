"""The table of all rules, ``docs/standards.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

STANDARDS = Path(__file__).parents[2] / "docs" / "standards.toml"
STATES = ("kept", "partly", "not", "later")
IDS = tuple(
    f"{family}{number:02}"
    for family, last in {
        "T": 19,
        "B": 17,
        "S": 14,
        "J": 16,
        "G": 14,
        "D": 6,
        "E": 4,
        "V": 4,
    }.items()
    for number in range(1, last + 1)
)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule and how it is kept; ``case`` is the name of its page in ``docs/rules``, empty if it has none."""

    id: str
    title: str
    priority: int
    state: str
    where: tuple[str, ...]
    reason: str
    case: str


def rules() -> tuple[Rule, ...]:
    """Read the table; a field that is missing or that nobody knows is a ``TypeError``."""
    table = tomllib.loads(STANDARDS.read_text(encoding="utf-8"))
    return tuple(_rule(key, **entry) for key, entry in table.items())


def _rule(
    key: str,
    *,
    title: str,
    priority: int,
    state: str,
    where: list[str],
    reason: str = "",
    case: str = "",
) -> Rule:
    return Rule(key, title, priority, state, tuple(where), reason, case)
