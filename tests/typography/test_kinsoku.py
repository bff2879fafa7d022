from itertools import pairwise

import pytest

from pressroom.typography.kinsoku import NO_END, NO_START, opportunities, pairs
from pressroom.typography.units import held
from typography.copies import anywhere, copy_of


def parts(text: str, *, tied: frozenset[int] = frozenset()) -> list[str]:
    """Part a text wherever a line may end in it, if UAX #14 allowed everything."""
    allowed = [True] * (len(text) + 1)
    breaks = opportunities(copy_of(text, tied=tied), allowed, held(text))
    at = [0, *(place for place in range(1, len(text) + 1) if breaks[place])]
    return [text[one:other] for one, other in pairwise(at)]


@pytest.mark.parametrize("mark", sorted(NO_START))
def test_no_line_begins_with(mark: str) -> None:
    assert [f"海{mark}", "海"] == parts(f"海{mark}海") or mark in NO_END


@pytest.mark.parametrize("mark", sorted(NO_END - set("$#")))
def test_no_line_ends_with(mark: str) -> None:
    assert ["海", f"{mark}海"] == parts(f"海{mark}海") or mark in NO_START


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("海——港", ["海——", "港"]),
        ("海……港", ["海……", "港"]),
        ("海！！港", ["海！！", "港"]),
        ("海。』」港", ["海。』」", "港"]),
        ("港24小時港", ["港", "24小時", "港"]),
        ("港10月21日港", ["港", "10月", "21日", "港"]),
    ],
)
def test_what_belongs_together_is_not_parted(text: str, expected: list[str]) -> None:
    assert expected == _joined(text)


def _joined(text: str) -> list[str]:
    allowed = anywhere(text)
    breaks = opportunities(copy_of(text), allowed, held(text))
    at = [0, *(place for place in range(1, len(text) + 1) if breaks[place])]
    return [text[one:other] for one, other in pairwise(at)]


def test_tied_characters_stay_on_one_line() -> None:
    assert ["海", "港島", "渡"] == parts("海港島渡", tied=frozenset({2}))


def test_a_line_ends_at_a_line_end_whatever_follows() -> None:
    breaks = opportunities(copy_of("海\n，"), [False, False, True, True])
    assert (False, False, True, True) == breaks


def test_a_tied_address_is_not_broken() -> None:
    text = "https://a.org/bc"
    assert [text] == parts(text, tied=frozenset(range(len(text))))


def test_an_address_breaks_as_an_address_in_chinese_text() -> None:
    assert ["見", "https://a.", "org/", "bc", "港"] == parts("見https://a.org/bc港")


def test_a_rate_is_not_parted_at_its_solidus() -> None:
    text = "海mg/kg海"
    allowed = [at in {1, 4, 6} for at in range(len(text) + 1)]
    breaks = opportunities(copy_of(text), allowed)
    assert [1, 6, len(text)] == [at for at, may in enumerate(breaks) if may]


def test_the_innermost_pairs_of_a_heading_are_found() -> None:
    text = "「海港」與（一（二）三）"
    assert ["「海港」", "（一（二）三）", "（二）"] == [text[a:b] for a, b in pairs(text)]
