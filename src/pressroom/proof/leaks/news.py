"""What a news object can hide: its texts are documents of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from pressroom.proof.leaks import markup
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.parts import Part


def leaks(part: Part) -> Iterator[Found]:
    """Look through every text of a JSON document that was read before."""
    for text in _texts(json.loads(part.data)):
        yield from markup.leaks(Part(part.name, text.encode()))


def _texts(value: object) -> Iterator[str]:
    match value:
        case str():
            yield value
        case list():
            for item in cast("list[object]", value):
                yield from _texts(item)
        case dict():
            for item in cast("dict[str, object]", value).values():
                yield from _texts(item)
        case _:
            return
