"""Words that are divided at the ends of lines: what is drawn has a hyphen, what is copied has none (cjk-rules B09, S14)."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from measure.cells import pages
from pressroom.edition.resolved import ResolvedRelease, Run, TextBlock
from pressroom.house.tokens import Length, Role
from pressroom.proof.compare import compare
from pressroom.proof.extraction import extracted_otherwise
from pressroom.proof.glyphs import prove_glyphs
from pressroom.testing.sample import every_node
from pressroom.writers.contract import Written
from pressroom.writers.pdf.engine import typeset
from pressroom.writers.registry import writer
from proof.artifacts import world
from validators import poppler
from writers.pdf.composer.press import job, press
from writers.pdf.readers import by_mupdf, by_pdfium, by_pypdf

TEXT = (
    "The rehabilitation programme encouraged participants to hold ordinary conversations while considering surprising "
    "alternatives, notwithstanding considerable disagreement about melancholy recollections, observations and the "
    "extraordinary understanding of responsibilities throughout the entire neighbourhood."
)
ON = "p { width: 13em; text-align: %s; hyphens: auto; hyphenate-limit-chars: 999 }"


def plain(text: str) -> str:
    return "".join(text.split())


@cache
def divided(align: str) -> bytes:
    return press(f'<p lang="en">{TEXT}</p>', ON % align)


@pytest.mark.parametrize("align", ["justify", "start"])
def test_poppler_and_mupdf_copy_no_hyphen(align: str) -> None:
    assert plain(TEXT) == plain(poppler.text(divided(align)))
    assert plain(TEXT) == plain(by_mupdf(divided(align)))


def test_poppler_copies_whole_words() -> None:
    assert TEXT.split() == poppler.text(divided("justify")).split()


@pytest.mark.parametrize("align", ["justify", "start"])
def test_pdfium_knows_that_the_words_are_divided(align: str) -> None:
    assert plain(TEXT) == plain(by_pdfium(divided(align)).replace("\ufffe", ""))


@pytest.mark.parametrize("align", ["justify", "start"])
def test_hyphens_are_drawn(align: str) -> None:
    drawn = by_pypdf(divided(align))
    assert "-\n" in drawn
    assert plain(TEXT) == plain(drawn.replace("-\n", ""))


def test_no_line_is_wider_for_its_hyphen() -> None:
    (lines,) = pages(divided("justify"))
    assert [] == [line.text for line in lines if line.right > 72 + 130 + 0.05]


def test_what_the_engine_sets_is_not_divided() -> None:
    spaced = '<span style="letter-spacing: 0.1pt">early</span>'
    assert "-" not in by_pypdf(press(f'<p lang="en">{TEXT} {spaced}</p>', ON % "start"))


@pytest.mark.parametrize("around", ["<u>{}</u>", '<span style="hyphens: manual">{}</span>'])
def test_underlined_words_and_those_that_may_not_be_divided_are_whole(around: str) -> None:
    body = f'<p lang="en">{around.format(TEXT)}</p>'
    assert "-" not in by_pypdf(press(body, ON % "start"))


def test_terms_are_whole() -> None:
    terms = tuple(TEXT.rstrip(".").split())
    made = typeset(replace(job(f'<p lang="en">{TEXT}</p>', ON % "start"), terms=terms))
    assert "-" not in by_pypdf(made)


def test_english_in_a_chinese_paragraph_is_whole() -> None:
    body = f'<p lang="zh-Hant-HK">渡輪<span lang="en">{TEXT}</span></p>'
    assert "-" not in by_pypdf(press(body, ON % "justify"))


@cache
def released(*, hyphenate: bool) -> tuple[ResolvedRelease, Written]:
    """Write the sample in a narrow measure, with a paragraph of long words before its first one."""
    release = every_node()
    english, *others = release.editions
    first = next(
        at
        for at, block in enumerate(english.blocks)
        if isinstance(block, TextBlock) and block.role is Role.BODY
    )
    run = Run(TEXT, english.language.tag, east_asian=False, span=None)
    text = TextBlock("long", Role.BODY, 0, english.language, (run,), None)
    blocks = (*english.blocks[:first], text, *english.blocks[first:])
    page = replace(release.house.page, outer=Length(300))
    house = replace(release.house, page=page, hyphenate=hyphenate)
    release = replace(release, house=house, editions=(replace(english, blocks=blocks), *others))
    return release, writer("pdf").write(release, world())


def test_the_proof_finds_nothing_where_words_are_divided() -> None:
    release, written = released(hyphenate=True)
    maker, made = writer("pdf"), written.artifact
    heard = maker.read_back(made.data)
    verdict = compare(made.name, release, written.ledger, heard, maker.abilities)
    assert "-\n" in by_pypdf(made.data)
    assert () == verdict.findings
    assert () == extracted_otherwise(made, release)
    assert () == prove_glyphs(made, release, world().fonts)


def test_a_house_that_does_not_ask_for_it_divides_no_word() -> None:
    whole, parted = (by_pypdf(released(hyphenate=on)[1].artifact.data) for on in (False, True))
    assert whole.count("-\n") < parted.count("-\n")
