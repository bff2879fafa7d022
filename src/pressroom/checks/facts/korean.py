"""What Korean writes round figures."""

from __future__ import annotations

import re
from fractions import Fraction

from pressroom.checks.facts.wording import Wording

_SINO = dict(zip("일이삼사오육칠팔구", range(1, 10), strict=True))
_POWERS = {"십": 10, "백": 100, "천": 1000}
_SCALES = {"만": 10**4, "억": 10**8, "조": 10**12}
_ONES = {"하나": 1, "한": 1, "둘": 2, "두": 2, "셋": 3, "세": 3, "넷": 4, "네": 4, "다섯": 5, "여섯": 6, "일곱": 7, "여덟": 8, "아홉": 9}  # fmt: skip
_TENS = {"열": 10, "스물": 20, "스무": 20, "서른": 30, "마흔": 40, "쉰": 50, "예순": 60, "일흔": 70, "여든": 80, "아흔": 90}  # fmt: skip
_NATIVE = f"(?:(?:{'|'.join(_TENS)})(?:{'|'.join(_ONES)})?|{'|'.join(_ONES)})"
_SPELT = "[일이삼사오육칠팔구]?[십백천만억조](?: ?[일이삼사오육칠팔구십백천만억조]){0,20}"


def _spelt(words: str) -> Fraction | None:
    """Return what a number in Hangul means: one of the language's own (스물네), or one of Chinese descent (일만 이천)."""
    native = re.fullmatch(f"(?P<tens>{'|'.join(_TENS)})?(?P<ones>{'|'.join(_ONES)})?", words)
    if native:
        return Fraction(_TENS.get(native["tens"], 0) + _ONES.get(native["ones"], 0))
    total, section, digit = 0, 0, 0
    for char in words.replace(" ", ""):
        if char in _SINO:
            digit = _SINO[char]
        elif char in _POWERS:
            section += (digit or 1) * _POWERS[char]
            digit = 0
        else:
            total += (section + digit or 1) * _SCALES[char]
            section = digit = 0
    return Fraction(total + section + digit)


KOREAN = Wording(
    dates=(
        re.compile(
            "(?:(?P<year>[0-9]{4}) ?년 ?)?(?P<month>[0-9]{1,2}) ?월 ?(?P<day>[0-9]{1,2}) ?일(?!간)"
        ),
        re.compile("(?P<year>[0-9]{4}) ?년 ?(?P<month>[0-9]{1,2}) ?월(?P<day>)"),
        re.compile("(?P<year>)(?P<month>[0-9]{1,2})월(?P<day>)"),
    ),
    times=(
        re.compile(
            "(?P<part>(?P<late>오후|저녁|밤)|오전|아침|새벽|낮)? ?(?P<hour>[0-9]{1,2}|열한|열두|열|한|두|세|네|다섯|여섯|일곱|여덟|아홉) ?시(?![가-힣]*간)(?: ?(?P<minute>[0-9]{1,2}(?= ?분)|반)(?: ?분)?)?"
        ),
        re.compile("(?<![0-9:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])"),
    ),
    sharp={"정오": "12:00", "자정": "0:00"},
    units={
        "%": "%|％|퍼센트|포인트",
        "µg": "마이크로그램|µg|μg",
        "mg": "밀리그램|mg",
        "kg": "킬로그램|kg",
        "g": "그램|g(?![a-z])",
        "mL": "밀리리터|m[lL]",
        "L": "리터|L",
        "nm": "나노미터|nm",
        "mm": "밀리미터|mm",
        "cm": "센티미터|cm",
        "km": "킬로미터|km",
        "m": "미터|m(?![a-z])",
        "°C": "℃|°C|도",
        "second": "초",
        "minute": "분",
        "hour": "시간",
        "day": "일간?",
        "week": "주일?|주간",
        "month": "개월|달(?!러)",
        "year": "년간?|세|살",
        "HKD": "홍콩 ?달러",
        "USD": "(?:미국 ?)?달러",
        "EUR": "유로",
        "CNY": "위안",
        "KRW": "원",
    },
    scales={"만": 10**4, "억": 10**8, "조": 10**12, "천": 1000, "백": 100},
    shares={"절반": Fraction(1, 2)},
    ordinal=re.compile("제(?P<number>[0-9]+)"),
    words=f"(?<![가-힣])(?:{_SPELT}|{_NATIVE})",
    counters=" ?(?:명|사람|건|개|마리|척|권|곳|대|번|가지|차례|배)(?![가-힣]{2})",
    spelt=_spelt,
)
