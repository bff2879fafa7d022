import pytest

from checks.alike import ALIKE
from checks.hong_kong import PAIRS
from checks.written import codes, findings, of, source

SIDE_BY_SIDE = {"B101", "B102", "B103", "B107", "B109"}


@pytest.mark.parametrize(("english", "chinese"), [*ALIKE, *(pair[:2] for pair in PAIRS)])
def test_two_sentences_that_say_the_same_are_left_alone(english: str, chinese: str) -> None:
    assert set() == SIDE_BY_SIDE & set(codes(source(chinese, english)))


@pytest.mark.parametrize(("english", "chinese", "right", "wrong"), PAIRS)
def test_a_fact_that_differs_is_named_in_its_place(
    english: str, chinese: str, right: str, wrong: str
) -> None:
    file = source(chinese.replace(right, wrong), english)
    (found,) = of(findings(file), "B101")
    assert found.place
    start = file.text.index(wrong)
    assert start <= found.place.span.end
    assert found.place.span.start <= start + len(wrong)
