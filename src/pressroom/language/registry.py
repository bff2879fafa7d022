"""The languages that an edition can be in, by tag; a new one is a new file in ``records``."""

from __future__ import annotations

from dataclasses import replace

from pressroom.language.record import Language, Script
from pressroom.language.records import en_gb, en_hk, zh_hant_hk

_RECORDS = {record.tag: record for record in (en_hk.RECORD, en_gb.RECORD, zh_hant_hk.RECORD)}
_HAN_LANGUAGES = frozenset({"zh", "yue", "cmn", "nan", "hak", "wuu", "lzh", "ja", "ko"})


def language(tag: str) -> Language | None:
    """Return the record of a tag, whatever its case, or None for a language that no edition can be in yet."""
    wanted = tag.lower()
    return next((record for record in _RECORDS.values() if record.tag.lower() == wanted), None)


def known() -> tuple[str, ...]:
    """Return the tags of all records."""
    return tuple(_RECORDS)


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
        word_tag=tag,
        latin=tag if script is Script.LATIN else within.latin,
        han=tag if script is Script.HAN else within.han,
    )


def _script(tag: str) -> Script:
    """Tell how a language is written; a script subtag (``yue-Latn``) has the last word."""
    primary, *rest = tag.lower().split("-")
    return Script.HAN if primary in _HAN_LANGUAGES and "latn" not in rest else Script.LATIN
