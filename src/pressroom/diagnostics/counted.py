"""Counts in messages."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """Write a count before a noun that takes an s for several."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
