"""Releases for the checks: a body or two, with the front matter that every release needs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pressroom.checks.examine import examine
from pressroom.checks.rule import Rule
from pressroom.diagnostics import Diagnostic, Report
from pressroom.house.find import find_house
from pressroom.house.load import load_house
from pressroom.house.tokens import Weight
from pressroom.place import SourceFile
from pressroom.source.parse import parse

HOUSE = load_house(find_house("journal"))
PICTURES = {"small.png": (400, 300)}

FRONT = """\
---
id: harbour
date: 2026-03-03
house: plain
reference:
  authors: [AB Example]
  title: Boats
  journal: Harbour Med J
  year: 2026
  doi: 10.5555/harbour.1
glossary:
  - {en: south-west monsoon, zh-Hant: 西南季候風}
---

"""


def edition(language: str, headline: str, body: str) -> str:
    return f"::: {{.edition lang={language}}}\n\n# {headline}\n\n{body}\n\n:::\n\n"


def source(
    text: str,
    english: str = "",
    front: str = "",
    headline: str = "漁船",
    language: str = "zh-Hant-HK",
) -> SourceFile:
    first = edition("en-HK", "Boats", english) if english else ""
    head = with_front(front) if front else FRONT
    return SourceFile("a.md", head + first + edition(language, headline, text))


def with_front(entry: str) -> str:
    """Put an entry of one line in the front matter, in the place of the one of its name."""
    (name,) = re.findall(r"^([a-z]+):", entry, re.MULTILINE)
    former = re.sub(rf"^{name}:.*\n(?:  .*\n)*", "", FRONT, flags=re.MULTILINE)
    return former.replace("\n---", f"\n{entry}\n---")


def example(rule: Rule) -> SourceFile:
    own = rule.example
    return source(own.before, own.english, own.front, own.headline, own.language)


def findings(file: SourceFile, weights: dict[str, Weight] | None = None) -> list[Diagnostic]:
    report = Report()
    release = parse(file, report)
    assert release, [finding.message for finding in report]
    house = replace(HOUSE, severities=tuple((weights or {}).items()))
    return list(examine(release, house, PICTURES.get))


def codes(file: SourceFile, weights: dict[str, Weight] | None = None) -> list[str]:
    return [finding.code for finding in findings(file, weights)]


def of(found: Iterable[Diagnostic], code: str) -> list[Diagnostic]:
    return [finding for finding in found if finding.code == code]
