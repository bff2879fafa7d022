"""Chinese as it is written in Hong Kong; dates and times in digits, as its journals have them (domain §5)."""

from __future__ import annotations

from datetime import datetime

from pressroom.language.east_asian_time import chinese_time, long_date, short_date
from pressroom.language.profile import TRADITIONAL
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

_ZONES = {
    "Asia/Hong_Kong": "香港時間",
    "Asia/Shanghai": "北京時間",
    "Asia/Taipei": "台北時間",
    "Asia/Macau": "澳門時間",
    "Asia/Singapore": "新加坡時間",
    "Asia/Tokyo": "日本時間",
    "Asia/Seoul": "韓國時間",
    "Europe/London": "英國時間",
    "Europe/Paris": "歐洲中部時間",
    "Europe/Berlin": "歐洲中部時間",
    "Europe/Zurich": "歐洲中部時間",
    "America/New_York": "美國東部時間",
    "America/Chicago": "美國中部時間",
    "America/Los_Angeles": "美國太平洋時間",
    "Australia/Sydney": "澳洲東部時間",
    "UTC": "協調世界時間",
    "Etc/UTC": "協調世界時間",
}


def _clock_time(local: datetime) -> str:
    return chinese_time(local, "時", "正")


def _zone_name(local: datetime) -> str:
    return _ZONES.get(zone_key(local)) or f"{utc_offset(local)}時間"


RECORD = Language(
    tag="zh-Hant-HK",
    name="繁體中文（香港）",
    script=Script.HAN,
    profile=TRADITIONAL,
    word_tag="zh-HK",
    latin="en-HK",
    han="zh-Hant-HK",
    long_date=long_date,
    short_date=short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{zone}{date}{time}",
    quotes=("「」", "『』"),
    connectives=Connectives(colon="：", alternative="／", ellipsis="……"),
)
