"""Releases in many languages, made up at random: one plan of blocks and marks, written out in the words of each language.

As many as one likes are built and proved by::

    PYTHONPATH=tests python -m acceptance.many_languages 30
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from pressroom.cli.app import run
from pressroom.language.record import Language, Script
from pressroom.language.registry import language


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Words of a language, what stands between them, and what ends a sentence; ``place`` is where releases come from."""

    words: tuple[str, ...]
    between: tuple[str, ...]
    comma: str
    stop: str
    place: str
    reading: str = ""


VOCABULARIES = {
    "ja": Vocabulary(
        ("港の灯り", "渡し船", "研究班", "夜の海", "マリー・キュリー", "骨折した船員", "島々", "朝の便"),
        ("は", "が", "を見て", "に続く"),
        "、",
        "。",
        "香港",
        "[灯|あか]{.ruby}り",
    ),
    "ko": Vocabulary(
        ("항구의 등불(燈火)", "나룻배", "연구진", "밤바다", "骨折 환자", "마리·퀴리", "섬들", "직항(直航) 배"),
        (" ", " 그리고 ", " 또는 "),
        ", ",
        ".",
        "홍콩",
    ),
    "fr": Vocabulary(
        ("le port", "la lanterne", "l’équipe", "« le bateau »", "l’île", "un cœur", "l’hôpital", "la mer : calme"),
        (" voit ", " suit ", " et "),
        ", ",
        ".",
        "Hong Kong",
    ),
    "zh-Hans-CN": Vocabulary(
        ("港口的灯", "渡轮", "研究组", "“夜海”", "玛丽·居里", "骨科医生", "岛屿", "直达班船"),
        ("和", "看见", "返回", "以及"),
        "，",
        "。",
        "香港",
        "[灯|dēng]{.ruby}光",
    ),
    "zh-Hant-TW": Vocabulary(
        ("港口的燈", "渡輪", "研究組", "「夜海」", "瑪麗‧居里", "骨科醫師", "島嶼", "直達班船"),
        ("和", "看見", "返回", "以及"),
        "，",
        "。",
        "香港",
        "[燈|dēng]{.ruby}光",
    ),
}  # fmt: skip


def many_languages(seed: int) -> str:
    """Write the source of a release in all of these languages, in some order."""
    random = Random(seed)  # noqa: S311  # chance that can be had again
    tags = random.sample(sorted(VOCABULARIES), len(VOCABULARIES))
    plan = random.choices(_BLOCKS, k=random.randint(5, 9))
    house = random.choice(["journal", "plain"])
    editions = "".join(_Author(tag, random).edition(plan) for tag in tags)
    return f"---\nid: many-{seed}\ndate: 2026-03-03\nhouse: {house}\n---\n{editions}"


_BLOCKS = ("paragraph", "heading", "bullets", "numbers", "quotation", "table", "paragraph", "rule")


class _Author:
    """Writes one edition."""

    def __init__(self, tag: str, random: Random) -> None:
        record = language(tag)
        assert record
        self._record: Language = record
        self._words = VOCABULARIES[tag]
        self._random = random
        self._notes = 0

    def edition(self, plan: Sequence[str]) -> str:
        blocks = [getattr(self, kind)() for kind in plan]
        day = self._record.long_date(date(2026, 3, 3))
        lead = f"[{self._words.place}{self._words.comma}{day}]{{.dateline}} {self.sentence()}"
        notes = [
            f"[^n{number}]: {self.phrase()}{self._words.stop}"
            for number in range(1, self._notes + 1)
        ]
        parts = (f"# {self.phrase()}", lead, *blocks, *notes)
        return f"\n::: {{.edition lang={self._record.tag}}}\n\n" + "\n\n".join(parts) + "\n\n:::\n"

    def phrase(self) -> str:
        pick = self._random.choice
        return f"{pick(self._words.words)}{pick(self._words.between)}{pick(self._words.words)}"

    def sentence(self) -> str:
        count = self._random.randint(2, 6)
        parts = [self._random.choice((self.phrase, self.marked))() for _ in range(count)]
        return self._words.comma.join(parts) + self._words.stop

    def marked(self) -> str:
        word = self._random.choice(self._words.words)
        if self._random.random() < 0.15:
            return self.called(word)
        forms = [f"[{word}](https://example.org/a)", "[lorazepam]{lang=en-HK}", "24 lx"]
        if self._record.script is Script.HAN:
            forms += [f"[{word}]{{.dots}}", f"[{word}]{{.name}}", self._words.reading or word]
            return self._random.choice(forms)
        return self._random.choice([*forms, f"**{word}**", f"*{word}*", f"{word}^2^"])

    def called(self, word: str) -> str:
        self._notes += 1
        return f"{word}[^n{self._notes}]"

    def paragraph(self) -> str:
        return self.sentence() + (" " if self._words.stop == "." else "") + self.sentence()

    def heading(self) -> str:
        return f"## {self.phrase()}\n\n{self.sentence()}"

    def bullets(self) -> str:
        return f"- {self.sentence()}\n- {self.sentence()}\n  - {self.phrase()}"

    def numbers(self) -> str:
        return f"3. {self.sentence()}\n4. {self.sentence()}"

    def quotation(self) -> str:
        return f"> {self.sentence()}\n>\n> — {self.phrase()}"

    def table(self) -> str:
        rows = "\n".join(f"| {self.phrase()} | 24 |" for _ in range(2))
        return f"Table: {self.phrase()}\n\n| {self.phrase()} | n |\n|---|---:|\n{rows}"

    def rule(self) -> str:
        return "---"


def main(count: int) -> int:
    """Build and prove releases; return how many fail."""
    failed = 0
    with TemporaryDirectory() as folder:
        for seed in range(count):
            source = Path(folder, f"many-{seed}.md")
            source.write_text(many_languages(seed), encoding="utf-8")
            failed += run(["build", str(source), "--quiet", "-o", folder]) != 0
    print(f"{count - failed} of {count} releases built and proved")  # noqa: T201
    return failed


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1])))
