"""What French writes round figures."""

from __future__ import annotations

import re
from fractions import Fraction

from pressroom.checks.facts.wording import Wording
from pressroom.language.records.fr import MONTHS

_MONTH = f"(?P<month>{'|'.join(MONTHS)})"
_SPACE = "[ \u00a0\u202f]"

_UNDER_SEVENTEEN = {
    word: value
    for value, word in enumerate(
        ("deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize", "quatorze", "quinze", "seize"),
        start=2,
    )
}  # fmt: skip
_TENS = {"vingt": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60}
_VALUES = {"un": 1, "une": 1, **_UNDER_SEVENTEEN, **_TENS}
_SCALES = {"mille": 1000, "million": 10**6, "milliard": 10**9}
_PLURALS = ("vingts", "cents", "millions", "milliards")
_NAMES = sorted((*_PLURALS, *_VALUES, *_SCALES, "cent"), key=len, reverse=True)
_WORD = f"(?:{'|'.join(_NAMES)})"


def _spelt(words: str) -> Fraction | None:
    """Return what a number in words means (quatre-vingt-dix-sept mille deux cents)."""
    total, section = 0, 0
    for word in re.split(f"-|{_SPACE}", words.lower()):
        name = word if word in _VALUES else word.removesuffix("s")
        if name == "et":
            continue
        if name in _SCALES:
            total += (section or 1) * _SCALES[name]
            section = 0
        elif name == "cent":
            section = (section or 1) * 100 if section < 10 else section + 100
        elif name == "vingt" and section % 100 == 4:
            section += 76
        else:
            section += _VALUES[name]
    return Fraction(total + section)


FRENCH = Wording(
    dates=(
        re.compile(
            rf"\b(?P<day>1er|[0-9]{{1,2}}){_SPACE}{_MONTH}\b(?:{_SPACE}(?P<year>[0-9]{{4}}))?",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{_MONTH}{_SPACE}(?P<day>)(?P<year>[0-9]{{4}})\b", re.IGNORECASE),
    ),
    times=(
        re.compile(
            rf"(?<![0-9])(?P<hour>[0-2]?[0-9]){_SPACE}?h{_SPACE}?(?P<minute>[0-5][0-9])(?![0-9])"
        ),
        re.compile(rf"(?<=[àÀ]{_SPACE})(?P<hour>[0-2]?[0-9]){_SPACE}?(?:h|heures)\b(?P<minute>)"),
        re.compile("(?<![0-9:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])"),
    ),
    sharp={r"\bmidi\b": "12:00", r"\bminuit\b": "0:00"},
    units={
        "%": r"%|pour cent\b|points? de pourcentage\b",
        "µg": r"(?:µg|μg|microgrammes?)\b",
        "mg": r"(?:mg|milligrammes?)\b",
        "kg": r"(?:kg|kilogrammes?|kilos?)\b",
        "g": r"(?:g|grammes?)\b",
        "mL": r"(?:m[lL]|millilitres?)\b",
        "L": r"(?:[lL]|litres?)\b",
        "nm": r"(?:nm|nanomètres?)\b",
        "mm": r"(?:mm|millimètres?)\b",
        "cm": r"(?:cm|centimètres?)\b",
        "km": r"(?:km|kilomètres?)\b",
        "m": r"(?:m|mètres?)\b",
        "°C": r"°C|℃|degrés?",
        "second": r"(?:s|secondes?)\b",
        "minute": r"min(?:utes?)?\b",
        "hour": r"h(?:eures?)?\b",
        "day": r"jours?\b",
        "week": r"semaines?\b",
        "month": r"mois\b",
        "year": r"an(?:s|nées?)?\b",
        "HKD": r"dollars? de Hong[ -]Kong\b|HK\$",
        "USD": r"dollars?\b|\$",
        "EUR": r"euros?\b|€",
        "CNY": r"yuans?\b",
    },
    scales={
        **dict.fromkeys(("milliers de", "mille"), 1000),
        **dict.fromkeys(("millions de", "millions", "million de", "million"), 10**6),
        **dict.fromkeys(("milliards de", "milliards", "milliard de", "milliard"), 10**9),
    },
    shares={
        r"\bmoitié\b": Fraction(1, 2),
        r"\b(?:un|le) tiers\b": Fraction(1, 3),
        r"\bdeux tiers\b": Fraction(2, 3),
        r"\b(?:un|le) quart\b": Fraction(1, 4),
        r"\btrois quarts\b": Fraction(3, 4),
    },
    ordinal=re.compile(r"\b(?P<number>[0-9]+)(?:e|ème)\b"),
    words=rf"(?<!pour{_SPACE})\b{_WORD}(?:(?:-(?:et-)?|{_SPACE}(?:et{_SPACE})?){_WORD}){{0,12}}\b",
    counters="",
    spelt=_spelt,
    months={name: at for at, name in enumerate(MONTHS, start=1)},
    number=r"(?<![A-Za-z0-9,])(?<![A-Za-z]-)(?:[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?![0-9])|[0-9]+)(?:,[0-9]+)?",
    point=",",
)
"""Decimals behind a comma, thousands parted by spaces."""
