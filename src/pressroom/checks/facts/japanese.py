"""What Japanese writes round figures."""

from __future__ import annotations

import re
from fractions import Fraction

from pressroom.checks.facts.numerals import chinese
from pressroom.checks.facts.wording import Wording

_ERAS = {"昭和": 1925, "平成": 1988, "令和": 2018}
_YEAR = f"(?:(?P<era>{'|'.join(_ERAS)}) ?)?(?P<year>(?(era)(?:[0-9]{{1,2}}|元)|[0-9]{{4}})) ?年"
_DIGIT = "[一二三四五六七八九]"


def _spelt(words: str) -> Fraction | None:
    """Return what a numeral in kanji means (一万二千)."""
    whole = re.sub(f"(?<!{_DIGIT})(?=[百千])", "一", words)
    return chinese(whole.replace("万", "萬").replace("・", "點"))


JAPANESE = Wording(
    dates=(
        re.compile(f"(?:{_YEAR} ?)?(?P<month>[0-9]{{1,2}}) ?月 ?(?P<day>[0-9]{{1,2}}) ?日(?!間)"),
        re.compile(f"{_YEAR} ?(?P<month>[0-9]{{1,2}}) ?月(?P<day>)"),
        re.compile("(?P<year>)(?P<month>[0-9]{1,2})月(?P<day>)"),
    ),
    times=(
        re.compile(
            "(?P<part>(?P<late>午後|夜)|午前|朝)?(?P<hour>[0-9]{1,2}) ?時(?!間)(?:(?P<minute>[0-9]{1,2}|半)分?)?"
        ),
        re.compile("(?<![0-9:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])"),
    ),
    sharp={"正午": "12:00"},
    units={
        "%": "%|％|パーセント|ポイント",
        "µg": "マイクログラム|µg|μg",
        "mg": "ミリグラム|mg",
        "kg": "キログラム|kg",
        "g": "グラム|g(?![a-z])",
        "mL": "ミリリットル|m[lL]",
        "L": "リットル|L",
        "nm": "ナノメートル|nm",
        "mm": "ミリメートル|mm",
        "cm": "センチ(?:メートル)?|cm",
        "km": "キロメートル|km",
        "m": "メートル|m(?![a-z])",
        "°C": "℃|°C|度",
        "second": "秒",
        "minute": "分",
        "hour": "時間",
        "day": "日間?",
        "week": "週間?",
        "month": "[かカヶヵケ箇]月",
        "year": "年間?|歳|才",
        "HKD": "香港ドル",
        "USD": "(?:米)?ドル",
        "EUR": "ユーロ",
        "CNY": "人民元",
        "JPY": "円",
    },
    scales={"万": 10**4, "億": 10**8, "兆": 10**12, "千": 1000, "百": 100},
    shares={"半数": Fraction(1, 2), "半分": Fraction(1, 2), "半減": Fraction(1, 2)},
    ordinal=re.compile("第(?P<number>[0-9]+)"),
    words=f"(?<![第一二三四五六七八九十百千])(?!十分(?!間))(?:{_DIGIT}?[十百千万億][一二三四五六七八九十百千万億]{{0,20}}|{_DIGIT}(?:・[〇一二三四五六七八九]{{1,9}})?)",
    counters="(?:人|名|例|件|回|個|台|隻|組|棟|床|枚|匹|頭|倍|か所|つの)",
    spelt=_spelt,
    eras=_ERAS,
)
"""Dates by the common era and by those since 1926."""
