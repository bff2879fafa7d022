from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest

from hardening.limited import Chamber

COUNTS: pytest.StashKey[Counter[str]] = pytest.StashKey()


@pytest.fixture(scope="session")
def chamber() -> Iterator[Chamber]:
    chamber = Chamber()
    yield chamber
    chamber.close()


@pytest.fixture(scope="session")
def counts(request: pytest.FixtureRequest) -> Counter[str]:
    """What was tried, for the last lines of the report."""
    return request.config.stash.setdefault(COUNTS, Counter())


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    counts = terminalreporter.config.stash.get(COUNTS, Counter[str]())
    for what, number in sorted(counts.items()):
        terminalreporter.write_line(f"hardening: {number} {what}")
