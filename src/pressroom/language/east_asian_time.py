"""Dates and times in figures, as Chinese and Japanese have them."""

from __future__ import annotations

from datetime import date, datetime


def long_date(day: date) -> str:
    """Write a date with its year, as in 2025年10月21日."""
    return f"{day.year}年{short_date(day)}"


def short_date(day: date) -> str:
    """Write a date without its year, as in 10月21日."""
    return f"{day.month}月{day.day}日"


def chinese_time(local: datetime, hour_mark: str, sharp: str) -> str:
    """Write a time of day by the 12-hour clock with the part of the day before it, so that no hour can mean two.

    ``hour_mark`` is the character for hours; ``sharp`` stands behind noon and midnight.
    """
    hour, minute = local.hour, local.minute
    if hour < 6:
        part, shown = "凌晨", hour
    elif hour < 12:
        part, shown = "上午", hour
    elif hour == 12:
        part, shown = "中午", 12
    elif hour < 18:
        part, shown = "下午", hour - 12
    else:
        part, shown = "晚上", hour - 12
    if minute:
        return f"{part}{shown}{hour_mark}{minute}分"
    return f"{part}{shown}{hour_mark}{sharp if hour in {0, 12} else ''}"
