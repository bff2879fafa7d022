"""Chinese as it is written in Taiwan; it differs from Hong Kong's in the forms of its characters and the name of its time."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from pressroom.language.records import zh_hant_hk
from pressroom.language.zones import zone_key


def _zone_name(local: datetime) -> str:
    if zone_key(local) == "Asia/Taipei":
        return "臺灣時間"
    return zh_hant_hk.RECORD.zone_name(local)


RECORD = replace(
    zh_hant_hk.RECORD,
    tag="zh-Hant-TW",
    name="繁體中文（臺灣）",
    word_tag="zh-TW",
    latin="en-GB",
    han="zh-Hant-TW",
    zone_name=_zone_name,
)
