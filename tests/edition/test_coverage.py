import pytest

from edition.making import set_release, written
from pressroom.diagnostics import Report
from pressroom.edition.coverage import check_coverage
from pressroom.fonts.face import FontSet
from pressroom.fonts.find import find
from pressroom.fonts.wanted import wanted
from pressroom.testing.house import sample_house
from pressroom.testing.sample import every_node


@pytest.fixture(scope="module")
def fonts() -> FontSet:
    return find(wanted(sample_house()))


def findings(body: str, fonts: FontSet) -> Report:
    release, report = set_release(written(("en-HK", f"# A headline\n\n{body}")))
    check_coverage(release, fonts, report)
    return report


def test_a_release_of_ordinary_text_is_covered(fonts: FontSet) -> None:
    report = Report()
    check_coverage(every_node(), fonts, report)
    assert [] == list(report)


def test_a_character_that_no_face_has_is_named_with_its_place(fonts: FontSet) -> None:
    (finding,) = findings("Twice ꀀ and **bold ꀀ**.", fonts)
    assert "F010" == finding.code
    assert "ꀀ U+A000 yi syllable it" in finding.message
    assert finding.place
    assert "ꀀ" == finding.place.file.slice(finding.place.span)
    assert "it stands in 2 places" in finding.hints


def test_each_character_is_reported_for_itself(fonts: FontSet) -> None:
    report = findings("*ꀀ*, `ꀁ`, [text ꀂ](https://example.org/)", fonts)
    places = [finding.place for finding in report]
    assert ["ꀀ", "ꀁ", "ꀂ"] == [place.file.slice(place.span) for place in places if place]


def test_han_and_marks_in_english_text_are_covered_by_one_face_or_the_other(fonts: FontSet) -> None:
    assert [] == list(findings("香港 → ① 5 ≥ 3 μg ℃ “quoted”", fonts))
