"""Find the stretches of a text that stay on one line: numbers, what they count, dates, terms (cjk-rules B06 to B08, B11).

Only what a line breaker would part is looked for: ``37.5`` or ``10%`` hold together by themselves.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from string import ascii_letters
from typing import TypeAlias

from pressroom.typography.characters import is_han, width

WIDEST = 12.0
"""How wide a stretch may be, in em: a wider one would run out of a narrow column."""

# a pattern looks at its first character before it looks back: most places fail that
# bounded repetition: no number needs more, and without bounds a hostile text costs the square of its length
_NUMBER = r"(?=[\d±+−-])(?<![A-Za-z0-9.,:])[±+−-]?\d+(?:[.,:]\d+){0,6}(?: \d{3}(?!\d)){0,5}(?:[–-]\d+(?:\.\d+)?)?"
_PLAIN = r"\d+(?:[.,]\d+){0,6}"
_SCALE = "[十百千萬億兆万亿]{0,2}"
_COUNTERS = (
    "個月 个月 か月 カ月 ヶ月 小時 小时 時間 分鐘 分钟 星期 週間 學年 学年 公斤 公里 公升 公頃 公顷 毫克 毫升 毫米 厘米 微克 納米 纳米 微米 瓦 "
    "年 月 日 號 号 時 时 分 秒 刻 天 夜 晚 週 周 季 代 歲 岁 歳 屆 届 度 倍 次 回 遍 輪 轮 場 场 班 節 节 課 课 "
    "例 宗 件 名 位 人 個 个 員 员 戶 户 家 間 间 所 座 棟 栋 幢 樓 楼 層 层 室 床 張 张 台 臺 部 輛 辆 架 艘 條 条 隻 頭 头 匹 棵 株 朵 "
    "項 项 種 种 組 组 類 类 級 级 科 期 型 批 款 份 封 頁 页 卷 冊 册 版 篇 章 段 句 字 幅 集 "
    "劑 剂 針 针 支 枝 粒 顆 颗 片 塊 块 滴 匙 杯 碗 瓶 盒 包 袋 箱 桶 罐 雙 双 套 胎 "
    "元 円 圓 圆 毫 仙 米 克 升 噸 吨 磅 尺 呎 吋 寸 碼 码 里 哩 畝 亩 % ％"
).replace(" ", "|")
_SYMBOLS = (
    r"mm ?Hg|°C|°F|℃|℉|%|‰|°|"
    r"(?:G|M|k|d|c|m|µ|μ|n|p)?(?:g|m|mol|L|l|Gy|Sv|Pa|J|V|W|A|Bq|kat|Hz|eV|IU|U)(?:/[A-Za-z]{1,3})?[²³]?|"
    r"lx|lm|dB|kcal|mEq|min|ms|s|h|d|Da|kDa|bp|kb|Mb"
)
_CURRENCY = r"(?:(?:HK|US|NT|A|C|S|RMB)?[$]|RMB|HK[$]|[¥£€])"

_TELEPHONE = r"(?<![A-Za-z0-9.,:+])(?:(?:\+\d{1,3}|[(（]\d{3}[)）])[ -]?)?\d{4}[ -]\d{4}(?!\d)"
_MONTH = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|"
    "Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)(?![A-Za-z])"
)
_ZONE = "[A-Z]{3,4}(?![A-Za-z])"

_COUNTED = (
    # what a text holds one of if there is such a stretch in it, and the stretch itself
    # B07, B11: a number and what it counts; 第 belongs to its number
    (
        _COUNTERS.replace("|", ""),
        rf"(?=[\d±+−第-])(?:第 ?)?{_NUMBER} ?{_SCALE}(?P<word>{_COUNTERS})",
    ),
    ("型期級级類类", r"(?=[IVX])(?<![A-Za-z])[IVX]{1,5} ?(?P<word>[型期級级類类])"),
)
_NUMBERS = (
    # a telephone number, a number whose thousands are parted by spaces, or a range
    (" -", _TELEPHONE),
    (" ", r"(?<![A-Za-z0-9.])[±+−-]?\d{1,3}(?: \d{3}){1,5}(?!\d)(?:\.\d+)?"),
    (
        "–-",
        r"(?<![A-Za-z0-9.,:;/-])[±+−-]?\d+(?:[.,:;]\d+){0,6}[–-]\d+(?:[.,]\d+){0,6}(?![A-Za-z0-9/-])",
    ),
    # with 第 before it, or with its ten thousands
    ("第", rf"第 ?{_NUMBER}"),
    ("十百千萬億兆万亿", rf"{_NUMBER} ?[十百千萬億兆万亿]{{1,2}}"),
    # B07, B08: a number and the symbol of its unit
    (f"%‰°℃℉{ascii_letters}", rf"{_NUMBER}(?: ?[±×] ?{_PLAIN})? ?(?:{_SYMBOLS})(?![A-Za-z])"),
    ("±×", rf"{_NUMBER} ?[±×] ?{_PLAIN}"),
    # sums of money (B08)
    (
        "$B¥£€",
        rf"(?=[HUNACSR$¥£€]){_CURRENCY} ?{_PLAIN}(?: \d{{3}}){{0,5}}(?: ?(?:{_SCALE}元|million|billion))?",
    ),
    # an English date without its year, a time of day with its zone
    ("JFMASOND", rf"(?<![A-Za-z0-9.,:])\d{{1,2}}(?:[–-]\d{{1,2}})? {_MONTH}"),
    ("JFMASOND", rf"(?<![A-Za-z]){_MONTH} \d{{1,2}}(?:[–-]\d{{1,2}})?(?!\d)"),
    (":", rf"(?<![A-Za-z0-9.,:])\d{{1,2}}:\d\d {_ZONE}"),
    (
        "mn",
        rf"(?<![A-Za-z0-9.,:])\d{{1,2}}(?:[:.]\d\d)? (?:[ap]m(?![A-Za-z])|[ap]\.m\.|noon|midnight)(?: {_ZONE})?",
    ),
    # a statistic: p < 0.05, n = 12
    ("<>=≤≥", rf"(?=[A-Za-zχα-ω])(?<![A-Za-z])[A-Za-zχα-ω]²? ?[<>=≤≥] ?[±−-]?{_PLAIN}"),
    ("<>=≤≥±", rf"[<>=≤≥±] {_PLAIN}"),
)
_HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_QUOTED_WORD = re.compile(rf"(?<![{_HAN}])[{_HAN}]{{2,4}}(?![{_HAN}])")
_Patterns: TypeAlias = tuple[tuple[frozenset[str], re.Pattern[str]], ...]


def _compiled(patterns: Iterable[tuple[str, str]]) -> _Patterns:
    return tuple((frozenset(marks), re.compile(pattern)) for marks, pattern in patterns)


_SPACED = _compiled(_NUMBERS[:2])
_WITH_WORDS = _compiled(_COUNTED)
_WHOLE = _compiled(_NUMBERS)


def held(text: str, terms: Iterable[str] = ()) -> tuple[tuple[int, int], ...]:
    """Return the stretches (start, end excluded) to keep unbroken, in order and apart; ``terms`` are a glossary's forms."""
    return _apart(text, (*_spans(text, _WITH_WORDS + _WHOLE), *_terms(text, terms)))


def held_in_need(text: str) -> tuple[tuple[int, int], ...]:
    """Return the stretches that stay unbroken in need: a number without its measure word, a measure word alone (B06, B08)."""
    words = (match.span("word") for match in _matches(text, _WITH_WORDS))
    return _apart(text, (*_spans(text, _WHOLE), *words))


def quoted_words(text: str) -> tuple[tuple[int, int], ...]:
    """Return the words of two to four Han characters that stand in a text of letters: no line there ends inside one."""
    return tuple(match.span() for match in _QUOTED_WORD.finditer(text))


def spaced_numbers(text: str) -> tuple[tuple[int, int], ...]:
    """Return the numbers whose thousands are parted by spaces: these never open, in need either (B06, J05)."""
    return _apart(text, _spans(text, _SPACED))


def _apart(text: str, stretches: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Return those that could be broken and are narrow, in order, and joined where they overlap."""
    found = sorted(
        (start, end)
        for start, end in stretches
        if _can_break(text[start:end]) and _is_narrow(text[start:end])
    )
    joined: list[tuple[int, int]] = []
    for start, end in found:
        if joined and start < joined[-1][1]:
            first = joined[-1][0]
            union = (first, max(end, joined[-1][1]))
            if _is_narrow(text[union[0] : union[1]]):
                joined[-1] = union
        else:
            joined.append((start, end))
    return tuple(joined)


def _spans(text: str, patterns: _Patterns) -> Iterator[tuple[int, int]]:
    return (match.span() for match in _matches(text, patterns))


def _matches(text: str, patterns: _Patterns) -> Iterator[re.Match[str]]:
    characters = set(text)
    for marks, pattern in patterns:
        if not marks.isdisjoint(characters):
            yield from pattern.finditer(text)


def _terms(text: str, terms: Iterable[str]) -> Iterator[tuple[int, int]]:
    for term in terms:
        if term:
            yield from (match.span() for match in re.finditer(re.escape(term), text))


def _is_narrow(stretch: str) -> bool:
    """Tell whether a stretch is no wider than ``WIDEST``; no character is wider than an em."""
    return len(stretch) <= WIDEST or width(stretch) <= WIDEST


def _can_break(stretch: str) -> bool:
    """Tell whether a line could end inside: at a space or a hyphen, or beside a Han character."""
    inner = stretch[:-1]
    return any(char in " -–" or is_han(char) for char in inner) or (
        len(stretch) > 1 and is_han(stretch[-1])
    )
