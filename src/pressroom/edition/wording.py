"""Put fixed wording and the release's own words together."""

from __future__ import annotations

import re
from typing import TypeVar

from pressroom.edition.resolved import Piece, Run
from pressroom.language.record import Language
from pressroom.model.release import Localised
from pressroom.place import Span
from pressroom.typography.stretches import stretches

Value = TypeVar("Value")
_FIELD = re.compile(r"\{(\w+)\}")


def fill(template: str, **fields: str) -> str:
    """Put values into a template's ``{…}``; a field without a value stays as it is."""
    return _FIELD.sub(lambda match: fields.get(match[1], match[0]), template)


def words(text: str, language: Language, span: Span | None = None) -> tuple[Run, ...]:
    """Set a text without marks; every run gets the one span, None for generated wording."""
    return tuple(
        Run(text[part.start : part.end], part.language, part.east_asian, span)
        for part in stretches(text, language)
    )


def framed(
    template: str, field: str, pieces: tuple[Piece, ...], language: Language, **fields: str
) -> tuple[Piece, ...]:
    """Put pieces where a template has ``{field}``, fixed wording round them."""
    before, _, after = template.partition(f"{{{field}}}")
    return (
        *words(fill(before, **fields), language),
        *pieces,
        *words(fill(after, **fields), language),
    )


def own(text: Localised, language: Language) -> str:
    """Return a text's form in a language; the source stage has made sure that there is one."""
    form = text.in_language(language.tag)
    if form is None:
        raise ValueError(text, language.tag)
    return form


def by_tag(values: tuple[tuple[str, Value], ...], tag: str) -> Value | None:
    """Return the value for a language tag: its own, else that of a shorter form."""
    known = dict(values)
    while tag and tag not in known:
        tag = tag.rpartition("-")[0]
    return known.get(tag)
