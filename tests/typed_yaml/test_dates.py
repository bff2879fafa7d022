from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.place import SourceFile
from pressroom.typed_yaml import day, instant, read_yaml


def messages(yaml: str) -> list[str]:
    report = Report()
    assert read_yaml(SourceFile("a.yaml", yaml), instant(), report, "M") is None
    return [f.message for f in report]


def read_instant(yaml: str) -> datetime:
    value = read_yaml(SourceFile("a.yaml", yaml), instant(), Report(), "M")
    assert value
    return value


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_as_it_was_written(written: date) -> None:
    assert read_yaml(SourceFile("a.yaml", written.isoformat()), day(), Report(), "M") == written


@pytest.mark.parametrize(
    "yaml",
    [
        "2025-02-29",
        "2025-13-01",
        "2025-10-32",
        "25-10-21",
        "21/10/2025",
        "20251021",
        "0001-01-01",
        "２０２５-10-21",
    ],
)
def test_what_is_no_day_of_the_calendar_is_refused(yaml: str) -> None:
    report = Report()
    assert read_yaml(SourceFile("a.yaml", yaml), day(), report, "M") is None
    assert [f.code for f in report] == ["M017"]


def test_an_instant_keeps_its_local_time_and_its_zone() -> None:
    value = read_instant("2025-10-21T00:01 Asia/Hong_Kong")
    assert value.isoformat() == "2025-10-21T00:01:00+08:00"
    assert str(value.tzinfo) == "Asia/Hong_Kong"


@pytest.mark.parametrize(
    ("yaml", "utc"),
    [
        ("2026-06-03T23:30 Europe/London", datetime(2026, 6, 3, 22, 30, tzinfo=UTC)),
        ("2026-03-08T12:00 America/New_York", datetime(2026, 3, 8, 16, 0, tzinfo=UTC)),
        ("2026-10-25T00:30 UTC", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
)
def test_summer_time_is_heeded(yaml: str, utc: datetime) -> None:
    assert read_instant(yaml).astimezone(UTC) == utc


def test_an_hour_that_is_skipped_in_spring_is_refused() -> None:
    assert messages("2026-03-29T01:30 Europe/London") == [
        "01:30 on 2026-03-29 in Europe/London never comes: the clocks go forward"
    ]


def test_an_hour_that_comes_twice_in_autumn_is_refused_with_both_ways_to_write_it() -> None:
    report = Report()
    file = SourceFile("a.yaml", "2026-11-01T01:30 America/New_York")
    assert read_yaml(file, instant(), report, "M") is None
    assert [f.hints for f in report] == [("write 2026-11-01T05:30 UTC or 2026-11-01T06:30 UTC",)]


@pytest.mark.parametrize(
    ("yaml", "message"),
    [
        ("2025-10-21", "`2025-10-21` is not an instant"),
        ("2025-10-21T00:01", "`2025-10-21T00:01` is not an instant"),
        ("2025-10-21T00:01+08:00", "`2025-10-21T00:01+08:00` is not an instant"),
        ("2025-10-21T24:00 UTC", "there is no time 24:00"),
        ("2025-02-30T00:01 UTC", "there is no day 2025-02-30 in the calendar"),
        ("2025-10-21T00:01 HKT", "unknown time zone `HKT`"),
        ("2025-10-21T00:01 Asia", "unknown time zone `Asia`"),
        ("2025-10-21T00:01 ../../etc/passwd", "unknown time zone `../../etc/passwd`"),
        ("2025-10-21T00:01 A/../../etc", "unknown time zone `A/../../etc`"),
        ("2025-10-21T00:01 localtime", "unknown time zone `localtime`"),
    ],
)
def test_what_is_no_instant_is_refused(yaml: str, message: str) -> None:
    assert messages(yaml) == [message]


def test_a_misspelt_zone_is_suggested() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "2025-10-21T00:01 Asia/HongKong"), instant(), report, "M")
    assert [f.hints for f in report] == [("did you mean `Asia/Hong_Kong`?",)]


def test_no_zone_of_another_place_is_suggested_for_an_abbreviation() -> None:
    report = Report()
    read_yaml(SourceFile("a.yaml", "2025-10-21T00:01 HKT"), instant(), report, "M")
    hint = "time zones have names such as Asia/Hong_Kong, Europe/London or UTC"
    assert [f.hints for f in report] == [(hint,)]
