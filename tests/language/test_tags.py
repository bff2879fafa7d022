import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.tags import canonical


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("en", "en"),
        ("EN-hk", "en-HK"),
        ("zh-hant-hk", "zh-Hant-HK"),
        ("ZH-YUE-HANT-HK", "zh-yue-Hant-HK"),
        ("es-419", "es-419"),
        ("sl-rozaj-biske", "sl-rozaj-biske"),
        ("de-CH-1901", "de-CH-1901"),
        ("zh-Hant-HK-u-NU-hanidec", "zh-Hant-HK-u-nu-hanidec"),
        ("en-x-HOUSE", "en-x-house"),
    ],
)
def test_a_tag_is_brought_into_canonical_case(written: str, expected: str) -> None:
    assert canonical(written) == expected


@pytest.mark.parametrize(
    "written",
    [
        "",
        "e",
        "en_HK",
        "en-",
        "-en",
        "en--HK",
        "english-language",
        "i-klingon",
        "x-private",
        "en-HK-Hant",
        "中文",
        "de-1901-1901",
        "en-u-nu-latn-u-ca-iso8601",
        "en-u",
        "en\n",
        "a" * 5000,
        "en" + "-abcde" * 999,
    ],
)
def test_what_is_no_tag_is_refused(written: str) -> None:
    assert canonical(written) is None


@given(st.text(st.sampled_from("abxZ19-"), max_size=24))
def test_canonical_case_is_stable_and_changes_nothing_but_case(written: str) -> None:
    tag = canonical(written)
    assert tag is None or (canonical(tag) == tag and tag.lower() == written.lower())
