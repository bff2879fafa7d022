"""What holds for every test."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator

import pytest
from hypothesis import settings

# The same examples on every run, and no verdict on speed: a busy machine must not fail a true property.
settings.register_profile("pressroom", deadline=None, derandomize=True)
settings.load_profile("pressroom")

COUNTS: pytest.StashKey[Counter[str]] = pytest.StashKey()


def pytest_configure(config: pytest.Config) -> None:
    config.stash[COUNTS] = Counter()
    config.addinivalue_line(
        "markers", "planted(what): plants one defect; counted once it was found"
    )


@pytest.fixture
def counts(request: pytest.FixtureRequest) -> Counter[str]:
    """What was tried, for the last lines of the report; the documents quote them."""
    return request.config.stash[COUNTS]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item,
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    marker = item.get_closest_marker("planted")
    if marker and report.when == "call" and report.passed:
        item.config.stash[COUNTS][marker.args[0]] += 1
    return report


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    for what, number in sorted(config.stash[COUNTS].items()):
        terminalreporter.write_line(f"tried: {number} {what}")
