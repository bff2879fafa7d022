"""Read a news object back: what its body says, and those of its translations."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import HeardEdition, Stated
from pressroom.writers.ninjs.form import TRANSLATION, XHTML
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import xml_tree

_MOST_BYTES = 256 * 1024 * 1024


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each edition says; raise ``WriterError`` for what is no news object, or has a body that is no XHTML."""
    if len(data) > _MOST_BYTES:
        raise _refusal(f"it has more than {_MOST_BYTES} bytes")
    try:
        content: object = json.loads(data)
    except (ValueError, RecursionError) as fault:
        raise _refusal("it is no JSON") from fault
    return tuple(_edition(one) for one in _objects(content))


def _objects(content: object) -> Iterator[dict[str, object]]:
    first = _mapping(content)
    yield first
    for other in map(_mapping, _list(first.get("associations", []))):
        if other.get("rel") == TRANSLATION:
            yield other


def _edition(content: dict[str, object]) -> HeardEdition:
    language = _text(content.get("language"))
    bodies = [_mapping(body) for body in _list(content.get("bodies"))]
    if len(bodies) != 1 or bodies[0].get("contentType") != XHTML:
        raise _refusal("it has another body than one of XHTML")
    section = xml_tree(_text(bodies[0].get("value")).encode(), f"the body in {language}")
    titles = [
        content.get("title"),
        *(_mapping(h).get("value") for h in _list(content.get("headlines"))),
    ]
    stated = (*(Stated("title", _text(title)) for title in titles), Stated("language", language))
    return HeardEdition(language, hear(section, language), stated)


def _mapping(value: object) -> dict[str, object]:
    if not isinstance(value, dict):
        raise _refusal("it is no object where one should be")
    return cast("dict[str, object]", value)


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise _refusal("it lacks a list")
    return cast("list[object]", value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise _refusal("it lacks a text")
    return value


def _refusal(fact: str) -> WriterError:
    message = f"this is no ninjs of a release: {fact}"
    return WriterError(Diagnostic("A160", Severity.ERROR, message))
