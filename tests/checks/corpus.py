"""A corpus of bilingual releases with Hong Kong usage, and errors that are planted in them.

``PYTHONPATH=tests python -m checks.corpus 400`` plants one error of each kind at random places of so many releases and prints the
figures.
"""

from __future__ import annotations

import random
import re
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checks.written import edition, findings
from pressroom.checks.rule import HAN
from pressroom.diagnostics import Diagnostic, Severity
from pressroom.place import SourceFile

_DIGITS = "○一二三四五六七八九"
_MONTHS = "January February March April May June July August September October November December"

_PLACES = [
    ("Sai Kung", "西貢"),
    ("Tai Po", "大埔"),
    ("Sha Tin", "沙田"),
    ("Yuen Long", "元朗"),
    ("Tuen Mun", "屯門"),
]
_DRUGS = [
    ("metformin", "二甲雙胍"),
    ("colchicine", "秋水仙鹼"),
    ("warfarin", "華法林"),
    ("ketamine", "氯胺酮"),
]
_HEADS = [
    ("{place} clinics see fewer falls", "{地}診所跌倒個案減少"),
    ("{place} study follows {drug} users", "{地}研究跟進{藥}使用者"),
    ("{drug} trial in {place} ends early", "{藥}試驗於{地}提早結束"),
]
_SENTENCES = [
    (
        "A team in {place} studied {n:,} patients aged {age} or above.",
        "{地}一個團隊研究了{n:,}名{age}歲或以上的病人。",
    ),
    ("The rate fell from {a}% to {b}% within {m} months.", "比率於{m}個月內由{a}%降至{b}%。"),
    (
        "About {pc} per cent of them took {drug} every day.",
        "其中約百分之{百}的病人每日服用{藥}（{drug}）。",
    ),
    ("Each took {dose} mg at {h} pm with water.", "每人於晚上{時}時以清水送服{dose}毫克。"),
    ("Some {w}0,000 visits were recorded in the year.", "全年錄得約{萬}萬人次。"),
    ("The fund gave HK${k} million for the work.", "基金撥款{k}00萬元支持有關工作。"),
    ("The second phase begins on {day} {month} {year}.", "第二階段於{年}年{月}月{日}日展開。"),
    (
        "The difference was {d} days (95% confidence interval {lo}–{hi}).",
        "相差{d}日（95%置信區間為{lo}–{hi}）。",
    ),
    ("Professor Chan said, “We did not expect this.”", "陳教授表示：「我們沒有預料到這個結果。」"),
    ("Enquiries may be made on 2{tel} {tel2}.", "如有查詢，可致電2{tel} {tel2}。"),
    ("The report is in the *Harbour Medical Journal*.", "報告刊於《海港醫學雜誌》。"),
    ("Nurses, doctors and students took part.", "護士、醫生及學生均有參與；他們來自多間機構。"),
    ("The reading was {x} on average.", "平均讀數為{點}。"),
    ("It lasted {h} hours and {m} minutes.", "歷時{h}小時{m}分鐘。"),
    ("The Department of Health gave the information.", "衞生署發出有關資訊。"),
    ("The two wards have {d1} and {d2} beds respectively.", "兩間病房分別有{d1}及{d2}張病牀。"),
    ("Half of the nurses had worked for {d1} hours.", "一半護士已工作{d1}小時。"),
    ("It is the third and fourth visit in {w} weeks.", "這是{w}個星期內第三、四次到訪。"),
]
_ARTICLE = ("The article is at <{doi}>.", "文章載於<{doi}>。")
_PICTURE = (
    '![A map of the wards](map.png){{alt="Squares along a corridor" credit="Press office"}}',
    '![病房平面圖](map.png){{alt="走廊兩旁的方格" credit="新聞組"}}',
)  # fmt: skip


def release(seed: int) -> str:
    """Make a clean release."""
    rng = random.Random(seed)  # noqa: S311  # the same corpus on every machine
    words = _words(rng)
    chosen = rng.sample(_SENTENCES, 9)
    groups = [chosen[:3], chosen[3:5], chosen[5:9]]
    groups[2].append(_ARTICLE)
    english = "\n\n".join([*(" ".join(pair[0] for pair in group) for group in groups), _PICTURE[0]])
    chinese = "\n\n".join([*("".join(pair[1] for pair in group) for group in groups), _PICTURE[1]])
    english, chinese = english.format_map(words), chinese.format_map(words)
    head = tuple(text.format_map(words) for text in rng.choice(_HEADS))
    day = date(2026, 1, 1).replace(month=rng.randint(1, 12), day=rng.randint(1, 28))
    shown = f"{day.day} {_MONTHS.split()[day.month - 1]} 2026"
    first = edition("en-HK", head[0], f"[Hong Kong, {shown}]{{.dateline}} {english}")
    shown = f"2026年{day.month}月{day.day}日"
    second = edition("zh-Hant-HK", head[1], f"[香港，{shown}]{{.dateline}} {chinese}")
    return f"---\nid: corpus\ndate: {day}\nhouse: plain\n{_FRONT.format_map(words)}---\n\n{first}{second}"


_FRONT = """\
reference:
  authors: [AB Example, CD Sample]
  title: A study
  journal: Harbour Med J
  year: 2026
  volume: {w}
  pages: 387-90
  doi: {doi_name}
contacts:
  - name: Ms Lam
    tel: (852) 2{tel} {tel2}
    email: press@harbour.example
"""


def _words(rng: random.Random) -> dict[str, object]:
    place, drug = rng.choice(_PLACES), rng.choice(_DRUGS)
    low = rng.randint(1, 3)
    tens, units, tenth = rng.randint(2, 9), rng.randint(1, 9), rng.randint(1, 9)
    hour, day, month = rng.randint(7, 11), rng.randint(11, 28), rng.randint(1, 12)
    percent = rng.randint(11, 19)
    return {
        "place": place[0], "地": place[1], "drug": drug[0], "藥": drug[1],
        "n": rng.randint(1100, 9899), "age": rng.randint(60, 79), "a": rng.randint(41, 59),
        "b": rng.randint(21, 39), "m": rng.randint(12, 18), "pc": percent,
        "百": f"十{_DIGITS[percent - 10]}", "dose": rng.randint(20, 30) * 5, "h": hour,
        "時": {7: "七", 8: "八", 9: "九", 10: "十", 11: "十一"}[hour], "w": units, "萬": _DIGITS[units],
        "k": rng.randint(3, 9), "day": day, "month": _MONTHS.split()[month - 1], "year": 2027,
        "年": "二○二七", "月": (_DIGITS[month] if month < 10 else "十" + _DIGITS[month - 10].strip("○")),
        "日": _chinese(day), "d": rng.randint(3, 6) + 0.5, "lo": low + 0.25, "hi": low + 7.75,
        "d1": units + 20, "d2": units + 31, "doi": f"https://doi.org/10.5555/harbour.{tens}{units}",
        "doi_name": f"10.5555/harbour.{tens}{units}",
        "tel": rng.randint(100, 999), "tel2": rng.randint(1000, 9999),
        "x": f"{tens}{units}.{tenth}", "點": f"{_DIGITS[tens]}十{_DIGITS[units]}點{_DIGITS[tenth]}",
    }  # fmt: skip


def _chinese(number: int) -> str:
    tens, units = divmod(number, 10)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[units] if units else "")


@dataclass(frozen=True, slots=True)
class Planting:
    """A kind of error: where it may be planted, what it becomes, which rules may find it.

    It is planted in the Chinese edition, or in the ``front`` matter.
    """

    name: str
    where: re.Pattern[str]
    becomes: Callable[[re.Match[str], random.Random], str]
    codes: frozenset[str]
    front: bool = False


def _kind(name: str, where: str, becomes: str, *codes: str, front: bool = False) -> Planting:
    pattern = re.compile(where)
    return Planting(name, pattern, lambda m, _: m.expand(becomes), frozenset(codes), front)


def _other_figure(match: re.Match[str], rng: random.Random) -> str:
    return rng.choice([digit for digit in "3456789" if digit != match[0]])


def _other_numeral(match: re.Match[str], rng: random.Random) -> str:
    return rng.choice([digit for digit in "三四五六七八九" if digit != match[0]])


def _simplified(match: re.Match[str], rng: random.Random) -> str:
    del rng
    return dict(zip("團來護個報", "团来护个报", strict=True))[match[0]]


TEXT = (
    _kind("comma", "(?<=[\u4e00-\u9fff])，", ",", "T201"),
    _kind("comma and space", "，", ", ", "T201"),
    _kind("stop", "。(?=\n)", ".", "T201"),
    _kind("semicolon", "；", ";", "T201"),
    _kind("colon", "：", ":", "T201"),
    _kind("vertical colon", "：", "︰", "T203"),
    _kind("space", f"(?<=[{HAN}])(?=[{HAN}])", " ", "T210"),
    _kind("space behind a mark", "(?<=[。，])(?=[\u4e00-\u9fff])", " ", "T210"),
    _kind("brackets", "（([^（）]*)）", r"(\1)", "T213"),
    _kind("half a bracket", "（", "(", "T213", "T220"),
    _kind("lost bracket", "）", "", "T220"),
    _kind("curly quotes", "「([^」]*)」", r"“\1”", "T206"),
    _kind("straight quotes", "「([^」]*)」", r'"\1"', "T206"),
    _kind("lost quote", "」", "", "T220"),
    _kind("lost title mark", "》", "", "T220"),
    _kind("title in comparison signs", "《([^》]*)》", r"＜\1＞", "T207"),
    _kind("zero-width space", f"(?<=[{HAN}])(?=[{HAN}])", "\u200b", "T218"),
    _kind("soft hyphen", f"(?<=[{HAN}])(?=[{HAN}])", "\u00ad", "T218"),
    _kind("radical", "人", "⼈", "T214"),
    _kind("full-width figure", "(?<=[^0-9.,])7(?=[名歲個%])|7(?=%)", "７", "T208"),
    Planting("simplified character", re.compile("[團來護個報]"), _simplified, frozenset({"B108"})),
    _kind("comma twice", "，", "，，", "T225"),
    _kind("stop twice", "。(?=\n)", "。。", "T225"),
    _kind("unclosed strong type", "(?<=[。，])(?=[\u4e00-\u9fff])", "**", "T223"),
    _kind("unclosed stress", "(?<=[。，])(?=[\u4e00-\u9fff])", "*", "T223"),
    _kind("unclosed bracket", "(?<=[。，])(?=[\u4e00-\u9fff])", "[", "T223"),
    _kind("indent", "(?<=\n\n)(?=[\u4e00-\u9fff])", "\u3000\u3000", "T217"),
    _kind("form of a character", "衞", "衛", "T216"),
    _kind("word of another place", "資訊", "信息", "T216"),
    _kind("arabic letter mark", f"(?<=[{HAN}])(?=[{HAN}])", "\u061c", "T218"),
    _kind("long headline", "# (.+)(?=\n)", r"# \1，\1，\1，\1，\1，\1，\1，\1", "S309"),
    _kind("lost dateline", r"\[香港，[^\]]*\]\{\.dateline\} ", "", "S310"),
    _kind("lost credit", ' credit="新聞組"', "", "S306"),
    _kind("alternative in English", "走廊兩旁的方格", "Squares along a corridor", "S305"),
    _kind("few pixels", "map.png", "small.png", "S307"),
    _kind("name of a file", "map.png", "病房.png", "S308"),
    _kind("bare address", "<(https://[^>]+)>", r"\1", "S304"),
    _kind("link to another place", "<(https://[^>]+)>", r"[\1](\g<1>1)", "S311"),
    _kind("former address of a DOI", "https://doi", "http://dx.doi", "M204"),
    _kind("stops in an author", "AB Example", "A.B. Example", "M203", front=True),
    _kind("authors in two forms", "CD Sample", "Sample CD", "M203", front=True),
    _kind("pages in full", "387-90", "387-390", "M203", front=True),
    _kind("contact without e-mail", "\n    email:.*", "", "M205", front=True),
)
FACTS = (
    Planting("figure", re.compile("(?<![:第])[0-9](?![0-9.,]|萬|00)"), _other_figure, frozenset({"B101", "B102", "M202"})),
    Planting("first figure", re.compile("(?<![0-9.,])[1-9](?=[0-9])"), _other_figure, frozenset({"B101", "B102", "M202"})),
    Planting("numeral", re.compile("(?<=[十點])[二三四五六七八九](?=[的。日])"), _other_numeral, frozenset({"B101", "B102"})),
    Planting("ten thousands", re.compile("[一二三四五六七八九](?=萬)"), _other_numeral, frozenset({"B101", "B102"})),
    _kind("scale", "00萬元", "0萬元", "B101"),
    _kind("unit", "毫克", "克", "B101"),
    _kind("unit of time", "個月", "日", "B101"),
    _kind("half of the day", "晚上", "早上", "B101"),
    _kind("lost percentage", "百分之[十一二三四五六七八九]+的", "部分", "B102"),
    _kind("pound for milligram", "毫克", "磅", "B101"),
    _kind("hour for minute", "分鐘", "小時", "B101"),
    _kind("lost scale", "萬人次", "人次", "B101", "B102"),
    _kind("half becomes a third", "一半", "三分之一", "B101"),
    _kind("another ordinal", "第三、四次", "第三、五次", "B101", "B102"),
    _kind("order of a list", r"分別有(\d+)及(\d+)", r"分別有\2及\1", "B103"),
    _kind("DOI of another article", r"(?<=harbour\.)\d+", "1000", "B101", "M201"),
    _kind("lost paragraph", r"(?<=\n\n)[\u4e00-\u9fff].+\n\n(?=.)", "", "B104"),
    _kind("parted paragraph", r"(?<=\n\n)([\u4e00-\u9fff][^\n]{25,}?。)(?=[^\n「」]{25,}\n)", r"\1\n\n", "B104"),
    _kind("paragraph in English", r"(?<=\n\n)[\u4e00-\u9fff].+\n\n(?=!)", r"All of this is still to be translated for the other edition.\n\n", "B106"),
    _kind("paragraphs in another order", r"(?<=\n\n)([\u4e00-\u9fff].+)\n\n([\u4e00-\u9fff].+)(?=\n)", r"\2\n\n\1", "B110", "B104"),
    _kind("cut short", r"(?<=\n\n)([\u4e00-\u9fff][^。\n]+。).{60,}(?=\n)", r"\1", "B102", "B104", "B105"),
    _kind("name of a drug", r"(?<=（)([a-z]{3})([a-z])([a-z]+)", r"\1\3", "B107"),
)  # fmt: skip


@dataclass(slots=True)
class Figures:
    """How many errors were planted and found, by kind; how many false errors and pieces of advice the clean releases gave."""

    planted: Counter[str]
    found: Counter[str]
    releases: int = 0
    false: int = 0
    advised: int = 0

    def recall(self, kinds: tuple[Planting, ...]) -> float:
        """Return which part of the errors of some kinds was found."""
        names = [kind.name for kind in kinds]
        planted = sum(self.planted[name] for name in names)
        return sum(self.found[name] for name in names) / planted


def measure(count: int, share: int = 1) -> Figures:
    """Plant one error of each kind, or of one in ``share`` kinds in turn, in so many releases where there is a place for it."""
    figures = Figures(Counter(), Counter())
    for seed in range(count):
        text = release(seed)
        rng = random.Random(-seed - 1)  # noqa: S311
        clean = findings(SourceFile("clean.md", text))
        figures.releases += 1
        figures.false += sum(finding.severity is not Severity.ADVICE for finding in clean)
        figures.advised += len(clean) > 1
        begin = text.index("lang=zh-Hant-HK}")
        for kind in (*TEXT, *FACTS)[seed % share :: share]:
            where = (0, begin) if kind.front else (begin + 16, len(text))
            places = list(kind.where.finditer(text, *where))
            if places:
                place = rng.choice(places)
                bad = text[: place.start()] + kind.becomes(place, rng) + text[place.end() :]
                figures.planted[kind.name] += 1
                figures.found[kind.name] += _found(findings(SourceFile("bad.md", bad)), kind)
    return figures


def _found(all_: list[Diagnostic], kind: Planting) -> bool:
    return any(finding.code in kind.codes for finding in all_)


def _print(figures: Figures) -> None:
    write = sys.stdout.write
    for kind in (*TEXT, *FACTS):
        write(f"{kind.name:<28}{figures.found[kind.name]:>5} of {figures.planted[kind.name]}\n")
    write(f"text errors found: {figures.recall(TEXT):.2%}; facts: {figures.recall(FACTS):.2%}\n")
    write(f"false findings in {figures.releases} clean releases: {figures.false}\n")


if __name__ == "__main__":
    _print(measure(int(sys.argv[1]) if len(sys.argv) > 1 else 60))
