"""French: the 24-hour clock with ``h``, the first of a month as an ordinal, a no-break space before the colon."""

from __future__ import annotations

from datetime import date, datetime

from pressroom.language.profile import LATIN
from pressroom.language.record import Connectives, Language, Script
from pressroom.language.zones import utc_offset, zone_key

MONTHS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)

_ZONES = {
    "Asia/Hong_Kong": "heure de Hong Kong",
    "Asia/Shanghai": "heure de Pékin",
    "Asia/Taipei": "heure de Taipei",
    "Asia/Macau": "heure de Macao",
    "Asia/Singapore": "heure de Singapour",
    "Asia/Tokyo": "heure de Tokyo",
    "Asia/Seoul": "heure de Séoul",
    "Europe/London": "heure de Londres",
    "Europe/Paris": "heure de Paris",
    "Europe/Berlin": "heure de Berlin",
    "Europe/Zurich": "heure de Zurich",
    "America/New_York": "heure de New York",
    "America/Chicago": "heure de Chicago",
    "America/Los_Angeles": "heure de Los Angeles",
    "Australia/Sydney": "heure de Sydney",
    "UTC": "temps universel",
    "Etc/UTC": "temps universel",
}

_NO_BREAK = "\u00a0"


def _long_date(day: date) -> str:
    return f"{_short_date(day)} {day.year}"


def _short_date(day: date) -> str:
    number = "1er" if day.day == 1 else str(day.day)
    return f"{number}{_NO_BREAK}{MONTHS[day.month - 1]}"


def _clock_time(local: datetime) -> str:
    """Write a time of day by the 24-hour clock; noon and midnight say which they are."""
    name = {(12, 0): " (midi)", (0, 0): " (minuit)"}.get((local.hour, local.minute), "")
    minutes = f"{_NO_BREAK}{local.minute:02}" if local.minute else ""
    return f"{local.hour}{_NO_BREAK}h{minutes}{name}"


def _zone_name(local: datetime) -> str:
    return _ZONES.get(zone_key(local)) or utc_offset(local)


RECORD = Language(
    tag="fr",
    name="Français",
    script=Script.LATIN,
    profile=LATIN,
    word_tag="fr-FR",
    latin="fr",
    han="zh-Hant-HK",
    long_date=_long_date,
    short_date=_short_date,
    clock_time=_clock_time,
    zone_name=_zone_name,
    moment="{date} à {time}, {zone}",
    quotes=("«»", "“”"),
    connectives=Connectives(colon=f"{_NO_BREAK}: ", alternative=" / ", ellipsis="…"),
)
