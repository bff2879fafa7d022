"""A quick press for two versions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TypeAlias

import pytest

from merge.conftest import Press, notice, specimen
from pressroom.diagnostics import Report
from pressroom.edition.resolve import resolve
from pressroom.place import SourceFile
from pressroom.redline.compose import redline
from pressroom.redline.pen import Pen
from pressroom.source.parse import parse

__all__ = ["notice", "specimen"]

Redlining: TypeAlias = Callable[[Press, str, str], bytes]


@pytest.fixture(scope="session")
def redlined() -> Redlining:
    return made


def made(press: Press, old: str, new: str) -> bytes:
    """Make a redline of two sources that are sound."""
    report = Report()
    releases = [parse(SourceFile("", text), report) for text in (old, new)]
    house, folder = press.reading.house, press.reading.folder
    former, later = (resolve(each, house, folder, report) for each in releases if each)
    return redline(former, later, press.world, Pen("Lee 編輯", date(2026, 3, 4)))
