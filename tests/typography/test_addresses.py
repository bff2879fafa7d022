from itertools import pairwise

import pytest

from pressroom.typography.addresses import address_breaks, addresses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("見（https://example.org/a?b=1）。", ["https://example.org/a?b=1"]),
        ("DOI 10.5555/harbour.2026.0045。", ["10.5555/harbour.2026.0045"]),
        ("電郵press@harbour.example，", ["press@harbour.example"]),
        ("See www.example.org.", ["www.example.org"]),
        ("比率為10.5及1/2", []),
    ],
)
def test_addresses_end_before_the_marks_around_them(text: str, expected: list[str]) -> None:
    assert expected == [text[start:end] for start, end in addresses(text)]


def test_an_address_is_broken_behind_its_marks_only_and_never_in_its_scheme() -> None:
    text = "https://example.org/a-b?c=d&e"
    at = [0, *address_breaks(text, 0, len(text)), len(text)]
    parts = [text[one:other] for one, other in pairwise(at)]
    assert ["https://example.", "org/", "a-", "b?", "c=", "d&", "e"] == parts


def test_the_numbers_in_an_address_stay_whole() -> None:
    text = "https://doi.org/10.5555/harbour.2026.0045"
    at = [0, *address_breaks(text, 0, len(text)), len(text)]
    parts = [text[one:other] for one, other in pairwise(at)]
    assert ["https://doi.", "org/", "10.5555/", "harbour.", "2026.0045"] == parts
