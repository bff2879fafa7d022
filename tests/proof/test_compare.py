from __future__ import annotations

from dataclasses import replace

import pytest

from pressroom.proof.compare import compare
from pressroom.proof.normalise import first_difference, normalise
from pressroom.testing.sample import every_node
from pressroom.world import World
from pressroom.writers.contract import LINE_END, Heard, HeardEdition, LedgerEntry, Outcome
from pressroom.writers.text import TextWriter

RELEASE = every_node()
WRITTEN = TextWriter().write(RELEASE, World(fonts={}))
ABLE = TextWriter().abilities
HEARD = TextWriter().read_back(WRITTEN.artifact.data)


def codes(heard: tuple[HeardEdition, ...]) -> list[str]:
    return [
        finding.code for finding in compare("a.txt", RELEASE, WRITTEN.ledger, heard, ABLE).findings
    ]


def with_pieces(pieces: tuple[Heard, ...]) -> tuple[HeardEdition, ...]:
    return (HEARD[0], replace(HEARD[1], pieces=pieces))


def test_an_artifact_that_says_everything_is_equal() -> None:
    assert [] == codes(HEARD)


@pytest.mark.parametrize("at", range(0, len(HEARD[1].pieces), 5))
def test_every_single_character_that_changes_is_found_with_its_block(at: int) -> None:
    pieces = list(HEARD[1].pieces)
    spoilt = pieces[at].text[:-1] + "■"
    pieces[at] = replace(pieces[at], text=spoilt)

    verdict = compare("a.txt", RELEASE, WRITTEN.ledger, with_pieces(tuple(pieces)), ABLE)

    assert ["A005"] == [finding.code for finding in verdict.findings]
    assert "■" in verdict.findings[0].message
    assert verdict.findings[0].place is not None


def test_a_lost_piece_is_named() -> None:
    assert ["A004"] == codes(with_pieces(HEARD[1].pieces[:5] + HEARD[1].pieces[6:]))


def test_a_piece_from_nowhere_is_named() -> None:
    extra = Heard("text", "來歷不明", "zh-Hant-HK")

    assert ["A003"] == codes(with_pieces((*HEARD[1].pieces, extra)))


def test_pieces_that_changed_places_are_found() -> None:
    first, second, *rest = HEARD[1].pieces

    assert codes(with_pieces((second, first, *rest)))


def test_a_lost_edition_and_a_wrong_language_are_found() -> None:
    assert ["A001"] == codes(HEARD[:1])
    assert ["A002"] == codes((HEARD[0], replace(HEARD[1], language="zh")))


def test_only_what_the_ledger_declares_dropped_may_be_missing() -> None:
    reading = Heard("reading", "saa1", "zh-Hant-HK")

    assert ["A003"] == codes(with_pieces((*HEARD[1].pieces, reading)))
    undeclared = tuple(entry for entry in WRITTEN.ledger if entry.feature != "ruby")
    verdict = compare("a.txt", RELEASE, undeclared, HEARD, ABLE)
    assert {"A004"} == {finding.code for finding in verdict.findings}


def test_a_degraded_node_must_still_say_its_text() -> None:
    block = RELEASE.editions[1].blocks[0].identifier
    excuse = LedgerEntry(block, "text", Outcome.DEGRADED, "it was too long", None)
    verdict = compare(
        "a.txt", RELEASE, (*WRITTEN.ledger, excuse), with_pieces(HEARD[1].pieces[1:]), ABLE
    )

    assert ["A004"] == [finding.code for finding in verdict.findings]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("使用 emapalumab 治療", "使用emapalumab治療"),
        ("干擾素 γ 抑制劑", "干擾素γ抑制劑"),
        ("9\u00a0months", "9 months"),
        ("follow\u2011up", "follow-up"),
    ],
)
def test_layout_between_scripts_and_no_break_forms_pass(one: str, other: str) -> None:
    assert normalise(one) == normalise(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("系統 性", "系統性"),
        ("9 months", "9months"),
        ("，", ","),
        ("（a", "(a"),
        ("·", "・"),
        ("衞", "衛"),
    ],
)
def test_nothing_else_passes(one: str, other: str) -> None:
    assert normalise(one) != normalise(other)


def test_the_end_of_a_drawn_line_stands_for_a_space_or_for_nothing() -> None:
    assert first_difference("two words", f"two{LINE_END}words") is None
    assert first_difference("雙字", f"雙{LINE_END}字") is None
    assert first_difference("line\nbreak", f"line{LINE_END}break") is None
    assert first_difference("two words", f"two{LINE_END} words") == (4, 4)
    assert first_difference("twowords", "two words") == (3, 3)
