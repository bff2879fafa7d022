"""Read a news object back: what its body says, and those of its translations."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import cast

from pressroom.diagnostics import Diagnostic, Severity, WriterError
from pressroom.writers.contract import Fact, HeardEdition, Stated
from pressroom.writers.leaves import Path, stated
from pressroom.writers.ninjs.form import (
    ARTICLE,
    NAME,
    SCHEMA,
    STATUS,
    TRANSLATION,
    VERSION,
    XHTML,
)
from pressroom.writers.xhtml.hear import hear
from pressroom.writers.xhtml.parse import xml_tree

_MOST_BYTES = 256 * 1024 * 1024
_FACTS: dict[Path, Fact] = {
    ("uri",): "uri",
    ("language",): "language",
    ("version",): "version",
    ("pubStatus",): "status",
    ("firstCreated",): "issued",
    ("versionCreated",): "modified",
    ("embargoedUntil",): "embargo",
    ("title",): "title",
    ("headlines", "main"): "title",
    ("descriptions", "summary"): "description",
    ("by",): "publisher",
    ("infoSources", "name"): "publisher",
    ("located",): "location",
    ("edNote",): "note",
    ("altIds", "release"): "identifier",
    ("altIds", "supersedes"): "supersedes",
    ("subjects", "name"): "keyword",
    ("people", "name"): "contact",
    ("people", "literal"): "role",
    ("people", "contactInfo", "phone"): "telephone",
    ("people", "contactInfo", "email"): "email",
}
"""What an object states of an edition, by the members that lead there; the role of a text counts as one."""

_FORM: dict[Path, str] = {
    ("type",): "text",
    ("representationType",): "full",
    ("profile",): "press-release",
    ("infoSources", "role"): "issuer",
    ("people", "rel"): "contact",
}
_FORM_OF_FIRST = _FORM | {
    ("standard", "name"): NAME,
    ("standard", "version"): VERSION,
    ("standard", "schema"): SCHEMA,
}
_FACTS_OF_OTHER: dict[Path, Fact] = {**_FACTS, ("name",): "title"}
_FORM_OF_OTHER = _FORM | {("rel",): TRANSLATION}
_FACTS_OF_ARTICLE: dict[Path, Fact] = {
    ("uri",): "doi",
    ("altIds", "doi"): "doi",
    ("name",): "article",
}
_FORM_OF_ARTICLE: dict[Path, str] = {("type",): "text", ("rel",): ARTICLE}
_BODY = {"role": "main", "contentType": XHTML, "value": ""}
_STATUS: dict[str, str] = {word: status.value for status, word in STATUS.items()}


def read(data: bytes) -> tuple[HeardEdition, ...]:
    """Return what each edition says; raise ``WriterError`` for what is no news object, or has a body that is no XHTML."""
    if len(data) > _MOST_BYTES:
        raise _refusal(f"it has more than {_MOST_BYTES} bytes")
    try:
        return tuple(_editions(_mapping(json.loads(data))))
    except ValueError as fault:
        raise _refusal("it is no JSON") from fault
    except RecursionError as fault:
        raise _refusal("it is nested too deep") from fault


def _editions(first: dict[str, object]) -> Iterator[HeardEdition]:
    associated = [_mapping(one) for one in _list(first.get("associations", []))]
    articles = [one for one in associated if one.get("rel") != TRANSLATION]
    own = {name: value for name, value in first.items() if name != "associations"}
    yield _edition(own, (*_stated(own, _FACTS, _FORM_OF_FIRST), *_cited(articles)))
    for one in associated:
        if one not in articles:
            yield _edition(one, _stated(one, _FACTS_OF_OTHER, _FORM_OF_OTHER))


def _edition(content: dict[str, object], facts: Iterable[Stated]) -> HeardEdition:
    language = _text(content.get("language"))
    bodies = [_mapping(body) for body in _list(content.get("bodies"))]
    if [{**body, "value": ""} for body in bodies] != [_BODY]:
        raise _refusal("it has another body than one of XHTML")
    section = xml_tree(_text(bodies[0].get("value")).encode(), f"the body in {language}")
    return HeardEdition(language, hear(section, language), tuple(facts))


def _stated(
    content: dict[str, object], facts: Mapping[Path, Fact], form: Mapping[Path, str]
) -> Iterator[Stated]:
    """Yield what an object states beside its body, the status in our own word for it."""
    beside = {name: value for name, value in content.items() if name != "bodies"}
    for one in stated(_by_role(beside), facts, form):
        match one:
            case Stated("status", (word,)) if word in _STATUS:
                yield Stated("status", (_STATUS[word],))
            case _:
                yield one


def _cited(articles: list[dict[str, object]]) -> Iterator[Stated]:
    """Yield what is stated of the article; ninjs has no place for one without an address."""
    for article in articles:
        yield from stated(_by_role(article), _FACTS_OF_ARTICLE, _FORM_OF_ARTICLE)
    if not articles:
        yield Stated("doi", ())


def _by_role(value: object) -> object:
    """Return some data with each object of a role (or type) and a value as one member of that name."""
    if isinstance(value, list):
        return [_by_role(inner) for inner in cast("list[object]", value)]
    if not isinstance(value, dict):
        return value
    match members := cast("dict[str, object]", value):
        case {"role": str(name), "value": text} | {"type": str(name), "value": text}:
            others = {key: members[key] for key in members.keys() - {"role", "type", "value"}}
            return {name: text, **others}
        case _:
            return {name: _by_role(inner) for name, inner in members.items()}


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
