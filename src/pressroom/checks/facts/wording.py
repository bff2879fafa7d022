"""Facts in figures, by what a language writes round them: for languages whose number words are not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.page import FIGURES, Page, figures

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Wording:
    """What one language writes round figures.

    ``dates`` have the groups year, month and day, ``months`` tells the number of a month that is a word; ``times`` the groups
    hour and minute, and ``late`` when twelve hours are to be added; ``sharp`` are words for a time of day. ``units`` are
    patterns by canonical unit, ``scales`` the factors of words behind figures; ``shares`` are words for a part of the whole.
    ``number`` is the pattern of a number in figures, whose fraction stands behind ``point``.
    """

    dates: Patterns
    times: Patterns
    sharp: Mapping[str, str]
    units: Mapping[str, str]
    scales: Mapping[str, int]
    shares: Mapping[str, Fraction]
    ordinal: re.Pattern[str]
    months: Mapping[str, int] = field(default_factory=dict[str, int])
    number: str = FIGURES
    point: str = "."

    @property
    def amount(self) -> re.Pattern[str]:
        """Return the pattern of a number with its scales (1億2000万) and its unit, which may be left out."""
        scale = "|".join(map(re.escape, self.scales))
        unit = "|".join(f"(?P<u{at}>{pattern})" for at, pattern in enumerate(self.units.values()))
        part = f"{self.number}(?: ?(?:{scale})+)"
        return re.compile(
            f"(?P<parts>(?:{part} ?)*(?:{part}|{self.number}))(?:[ \\u00a0\\u202f]?(?:{unit}))?"
        )


def facts(page: Page, wording: Wording) -> Iterator[Fact]:
    """Yield the facts of a text that are not of every language."""
    for pattern in wording.dates:
        for match in page.take(pattern):
            month = wording.months.get(match["month"].lower()) or int(match["month"])
            day = re.sub("[^0-9]", "", match["day"] or "")
            yield Fact(Kind.DATE, f"{match['year'] or ''}-{month}-{day}", "", *match.span())
    for pattern in wording.times:
        for match in page.take(pattern):
            hour, minute = int(match["hour"]), match["minute"] or "0"
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
    for word, share in wording.shares.items():
        for match in page.take(re.compile(word)):
            yield Fact(Kind.NUMBER, str(share), "", *match.span(), firm=False)
    for match in page.take(wording.ordinal):
        yield Fact(Kind.NUMBER, match["number"], "", *match.span())
    for match in page.take(wording.amount):
        unit = next((name for at, name in enumerate(wording.units) if match[f"u{at}"]), "")
        value = _value(match["parts"], wording)
        calendar = unit == "year" and value >= 1000
        yield Fact(Kind.NUMBER, str(value), "" if calendar else unit, *match.span())


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
