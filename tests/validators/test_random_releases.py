"""Releases made up at random pass the judges that are fast; ``random_releases`` has the others as well."""

from __future__ import annotations

import pytest

from pressroom.press.validators.registry import VALIDATORS
from validators.random_releases import faults

FAST = tuple(one for one in VALIDATORS if one.inside or one.name in {"EPUBCheck", "Open XML SDK"})


@pytest.mark.parametrize("seed", range(3))
def test_a_release_at_random_has_no_fault_in_any_format(seed: int) -> None:
    assert 6 < len(FAST)
    assert [] == list(faults(seed, FAST))
