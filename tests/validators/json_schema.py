"""JSON Schema 2020-12 as far as the schemas of news need it; a keyword that is not known stops the work, so that nothing passes unseen."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeAlias, cast

Json: TypeAlias = "dict[str, Json] | list[Json] | str | float | bool | None"
Schema: TypeAlias = dict[str, Json]

_NOTES = frozenset({"$schema", "$id", "$defs", "title", "description", "examples", "default"})
_OF_OTHER_KINDS = frozenset(
    {"pattern", "format", "minimum", "maximum", "required", "items", "properties"}
    | {"additionalProperties", "unevaluatedProperties"}
)
_KINDS: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}


def faults(root: Schema, data: Json) -> list[str]:
    """Return what a schema has against some data, each with its place."""
    return [*_Judge(root).against(root, data, "")]


@dataclass(slots=True)
class _Judge:
    """Holds data against a schema; ``seen`` are the properties of objects that some part of it has looked at."""

    root: Schema
    seen: dict[int, set[str]] = field(default_factory=dict[int, set[str]])

    def against(self, schema: Schema, data: Json, place: str) -> Iterator[str]:
        """Yield faults; what is not evaluated comes last (§11.3)."""
        for keyword, value in sorted(schema.items(), key=lambda one: one[0].startswith("uneval")):
            if keyword not in _NOTES:
                yield from self._keyword(keyword, value, schema, data, place)

    def _keyword(
        self, keyword: str, value: Json, schema: Schema, data: Json, place: str
    ) -> Iterator[str]:
        match keyword, value, data:
            case "type", str() as kind, _:
                if not isinstance(data, _KINDS[kind]) or (kind != "boolean" and data is True):
                    yield f"{place}: no {kind}"
            case "enum", list() as words, _:
                if data not in words:
                    yield f"{place}: {data!r} is none of {words}"
            case "pattern", str() as form, str() as text:
                if not re.search(form, text):
                    yield f"{place}: {text!r} is not of the form {form}"
            case "format", str() as name, str() as text:
                if not _is_of_format(name, text):
                    yield f"{place}: {text!r} is no {name}"
            case "minimum", int() as least, int() as number:
                if number < least:
                    yield f"{place}: {number} is beyond the minimum {least}"
            case "maximum", int() as most, int() as number:
                if number > most:
                    yield f"{place}: {number} is beyond the maximum {most}"
            case "required", list() as names, dict() as members:
                yield from (f"{place}: lacks {name}" for name in names if name not in members)
            case "items", dict() as of_each, list() as items:
                for number, item in enumerate(items):
                    yield from self.against(of_each, item, f"{place}/{number}")
            case "properties", dict() as known, dict() as members:
                for name in known.keys() & members.keys():
                    self.seen.setdefault(id(members), set()).add(name)
                    of_it = cast("Schema", known[name])
                    yield from self.against(of_it, members[name], f"{place}/{name}")
            case "additionalProperties", False, dict() as members:
                known = cast("Schema", schema.get("properties", {}))
                more = members.keys() - known.keys()
                yield from (f"{place}: unknown property {name}" for name in more)
            case "unevaluatedProperties", False, dict():
                more = cast("Schema", data).keys() - self.seen.get(id(data), set())
                yield from (f"{place}: unknown property {name}" for name in more)
            case "$ref", str() as address, _:
                yield from self.against(self._referred(address), data, place)
            case "oneOf" | "anyOf", list(), _:
                options = cast("list[Schema]", value)
                fit = [not [*self.against(one, data, place)] for one in options]
                if not any(fit) or (keyword == "oneOf" and sum(fit) > 1):
                    yield f"{place}: {sum(fit)} of {len(fit)} alternatives fit"
            case name, _, _ if name in _OF_OTHER_KINDS:
                pass  # it says nothing of data of this kind
            case _:
                raise NotImplementedError(f"{keyword} in a schema")

    def _referred(self, address: str) -> Schema:
        if not address.startswith("#/"):
            raise NotImplementedError(f"the reference {address}, outside the schema")
        found: Json = self.root
        for step in address[2:].split("/"):
            found = cast("Schema", found)[step]
        return cast("Schema", found)


def _is_of_format(name: str, text: str) -> bool:
    match name:
        case "uri":
            return bool(re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[!-~]+", text))
        case "date-time":
            try:
                return datetime.fromisoformat(text).tzinfo is not None and "T" in text
            except ValueError:
                return False
        case _:
            raise NotImplementedError(f"the format {name}")
