"""Days and instants."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from pressroom.place import Span
from pressroom.typed_yaml.fields import Kind
from pressroom.typed_yaml.kinds import scalar_text
from pressroom.typed_yaml.nodes import Context, Node
from pressroom.typed_yaml.wording import meant, quoted

FIRST_YEAR = 1900
LAST_YEAR = 2099
"""The years of a date: within them no time zone leads out of what the outputs can hold."""

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_INSTANT = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})T([0-9]{2}):([0-9]{2}) +(\S+)")
_ZONE = re.compile(r"[A-Z][A-Za-z]+(/[A-Za-z0-9_+-]+)+|UTC")


def day() -> Kind[date]:
    """Declare a day of the calendar, written as ISO 8601 has it."""
    name = "a date such as 2025-10-21"

    def read(node: Node, context: Context) -> date | None:
        value = scalar_text(node, context, name)
        return None if value is None else _day(value, node.span, context)

    return Kind(name, read, lambda: date(FIRST_YEAR, 1, 1))


def instant() -> Kind[datetime]:
    """Declare a local time and its IANA zone; the value is aware and its ``tzinfo`` a ``ZoneInfo``."""
    name = "an instant such as 2025-10-21T00:01 Asia/Hong_Kong"

    def read(node: Node, context: Context) -> datetime | None:
        value = scalar_text(node, context, name)
        if value is None:
            return None
        parts = _INSTANT.fullmatch(value)
        if not parts:
            hint = "write the local time and the IANA name of its zone: 2025-10-21T00:01 Asia/Hong_Kong"
            context.error(18, f"{quoted(value)} is not an instant", node.span, hint)
            return None
        on_day = _day(parts[1], node.span, context)
        zone = _zone(parts[4], node.span, context)
        if int(parts[2]) > 23 or int(parts[3]) > 59:
            hint = "hours go from 00 to 23, minutes from 00 to 59"
            context.error(18, f"there is no time {parts[2]}:{parts[3]}", node.span, hint)
        elif on_day and zone:
            clock = timedelta(hours=int(parts[2]), minutes=int(parts[3]))
            midnight = datetime(on_day.year, on_day.month, on_day.day, tzinfo=zone)
            return _once(midnight + clock, zone, node.span, context)
        return None

    return Kind(name, read, lambda: datetime(FIRST_YEAR, 1, 1, tzinfo=UTC))


def _day(value: str, span: Span, context: Context) -> date | None:
    parts = _DAY.fullmatch(value)
    if not parts:
        hint = "write year, month and day in digits: 2025-10-21"
        context.error(17, f"{quoted(value)} is not a date", span, hint)
        return None
    try:
        found = date(int(parts[1]), int(parts[2]), int(parts[3]))
    except ValueError:
        context.error(17, f"there is no day {value} in the calendar", span)
        return None
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        what = f"the year {parts[1]} is not between {FIRST_YEAR} and {LAST_YEAR}"
        context.error(17, what, span)
        return None
    return found


def _zone(name: str, span: Span, context: Context) -> ZoneInfo | None:
    if _ZONE.fullmatch(name):
        try:
            return ZoneInfo(name)
        except (
            ZoneInfoNotFoundError,
            ValueError,
            OSError,
        ):  # OSError: the name of a folder of zones
            pass
    # Abbreviations are near each other and half a world apart: HKT and HST.
    places = sorted(zone for zone in available_timezones() if "/" in zone)
    hints = meant(name, places) or (
        "time zones have names such as Asia/Hong_Kong, Europe/London or UTC",
    )
    context.error(18, f"unknown time zone {quoted(name)}", span, *hints)
    return None


def _once(local: datetime, zone: ZoneInfo, span: Span, context: Context) -> datetime | None:
    """Refuse local times that a change of the clocks skips or repeats (PEP 495)."""
    early, late = local.replace(fold=0), local.replace(fold=1)
    if early.utcoffset() == late.utcoffset():
        return local
    in_utc = sorted(f"{one.astimezone(UTC):%Y-%m-%dT%H:%M} UTC" for one in (early, late))
    when = f"{local:%H:%M} on {local:%Y-%m-%d} in {zone.key}"
    skipped = early.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local.replace(
        tzinfo=None
    )
    what = "never comes: the clocks go forward" if skipped else "comes twice: the clocks go back"
    hint = "choose another time" if skipped else f"write {in_utc[0]} or {in_utc[1]}"
    context.error(18, f"{when} {what}", span, hint)
    return None
