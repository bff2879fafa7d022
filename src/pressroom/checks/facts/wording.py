"""Facts of a language by a table: what it writes round figures, and how it spells numbers."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.page import FIGURES, Page, figures

_FEWEST = 2
"""``one`` is too often no number."""
_CALENDAR = 1000
"""From here on, the number of a year is that of the calendar."""

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language writes round figures.

    ``dates`` have the groups year, month and day, ``months`` tells the number of a month that is a word; ``times`` the groups
    hour and minute, and ``late`` when twelve hours are to be added; ``sharp`` are words for a time of day. ``units`` are
    patterns by canonical unit, ``scales`` the factors of words behind figures; ``shares`` are words for a part of the whole.
    ``number`` is the pattern of a number in figures, whose fraction stands behind ``point``; ``words`` that of a number in words,
    which ``spelt`` reads, None for what means nothing. Behind words without a unit must stand one of the ``counters``. A date may
    name an ``era``, whose years are counted from the year in ``eras``.
    """

    dates: Patterns
    times: Patterns
    sharp: Mapping[str, str]
    units: Mapping[str, str]
    scales: Mapping[str, int]
    shares: Mapping[str, Fraction]
    ordinal: re.Pattern[str]
    words: str
    counters: str
    spelt: Callable[[str], Fraction | None]
    eras: Mapping[str, int] = field(default_factory=dict[str, int])
    months: Mapping[str, int] = field(default_factory=dict[str, int])
    number: str = FIGURES
    point: str = "."

    @property
    def amount(self) -> re.Pattern[str]:
        """Return the pattern of a number with its scales (1億2000万) and its unit, which may be left out."""
        scale = "|".join(map(re.escape, self.scales))
        part = f"{self.number}(?: ?(?:{scale})+)"
        return re.compile(
            f"(?P<parts>(?:{part} ?)*(?:{part}|{self.number}))(?:[ \\u00a0\\u202f]?(?:{self._unit}))?"
        )

    @property
    def spelt_amount(self) -> re.Pattern[str]:
        """Return the pattern of a number in words with its unit, or what else must stand behind it."""
        return re.compile(
            f"(?P<word>{self.words})(?:[ \\u00a0]?(?:{self._unit})|{self.counters})", re.IGNORECASE
        )

    @property
    def _unit(self) -> str:
        return "|".join(f"(?P<u{at}>{pattern})" for at, pattern in enumerate(self.units.values()))


def facts(page: Page, wording: Wording) -> Iterator[Fact]:
    """Yield the facts of a text that are not of every language."""
    yield from _dates(page, wording)
    yield from _times(page, wording)
    yield from _numbers(page, wording)


def _dates(page: Page, wording: Wording) -> Iterator[Fact]:
    for pattern in wording.dates:
        for match in page.take(pattern):
            year, month = _year(match, wording), wording.months.get(match["month"].lower())
            day = re.sub("[^0-9]", "", match["day"] or "")
            value = f"{year}-{month or int(match['month'])}-{day}"
            yield Fact(Kind.DATE, value, "", *match.span())


def _times(page: Page, wording: Wording) -> Iterator[Fact]:
    for pattern in wording.times:
        for match in page.take(pattern):
            said = match["hour"]
            hour = int(said) if said.isdecimal() else int(wording.spelt(said) or 0)
            minute = match["minute"] or "0"
            late = match.groupdict().get("late") and hour < 12
            half = not minute.isdigit()
            yield Fact(
                Kind.TIME,
                f"{(hour + 12 * bool(late)) % 24}:{30 if half else int(minute):02}",
                "" if hour > 12 or "part" not in match.groupdict() or match["part"] else "12",
                *match.span(),
            )
    for word, time in wording.sharp.items():
        for match in page.take(re.compile(word)):
            yield Fact(Kind.TIME, time, "", *match.span())


def _numbers(page: Page, wording: Wording) -> Iterator[Fact]:
    for word, share in wording.shares.items():
        for match in page.take(re.compile(word)):
            yield Fact(Kind.NUMBER, str(share), "", *match.span(), firm=False)
    for match in page.take(wording.ordinal):
        yield Fact(Kind.NUMBER, match["number"], "", *match.span())
    for match in page.take(wording.amount):
        value = _value(match["parts"], wording)
        yield Fact(Kind.NUMBER, str(value), _unit_of(match, value, wording), *match.span())
    for match in page.take(wording.spelt_amount):
        value = wording.spelt(match["word"])
        if value and value >= _FEWEST:
            unit = _unit_of(match, value, wording)
            yield Fact(Kind.NUMBER, str(value), unit, *match.span(), firm=False)


def _year(match: re.Match[str], wording: Wording) -> str:
    """Return the year of a date by the common era, ``""`` if it has none; the first year of an era may be called so."""
    era, year = match.groupdict().get("era"), match["year"] or ""
    return str(wording.eras[era] + (int(year) if year.isdecimal() else 1)) if era else year


def _unit_of(match: re.Match[str], value: Fraction, wording: Wording) -> str:
    """Return the unit of an amount; the number of a year of the calendar has none."""
    unit = next((name for at, name in enumerate(wording.units) if match[f"u{at}"]), "")
    return "" if unit == "year" and value >= _CALENDAR else unit


def _value(parts: str, wording: Wording) -> Fraction:
    total = Fraction(0)
    scale = "|".join(map(re.escape, wording.scales))
    for part in re.finditer(f"(?P<figures>{wording.number}) ?(?P<scale>(?:{scale})*)", parts):
        number = part["figures"]
        if wording.point == ",":
            number = number.replace(".", "").replace(",", ".")
        value = figures(number)
        for word in re.findall(scale, part["scale"]):
            value *= wording.scales[word]
        total += value
    return total
