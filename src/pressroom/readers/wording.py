"""What lines of a release say of themselves: kicker, end mark, dateline, date (domain §1)."""

from __future__ import annotations

import re
from datetime import date

from pressroom.checks.facts.fact import Kind
from pressroom.checks.facts.reading import facts_in
from pressroom.checks.rule import HAN
from pressroom.language.records.en_hk import MONTHS
from pressroom.writers.text.form import OPENING

KICKER = re.compile(
    r"(?:press|news|media)release|forimmediaterelease|新聞稿|新聞公報|即時發布", re.IGNORECASE
)
"""What stands above a release, without its spaces: it is often set with space between the letters."""
EMBARGO = re.compile(
    r"(?:strictly |under )?embargo(?:ed)?(?: until| till| for| to| ?:).{2,200}|禁止於.{2,60}前發[布佈]|(?:新聞)?禁發.{0,60}",
    re.IGNORECASE,
)
END = re.compile(r"#{2,}|-+ ?ends? ?-+|[（(]?完[）)]?", re.IGNORECASE)
CITATION = re.compile(r"(?:source|資料來源) ?[:：] ?(?P<citation>.+)", re.IGNORECASE | re.DOTALL)
SOURCE = re.compile("(?:source|資料來源|文章來源) ?[:：]?", re.IGNORECASE)
SOCIAL = re.compile(r"(?:follow us|關注我們)(?: on)? ?[:：]?", re.IGNORECASE)
CONTACT = re.compile(
    r"(?:(?:(?:media|press) )?(?:contacts?|enquir(?:y|ies)|inquir(?:y|ies))|for (?:media |press )?(?:enquiries|inquiries)"
    r"(?:,? please contact)?|傳媒查詢|媒體查詢|新聞查詢|查詢|聯絡人|聯絡) ?[:：]?",
    re.IGNORECASE,
)
VERSION = re.compile(r"version (?P<en>[0-9]{1,3})|第 ?(?P<zh>[0-9]{1,3}) ?版", re.IGNORECASE)
SUPERSEDES = re.compile(r"(?:replaces |取代 ?)(?P<release>[a-z0-9-]{1,64})", re.IGNORECASE)
CORRECTION = re.compile(
    r"corrected (?:on )?[A-Za-z0-9 ,]{3,30}: .+|[0-9 ]{4,6}年[0-9 ]{1,4}月[0-9 ]{1,4}日更正[:：].+",
    re.IGNORECASE | re.DOTALL,
)
NOTES = re.compile(
    r"notes? (?:for|to)(?: the)? editors?:?|編輯垂注[:：]?|編者按[:：]?", re.IGNORECASE
)
CREDIT = re.compile(
    r"(?:photo(?:graph)?|picture|credit|圖片|相片|攝影)(?: credit| by|來源|提供)? ?[:：] ?(?P<credit>.{2,120})",
    re.IGNORECASE,
)
TABLE_CAPTION = re.compile(
    r"table ?[0-9]{1,3} ?[.:–—] ?(?P<en>.+)|[圖表] ?[0-9一二三四五六七八九十]{1,3}[　 .:：、]*(?P<zh>.+)",
    re.IGNORECASE | re.DOTALL,
)
QUOTED = re.compile(r"“[^“”]+”|「[^「」]+」|«[^«»]+»")
ATTRIBUTION = re.compile(r"(?:—(?!—) ?|–(?!–) |——)(?P<name>[^—–.。!?！？].{1,100})(?<![.。!?！？])")
DRAWN_RULE = re.compile("[*=_─━—–-]{5,}")
ADDRESS = re.compile(r"https?://[!-;=?-~]*[A-Za-z0-9/#=_]")

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_LATIN_DATE = r"(?:[0-9]{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} [0-9]{1,2},) [0-9]{4}"
_LATIN_DATELINES = (
    re.compile(r"\((?P<dateline>[^()]{3,60}?[0-9]{4})\) ?[–—-]+ ?"),
    re.compile(rf"(?P<dateline>[A-Z][A-Za-z .]{{1,40}}, {_LATIN_DATE}) ?[–—-]+ "),
)
_HAN_DATELINES = (
    re.compile(r"[(（](?P<dateline>[^()（）]{3,60}?日)[)）] ?[–—─-]+ ?"),
    re.compile(
        rf"(?P<dateline>[{HAN}]{{2,10}} ?[,，] ?[0-9]{{4}} ?年[0-9 ]{{1,4}}月[0-9 ]{{1,4}}日) ?[–—─-]+ ?"
    ),
)
_DATES = (
    re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]{3,9}) (?P<year>[0-9]{4})"),
    re.compile(r"(?P<month>[A-Za-z]{3,9}) (?P<day>[0-9]{1,2}), (?P<year>[0-9]{4})"),
    re.compile(r"(?P<year>[0-9]{4}) ?年 ?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?日"),
)
_HONG_KONG = re.compile("HKT|Hong Kong (?:local )?time|香港(?:本地)?時間", re.IGNORECASE)
_MIDNIGHT = re.compile("(?<!00:00 [(])midnight|午夜", re.IGNORECASE)
"""Of which of two days, it does not say."""
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile("[A-Za-z]+")


def language_of(text: str, otherwise: str) -> str:
    """Return the language of a text by its script; a text of addresses and figures alone has that of its surroundings."""
    words = ADDRESS.sub("", text)
    han, latin = len(_HAN.findall(words)), len(_LATIN.findall(words))
    if not han and not latin:
        return otherwise
    return "zh-Hant-HK" if han > latin else "en-HK"


def dateline(text: str, language: str) -> tuple[int, str] | None:
    """Return how long the dateline at the head of a text is, and what it says without brackets and dash; None without one.

    A Chinese one is written as the house does: ， between place and date, no gaps round figures.
    """
    patterns = _HAN_DATELINES if language.startswith("zh") else _LATIN_DATELINES
    for pattern in patterns:
        if found := pattern.match(text):
            said = found["dateline"]
            if _HAN.search(said):
                closed = re.sub(" ?[,，] ?", "，", said)
                said = re.sub(r"(?<=[0-9年月]) (?=[0-9年月日])", "", closed)
            return found.end(), said
    return None


def date_in(text: str) -> date | None:
    """Return the first day of the calendar that a text names."""
    for pattern in _DATES:
        for found in pattern.finditer(text):
            month = found["month"].lower()
            number = _MONTHS.get(month) or (int(month) if month.isdecimal() else 0)
            try:
                return date(int(found["year"]), number, int(found["day"]))
            except ValueError:
                continue
    return None


def embargo_in(text: str) -> str | None:
    """Return the instant in an embargo of Hong Kong time as the front matter has it; None where it is not plain."""
    facts = facts_in(text, language_of(text, "en-HK"))
    dates = {fact.value for fact in facts if fact.kind is Kind.DATE}
    times = {(fact.value, fact.unit) for fact in facts if fact.kind is Kind.TIME}
    day = date_in(text)
    match [*dates], [*times]:
        case [_], [(time, "")] if day and _HONG_KONG.search(text) and not _MIDNIGHT.search(text):
            return f"{day}T{time.rjust(5, '0')} Asia/Hong_Kong"
        case _:
            return None


def closed_up(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def is_wording(text: str) -> bool:
    """Tell whether a line is no text of the release itself, or the label of something else."""
    whole = (END, CITATION, SOURCE, DRAWN_RULE, VERSION, SUPERSEDES, NOTES, OPENING)
    labels = SOCIAL.match(text), CONTACT.match(text)
    labelled = any(x and (x.end() == len(text) or x[0][-1] in ":：") for x in labels)
    kicker = KICKER.fullmatch(closed_up(text))
    return labelled or kicker is not None or any(x.fullmatch(text) for x in whole)


def begins(before: str, text: str) -> bool:
    """Tell whether a line, behind another one, begins something of its own whatever room that one has left."""
    said_by = before.endswith(("”", "」", "»")) and ATTRIBUTION.fullmatch(text)
    return bool(is_wording(text) or said_by or CORRECTION.match(text) or CREDIT.match(text))
