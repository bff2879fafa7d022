"""What is said of characters: each kind of difference has its code, its words, and its place in the source."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pressroom.diagnostics import Diagnostic, Report
from pressroom.edition.folder import ReleaseFolder
from pressroom.edition.projection import Feature, Trait, said
from pressroom.edition.resolve import resolve
from pressroom.edition.resolved import ResolvedRelease
from pressroom.place import SourceFile
from pressroom.proof.compare import compare
from pressroom.source.parse import parse
from pressroom.testing.house import sample_house
from pressroom.writers.contract import (
    Ability,
    Heard,
    HeardEdition,
    LedgerEntry,
    Outcome,
    Stated,
)

SOURCE = """---
id: sample
date: 2026-03-03
house: sample
---

::: {.edition lang=zh-Hant-HK}

# 樣本

試驗由[何永]{.name}以emapalumab**主持**，見[本刊](https://example.org/)。[^n]
[地|dei6]{.ruby}上有光。

## 做法

- 第一項

[^n]: 註。
:::
"""
EVERYTHING: frozenset[Ability] = frozenset(
    {"ruby", "dots", "proper-name", "marks", "headings", "lists", "tables", "links", "languages"}
)

WITH_METADATA: frozenset[Ability] = frozenset((*EVERYTHING, "metadata"))


def release() -> ResolvedRelease:
    report = Report()
    parsed = parse(SourceFile("sample.md", SOURCE), report)
    assert parsed, report.findings
    return resolve(parsed, sample_house(), ReleaseFolder(Path()), report)


RELEASE = release()
PIECES = [Heard(p.kind, p.text, p.language, p.traits) for p in said(RELEASE.editions[0])]


def findings(
    pieces: list[Heard],
    ledger: tuple[LedgerEntry, ...] = (),
    abilities: frozenset[Ability] = EVERYTHING,
) -> tuple[Diagnostic, ...]:
    heard = (HeardEdition("zh-Hant-HK", tuple(pieces)),)
    return compare("a.x", RELEASE, ledger, heard, abilities).findings


def without(feature: Feature) -> list[Heard]:
    return [
        replace(piece, traits=tuple(t for t in piece.traits if t.feature != feature))
        for piece in PIECES
    ]


def shown(finding: Diagnostic) -> str:
    assert finding.place
    return finding.place.file.slice(finding.place.span)


def test_an_artifact_that_says_all_of_it_is_equal() -> None:
    assert () == findings(PIECES)


@pytest.mark.parametrize(
    ("feature", "code", "source"),
    [
        ("proper-name", "A008", "何永"),
        ("strong", "A008", "主持"),
        ("ruby", "A008", "地"),
        ("link", "A007", "本刊"),
        ("language", "A006", "emapalumab"),
        ("heading", "A009", "樣本"),
        ("item", "A009", "第一項"),
    ],
)
def test_what_is_lost_is_shown_at_its_place(feature: Feature, code: str, source: str) -> None:
    first = findings(without(feature))[0]

    assert code == first.code
    assert source == shown(first)
    assert "no " in first.message or "zh-Hant-HK" in first.message


def test_a_call_that_leads_to_no_note_is_found() -> None:
    (one,) = findings(without("note-call"))

    assert "A007" == one.code
    assert "call of note 1" in one.message


@pytest.mark.parametrize(
    ("feature", "value", "code"),
    [
        ("link", "https://example.net/", "A007"),
        ("language", "fr", "A006"),
        ("ruby", "tin1", "A008"),
        ("heading", "3", "A009"),
        ("item", "2 •", "A009"),
    ],
)
def test_another_value_is_found(feature: Feature, value: str, code: str) -> None:
    changed = [
        replace(
            piece,
            traits=tuple(
                replace(t, value=value) if t.feature == feature else t for t in piece.traits
            ),
        )
        for piece in PIECES
    ]

    found = findings(changed)
    assert {code} == {one.code for one in found}
    assert value in found[0].message


def test_a_mark_that_covers_one_character_more_is_found() -> None:
    wider = [
        replace(
            piece,
            traits=tuple(
                replace(t, end=t.end + 1) if t.feature == "strong" else t for t in piece.traits
            ),
        )
        for piece in PIECES
    ]

    (one,) = findings(wider)
    assert "，" == shown(one)


def test_the_cut_of_runs_does_not_matter() -> None:
    halves = [
        replace(
            piece,
            traits=tuple(
                half
                for t in piece.traits
                for half in (
                    [replace(t, end=t.start + 1), replace(t, start=t.start + 1)]
                    if t.feature in {"strong", "link", "language"} and t.end - t.start > 1
                    else [t]
                )
            ),
        )
        for piece in PIECES
    ]

    assert () == findings(halves)


@pytest.mark.parametrize(
    ("feature", "ability"), [("strong", "marks"), ("language", "languages"), ("item", "lists")]
)
def test_only_what_a_writer_is_able_to_hold_is_compared(feature: Feature, ability: Ability) -> None:
    able = frozenset[Ability](one for one in EVERYTHING if one != ability)

    assert findings(without(feature))
    assert () == findings(without(feature), abilities=able)


def test_the_ledger_excuses_a_feature_at_its_block_and_nowhere_else() -> None:
    block = next(p.identifier for p in said(RELEASE.editions[0]) if "主持" in p.text)
    excuse = LedgerEntry(block, "strong", Outcome.DEGRADED, "no bold face", None)
    other = replace(excuse, identifier="elsewhere")

    assert () == findings(without("strong"), (excuse,))
    assert findings(without("strong"), (other,))
    assert findings(without("proper-name"), (excuse,))


def test_word_may_call_a_language_by_its_own_name_and_marks_by_none() -> None:
    renamed = [
        replace(
            piece,
            language="zh-HK" if piece.kind == "text" else "",
            traits=(*piece.traits, *_blank(piece.text)),
        )
        for piece in PIECES
    ]

    assert () == findings(renamed)


def _blank(text: str) -> list[Trait]:
    """Say of each mark that it is in no language."""
    return [Trait("language", "", at, at + 1) for at, c in enumerate(text) if c in "，。"]


@pytest.mark.parametrize(
    ("stated", "codes"),
    [
        ((Stated("title", ("樣本",)), Stated("language", ("zh-HK",))), []),
        ((Stated("title", ("樣品",)), Stated("language", ("zh-HK",))), ["A011"]),
        ((Stated("title", ("樣本",)), Stated("language", ("zh-TW",))), ["A011"]),
        ((), ["A011", "A011"]),
    ],
)
def test_what_the_metadata_state_is_compared(stated: tuple[Stated, ...], codes: list[str]) -> None:
    heard = (HeardEdition("zh-Hant-HK", tuple(PIECES), stated),)
    verdict = compare("a.x", RELEASE, (), heard, WITH_METADATA)

    assert codes == [one.code for one in verdict.findings]
