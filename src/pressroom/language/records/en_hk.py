"""English as it is written in Hong Kong: British spelling and dates."""

from __future__ import annotations

from datetime import date, datetime

from pressroom.language.profile import LATIN
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def _long_date(day: date) -> str:
    return f"{_short_date(day)} {day.year}"


def _short_date(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]}"


def _clock_time(local: datetime) -> str:
    """Write a time of day by the 24-hour clock; noon and midnight say which they are (domain §3)."""
    match local.hour, local.minute:
        case 12, 0:
            return "12 noon"
        case 0, 0:
            return "00:00 (midnight)"
        case hour, minute:
            return f"{hour:02}:{minute:02}"


def _zone_name(local: datetime) -> str:
    """Name a zone by its usual letters; China's CST reads as American time, so it is written out."""
    if zone_key(local) in {"Asia/Shanghai", "Asia/Chongqing", "PRC"}:
        return "Beijing time"
    letters = local.tzname() or ""
    return letters if letters.isalpha() else utc_offset(local)


RECORD = Language(
    tag="en-HK",
    name="English",
    script=Script.LATIN,
    profile=LATIN,
    word_tag="en-GB",
    latin="en-HK",
    han="zh-Hant-HK",
    long_date=_long_date,
    short_date=_short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{time} {zone} on {date}",
    quotes=("“”", "‘’"),
    connectives=Connectives(colon=": ", alternative=" / ", ellipsis="…"),
)
