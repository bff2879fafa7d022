"""Adjacent marks close up as Chromium closes them up, which follows CSS Text 4; it breaks the lines of a book by our rules."""

from __future__ import annotations

from dataclasses import replace

import pytest

from rules.browser import book, printed
from rules.case import RULES, Expectation, Sample, read
from rules.pages import CHECKS, Proof
from rules.press import EM

S05 = read(RULES / "S05.md")
INTERPUNCT = "·"
"""The face of this machine, which Chromium draws with, has it a third of an em wide; the fonts of our files a whole one."""


def test_every_pair_is_as_wide_as_in_chromium() -> None:
    wanted = [
        (sample.body.split("\n\n"), expectation)
        for sample in S05.samples
        for expectation in sample.expectations
        if expectation.kind == "widths"
        and sample.language == "zh-Hant-HK"
        and INTERPUNCT not in sample.body
    ]
    texts = [text.strip() for found, _ in wanted for text in found]
    lines = tuple(printed(texts, "text-spacing-trim: normal"))
    pairs = "".join(expectation.body for _, expectation in wanted)
    assert 60 < len(pairs.splitlines())
    proof = Proof(40, lines, tuple, dict, list)
    assert [] == list(CHECKS["widths"](Expectation("widths", (), pairs, kept=True), proof))


def test_chromium_would_not_do_so_by_itself() -> None:
    (line,) = printed(["海）（港"], "text-spacing-trim: space-all")
    assert 4 == pytest.approx((line.right - line.left) / EM, abs=0.02)


def test_the_lines_of_a_book_keep_the_rules_of_line_breaking() -> None:
    names = [f"B{number:02}" for number in (1, 2, 3, 4, 5, 6, 7, 8, 11, 12, 13, 14)]
    samples = [
        sample
        for name in names
        for sample in read(RULES / f"{name}.md").samples
        if sample.language == "zh-Hant-HK" and not sample.front
    ]
    body = "\n\n".join(dict.fromkeys(sample.body.strip() for sample in samples)) + "\n"
    lines = book(Sample((8, 9, 12, 16, 21, 28, 40), "zh-Hant-HK", "", body, ()))
    wanted = [
        # both glyphs are one, which Chromium writes as the same character
        replace(one, body=one.body.replace("⋯", "…"))
        for sample in samples
        for one in sample.expectations
        if one.kind in {"never-first", "never-last", "whole"}
    ]
    assert {"never-first", "never-last", "whole"} == {one.kind for one in wanted}
    proof = Proof(40, tuple(lines), tuple, dict, list)
    assert [] == [fault for one in wanted for fault in CHECKS[one.kind](one, proof)]


def test_a_space_that_was_typed_is_as_wide_in_a_book_as_the_gap_that_is_drawn() -> None:
    words = "使用{0}lorazepam{0}治療\n\n早上{0}9{0}時\n\n早上{0}**9{0}時**\n\n"
    drawn, typed = (
        book(Sample((30,), "zh-Hant-HK", "", words.format(gap), ())) for gap in ("", " ")
    )
    assert [line.text.replace(" ", "") for line in typed] == [line.text for line in drawn]
    for one, other in zip(drawn, typed, strict=True):
        assert one.right - one.left == pytest.approx(other.right - other.left, abs=0.02 * EM)
