import pytest

from pressroom.typography.cells import Cell, cell, has_cells


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("漢々かＡ０㎡", Cell.HAN),
        ("aZ9éγ", Cell.LATIN),
        ("（「“", Cell.OPENING),
        ("）」”", Cell.CLOSING),
        ("，。、；：︰∶", Cell.STOP),
        ("！？", Cell.EXCLAMATION),
        ("·‧・", Cell.INTERPUNCT),
        ("～－–", Cell.CONNECTOR),
        ("—…⋯", Cell.DASH),
        ("＋+±.", Cell.OTHER),
        ("％%‰℃", Cell.POSTFIX),
        ("\u2060\u200b\u0301", Cell.UNSEEN),
    ],
)
def test_each_character_has_its_class_of_composition(chars: str, expected: Cell) -> None:
    assert dict.fromkeys(chars, expected) == {char: cell(char) for char in chars}


def test_only_text_with_cells_is_composed() -> None:
    assert [True, True, False, False] == [
        has_cells(text) for text in ("a漢", "a，", "naïve “quotes” — and dashes…", "\ufffc")
    ]
