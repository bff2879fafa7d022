"""What is said of characters, held against each other: languages, links, marks, and the places of whole pieces.

White space has no look and no language of its own, and it is the only thing in which two texts that say the same may differ
(``proof.normalise``). So the n-th character of one that is no white space is the n-th of the other, however a format cuts its
text into runs.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import TypeAlias
from urllib.parse import quote

from pressroom.edition.projection import WHOLE, Feature, Said, Trait
from pressroom.language.record import Language
from pressroom.language.registry import embedded
from pressroom.writers.contract import Ability, Heard

ABILITY: Mapping[Feature, Ability] = {
    "language": "languages",
    "link": "links",
    "note-call": "links",
    "ruby": "ruby",
    "strong": "marks",
    "slant": "marks",
    "superscript": "marks",
    "subscript": "marks",
    "code": "marks",
    "book-title": "marks",
    "dots": "dots",
    "proper-name": "proper-name",
    "heading": "headings",
    "item": "lists",
    "cell": "tables",
    "picture": "pictures",
}
"""What a format must be able to hold for a feature to be compared."""

_MARKS: frozenset[Feature] = frozenset(
    feature for feature, ability in ABILITY.items() if ability in {"marks", "dots", "proper-name"}
)

_RESERVED = "%/:=&?~#+!$,;'@()*[]"
"""What may stand in an address as it is (RFC 3986 §2.2); everything else is the same with its percent sign."""

Fact: TypeAlias = tuple[Feature, str]


@dataclass(frozen=True, slots=True)
class Difference:
    """Characters ``start`` to ``end`` of the expected text carry ``wanted`` and were heard with ``heard`` ("" for nothing)."""

    feature: Feature
    wanted: str
    heard: str
    start: int
    end: int


def differences(
    want: Said, heard: Heard, features: frozenset[Feature], language: Language
) -> Iterator[Difference]:
    """Compare all that is said of two pieces of one text; only ``features`` are looked at.

    ``language`` is that of the edition, by which a format's own name for a language is known (``zh-HK`` for ``zh-Hant-HK``).
    """
    length = len(want.text)
    for feature in sorted(features & WHOLE):
        wanted, found = _whole(want.traits, feature), _whole(heard.traits, feature)
        if wanted != found:
            yield Difference(feature, wanted, found, 0, length)
    if want.kind != "text":
        if "language" in features and heard.language not in ("", *_names(want.language, language)):
            yield Difference("language", want.language, heard.language, 0, length)
        return
    # The call of a note looks like the call of a note, whatever is around it.
    calls = {at for t in want.traits if t.feature == "note-call" for at in range(t.start, t.end)}
    ours, theirs = _inked(want.text), _inked(heard.text)
    for feature in sorted(features - WHOLE):
        if feature == "language":
            wanted = _spread(want.traits, feature, length, want.language)
            found = _spread(heard.traits, feature, len(heard.text), heard.language)
        else:
            wanted = _spread(want.traits, feature, length, "")
            found = _spread(heard.traits, feature, len(heard.text), "")
        bare = calls if feature in _MARKS else set[int]()
        wrong = [
            _Wrong(number, at, wanted[at], found[there])
            for number, (at, there) in enumerate(zip(ours, theirs, strict=True))
            if at not in bare
            and not _same(feature, wanted[at], found[there], want.text[at], language)
        ]
        yield from _joined(feature, wrong)


@dataclass(frozen=True, slots=True)
class _Wrong:
    """A character, the ``number``-th with ink, that carries something else than it should."""

    number: int
    at: int
    wanted: str
    heard: str


def _same(feature: Feature, wanted: str, heard: str, character: str, language: Language) -> bool:
    if wanted == heard:
        return True
    match feature:
        case "language":
            return heard in _names(wanted, language) or (heard == "" and _shared(character))
        case "link":
            return escaped(wanted) == escaped(heard)
        case _:
            return False


def _names(tag: str, language: Language) -> tuple[str, str]:
    """Return the names that a format may give a language: its tag, and what Word calls it."""
    return tag, embedded(tag, language).word_tag


def _shared(character: str) -> bool:
    """Tell whether a character belongs to no script: Word keeps languages by script and has none for it."""
    return not unicodedata.category(character).startswith("L")


def escaped(target: str) -> str:
    """Return an address as formats of bytes hold it: what no address may hold is escaped, what is escaped stays (RFC 3987 §3.1)."""
    return quote(target, safe=_RESERVED)


def _whole(traits: tuple[Trait, ...], feature: Feature) -> str:
    return next((trait.value for trait in traits if trait.feature == feature), "")


def _spread(traits: tuple[Trait, ...], feature: Feature, length: int, usual: str) -> list[str]:
    """Return the value for each character: of the innermost trait, ``usual`` where there is none.

    A mark, which has no value, counts as ``"yes"``.
    """
    spread = [usual] * length
    ours = [trait for trait in traits if trait.feature == feature]
    for trait in sorted(ours, key=lambda trait: trait.start - trait.end):
        value = trait.value or ("" if feature == "language" else "yes")
        spread[trait.start : trait.end] = [value] * (min(trait.end, length) - trait.start)
    return spread


def _inked(text: str) -> list[int]:
    return [at for at, character in enumerate(text) if not character.isspace()]


def _joined(feature: Feature, wrong: list[_Wrong]) -> Iterator[Difference]:
    """Make one difference of characters that follow each other and differ in the same way."""
    for (wanted, heard, _), group in groupby(
        enumerate(wrong), key=lambda one: (one[1].wanted, one[1].heard, one[1].number - one[0])
    ):
        places = [character.at for _, character in group]
        yield Difference(feature, wanted, heard, places[0], places[-1] + 1)
