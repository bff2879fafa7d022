"""Chinese as it is written in mainland China: simplified characters, marks at the lower left, “ ” for quotation."""

from __future__ import annotations

from datetime import datetime

from pressroom.language.east_asian_time import chinese_time, long_date, short_date
from pressroom.language.profile import SIMPLIFIED
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

_ZONES = {
    "Asia/Hong_Kong": "香港时间",
    "Asia/Shanghai": "北京时间",
    "Asia/Taipei": "台北时间",
    "Asia/Macau": "澳门时间",
    "Asia/Singapore": "新加坡时间",
    "Asia/Tokyo": "东京时间",
    "Asia/Seoul": "首尔时间",
    "Europe/London": "英国时间",
    "Europe/Paris": "欧洲中部时间",
    "Europe/Berlin": "欧洲中部时间",
    "Europe/Zurich": "欧洲中部时间",
    "America/New_York": "美国东部时间",
    "America/Chicago": "美国中部时间",
    "America/Los_Angeles": "美国太平洋时间",
    "Australia/Sydney": "澳大利亚东部时间",
    "UTC": "协调世界时",
    "Etc/UTC": "协调世界时",
}


def _clock_time(local: datetime) -> str:
    return chinese_time(local, "时", "整")


def _zone_name(local: datetime) -> str:
    return _ZONES.get(zone_key(local)) or f"{utc_offset(local)}时间"


RECORD = Language(
    tag="zh-Hans-CN",
    name="简体中文",
    script=Script.HAN,
    profile=SIMPLIFIED,
    word_tag="zh-CN",
    latin="en-GB",
    han="zh-Hans-CN",
    long_date=long_date,
    short_date=short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{zone}{date}{time}",
    quotes=("“”", "‘’"),
    connectives=Connectives(colon="：", alternative="／", ellipsis="……"),
)
