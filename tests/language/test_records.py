from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pressroom.language.record import Language, Script
from pressroom.language.registry import embedded, is_han, known, language
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
    ("tag", "long", "short"),
    [
        ("zh-Hant-TW", "2025年10月21日", "10月21日"),
        ("zh-Hans-CN", "2025年10月21日", "10月21日"),
        ("ja", "2025年10月21日", "10月21日"),
        ("ko", "2025년 10월 21일", "10월 21일"),
        ("fr", "21\u00a0octobre 2025", "21\u00a0octobre"),
    ],
)
def test_dates_of_other_languages(tag: str, long: str, short: str) -> None:
    assert long == record(tag).long_date(DAY)
    assert short == record(tag).short_date(DAY)


def test_the_first_of_a_french_month_is_an_ordinal() -> None:
    assert "1er\u00a0mai 2026" == record("fr").long_date(date(2026, 5, 1))


@pytest.mark.parametrize(
    ("tag", "midnight", "morning", "noon", "afternoon"),
    [
        ("zh-Hans-CN", "凌晨0时整", "上午10时30分", "中午12时整", "下午1时5分"),
        ("ja", "午前0時", "午前10時30分", "正午", "午後1時5分"),
        ("ko", "오전 0시", "오전 10시 30분", "낮 12시", "오후 1시 5분"),
        (
            "fr",
            "0\u00a0h (minuit)",
            "10\u00a0h\u00a030",
            "12\u00a0h (midi)",
            "13\u00a0h\u00a005",
        ),
    ],
)
def test_times_of_day_in_other_languages(
    tag: str, midnight: str, morning: str, noon: str, afternoon: str
) -> None:
    clock = record(tag).clock_time
    times = clock(at(0, 0)), clock(at(10, 30)), clock(at(12, 0)), clock(at(13, 5))
    assert (midnight, morning, noon, afternoon) == times


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("zh-Hant-TW", "臺灣時間"),
        ("zh-Hans-CN", "台北时间"),
        ("ja", "台湾時間"),
        ("ko", "타이베이 시간"),
        ("fr", "heure de Taipei"),
    ],
)
def test_every_language_names_a_zone_in_its_own_words(tag: str, expected: str) -> None:
    local = datetime(2026, 6, 3, 22, 30, tzinfo=UTC).astimezone(ZoneInfo("Asia/Taipei"))
    assert expected == record(tag).zone_name(local)


@given(st.sampled_from(known()), st.sampled_from(sorted(available_timezones())))
def test_every_zone_has_a_name_in_every_language(tag: str, zone: str) -> None:
    assert record(tag).zone_name(datetime(2026, 6, 3, 12, tzinfo=ZoneInfo(zone)))


@pytest.mark.parametrize(
    ("tag", "expected"),
    [("zh-TW", True), ("ja", True), ("ko-KR", True), ("fr", False), ("en-GB", False)],
)
def test_the_han_face_is_for_the_languages_of_east_asia(tag: str, *, expected: bool) -> None:
    assert expected is is_han(tag)


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
