"""Facts about time zones that every language needs."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from zoneinfo import ZoneInfo

HONG_KONG = timezone(timedelta(hours=8), "HKT")
"""Hong Kong time; there has been no summer time since 1979, so it needs no zone database."""


def zone_key(local: datetime) -> str:
    """Return the IANA name of a local time's zone, or "" if it has none."""
    if local.tzinfo is HONG_KONG:
        return "Asia/Hong_Kong"
    return local.tzinfo.key if isinstance(local.tzinfo, ZoneInfo) else ""


def utc_offset(local: datetime) -> str:
    """Name a zone by its distance from UTC, as in ``UTC+5:30``."""
    offset = local.utcoffset() or timedelta()
    sign = "-" if offset < timedelta() else "+"
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    return f"UTC{sign}{hours}:{minutes:02}" if minutes else f"UTC{sign}{hours}"
