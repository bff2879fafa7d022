"""What a news object can hide: its texts are documents of their own."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import cast

from pressroom.edition.resolved import ResolvedRelease
from pressroom.proof.leaks import markup
from pressroom.proof.leaks.markup import Found
from pressroom.proof.leaks.parts import Part
from pressroom.proof.leaks.vocabulary import strangers, unlisted
from pressroom.proof.leaks.web import documents


def leaks(part: Part, release: ResolvedRelease, *, listed: bool) -> Iterator[Found]:
    """Look through every text of a JSON document that was read before."""
    vocabulary = documents(release)
    for text in _texts(json.loads(part.data)):
        yield from markup.leaks(Part(part.name, text.encode()))
        if listed and text.startswith("<section"):
            yield from unlisted(part.name, strangers(text.encode(), vocabulary))


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
