import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.profile import LATIN, TRADITIONAL
from pressroom.typography.copy import Copy
from pressroom.typography.hyphenation import hyphens
from pressroom.typography.judging import Fill
from pressroom.typography.kinsoku import opportunities
from pressroom.typography.line import Setting
from pressroom.typography.paragraph import Measure, compose
from pressroom.typography.spacing import gaps
from typography.copies import anywhere, copy_of

_WORDS = ["rehabilitation", "conversations", "harbour", "of", "neighbourhood", "a", "ferry", "2026"]


def divided(copy: Copy, terms: tuple[str, ...] = ()) -> str:
    places = set(hyphens(copy, terms))
    return "".join("|" * (at in places) + char for at, char in enumerate(copy.text))


def test_a_word_is_divided_as_its_language_divides_it() -> None:
    assert "re|hab|il|it|a|tion at the har|bour is" == divided(
        copy_of("rehabilitation at the harbour is")
    )


@pytest.mark.parametrize(
    "expected",
    [
        "lympho|histio|cytosis",
        "immuno|globulin",
        "thrombo|cyto|penia",
        "hepato|spleno|megaly",
        "haemo|phago|cytic",
        "gluco|cor|tic|oid",
        "cardio|myo|pathy",
        "gastro|entero|logy",
        "cyto|megalo|virus",
        "broncho|pneu|mo|nia",
        "dermato|myos|itis",
        "haem|or|rhage",
        "pneu|mo|nia",
        "an|ti|cip|ate",
    ],
)
def test_a_compound_of_medicine_is_divided_between_its_parts(expected: str) -> None:
    word = expected.replace("|", "")
    assert f"{expected} is rare" == divided(copy_of(f"{word} is rare"))


@pytest.mark.parametrize("name", ["emapalumab", "ruxolitinib", "atorvastatin", "vancomycin"])
def test_a_medicine_stays_whole(name: str) -> None:
    assert f"{name} is rare" == divided(copy_of(f"{name} is rare"))


def test_what_is_no_plain_word_stays_whole() -> None:
    text = (
        "Rehabilitation REHABILITATION rehabilitation2 2rehabilitation rehabilitation-harbour "
        "rehabilitation’s rehabilitation@harbour.example rehabilitation.example rehabilitation/harbour "
        "naïverehabilitation ferry at noon"
    )
    assert text == divided(copy_of(text))


def test_words_beside_cells_are_divided_and_figures_beside_words_are_not() -> None:
    text = "港rehabilitation島rehabilitation2航rehabilitationQ班"
    assert "港re|hab|il|it|a|tion島rehabilitation2航rehabilitationQ班" == divided(copy_of(text))


def test_addresses_and_code_stay_whole() -> None:
    assert "rehabilitation har|bour is" == divided(
        copy_of("rehabilitation harbour is", verbatim=range(14))
    )


def test_what_is_tied_stays_whole() -> None:
    tied = copy_of("rehabilitation harbour is", tied=frozenset(range(1, 14)))
    assert "rehabilitation har|bour is" == divided(tied)


def test_the_terms_of_a_glossary_stay_whole() -> None:
    text = "rehabilitation of the harbour is"
    assert "rehabilitation of the har|bour is" == divided(copy_of(text), ("Rehabilitation",))
    assert "re|hab|il|it|a|tion of the harbour is" == divided(copy_of(text), ("harbour", ""))


def test_the_last_word_before_an_end_stays_whole() -> None:
    text = "(harbour rehabilitation.)\nrehabilitation"
    assert "(har|bour rehabilitation.)\nrehabilitation" == divided(copy_of(text))


def test_a_ligature_is_not_divided() -> None:
    copy = copy_of("harbour is")
    copy.advances[3] = 0.0
    assert "harbour is" == divided(copy)


@given(
    st.lists(st.sampled_from(_WORDS), min_size=1, max_size=60).map(" ".join),
    st.floats(5, 30),
    st.sampled_from(Fill),
)
def test_no_three_lines_in_a_row_end_in_a_divided_word_and_none_is_too_wide(
    text: str, measure: float, fill: Fill
) -> None:
    copy = copy_of(text)
    places = dict.fromkeys(hyphens(copy), 0.5)
    setting = Setting(copy, gaps(copy, TRADITIONAL), places)
    lines = compose(
        setting, opportunities(copy, anywhere(text), ()), Measure(measure, measure), fill
    )

    ends = "".join("-" if line.resume in places else " " for line in lines)
    words = "".join(text[line.start : line.resume] for line in lines)
    assert text == words
    assert "---" not in ends
    assert [] == [
        line for line in lines if line.width > measure + 1e-6 and " " in text[line.start : line.end]
    ]


def test_lines_are_fuller_where_words_may_be_divided() -> None:
    text = " ".join(["rehabilitation", "conversations", "neighbourhood", "responsibilities"] * 20)
    copy = copy_of(text)
    slack: list[float] = []
    for places in ({}, dict.fromkeys(hyphens(copy), 0.5)):
        setting = Setting(copy, gaps(copy, TRADITIONAL), places)
        breaks = opportunities(copy, anywhere(text), ())
        lines = compose(setting, breaks, Measure(20, 20), Fill.RAGGED)
        slack.append(sum(20 - line.width for line in lines[:-1]) / (len(lines) - 1))
    assert slack[1] < slack[0] / 1.5


@pytest.mark.parametrize("fill", [Fill.JUSTIFIED, Fill.RAGGED])
@pytest.mark.parametrize("end", ["at one", "so", "“of it”."])
def test_no_short_word_stands_alone_on_the_last_line(end: str, fill: Fill) -> None:
    text = " ".join([*_WORDS[:-1] * 3, end])
    copy = copy_of(text)
    places = dict.fromkeys(hyphens(copy), 0.5)
    setting = Setting(copy, gaps(copy, LATIN), places)
    breaks = opportunities(copy, anywhere(text), ())
    for measure in range(15, 40):
        *_, last = compose(setting, breaks, Measure(measure, measure), fill)
        assert 4 <= sum(map(str.isalpha, text[last.start :]))
