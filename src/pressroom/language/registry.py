"""The languages that an edition can be in, by tag; a new one is a new file in ``records``."""

from __future__ import annotations

from dataclasses import replace

from pressroom.language.profile import LATIN, SIMPLIFIED, TRADITIONAL, Profile
from pressroom.language.record import Language, Script
from pressroom.language.records import (
    en_gb,
    en_hk,
    fr,
    ja,
    ko,
    zh_hans_cn,
    zh_hant_hk,
    zh_hant_tw,
)

_MODULES = (en_hk, en_gb, zh_hant_hk, zh_hant_tw, zh_hans_cn, ja, ko, fr)
_RECORDS = {module.RECORD.tag: module.RECORD for module in _MODULES}
_HAN_LANGUAGES = frozenset({"zh", "yue", "cmn", "nan", "hak", "wuu", "lzh", "ja", "ko"})


def language(tag: str) -> Language | None:
    """Return the record of a tag, whatever its case, or None for a language that no edition can be in yet."""
    wanted = tag.lower()
    return next((record for record in _RECORDS.values() if record.tag.lower() == wanted), None)


def known() -> tuple[str, ...]:
    """Return the tags of all records."""
    return tuple(_RECORDS)


def han_languages() -> tuple[str, ...]:
    """Return the primary subtags of the languages that are set in Han cells, each once: zh, ja, ko."""
    han = (record.tag for record in _RECORDS.values() if record.script is Script.HAN)
    return tuple(dict.fromkeys(_primary(tag) for tag in han))


def is_han(tag: str) -> bool:
    """Tell whether text of a tag is set with the Han face of a house: what ``han_languages`` selects."""
    return _primary(tag) in han_languages()


def profile(tag: str) -> Profile:
    """Return by which measures to compose text of a tag, known or not; of Chinese the script and region decide."""
    if record := language(tag):
        return record.profile
    subtags = set(tag.lower().split("-"))
    primary = _primary(tag)
    if primary in {"zh", "yue"}:
        traditional = primary == "yue" or subtags & {"hant", "hk", "mo", "tw"}
        return TRADITIONAL if traditional else SIMPLIFIED
    alike = language(primary)
    return alike.profile if alike else LATIN


def embedded(tag: str, within: Language) -> Language:
    """Return how to set a stretch in another language inside a text: any tag will do, known to us or not."""
    if record := language(tag):
        return record
    script = _script(tag)
    return replace(
        within,
        tag=tag,
        name=tag,
        script=script,
        profile=profile(tag),
        word_tag=tag,
        latin=tag if script is Script.LATIN else within.latin,
        han=tag if script is Script.HAN else within.han,
    )


def _script(tag: str) -> Script:
    """Tell how a language is written; a script subtag (``yue-Latn``) has the last word."""
    primary, *rest = tag.lower().split("-")
    return Script.HAN if primary in _HAN_LANGUAGES and "latn" not in rest else Script.LATIN


def _primary(tag: str) -> str:
    return tag.lower().partition("-")[0]
