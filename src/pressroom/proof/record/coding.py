"""A proof record as JSON, and back: whatever is not exactly of the form is no record."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict, is_dataclass
from datetime import MAXYEAR, MINYEAR, datetime
from json import JSONDecodeError
from types import UnionType
from typing import Literal, cast, get_args, get_origin, get_type_hints

from pressroom.proof.record.form import FORMAT, Record

_NONE = "it has not the form of a record"


def write_record(record: Record) -> bytes:
    """Return a record as JSON, in UTF-8, keys in a fixed order."""
    return (json.dumps(asdict(record), ensure_ascii=False, indent=2) + "\n").encode()


def read_record(data: bytes) -> Record:
    """Read a record; raise ``ValueError``, with the reason in words, if the bytes are not one.

    Names are those of files beside the record: one that points elsewhere makes it no record.
    """
    try:
        loaded: object = json.loads(data)
        match loaded:
            case {"format": int(number)} if number != FORMAT:
                message = f"it has format {number}, those of this version have {FORMAT}"
                raise ValueError(message)
            case _:
                record = cast("Record", _read(Record, loaded))
    except (RecursionError, JSONDecodeError, UnicodeDecodeError) as reason:
        raise ValueError(_NONE) from reason
    for instant in (record.release.issued, record.release.embargo):
        if instant is not None and not _exists_everywhere(datetime.fromisoformat(instant)):
            raise ValueError(_NONE)
    if any(set(one.name) & set("/\\") or one.name.startswith(".") for one in record.artifacts):
        message = "it names a file in another folder"
        raise ValueError(message)
    return record


def _exists_everywhere(instant: datetime) -> bool:
    """Tell whether an instant has a zone, and a date in every other one."""
    return instant.tzinfo is not None and MINYEAR < instant.year < MAXYEAR


def _read(kind: object, value: object) -> object:
    """Read a value of a kind that the form has: a plain type, a choice, a tuple, a mapping, or a class of such."""
    inner = get_args(kind)
    origin = get_origin(kind)
    if origin is UnionType:
        return None if value is None else _read(inner[0], value)
    if origin is Literal and value in inner:
        return value
    if origin is tuple and isinstance(value, list):
        return tuple(_read(inner[0], each) for each in cast("list[object]", value))
    if origin is dict and isinstance(value, dict):
        members = cast("dict[str, object]", value)
        return {name: _read(inner[1], each) for name, each in members.items()}
    if isinstance(kind, type) and is_dataclass(kind) and isinstance(value, dict):
        return _object(kind, cast("dict[str, object]", value))
    if kind in {str, int, bool} and type(value) is kind:
        return value
    raise ValueError(_NONE)


def _object(kind: Callable[..., object], members: dict[str, object]) -> object:
    hints = get_type_hints(kind)
    if hints.keys() != members.keys():
        raise ValueError(_NONE)
    return kind(**{name: _read(hint, members[name]) for name, hint in hints.items()})
