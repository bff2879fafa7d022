"""Text as it is copied: the same in every reader, each character itself (cjk-rules S14, G10, M6)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.edition.resolved import Marked
from pressroom.proof.normalise import normalise
from pressroom.world import World
from pressroom.writers.pdf import PdfWriter
from writers.pdf.conftest import Make, one_edition
from writers.pdf.readers import READERS, faces
from writers.pdf.texts import ENGLISH, block, run


def heard(data: bytes) -> list[str]:
    return [piece.text.replace("\u2028", "") for piece in PdfWriter().read_back(data)[0].pieces]


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.__name__)
def test_chinese_with_latin_in_it_is_copied_as_written(
    reader: Callable[[bytes], str], make: Make
) -> None:
    text = "患者於24小時內好轉，用藥emapalumab（II型）"

    assert normalise(text) in normalise(reader(make(block(text))))


# Pairs that one glyph of Noto Serif CJK HK stands for.
SHARED = ["一\u2f00", "人\u2f08", "金\u2fa6", "……⋯⋯", "——⸺", "兀\ufa0c", "～〜"]


@pytest.mark.parametrize("pair", SHARED)
def test_characters_that_share_a_glyph_stay_themselves_in_both_orders(
    pair: str, make: Make
) -> None:
    for text in (f"字{pair}字", f"字{pair[::-1]}字"):
        assert [text] == heard(make(block(text)))


def test_a_no_break_space_or_hyphen_spoils_no_other(make: Make) -> None:
    text = "無\u00a0斷 有斷 p\u00a0<\u00a00.05 a-b c\u2011d"
    plain = text.replace("\u00a0", " ").replace("\u2011", "-")

    assert [plain] == heard(make(block(text)))
    assert [plain] == heard(make(block(text, language=ENGLISH)))


def test_spaces_between_words_of_two_kinds_are_drawn(make: Make) -> None:
    words = [Marked("strong", (run(word, ENGLISH),)) for word in ("one", "two")]

    assert ["one two three"] == heard(
        make(block(words[0], " ", words[1], " three", language=ENGLISH))
    )


def test_a_full_width_space_behind_latin_is_itself(make: Make) -> None:
    assert ["Noto\u3000字\u3000ABC\u3000\u3000字"] == heard(
        make(block("Noto\u3000字\u3000ABC\u3000\u3000字"))
    )


def test_marks_that_both_faces_have_come_from_the_face_of_their_language(make: Make) -> None:
    chinese, english = make(block("“引”——…")), make(block("“q”—…", language=ENGLISH))

    assert {"Noto-Serif-CJK-HK"} == faces(chinese, "“”—…")
    assert {"Noto-Serif"} == faces(english, "“”—…")


def test_letters_and_figures_in_chinese_come_from_the_latin_face(make: Make) -> None:
    assert {"Noto-Serif"} == faces(make(block("患者30歲，用emapalumab γ")), "30emapalubγ")


ALPHABET = "患者於內好轉，。「」（）：；？！、—…“”‘’·ABCxyz019 .,-/%°±×γμé²⼀一戶户啟骨"


@settings(max_examples=20)
@given(st.lists(st.text(ALPHABET, min_size=1, max_size=40), min_size=1, max_size=6))
def test_any_text_is_read_back_as_it_was(world: World, texts: list[str]) -> None:
    texts = [" ".join(text.split()) or "字" for text in texts]
    blocks = tuple(block(text, name=f"b{n}") for n, text in enumerate(texts))
    data = PdfWriter().write(one_edition(blocks), world).artifact.data
    said = [piece.text for piece in PdfWriter().read_back(data)[0].pieces]

    assert [text.replace(" ", "") for text in texts] == [
        text.replace("\u2028", "").replace(" ", "") for text in said
    ]
