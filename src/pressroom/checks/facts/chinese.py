"""Facts of a Chinese text (domain §5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from fractions import Fraction
from math import prod

from pressroom.checks.facts.fact import Fact, Kind
from pressroom.checks.facts.numerals import CHINESE, SCALES, chinese
from pressroom.checks.facts.page import FIGURES, Page, figures

_NUMBER = f"(?:{FIGURES}|{CHINESE})"
_SMALL = "(?:[0-9]{1,2}|[零〇○]|[一二三四五六七八九十廿卅]{1,3})"
_YEAR = "(?:[0-9]{4}|[一二三四五六七八九零〇○]{4})"
_DAYS = re.compile(
    f"(?:(?P<year>{_YEAR}) ?年 ?)?(?P<month>{_SMALL}) ?月 ?(?P<days>{_SMALL}[日號]?(?:[至及和、–—-]{_SMALL}[日號]?){{0,8}}[至及和、–—-]{_SMALL}[日號])"
)
_DAY = re.compile(_SMALL)
_DATES = (
    re.compile(f"(?:(?P<year>{_YEAR}) ?年 ?)?(?P<month>{_SMALL}) ?月 ?(?P<day>{_SMALL}) ?[日號]"),
    re.compile(f"(?P<year>{_YEAR}) ?年 ?(?P<month>{_SMALL}) ?月(?P<day>)"),
)
_MONTH_ALONE = re.compile(f"(?P<month>{_SMALL})月")
_TIME = re.compile(
    f"(?P<part>凌晨|清晨|早上|上午|中午|下午|傍晚|晚上|深夜|翌晨|正午|午夜)?(?<![第一二三四五六七八九十])(?P<hour>{_SMALL}) ?(?:時(?!間)|點(?![一二三四五六七八九零〇○]{{1,9}}(?!分)))"
    f"(?:(?P<half>半)|(?P<minute>[0-9]{{1,2}}|[零〇○一二三四五六七八九十]{{1,3}})分(?!鐘))?"
)
_CLOCK = re.compile(r"(?<![0-9:])(?P<hour>[0-2]?[0-9]):(?P<minute>[0-5][0-9])(?![0-9:])")
_AFTERNOON = frozenset({"下午", "傍晚", "晚上", "深夜"})
_NIGHT = frozenset({"凌晨", "翌晨", "午夜", "晚上", "深夜"})
_UNITS = {
    "%": "%|％|個?百分點|巴仙",
    "µg": "微克|µg|μg|mcg",
    "mg": "毫克|mg",
    "kg": "公斤|千克|kg",
    "mL": "毫升|m[lL]",
    "L": "公升|升(?!至|到|幅)|L",
    "nm": "納米|nm",
    "mmHg": "毫米(?:汞|水銀)柱|mm ?Hg",
    "lb": "磅",
    "oz": "安士|盎司",
    "tonne": "公?噸",
    "hectare": "公頃",
    "catty": "斤",
    "inch": "英寸|英吋|吋",
    "foot": "英尺|呎",
    "mile": "英里|哩",
    "°F": "℉|°F|華氏度",
    "mm": "毫米|mm",
    "cm": "厘米|cm",
    "km": "公里|千米|km",
    "m": "米|m(?![a-zA-Z])",
    "g": "克(?!服)|g(?![a-zA-Z])",
    "°C": "℃|°C|攝氏度|度",
    "second": "秒",
    "minute": "分鐘",
    "hour": "個?小時|個鐘",
    "day": "天(?!花)|日",
    "week": "個?星期|周(?!年)|週(?!年)",
    "month": "個月",
    "year": "年|歲|周年|週年",
    "USD": "美元|美金",
    "CNY": "元?人民幣",
    "GBP": "英鎊",
    "EUR": "歐元",
    "HKD": "港元|港幣|元",
}
_UNIT = "|".join(f"(?P<u{number}>{pattern})" for number, pattern in enumerate(_UNITS.values()))
_PLAIN_UNIT = "|".join(_UNITS.values())
_MONEY = {
    "HK$": "HKD", "港幣": "HKD", "US$": "USD", "$": "", "人民幣": "CNY", "RMB": "CNY", "£": "GBP", "€": "EUR",
}  # fmt: skip
_AMOUNT = re.compile(
    rf"(?P<money>HK\$|US\$|RMB|\$|£|€|港幣|人民幣)? ?(?P<figures>{FIGURES})(?![0-9]|冠狀|[ABD-KM-Z](?![a-z])) ?(?:[餘多](?=[百千萬億]))?(?P<scale>[百千]?(?:萬億|[萬億])|千|百)?(?:(?P<more>[0-9]{{1,4}})(?P<less>[萬千百]))?(?:餘|多)? ?(?P<half>個半(?=小時|鐘|月|星期))?(?:{_UNIT})?"
)
_COUNTER = (
    "[名位例宗個間項次種型人組級期條隻艘盞座部篇倍所家款份張區層樓場劑針粒輛台班節堂頁校戶批輪號]"
)
_MEASURED = f"(?:餘|多)?(?:(?P<half>個半)(?=小時|鐘|月|星期))?(?:{_UNIT})(?P<more>(?<=[年歲天日])半(?![年天日數]))?"
_WORD = re.compile(
    f"(?P<word>{CHINESE})(?:[餘多](?P<scale>萬億|[萬億]))?"
    f"(?:{_MEASURED}|(?:餘|多)?{_COUNTER}|(?=[至到]{_NUMBER}(?:{_PLAIN_UNIT}|{_COUNTER}|[萬億]))|(?(scale)|(?!)))"
    f"|(?P<long>零點[零〇○一二三四五六七八九]{{1,30}}|[一二兩三四五六七八九][十百千萬億](?:{CHINESE}|點[零〇○一二三四五六七八九]{{1,30}}))"
    f"|(?P<year>[一二][零〇○一二三四五六七八九]{{3}})(?=[至到/／–—-])"
)
_HALF_OF_UNIT = re.compile(f"(?<![一二兩三四五六七八九十個下上前後年天日])半(?:{_UNIT})")
_WEEKDAYS = "一二三四五六日"
_WEEKDAY = re.compile(
    f"(?:(?<!每)(?:星期|禮拜)|逢周)(?P<day>[{_WEEKDAYS}天])(?:至(?:星期|禮拜|周)?(?P<last>[{_WEEKDAYS}天]))?(?![次個名天十百至]|半[天日])"
)
_PERCENT = re.compile(f"百分之(?P<value>{_NUMBER})")
_TENTHS = re.compile(
    "(?P<value>[一兩二三四五六七八九]|(?<![0-9.])[1-9])成(?:(?P<half>半)|(?P<ones>[一二三四五六七八九1-9])(?![0-9十百千萬億成點年月日天歲個名])|(?<=[0-9]成)|(?![員功為分立人本果績長效熟年]))"
)
_FRACTION = re.compile("(?P<below>[三四五六七八九十])分之?(?P<above>[一二兩三四五六七八九])")
_HALF = re.compile("一半|半數|減半")
_ORDINALS = re.compile(
    "第(?P<first>[二三四五六七八九十]{1,9})(?:、(?P<second>[三四五六七八九十]{1,9}))?"
)


def facts(page: Page) -> Iterator[Fact]:
    """Yield the facts of a text that are not of every language."""
    for match in page.take(_DAYS):
        year = _value(match["year"]) if match["year"] else ""
        for day in _DAY.finditer(match["days"]):
            start, end = day.start() + match.start("days"), day.end() + match.start("days")
            value = f"{year}-{_value(match['month'])}-{_value(day[0])}"
            yield Fact(Kind.DATE, value, "", start, end)
    for pattern in _DATES:
        for match in page.take(pattern):
            parts = (
                _value(match[name]) if match[name] else "" for name in ("year", "month", "day")
            )
            yield Fact(Kind.DATE, "-".join(map(str, parts)), "", *match.span())
    for match in page.take(_MONTH_ALONE):
        yield Fact(Kind.DATE, f"-{_value(match['month'])}-", "", *match.span(), firm=False)
    yield from _times(page)
    for match in page.take(_PERCENT):
        firm = match["value"][0].isdigit()
        yield Fact(Kind.NUMBER, str(_value(match["value"])), "%", *match.span(), firm=firm)
    for match in page.take(_TENTHS):
        ones = _value(match["ones"]) if match["ones"] else 0
        value = _value(match["value"]) * 10 + (5 if match["half"] else ones)
        yield Fact(Kind.NUMBER, str(value), "%", *match.span(), firm=False)
    for match in page.take(_FRACTION):
        value = _value(match["above"]) / _value(match["below"])
        yield Fact(Kind.NUMBER, str(value), "", *match.span(), firm=False)
    for match in page.take(_HALF):
        yield Fact(Kind.NUMBER, "1/2", "", *match.span(), firm=False)
    for match in page.take(_WEEKDAY):
        for name in ("day", "last") if match["last"] else ("day",):
            value = str(_WEEKDAYS.index(match[name].replace("天", "日")) + 1)
            yield Fact(Kind.WEEKDAY, value, "", *match.span(name), firm=False)
    for match in page.take(_HALF_OF_UNIT):
        yield Fact(Kind.NUMBER, "1/2", _unit(match), *match.span(), firm=False)
    for match in page.take(_AMOUNT):
        value = _scaled(figures(match["figures"]), match["scale"])
        value += int(match["more"]) * SCALES[match["less"]] if match["more"] else 0
        value += Fraction(1, 2) if match["half"] else 0
        unit = _MONEY[match["money"]] if match["money"] else _unit(match)
        yield Fact(Kind.NUMBER, str(value), _of_year(value, unit), *match.span())
    for match in page.take(_ORDINALS):
        for name in ("first", "second"):
            value = chinese(match[name]) if match[name] else None
            if value:
                yield Fact(Kind.NUMBER, str(value), "ordinal", *match.span(name), firm=False)
    for match in page.take(_WORD):
        value = chinese(match["word"] or match["long"] or match["year"])
        if not value:
            continue
        value = _scaled(value, match["scale"])
        if match["half"] or match["more"]:
            value += Fraction(1, 2)
        if value > 1 or match["long"]:
            unit = _of_year(value, _unit(match))
            yield Fact(Kind.NUMBER, str(value), unit, *match.span(), firm=False)


def _times(page: Page) -> Iterator[Fact]:
    for match in page.take(_CLOCK):
        yield Fact(Kind.TIME, f"{int(match['hour'])}:{match['minute']}", "", *match.span())
    for match in page.take(_TIME):
        hour, part = int(_value(match["hour"])), match["part"]
        if hour > 24:
            continue
        if part in _NIGHT and hour == 12:
            hour = 0
        elif part in _AFTERNOON and hour < 12:
            hour += 12
        minute = 30 if match["half"] else int(_value(match["minute"])) if match["minute"] else 0
        unit = "12" if not part and hour <= 12 else ""
        yield Fact(Kind.TIME, f"{hour % 24}:{minute:02}", unit, *match.span())


def _value(written: str) -> Fraction:
    return figures(written) if written[0].isdigit() else chinese(written) or Fraction(0)


def _scaled(value: Fraction, scales: str | None) -> Fraction:
    return value * prod(SCALES[scale] for scale in scales or "")


def _of_year(value: Fraction, unit: str) -> str:
    """Return no unit for the number of a year of the calendar."""
    return "" if unit == "year" and value >= 1000 else unit


def _unit(match: re.Match[str]) -> str:
    return next((u for n, u in enumerate(_UNITS) if match[f"u{n}"] is not None), "")
