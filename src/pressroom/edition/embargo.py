"""Say an instant so that nobody can mistake it (domain §3)."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from pressroom.edition.wording import fill
from pressroom.language.record import Language
from pressroom.language.zones import HONG_KONG
from pressroom.model.release import Embargo


def embargo_instant(embargo: Embargo, language: Language) -> str:
    """Write the instant in the zone that it was given in, and in Hong Kong time where that is another zone."""
    local = embargo.instant.astimezone(ZoneInfo(embargo.zone))
    there = _moment(local, language.long_date(local.date()), language)
    if embargo.zone in {"Asia/Hong_Kong", "Hongkong"}:
        return there
    here = embargo.instant.astimezone(HONG_KONG)
    day = _following_date(here.date(), local.date(), language)
    return f"{there}{language.connectives.alternative}{_moment(here, day, language)}"


def _moment(local: datetime, day: str, language: Language) -> str:
    time, zone = language.clock_time(local), language.zone_name(local)
    return fill(language.moment, time=time, zone=zone, date=day)


def _following_date(day: date, former: date, language: Language) -> str:
    return language.short_date(day) if day.year == former.year else language.long_date(day)
