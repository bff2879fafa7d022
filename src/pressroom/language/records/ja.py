"""Japanese: horizontal text with 、 and 。, dates by the common era, noon and midnight by the newspapers' clock."""

from __future__ import annotations

from datetime import datetime

from pressroom.language.east_asian_time import long_date, short_date
from pressroom.language.profile import JAPANESE
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

_ZONES = {
    "Asia/Hong_Kong": "香港時間",
    "Asia/Shanghai": "北京時間",
    "Asia/Taipei": "台湾時間",
    "Asia/Macau": "マカオ時間",
    "Asia/Singapore": "シンガポール時間",
    "Asia/Tokyo": "日本時間",
    "Asia/Seoul": "韓国時間",
    "Europe/London": "英国時間",
    "Europe/Paris": "中央ヨーロッパ時間",
    "Europe/Berlin": "中央ヨーロッパ時間",
    "Europe/Zurich": "中央ヨーロッパ時間",
    "America/New_York": "米国東部時間",
    "America/Chicago": "米国中部時間",
    "America/Los_Angeles": "米国太平洋時間",
    "Australia/Sydney": "オーストラリア東部時間",
    "UTC": "協定世界時",
    "Etc/UTC": "協定世界時",
}


def _clock_time(local: datetime) -> str:
    """Write a time by the 12-hour clock, whose hours begin with 0 after midnight and after noon."""
    if (local.hour, local.minute) == (12, 0):
        return "正午"
    half, hour = divmod(local.hour, 12)
    minutes = f"{local.minute}分" if local.minute else ""
    return f"{'午後' if half else '午前'}{hour}時{minutes}"


def _zone_name(local: datetime) -> str:
    return _ZONES.get(zone_key(local)) or utc_offset(local)


RECORD = Language(
    tag="ja",
    name="日本語",
    script=Script.HAN,
    profile=JAPANESE,
    word_tag="ja-JP",
    latin="en-GB",
    han="ja",
    long_date=long_date,
    short_date=short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{zone}{date}{time}",
    quotes=("「」", "『』"),
    connectives=Connectives(colon="：", alternative="／", ellipsis="……"),
)
