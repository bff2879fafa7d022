import pytest

from readers.degraded import READERS, measure


@pytest.mark.parametrize("reader", READERS)
def test_our_own_pages_come_back_from_every_extractor(reader: str) -> None:
    figures = measure(2, "pressroom")[reader]
    assert 0 == figures.harmed
    assert figures.share >= 0.99, figures.share
