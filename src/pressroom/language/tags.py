"""Language tags: well-formed and in canonical case (BCP 47, RFC 5646 §2.1, §2.1.1, §2.2)."""

from __future__ import annotations

import re

_TAG = re.compile(
    r"""
    (?P<language> [a-z]{2,3} (?:-[a-z]{3}){0,3} )
    (?:-(?P<script> [a-z]{4} ))?
    (?:-(?P<region> [a-z]{2} | [0-9]{3} ))?
    (?P<variants> (?:-(?: [a-z0-9]{5,8} | [0-9][a-z0-9]{3} ))* )
    (?P<extensions> (?:-[0-9a-wy-z] (?:-[a-z0-9]{2,8})+ )* )
    (?:-x (?:-[a-z0-9]{1,8})+ )?
    """,
    re.VERBOSE,
)

_LONGEST = 100


def canonical(tag: str) -> str | None:
    """Return a tag in canonical case (``zh-Hant-HK``), or None when it is not well-formed.

    Whether the subtags are registered is not asked. Grandfathered tags and tags for private use alone are refused,
    for they say nothing that a release could be set by; so are primary subtags of more than three letters, for none was
    ever registered.
    """
    lower = tag.lower()
    if len(tag) > _LONGEST or not tag.isascii():
        return None
    parts = _TAG.fullmatch(lower)
    if parts is None:
        return None
    variants = [subtag for subtag in parts["variants"].split("-") if subtag]
    singletons = re.findall(r"-([0-9a-wy-z])(?=-)", parts["extensions"])
    if len(set(variants)) < len(variants) or len(set(singletons)) < len(singletons):
        return None
    language, *rest = lower.split("-")
    return "-".join([language, *_cased(rest)])


def _cased(subtags: list[str]) -> list[str]:
    """Write scripts as ``Hant`` and regions as ``HK``; behind a singleton all is lower case (RFC 5646 §2.1.1)."""
    cased: list[str] = []
    for at, subtag in enumerate(subtags):
        if len(subtag) == 1:
            return cased + subtags[at:]
        match len(subtag), subtag.isalpha():
            case 2, True:
                cased.append(subtag.upper())
            case 4, True:
                cased.append(subtag.title())
            case _:
                cased.append(subtag)
    return cased
