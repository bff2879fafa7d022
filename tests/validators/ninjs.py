"""Whether a news object keeps to ninjs 3.1.

The schema of the standard is published under a licence of its own and is not at hand without a network: this is one of ours, made from
the list of properties of ninjs 3.1 (names, types, formats, what is required), as far as text needs them. It lets through no
property that is not in that list. Whoever has fetched the schema (github.com/iptc/newsinjson, ``specification/``) can hold releases made up
at random against it::

    PYTHONPATH=tests python -m validators.ninjs ninjs-schema_3.1.json 100
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from random import Random
from typing import TypeAlias, cast

from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.registry import writer
from proof.random_release import random_release
from validators.json_schema import faults

Check: TypeAlias = Callable[[object, str], Iterator[str]]


def validate(data: bytes) -> list[str]:
    """Return what is wrong with a news object, each with its place."""
    try:
        content: object = json.loads(data)
    except ValueError as fault:
        return [f"no JSON: {fault}"]
    return list(_news(required=("uri",))(content, ""))


def _text(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, str):
        yield f"{place}: no text"


def _uri(value: object, place: str) -> Iterator[str]:
    if not isinstance(value, str) or not re.fullmatch(r"[a-z][a-z0-9+.-]*:[!-~]+", value):
        yield f"{place}: no URI"


def _instant(value: object, place: str) -> Iterator[str]:
    try:
        moment = datetime.fromisoformat(cast("str", value))
    except (TypeError, ValueError):
        yield f"{place}: no date-time"
    else:
        if moment.tzinfo is None or "T" not in cast("str", value):
            yield f"{place}: no date-time of RFC 3339"


def _whole(least: int, most: int) -> Check:
    def check(value: object, place: str) -> Iterator[str]:
        if type(value) is not int or not least <= value <= most:
            yield f"{place}: no whole number from {least} to {most}"

    return check


def _one_of(*words: str) -> Check:
    def check(value: object, place: str) -> Iterator[str]:
        if value not in words:
            yield f"{place}: none of {', '.join(words)}"

    return check


def _list(check_item: Check) -> Check:
    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, list):
            yield f"{place}: no list"
            return
        for number, item in enumerate(cast("list[object]", value)):
            yield from check_item(item, f"{place}/{number}")

    return check


def _object(properties: dict[str, Check], required: tuple[str, ...] = ()) -> Check:
    def check(value: object, place: str) -> Iterator[str]:
        if not isinstance(value, dict):
            yield f"{place}: no object"
            return
        content = cast("dict[str, object]", value)
        yield from (f"{place}: lacks {name}" for name in required if name not in content)
        for name, inner in content.items():
            if name in properties:
                yield from properties[name](inner, f"{place}/{name}")
            else:
                yield f"{place}: unknown property {name}"

    return check


_WORDED = {"role": _text, "contentType": _text, "value": _text}
_COUNTED = _WORDED | {"charCount": _whole(0, 10**9), "wordCount": _whole(0, 10**9)}
_NAMED: dict[str, Check] = {"name": _text, "uri": _uri, "literal": _text}
_CONTACTS = _list(
    _object(
        {"type": _text, "role": _text, "lang": _text, "name": _text, "value": _text}, ("value",)
    )
)
_RELATED = _NAMED | {"rel": _text}
_REACHED = _RELATED | {"contactInfo": _CONTACTS}
_STANDARD = _object({"name": _text, "version": _text, "schema": _uri})
_TYPES = (
    "text",
    "audio",
    "video",
    "picture",
    "graphic",
    "composite",
    "component",
    "event",
    "planning",
)


def _news(required: tuple[str, ...], more: dict[str, Check] | None = None) -> Check:
    def associated(value: object, place: str) -> Iterator[str]:
        yield from _news(("name", "uri"), {"name": _text, "rel": _text})(value, place)

    return _object(
        {
            "uri": _uri,
            "type": _one_of(*_TYPES),
            "representationType": _one_of("full", "partial"),
            "pubStatus": _one_of("usable", "withheld", "canceled"),
            "urgency": _whole(1, 9),
            **dict.fromkeys(
                ("firstCreated", "versionCreated", "contentCreated", "embargoedUntil", "expires"),
                _instant,
            ),
            **dict.fromkeys(
                ("profile", "version", "language", "title", "by", "slugline", "located", "edNote"),
                _text,
            ),
            **dict.fromkeys(("copyrightHolder", "copyrightNotice", "usageTerms"), _text),
            "headlines": _list(_object(_WORDED, ("value",))),
            "descriptions": _list(_object(_WORDED, ("value",))),
            "bodies": _list(_object(_COUNTED, ("value",))),
            "people": _list(_object(_REACHED)),
            "organisations": _list(_object(_REACHED)),
            "places": _list(_object(_REACHED)),
            "subjects": _list(_object(_RELATED | {"creator": _text})),
            "infoSources": _list(_object(_NAMED | {"role": _text, "contactInfo": _CONTACTS})),
            "genres": _list(_object(_NAMED)),
            "altIds": _list(_object({"role": _text, "value": _text})),
            "standard": _STANDARD,
            "associations": _list(associated),
            **(more or {}),
        },
        required,
    )


def main(path: str, count: int) -> int:
    """Hold the sample and releases made up at random against a schema; say what is wrong and how many are valid."""
    schema = json.loads(Path(path).read_bytes())
    releases = [every_node(), *(random_release(Random(seed)) for seed in range(count))]  # noqa: S311
    spoilt = 0
    for number, release in enumerate(releases):
        data = writer("ninjs").write(release, World(fonts={})).artifact.data
        found = [*faults(schema, json.loads(data)), *validate(data)]
        for fault in found:
            print(f"{number}: {fault}")  # noqa: T201
        spoilt += bool(found)
    print(f"{len(releases) - spoilt} of {len(releases)} news objects valid")  # noqa: T201
    return spoilt


if __name__ == "__main__":
    sys.exit(bool(main(sys.argv[1], int(sys.argv[2]))))
