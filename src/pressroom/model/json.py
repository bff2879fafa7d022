"""A release as JSON: a stable form for other programs, and for comparing what two sources say.

Every node is an object with its ``type`` first and its fields in their order; a span is ``[start, end]`` in code points, a date
ISO 8601, a choice its word. ``format`` rises when a reader of the former form would be misled.
"""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import cast

from pressroom.model.release import Release
from pressroom.place import SourceFile, Span

FORMAT = 1


def to_json(release: Release) -> str:
    """Write a release as JSON, with a final line feed."""
    data = {"format": FORMAT, "release": _plain(release)}
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _plain(value: object) -> object:
    match value:
        case SourceFile():
            return {"type": "SourceFile", "name": value.name, "characters": len(value.text)}
        case Span():
            return [value.start, value.end]
        case Enum():
            return value.value
        case datetime() | date():
            return value.isoformat()
        case tuple():
            return [_plain(each) for each in cast("tuple[object, ...]", value)]
        case str() | int() | None:
            return value
        case _ if is_dataclass(value):
            named = {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
            return {"type": type(value).__name__, **named}
        case _:
            raise TypeError(type(value).__name__)
