"""What files are called: the id, and in some houses the embargo."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from edition.making import set_release, written
from pressroom.edition.stem import file_stem, is_stem
from pressroom.model.release import Embargo, Release
from pressroom.testing.house import sample_house

USUAL = sample_house()
HELD = replace(USUAL, embargo_in_names=True)
RELEASE = written(("en-HK", "# A headline\n\nText."))


def under(year: int, month: int, day: int, hour: int, zone: str, fold: int = 0) -> Release:
    instant = datetime(year, month, day, hour, 1, fold=fold, tzinfo=ZoneInfo(zone))
    return replace(RELEASE, embargo=Embargo(instant, zone))


MARCH = under(2026, 3, 3, 0, "Asia/Hong_Kong")


def test_files_are_called_by_the_id_alone_unless_the_house_asks_for_the_embargo() -> None:
    assert "test-1" == file_stem(MARCH, USUAL, public=False)
    assert "test-1" == file_stem(RELEASE, HELD, public=False)
    assert "test-1.embargo-20260303T0001+0800" == file_stem(MARCH, HELD, public=False)


def test_files_for_the_public_are_called_by_the_id_alone() -> None:
    assert "test-1" == file_stem(MARCH, HELD, public=True)


@pytest.mark.parametrize(
    ("release", "stated"),
    [
        (under(2026, 6, 3, 23, "Europe/London"), "20260603T2301+0100"),
        (under(2026, 11, 1, 1, "America/New_York"), "20261101T0101-0400"),
        (under(2026, 11, 1, 1, "America/New_York", fold=1), "20261101T0101-0500"),
        (under(2026, 3, 3, 12, "Asia/Kolkata"), "20260303T1201+0530"),
        (under(2026, 3, 3, 0, "UTC"), "20260303T0001+0000"),
    ],
)
def test_the_embargo_in_a_name_is_local_time_with_its_distance_from_utc(
    release: Release, stated: str
) -> None:
    assert f"test-1.embargo-{stated}" == file_stem(release, HELD, public=False)


@given(st.integers(-2_208_900_000, 4_102_400_000), st.sampled_from(sorted(available_timezones())))
def test_every_name_with_an_embargo_suits_all_file_systems_and_is_known_again(
    seconds: int, zone: str
) -> None:
    embargo = Embargo(datetime.fromtimestamp(seconds, UTC), zone)
    stem = file_stem(replace(RELEASE, embargo=embargo), HELD, public=False)

    assert re.fullmatch(r"[a-z0-9.T+-]{1,60}", stem)
    assert is_stem(stem, "test-1")
    assert not is_stem(stem, "test")


@pytest.mark.parametrize(
    "name", ["test-10", "test", "test-1.print", "test-1.embargo-", "test-1.embargo-20260303T0001"]
)
def test_what_only_looks_like_the_name_of_a_release_is_none(name: str) -> None:
    assert is_stem("test-1", "test-1")
    assert not is_stem(name, "test-1")


def test_a_resolved_release_knows_what_its_files_are_called() -> None:
    resolved, _ = set_release(MARCH, Path("/nowhere"), HELD)

    assert "test-1.embargo-20260303T0001+0800" == resolved.stem
