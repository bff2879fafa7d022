import pytest

from pressroom.diagnostics.counted import counted


@pytest.mark.parametrize(
    ("number", "said"), [(0, "0 more findings"), (1, "1 more finding"), (2, "2 more findings")]
)
def test_one_of_a_kind_is_said_in_the_singular(number: int, said: str) -> None:
    assert said == counted(number, "more finding")
