"""Words that are divided at the ends of lines: a hyphen is drawn, what is copied is a soft one (cjk-rules B09, S14)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from measure.cells import Line, pages
from measure.glyphs import glyphs, shaped
from pressroom.edition.resolved import ResolvedRelease, Run, TextBlock
from pressroom.fonts.face import FontKey
from pressroom.house.tokens import Length, Role
from pressroom.press.validators import outloud, page_validation
from pressroom.proof.compare import compare
from pressroom.proof.extraction import extracted_otherwise
from pressroom.proof.glyphs import prove_glyphs
from pressroom.testing.sample import every_node
from pressroom.writers.contract import LINE_END, Written
from pressroom.writers.pdf.engine import typeset
from pressroom.writers.pdf.reading import read
from pressroom.writers.registry import writer
from proof.artifacts import world
from validators import poppler
from writers.pdf.composer.press import HAN, LATIN, faces, fonts, job, press
from writers.pdf.readers import READERS, by_mupdf, by_pdfium, by_pypdf

TEXT = (
    "The rehabilitation programme encouraged participants to hold ordinary conversations while considering surprising "
    "alternatives, notwithstanding considerable disagreement about melancholy recollections, observations and the "
    "extraordinary understanding of responsibilities throughout the entire neighbourhood."
)
ON = "p { width: 13em; text-align: %s; hyphens: auto; hyphenate-limit-chars: 999 }"


HYPHENATED = "\u00ad\n"


def words(copied: str) -> list[str]:
    """Return the words of a copied text, soft hyphens and pdfium's sign for them (U+FFFE) left out with the line end behind."""
    return re.sub("[\u00ad\ufffe]\\s*", "", copied).split()


@cache
def divided(align: str) -> bytes:
    return press(f'<p lang="en">{TEXT}</p>', ON % align)


@pytest.mark.parametrize("align", ["justify", "start"])
@pytest.mark.parametrize("reader", READERS)
def test_every_reader_copies_soft_hyphens_and_with_these_whole_words(
    reader: Callable[[bytes], str], align: str
) -> None:
    copied = reader(divided(align))
    assert TEXT.split() == words(copied)
    assert TEXT.split() != copied.split()
    assert "-" not in copied


def test_the_hyphens_are_seen() -> None:
    (soft,) = (glyph.points for glyph in glyphs(divided("justify"), 0) if glyph.char == "\u00ad")
    assert shaped(fonts()[FontKey(LATIN)], "-", "en") == soft


@cache
def shared() -> bytes:
    """Set the text in a face that draws U+002D and U+00AD with one glyph."""
    plain = job(f'<p lang="en">{TEXT}</p>', ON % "start")
    return typeset(replace(plain, faces=faces(TEXT, HAN)))


@pytest.mark.parametrize("reader", [by_pdfium, by_mupdf, poppler.text])
def test_a_face_without_a_soft_hyphen_draws_its_hyphen_which_says_the_same(
    reader: Callable[[bytes], str],
) -> None:
    assert "-\n" in by_pypdf(shared())
    assert TEXT.split() == words(reader(shared()))


@pytest.mark.parametrize("made", [lambda: divided("justify"), shared])
def test_the_tags_hold_the_text_in_whole_words(made: Callable[[], bytes]) -> None:
    (edition,) = read(made())
    assert TEXT.split() == edition.pieces[0].text.replace(LINE_END, " ").split()


def test_no_line_is_wider_for_its_hyphen() -> None:
    (lines,) = pages(divided("justify"))
    assert [] == [line.text for line in lines if line.right > 72 + 130 + 0.05]


def test_what_the_engine_sets_is_not_divided() -> None:
    spaced = '<span style="letter-spacing: 0.1pt">early</span>'
    assert HYPHENATED not in by_pypdf(press(f'<p lang="en">{TEXT} {spaced}</p>', ON % "start"))


@pytest.mark.parametrize("around", ["<u>{}</u>", '<span style="hyphens: manual">{}</span>'])
def test_underlined_words_and_those_that_may_not_be_divided_are_whole(around: str) -> None:
    body = f'<p lang="en">{around.format(TEXT)}</p>'
    assert HYPHENATED not in by_pypdf(press(body, ON % "start"))


def test_terms_are_whole() -> None:
    terms = tuple(TEXT.rstrip(".").split())
    made = typeset(replace(job(f'<p lang="en">{TEXT}</p>', ON % "start"), terms=terms))
    assert HYPHENATED not in by_pypdf(made)


def test_other_languages_in_an_english_paragraph_are_whole() -> None:
    body = f'<p lang="en"><span lang="fr">{TEXT}</span></p>'
    assert HYPHENATED not in by_pypdf(press(body, ON % "start"))


@pytest.mark.parametrize("height", [216, 252, 288])
def test_no_page_ends_in_a_divided_word_where_it_may_end_a_line_before(height: int) -> None:
    sheet = f"@page {{ size: 600pt {height}pt }} p {{ orphans: 2; widows: 2 }}"
    found = pages(press(f'<p lang="en">{TEXT * 3}</p>', ON % "justify" + sheet))
    assert [] == [page[-1].text for page in found if page[-1].text.endswith("\u00ad")]
    assert all(len(page) >= 2 for page in found)


@cache
def mixed(hyphens: str, align: str) -> tuple[Line, ...]:
    """Set Chinese with long English words; return the lines that have another one below."""
    chinese = "渡輪公司採用interdisciplinary和rehabilitation方案評估乘客，發現notwithstanding及responsibilities均有成效。"
    sheet = (
        f"p {{ width: 12em; text-align: {align}; hyphens: {hyphens}; hyphenate-limit-chars: 999 }}"
    )
    (lines,) = pages(press(f"<p>{chinese * 3}</p>", sheet))
    return lines[:-1]


@pytest.mark.parametrize(("align", "room"), [("justify", 0.5), ("start", 45.0)])
def test_chinese_lines_stay_short_less_often_where_english_words_are_divided(
    align: str, room: float
) -> None:
    whole, divided = (
        [line for line in mixed(hyphens, align) if line.right < 72 + 120 - room]
        for hyphens in ("none", "auto")
    )
    assert len(divided) < len(whole) / 2


def test_no_english_word_is_divided_in_chinese_that_fills_its_lines_without() -> None:
    body = "<p>海港渡輪公司今年起在各島推行的新的rehabilitation方案，居民都說好，明年還要再辦。</p>"
    sheet = "p { width: 20em; hyphens: auto; hyphenate-limit-chars: 999 }"
    assert HYPHENATED not in by_pypdf(press(body, sheet))


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
    assert HYPHENATED in by_pypdf(made.data)
    assert () == verdict.findings
    assert () == extracted_otherwise(made, release)
    assert () == prove_glyphs(made, release, world().fonts)


def test_judges_of_archives_and_of_accessibility_accept_divided_words() -> None:
    data = released(hyphenate=True)[1].artifact.data
    assert [] == page_validation.validate(data, "3a")
    assert [] == page_validation.validate(data, "ua-1")
    assert [] == outloud.validate(data)


def test_a_house_that_does_not_ask_for_it_divides_no_word() -> None:
    whole, parted = (by_pypdf(released(hyphenate=on)[1].artifact.data) for on in (False, True))
    assert HYPHENATED not in whole
    assert HYPHENATED in parted
