"""The judge of JSON schemas finds each kind of fault, and stops at what it does not know."""

from __future__ import annotations

import pytest

from validators.json_schema import Json, Schema, faults

SCHEMA: Schema = {
    "$defs": {
        "thing": {
            "type": "object",
            "properties": {
                "uri": {"type": "string", "format": "uri"},
                "when": {"type": "string", "format": "date-time"},
                "size": {"type": "integer", "minimum": 1, "maximum": 9},
                "kind": {"enum": ["text", "picture"]},
                "code": {"type": "string", "pattern": "^[a-z]+$"},
                "parts": {"type": "array", "items": {"$ref": "#/$defs/part"}},
            },
        },
        "part": {
            "type": "object",
            "properties": {"name": {"type": "string"}, "value": {"type": "number"}},
            "additionalProperties": False,
            "oneOf": [{"required": ["name"]}, {"required": ["value"]}],
        },
    },
    "$ref": "#/$defs/thing",
    "required": ["uri"],
    "unevaluatedProperties": False,
}
WHOLE: dict[str, Json] = {
    "uri": "urn:a:b",
    "when": "2026-03-01T12:00:00+08:00",
    "size": 3,
    "kind": "text",
    "code": "abc",
    "parts": [{"name": "a"}, {"value": 1.5}],
}


def test_nothing_is_said_against_data_that_keep_to_the_schema() -> None:
    assert [] == faults(SCHEMA, WHOLE)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"uri": "no uri"}, "/uri: 'no uri' is no uri"),
        ({"when": "2026-03-01"}, "/when: '2026-03-01' is no date-time"),
        ({"when": "2026-03-01T12:00:00"}, "/when: '2026-03-01T12:00:00' is no date-time"),
        ({"size": 0}, "/size: 0 is beyond the minimum 1"),
        ({"size": 10}, "/size: 10 is beyond the maximum 9"),
        ({"size": "3"}, "/size: no integer"),
        ({"size": True}, "/size: no integer"),
        ({"kind": "sound"}, "/kind: 'sound' is none of ['text', 'picture']"),
        ({"code": "ABC"}, "/code: 'ABC' is not of the form ^[a-z]+$"),
        ({"parts": [{"name": "a", "value": 1}]}, "/parts/0: 2 of 2 alternatives fit"),
        ({"parts": [{"name": "a", "more": 1}]}, "/parts/0: unknown property more"),
        ({"more": 1}, ": unknown property more"),
    ],
)
def test_each_kind_of_fault_is_found(change: dict[str, Json], said: str) -> None:
    assert [said] == faults(SCHEMA, WHOLE | change)


def test_what_is_lacking_is_found() -> None:
    assert [": lacks uri"] == faults(SCHEMA, {"kind": "text"})


@pytest.mark.parametrize(
    "schema",
    [{"uniqueItems": True}, {"format": "idn-email"}, {"$ref": "https://example.org/schema"}],
)
def test_what_is_not_known_stops_the_work(schema: Schema) -> None:
    with pytest.raises(NotImplementedError):
        faults(schema, "text")
