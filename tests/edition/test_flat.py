import pytest

from edition.making import set_release, written
from pressroom.edition.flat import one_line
from pressroom.language.record import Language
from pressroom.language.records import en_hk, ko, zh_hant_hk


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("One lamp\nfor all", en_hk.RECORD, "One lamp for all"),
        ("하나\n둘", ko.RECORD, "하나 둘"),
        ("漁船回港\n燈光依舊", zh_hant_hk.RECORD, "漁船回港\u3000燈光依舊"),
        ("第3期\nAmber", zh_hant_hk.RECORD, "第3期\u3000Amber"),
        ("漁船回港：\n燈光依舊", zh_hant_hk.RECORD, "漁船回港：燈光依舊"),
        ("漁船回港\n——燈光依舊", zh_hant_hk.RECORD, "漁船回港——燈光依舊"),
        ("「漁船」\n燈光", zh_hant_hk.RECORD, "「漁船」燈光"),
    ],
)
def test_the_lines_of_a_headline_are_parted_on_one_line_as_its_language_parts_them(
    text: str, language: Language, expected: str
) -> None:
    assert expected == one_line(text, language)


def test_titles_and_running_heads_have_one_line_and_the_headline_has_two() -> None:
    release, _ = set_release(
        written(
            ("en-HK", "# One lamp[]{.break}for all\n\nText[]{.break}too."),
            ("zh-Hant-HK", "# 漁船回港[]{.break}燈光依舊\n\n文字，[]{.break}也是。"),
        )
    )
    english, chinese = release.editions
    assert ["One lamp for all"] * 2 == [english.title, english.running_head]
    assert ["漁船回港\u3000燈光依舊"] * 2 == [chinese.title, chinese.running_head]
    assert ["Text too.", "文字，也是。"] == [english.description, chinese.description]
