"""Releases for the checks: a body or two, with the front matter that every release needs."""

from __future__ import annotations

from collections.abc import Iterable

from pressroom.checks.examine import examine
from pressroom.checks.rule import Rule
from pressroom.diagnostics import Diagnostic, Report
from pressroom.house.tokens import Weight
from pressroom.place import SourceFile
from pressroom.source.parse import parse

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


def source(chinese: str, english: str = "") -> SourceFile:
    first = edition("en-HK", "Boats", english) if english else ""
    return SourceFile("a.md", FRONT + first + edition("zh-Hant-HK", "漁船", chinese))


def example(rule: Rule) -> SourceFile:
    return source(rule.example.before, rule.example.english)


def findings(file: SourceFile, weights: dict[str, Weight] | None = None) -> list[Diagnostic]:
    report = Report()
    release = parse(file, report)
    assert release, [finding.message for finding in report]
    return list(examine(release, weights or {}))


def codes(file: SourceFile, weights: dict[str, Weight] | None = None) -> list[str]:
    return [finding.code for finding in findings(file, weights)]


def of(found: Iterable[Diagnostic], code: str) -> list[Diagnostic]:
    return [finding for finding in found if finding.code == code]
