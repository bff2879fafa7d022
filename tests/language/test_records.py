from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.record import Language, Script
from pressroom.language.registry import embedded, known, language
from pressroom.language.zones import HONG_KONG

DAY = date(2025, 10, 21)


def record(tag: str) -> Language:
    found = language(tag)
    assert found is not None
    return found


def at(hour: int, minute: int) -> datetime:
    return datetime(2025, 10, 21, hour, minute, tzinfo=HONG_KONG)


def test_every_known_tag_has_its_record_whatever_its_case() -> None:
    assert known() == tuple(record(tag.upper()).tag for tag in known())


def test_an_unknown_tag_has_no_record() -> None:
    assert language("tlh") is None


def test_english_dates_are_british() -> None:
    assert record("en-HK").long_date(DAY) == "21 October 2025"
    assert record("en-HK").short_date(DAY) == "21 October"


def test_chinese_dates_are_in_digits_without_spaces() -> None:
    assert record("zh-Hant-HK").long_date(DAY) == "2025年10月21日"
    assert record("zh-Hant-HK").short_date(DAY) == "10月21日"


@pytest.mark.parametrize(
    ("hour", "minute", "english", "chinese"),
    [
        (0, 0, "00:00 (midnight)", "凌晨0時正"),
        (0, 1, "00:01", "凌晨0時1分"),
        (6, 30, "06:30", "上午6時30分"),
        (10, 0, "10:00", "上午10時"),
        (12, 0, "12 noon", "中午12時正"),
        (12, 1, "12:01", "中午12時1分"),
        (13, 5, "13:05", "下午1時5分"),
        (23, 30, "23:30", "晚上11時30分"),
    ],
)
def test_times_of_day(hour: int, minute: int, english: str, chinese: str) -> None:
    assert english == record("en-HK").clock_time(at(hour, minute))
    assert chinese == record("zh-Hant-HK").clock_time(at(hour, minute))


@given(st.times(), st.times(), st.sampled_from(known()))
def test_two_minutes_of_a_day_never_read_the_same(one: time, other: time, tag: str) -> None:
    first = datetime.combine(DAY, one, HONG_KONG).replace(second=0, microsecond=0)
    second = datetime.combine(DAY, other, HONG_KONG).replace(second=0, microsecond=0)
    clock = record(tag).clock_time
    assert (first == second) == (clock(first) == clock(second))


@pytest.mark.parametrize(
    ("zone", "english", "chinese"),
    [
        ("Europe/London", "BST", "英國時間"),
        ("America/New_York", "EDT", "美國東部時間"),
        ("Asia/Shanghai", "Beijing time", "北京時間"),
        ("Asia/Kathmandu", "UTC+5:45", "UTC+5:45時間"),
        ("America/Sao_Paulo", "UTC-3", "UTC-3時間"),
        ("Asia/Hong_Kong", "HKT", "香港時間"),
    ],
)
def test_zones_have_names_that_are_not_mistaken(zone: str, english: str, chinese: str) -> None:
    local = datetime(2026, 6, 3, 22, 30, tzinfo=UTC).astimezone(ZoneInfo(zone))
    assert english == record("en-HK").zone_name(local)
    assert chinese == record("zh-Hant-HK").zone_name(local)


@pytest.mark.parametrize(
    ("tag", "script"),
    [("ja", Script.HAN), ("yue-Latn", Script.LATIN), ("fr", Script.LATIN), ("ko-KR", Script.HAN)],
)
def test_a_language_inside_a_text_is_set_by_its_script(tag: str, script: Script) -> None:
    inner = embedded(tag, record("zh-Hant-HK"))
    assert (tag, script) == (inner.tag, inner.script)
    assert tag == (inner.han if script is Script.HAN else inner.latin)
