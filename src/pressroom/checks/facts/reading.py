"""A line to its facts, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.facts import chinese, english, wording
from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.french import FRENCH
from pressroom.checks.facts.japanese import JAPANESE
from pressroom.checks.facts.korean import KOREAN
from pressroom.checks.facts.page import Page
from pressroom.checks.line import Line
from pressroom.typography.addresses import addresses

_TELEPHONE = re.compile(
    r"(?:(?:[(（]\+?852[)）]|\+?852)[ -]?)?(?<![0-9])(?P<first>[2-9][0-9]{3}) (?P<second>[0-9]{4})(?![0-9])"
)

_ISO_DATE = re.compile(
    r"\b(?P<year>(?:19|20)[0-9]{2})(?P<mark>[-/])(?P<month>[01]?[0-9])(?P=mark)(?P<day>[0-3]?[0-9])\b"
)
"""ISO 8601 §5.2.2.1, and the same with strokes."""

_WORDINGS = {"ja": JAPANESE, "ko": KOREAN, "fr": FRENCH}

_TRADITIONAL = str.maketrans(
    "亿万两点时号钟间个岁级项种组张条盏只纳镑欧币余数华摄",
    "億萬兩點時號鐘間個歲級項種組張條盞隻納鎊歐幣餘數華攝",
)
"""What numbers and what they count are called in Simplified Chinese, by the characters that the patterns know."""

_CASELESS = str.maketrans("ſİı\u212a", "sIiK")
"""Letters that a pattern which heeds no case takes for s, i and k, although they are not among their small and capital forms."""


def facts_of(line: Line) -> tuple[Fact, ...]:
    """Return the facts of a line."""
    return facts_in(line.text, line.language)


def facts_in(text: str, language: str) -> tuple[Fact, ...]:
    """Return the facts of a text in a language, in its order."""
    text = text.translate(_CASELESS)
    page = Page(text.translate(_TRADITIONAL) if language == "zh-Hans-CN" else text)
    facts = [*_common(page), *_own(page, language.partition("-")[0])]
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _own(page: Page, language: str) -> Iterator[Fact]:
    """Yield the facts that each language writes in its own way."""
    match language:
        case "zh":
            yield from chinese.facts(page)
        case "en":
            yield from english.facts(page)
        case _:
            yield from wording.facts(page, _WORDINGS[language])


def _common(page: Page) -> Iterator[Fact]:
    for start, end in addresses(page.text):
        page.take_stretch(start, end)
        address = page.text[start:end].lower().removeprefix("https://doi.org/").removeprefix("doi:")
        yield Fact(Kind.ADDRESS, address, "", start, end)
    for match in page.take(_ISO_DATE):
        value = f"{match['year']}-{int(match['month'])}-{int(match['day'])}"
        yield Fact(Kind.DATE, value, "", *match.span())
    for match in page.take(_TELEPHONE):
        yield Fact(Kind.TELEPHONE, match["first"] + match["second"], "", *match.span())
