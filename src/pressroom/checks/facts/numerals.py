"""Numbers in words: Chinese numerals in all their forms (domain §5), English number words."""

from __future__ import annotations

import re
from fractions import Fraction

ZERO = "零〇○"
DIGITS = {
    **dict.fromkeys(ZERO, 0),
    **dict(zip("一二三四五六七八九", range(1, 10), strict=True)),
    "兩": 2,
}
_POWERS = {"十": 10, "百": 100, "千": 1000}
_TENS_IN_ONE = {"廿": 20, "卅": 30}
SCALES = {"萬": 10**4, "億": 10**8, "百": 100, "千": 1000}

CHINESE = "[零〇○一二兩三四五六七八九十廿卅百千萬億]{1,30}(?:點[零〇○一二三四五六七八九]{1,30})?"
"""A pattern of a Chinese numeral."""

_UNDER_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
_TEENS = (
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_WORDS = {
    **{word: value for value, word in enumerate((*_UNDER_TEN, *_TEENS), 1)},
    **{word: 20 + 10 * value for value, word in enumerate(_TENS)},
    "a": 1,
}

_HUNDREDS = (
    rf"(?:a|{'|'.join(_UNDER_TEN)}) hundred(?: and (?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNDER_TEN)}))?"
    rf"|{'|'.join((*reversed(_TEENS), *_UNDER_TEN))})\b)?"
)
ENGLISH = (
    rf"{_HUNDREDS}|(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNDER_TEN)}))?"
    rf"|(?:(?:a|{'|'.join(_UNDER_TEN[1:])}) )?dozen|(?:{'|'.join(_UNDER_TEN[1:])})-?fold"
    rf"|(?:a|one)(?= (?:thousand|million|billion)\b)|{'|'.join((*reversed(_TEENS), *_UNDER_TEN[1:]))}"
)
"""A pattern of an English number word from two on; ``one`` is too often no number."""


def chinese(numeral: str) -> Fraction | None:
    """Return what a Chinese numeral means: by places (二○二六), by powers (一百二十), with 點; None if it means nothing."""
    whole, _, decimals = numeral.partition("點")
    value = _whole(whole)
    if value is None:
        return None
    digits = "".join(str(DIGITS[char]) for char in decimals)
    return value + (Fraction(int(digits), 10 ** len(digits)) if digits else 0)


def _whole(numeral: str) -> Fraction | None:
    if not numeral:
        return None
    if all(char in DIGITS for char in numeral):
        return Fraction(int("".join(str(DIGITS[char]) for char in numeral)))
    total, section, digit = 0, 0, 0
    for char in numeral:
        if char in DIGITS:
            digit = DIGITS[char]
        elif char in _TENS_IN_ONE:
            section += _TENS_IN_ONE[char]
        elif char in _POWERS:
            if not digit and char != "十":
                return None
            section += (digit or 1) * _POWERS[char]
            digit = 0
        elif total and not section + digit and char == "億":
            total *= SCALES[char]
        elif not section + digit:
            return None
        else:
            total += (section + digit) * SCALES[char]
            section = digit = 0
    return Fraction(total + section + digit)


def english(words: str) -> Fraction:
    """Return what an English number word means."""
    number, dozen, _ = re.sub("-?fold$", "", words.lower()).partition("dozen")
    hundreds, hundred, rest = number.rpartition("hundred")
    value = _sum(rest) + (100 * _sum(hundreds) if hundred else 0)
    return Fraction((value or 1) * 12 if dozen else value)


def _sum(words: str) -> int:
    return sum(_WORDS[word] for word in re.split("[- ]", words) if word not in {"", "and"})
