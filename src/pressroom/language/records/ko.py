"""Korean: Hangul with spaces between the words, Latin marks, dates and times in figures."""

from __future__ import annotations

from datetime import date, datetime

from pressroom.language.profile import KOREAN
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

_ZONES = {
    "Asia/Hong_Kong": "홍콩 시간",
    "Asia/Shanghai": "베이징 시간",
    "Asia/Taipei": "타이베이 시간",
    "Asia/Macau": "마카오 시간",
    "Asia/Singapore": "싱가포르 시간",
    "Asia/Tokyo": "일본 시간",
    "Asia/Seoul": "한국 시간",
    "Europe/London": "영국 시간",
    "Europe/Paris": "중앙유럽 시간",
    "Europe/Berlin": "중앙유럽 시간",
    "Europe/Zurich": "중앙유럽 시간",
    "America/New_York": "미국 동부 시간",
    "America/Chicago": "미국 중부 시간",
    "America/Los_Angeles": "미국 태평양 시간",
    "Australia/Sydney": "호주 동부 시간",
    "UTC": "협정 세계시",
    "Etc/UTC": "협정 세계시",
}


def _long_date(day: date) -> str:
    return f"{day.year}년 {_short_date(day)}"


def _short_date(day: date) -> str:
    return f"{day.month}월 {day.day}일"


def _clock_time(local: datetime) -> str:
    """Write a time by the 12-hour clock; noon says that it is by day, midnight is the hour 0."""
    hour, minute = local.hour, local.minute
    if (hour, minute) == (12, 0):
        return "낮 12시"
    half, shown = ("오전", hour) if hour < 12 else ("오후", hour - 12 or 12)
    return f"{half} {shown}시 {minute}분" if minute else f"{half} {shown}시"


def _zone_name(local: datetime) -> str:
    return _ZONES.get(zone_key(local)) or utc_offset(local)


RECORD = Language(
    tag="ko",
    name="한국어",
    script=Script.HAN,
    profile=KOREAN,
    word_tag="ko-KR",
    latin="en-GB",
    han="ko",
    long_date=_long_date,
    short_date=_short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{zone} {date} {time}",
    quotes=("“”", "‘’"),
    connectives=Connectives(colon=": ", alternative=" / ", ellipsis="…"),
)
