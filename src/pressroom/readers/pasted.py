"""Text as it comes out of a PDF or a mail, to a canonical source.

Nothing is rewritten here but form: line ends, datelines, links, the citation. What is wrong with the text itself is left to the
checks and their repairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pressroom.checks.rule import HAN, MARKS
from pressroom.readers.citation import Citation, read_citation

_KICKER = re.compile(
    r"(?:press|news) release|for immediate release|新聞稿|新聞公報|即時發布", re.IGNORECASE
)
_END = re.compile(r"#{2,}|-+ ?ends? ?-+|（?完）?", re.IGNORECASE)
_CITATION = re.compile(r"(?:source|資料來源) ?[:：] ?(?P<citation>.+)", re.IGNORECASE | re.DOTALL)
_SOCIAL = re.compile(r"(?:follow us|關注我們) ?[:：]?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"[-–— ]*[0-9]{1,3}[-–— ]*")
_LATIN_DATELINE = re.compile(r"\((?P<dateline>[^()]{3,60}?[0-9]{4})\) ?[–—-]+ ?")
_HAN_DATELINE = re.compile(r"[(（](?P<dateline>[^()（）]{3,60}?日)[)）] ?[–—─-]+ ?")
_ADDRESS = re.compile(r"(?<![<(\[])https?://[!-;=?-~]*[A-Za-z0-9/#=_]")
_HAN = re.compile(f"[{HAN}]")
_LATIN = re.compile(r"[A-Za-z]+")
_CELL = re.compile(f"[{HAN}{MARKS}]")
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
)  # fmt: skip
_LATIN_DATE = re.compile(r"(?P<day>[0-9]{1,2}) (?P<month>[A-Za-z]+) (?P<year>[0-9]{4})")
_HAN_DATE = re.compile(
    r"(?P<year>[0-9]{4}) ?年 ?(?P<month>[0-9]{1,2}) ?月 ?(?P<day>[0-9]{1,2}) ?日"
)


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that reading did to the text; ``after`` is empty for what was left out."""

    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Pasted:
    """A canonical source, what was changed on the way, and what a person must decide."""

    source: str
    changes: tuple[Change, ...]
    doubts: tuple[str, ...]


@dataclass(slots=True)
class _Edition:
    language: str
    paragraphs: list[str]


def read_pasted(text: str, house: str, identifier: str) -> Pasted:
    """Make a source of plain text; raise ``ValueError`` if there is no text in it."""
    changes: list[Change] = []
    doubts: list[str] = []
    paragraphs = list(_paragraphs(text, changes))
    editions: list[_Edition] = []
    citation: Citation | None = None
    for paragraph in paragraphs:
        named = _CITATION.fullmatch(paragraph)
        if named and (citation := read_citation(named["citation"])):
            changes.append(Change("citation moved to the front matter", paragraph, ""))
        elif _KICKER.fullmatch(paragraph):
            changes.append(Change("wording of the house left out", paragraph, ""))
        elif _SOCIAL.fullmatch(paragraph):
            changes.append(Change("label without links left out", paragraph, ""))
            doubts.append(f"{paragraph!r} has nothing behind it: add the addresses as `links:`")
        elif _PAGE_NUMBER.fullmatch(paragraph):
            changes.append(Change("page number left out", paragraph, ""))
        elif _END.fullmatch(paragraph):
            if editions:
                editions[-1].paragraphs.append("###")
        else:
            _add(paragraph, editions)
    if not editions:
        raise ValueError("there is no text")
    bodies = [_body(edition, changes) for edition in editions]
    day = _date(paragraphs)
    if day is None:
        doubts.append("no date of issue was found: write it behind `date:`")
    front = _front(identifier, day, house, citation)
    return Pasted(front + "\n".join(bodies), tuple(changes), tuple(doubts))


def _paragraphs(text: str, changes: list[Change]) -> Iterator[str]:
    """Yield paragraphs, their lines joined as their script asks."""
    for block in re.split(r"\n[ \t\f]*\n+|\f", text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [line.strip() for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        joined = lines[0]
        for line in lines[1:]:
            cells = _CELL.match(joined[-1]), _CELL.match(line[0])
            joined += ("" if any(cells) else " ") + line
        if len(lines) > 1:
            changes.append(Change(f"{len(lines)} lines joined", "\n".join(lines), joined))
        yield joined


def _add(paragraph: str, editions: list[_Edition]) -> None:
    """Put a paragraph into the edition that it continues, or begin one when the script changes."""
    han, latin = len(_HAN.findall(paragraph)), len(_LATIN.findall(paragraph))
    language = "zh-Hant-HK" if han > latin else "en-HK"
    known = next((edition for edition in editions if edition.language == language), None)
    if known is None:
        known = _Edition(language, [])
        editions.append(known)
    known.paragraphs.append(paragraph)


def _body(edition: _Edition, changes: list[Change]) -> str:
    headline, *rest = edition.paragraphs
    pattern = _HAN_DATELINE if edition.language.startswith("zh") else _LATIN_DATELINE
    paragraphs: list[str] = []
    for paragraph in rest:
        text = _ADDRESS.sub(lambda match: f"<{match[0]}>", paragraph)
        if text != paragraph:
            changes.append(Change("address made a link", paragraph, text))
        found = pattern.match(text)
        if found and not paragraphs:
            line = f"[{_dateline(found['dateline'])}]{{.dateline}} "
            changes.append(Change("dateline marked", found[0], line))
            text = line + text[found.end() :]
        paragraphs.append(text)
    body = "\n\n".join(paragraphs)
    return f"::: {{.edition lang={edition.language}}}\n\n# {headline}\n\n{body}\n\n:::\n"


def _dateline(text: str) -> str:
    """Write a Chinese dateline as the house does: ， between place and date, no gaps round figures."""
    if not _HAN.search(text):
        return text
    return re.sub(r"(?<=[0-9年月]) (?=[0-9年月日])", "", re.sub(" ?[,，] ?", "，", text))


def _date(paragraphs: Sequence[str]) -> date | None:
    for paragraph in paragraphs:
        for pattern in (_LATIN_DATE, _HAN_DATE):
            if found := pattern.search(paragraph):
                month = found["month"].lower()
                names = {name: number for number, name in enumerate(_MONTHS, 1)}
                number = int(month) if month.isdigit() else names.get(month, 0)
                try:
                    return date(int(found["year"]), number, int(found["day"]))
                except ValueError:
                    continue
    return None


def _front(identifier: str, day: date | None, house: str, citation: Citation | None) -> str:
    lines = ["---", f"id: {identifier}", f"date: {day}" if day else "date:", f"house: {house}"]
    if citation:
        lines += citation.front_matter()
    return "\n".join([*lines, "---", "", ""])
