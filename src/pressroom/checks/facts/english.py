"""Facts of an English text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction

from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.numerals import ENGLISH, english
from pressroom.checks.facts.page import FIGURES, Page, figures
from pressroom.language.records.en_hk import MONTHS

_MONTHS = {name: at for at, name in enumerate(MONTHS, start=1)}
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})"
_DAY = r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?"
_MORE_DAYS = r"(?:(?:,? and |,? to |, | & |[-–])[0-9]{1,2}(?:st|nd|rd|th)?){1,9}"
_DAYS = (
    re.compile(
        rf"\b(?P<days>[0-9]{{1,2}}(?:st|nd|rd|th)?{_MORE_DAYS}) {_MONTH}(?:,? (?P<year>[0-9]{{4}})\b)?"
    ),
    re.compile(
        rf"\b{_MONTH} (?P<days>[0-9]{{1,2}}(?:st|nd|rd|th)?{_MORE_DAYS})\b(?!,?[0-9])(?:,? (?P<year>[0-9]{{4}})\b)?"
    ),
)
_DATES = (
    re.compile(rf"\b{_DAY}(?: of)? {_MONTH}(?:,? (?P<year>[0-9]{{4}})\b)?"),
    re.compile(rf"\b{_MONTH} {_DAY}\b(?![-–0-9])(?:,? (?P<year>[0-9]{{4}})\b)?"),
    re.compile(rf"\b{_MONTH} (?P<day>)(?P<year>[0-9]{{4}})\b"),
)
_MONTH_ALONE = re.compile(rf"\b{_MONTH}\b")
_NAMED = re.compile(r"\b(?P<twelve>12 )?(?P<name>noon|midnight)\b", re.IGNORECASE)
_CLOCK = r"[0-9]{1,2}(?:[:.][0-9]{2})?"
_BEGUN = re.compile(
    rf"\b(?P<hour>1[0-2]|[1-9])(?:[:.](?P<minute>[0-9]{{2}}))?(?= ?(?:to|until|and|[-–]) ?{_CLOCK} ?[ap]\.?m\b)",
    re.IGNORECASE,
)
_TIMES = (
    re.compile(
        r"\b(?P<hour>[0-9]{1,2})(?:[:.](?P<minute>[0-9]{2}))? ?(?P<half>[ap])\.?m\b", re.IGNORECASE
    ),
    re.compile(r"(?<![0-9:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])(?P<half>)"),
)
_UNITS = {
    "%": r"%|per ?cent\b|percentage points?\b",
    "µg": r"(?:µg|μg|mcg|micrograms?)\b",
    "mg": r"(?:mg|milligrams?)\b",
    "kg": r"(?:kg|kilograms?)\b",
    "g": r"(?:g|grams?)\b",
    "mL": r"(?:m[lL]|millilitres?)\b",
    "L": r"(?:L|litres?)\b",
    "mmHg": r"mm ?Hg\b",
    "lb": r"(?:lbs?|pounds?)\b(?! sterling)",
    "oz": r"(?:oz|ounces?)\b",
    "tonne": r"tonnes?\b",
    "hectare": r"hectares?\b",
    "catty": r"catt(?:y|ies)\b",
    "inch": r"inch(?:es)?\b",
    "foot": r"(?:ft|foot|feet)\b",
    "mile": r"miles?\b",
    "°F": r"°F|℉|degrees? Fahrenheit",
    "nm": r"(?:nm|nanometres?)\b",
    "mm": r"(?:mm|millimetres?)\b",
    "cm": r"(?:cm|centimetres?)\b",
    "km": r"(?:km|kilometres?)\b",
    "m": r"(?:m|metres?)\b(?!²)",
    "°C": r"°C|℃|degrees?(?: Celsius)?",
    "second": r"seconds?\b",
    "minute": r"min(?:utes?)?\b",
    "hour": r"h(?:ours?|rs?)?\b",
    "day": r"days?\b",
    "week": r"weeks?\b",
    "month": r"months?\b",
    "year": r"years?\b",
}
_UNIT = "|".join(f"(?P<u{number}>{pattern})" for number, pattern in enumerate(_UNITS.values()))
_PLAIN_UNIT = "|".join(_UNITS.values())
_MONEY = {"HK$": "HKD", "US$": "USD", "$": "", "RMB": "CNY", "£": "GBP", "€": "EUR"}
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SHORT = {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
"""How amounts of money are shortened."""
_AMOUNT = re.compile(
    rf"(?P<money>HK\$|US\$|RMB|\$|£|€)? ?(?P<figures>{FIGURES})(?P<place>st|nd|rd|th)?(?![0-9]|[A-KM-Z](?![a-z]))"
    rf"(?:[- ]?(?P<scale>thousand|million|billion|trillion)\b)?(?(money)(?:(?P<short>k|mn?|bn|tn)\b)?)(?:[ -]?(?:{_UNIT}))?"
)
_WORD = re.compile(
    rf"\b(?P<word>{ENGLISH}|one(?=[- ]and[- ]a[- ]half\b))\b(?:[- ](?P<scale>thousand|million|billion|trillion)\b)?"
    rf"(?P<half>[- ]and[- ]a[- ]half\b)?(?:[ -](?:{_UNIT}))?",
    re.IGNORECASE,
)
_HALF_OF_UNIT = re.compile(rf"\b(?<!a[- ])half[- ](?:an?[- ])?(?:{_UNIT})", re.IGNORECASE)
_DECADE = re.compile(r"\b(?P<decade>(?:19|20)[0-9]0)s\b")
_ONE_IN = re.compile(
    rf"(?<![$£€])(?<![0-9][.,])\b(?P<some>[0-9]{{1,3}}|one|{ENGLISH}) (?:in|out of) (?:every )?(?P<all>(?>{FIGURES}|{ENGLISH}))\b"
    rf"(?<!(?:19|20)[0-9][0-9])(?![- ]?(?:{_PLAIN_UNIT})|[- ](?:{'|'.join(_SCALES)})\b)",
    re.IGNORECASE,
)
_ORDINALS = {
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
}
_ORDINAL = re.compile(rf"\b(?:{'|'.join(_ORDINALS)})\b", re.IGNORECASE)
_HALF = re.compile(
    r"\b(?:(?:by|nearly|almost|about|over) (?:a )?half\b(?!-)|half of\b)", re.IGNORECASE
)
_FRACTION = re.compile(
    r"\b(?:(?P<above>one|two|three|four)[- ]|a (?=\w+ of\b))(?P<below>third|quarter|fifth)s?\b",
    re.IGNORECASE,
)
_BELOW = {"third": 3, "quarter": 4, "fifth": 5}
_ABOVE = {"one": 1, "two": 2, "three": 3, "four": 4}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_WEEKDAY = re.compile(rf"\b(?P<day>{'|'.join(_WEEKDAYS)})s?\b")


def facts(page: Page) -> Iterator[Fact]:
    """Yield the facts of a text that are not of every language."""
    for pattern in _DAYS:
        for match in page.take(pattern):
            for day in re.finditer("[0-9]+", match["days"]):
                value = f"{match['year'] or ''}-{_MONTHS[match['month']]}-{int(day[0])}"
                start, end = day.start() + match.start("days"), day.end() + match.start("days")
                yield Fact(Kind.DATE, value, "", start, end)
    for pattern in _DATES:
        for match in page.take(pattern):
            month = _MONTHS[match["month"]]
            value = f"{match['year'] or ''}-{month}-{int(match['day']) if match['day'] else ''}"
            yield Fact(Kind.DATE, value, "", *match.span())
    for match in page.take(_NAMED):
        noon, firm = match["name"].lower() == "noon", match["twelve"] is not None
        yield Fact(Kind.TIME, "12:00" if noon else "0:00", "", *match.span(), firm=firm)
    for match in page.take(_BEGUN):
        value = f"{int(match['hour'])}:{match['minute'] or '00'}"
        yield Fact(Kind.TIME, value, "12", *match.span())
    for pattern in _TIMES:
        for match in page.take(pattern):
            hour = int(match["hour"])
            if match["half"]:
                hour = hour % 12 + (12 if match["half"] in "pP" else 0)
            value = f"{hour}:{match['minute'] or '00'}"
            yield Fact(Kind.TIME, value, "", *match.span())
    for match in page.take(_WEEKDAY):
        value = str(_WEEKDAYS.index(match["day"]) + 1)
        yield Fact(Kind.WEEKDAY, value, "", *match.span(), firm=False)
    for match in page.take(_DECADE):
        yield Fact(Kind.NUMBER, match["decade"], "", *match.span(), firm=False)
    for match in page.take(_ONE_IN):
        some, all_ = _number(match["some"]), _number(match["all"])
        for name, value in (("some", some), ("all", all_)):
            firm = some >= all_ and match[name][0].isdigit()
            yield Fact(Kind.NUMBER, str(value), "", *match.span(name), firm=firm)
    for match in page.take(_HALF_OF_UNIT):
        yield Fact(Kind.NUMBER, "1/2", _unit(match), *match.span(), firm=False)
    for match in page.take(_AMOUNT):
        value = figures(match["figures"]) * _SCALES.get(match["scale"] or "", 1)
        value *= _SHORT.get(match["short"] or "", 1)
        unit = _MONEY[match["money"]] if match["money"] else "" if match["place"] else _unit(match)
        yield Fact(Kind.NUMBER, str(value), unit, *match.span())
    for match in page.take(_FRACTION):
        value = Fraction(_ABOVE[(match["above"] or "one").lower()], _BELOW[match["below"].lower()])
        yield Fact(Kind.NUMBER, str(value), "", *match.span(), firm=False)
    for match in page.take(_HALF):
        yield Fact(Kind.NUMBER, "1/2", "", *match.span(), firm=False)
    for match in page.take(_MONTH_ALONE):
        yield Fact(Kind.DATE, f"-{_MONTHS[match['month']]}-", "", *match.span(), firm=False)
    for match in page.take(_ORDINAL):
        value = _ORDINALS[match[0].lower()]
        yield Fact(Kind.NUMBER, str(value), "ordinal", *match.span(), firm=False)
    for match in page.take(_WORD):
        value = english(match["word"]) + (Fraction(1, 2) if match["half"] else 0)
        value *= _SCALES.get((match["scale"] or "").lower(), 1)
        yield Fact(Kind.NUMBER, str(value), _unit(match), *match.span(), firm=False)


def _number(written: str) -> Fraction:
    return figures(written) if written[0].isdigit() else english(written)


def _unit(match: re.Match[str]) -> str:
    return next((u for n, u in enumerate(_UNITS) if match[f"u{n}"] is not None), "")
