"""Every case in ``docs/rules`` says the truth about the files that the writers make."""

from __future__ import annotations

import pytest

from rules.case import Case, cases
from rules.trial import Trial

CASES = cases()


@pytest.fixture(scope="module")
def trial() -> Trial:
    return Trial(CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.rule)
def test_a_case_says_what_the_writers_do(case: Case, trial: Trial) -> None:
    assert [] == list(trial.faults(case))
