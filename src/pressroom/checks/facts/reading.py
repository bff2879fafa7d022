"""A line to its facts, in the order of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.facts import chinese, english
from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.page import Page
from pressroom.checks.line import Line
from pressroom.typography.addresses import addresses

_TELEPHONE = re.compile(
    r"(?:(?:[(（]\+?852[)）]|\+?852)[ -]?)?(?<![0-9])(?P<first>[2-9][0-9]{3}) (?P<second>[0-9]{4})(?![0-9])"
)


def facts_of(line: Line) -> tuple[Fact, ...]:
    """Return the facts of a line."""
    page = Page(line.text)
    facts = [*_common(page), *(chinese.facts(page) if line.han else english.facts(page))]
    return tuple(sorted(facts, key=lambda fact: fact.start))


def _common(page: Page) -> Iterator[Fact]:
    for start, end in addresses(page.text):
        page.take_stretch(start, end)
        address = page.text[start:end].lower().removeprefix("https://doi.org/").removeprefix("doi:")
        yield Fact(Kind.ADDRESS, address, "", start, end)
    for match in page.take(_TELEPHONE):
        yield Fact(Kind.TELEPHONE, match["first"] + match["second"], "", *match.span())
