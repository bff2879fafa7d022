"""What Korean writes round figures."""

from __future__ import annotations

import re
from fractions import Fraction

from pressroom.checks.facts.wording import Wording

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
            "(?P<part>(?P<late>오후|저녁|밤)|오전|아침|새벽|낮)? ?(?P<hour>[0-9]{1,2}) ?시(?!간)(?: ?(?P<minute>[0-9]{1,2}(?= ?분)|반)(?: ?분)?)?"
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
)
"""Numbers in Hangul (세 명) are not read."""
