from __future__ import annotations

from collections.abc import Iterator

import pytest

from hardening.limited import Chamber


@pytest.fixture(scope="session")
def chamber() -> Iterator[Chamber]:
    chamber = Chamber()
    yield chamber
    chamber.close()
