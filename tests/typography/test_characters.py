import pytest

from pressroom.typography.characters import Nature, is_han, nature, width


@pytest.mark.parametrize(
    ("chars", "expected"),
    [
        ("漢㐀𠮷かカㄅ한，。「」（）《》！？：；、　ＡＺ０～", Nature.CELL),
        ("aZéγμµЖ", Nature.LETTER),
        ("09²³⁺₂", Nature.DIGIT),
        ("“”‘’—…·‥×÷°±§¶′″→←①⑩ⅠⅥ℃", Nature.AMBIGUOUS),
        (" .,;:()[]%/-+<>=$#\n", Nature.NEUTRAL),
        ("\u0301\ufe00\U000e0100", Nature.ATTACHED),
    ],
)
def test_each_character_has_its_class(chars: str, expected: Nature) -> None:
    assert dict.fromkeys(chars, expected) == {char: nature(char) for char in chars}


def test_only_ideographs_are_han() -> None:
    assert "漢𠮷々〇\uf907" == "".join(filter(is_han, "漢，か𠮷A々〇\uf907「"))


def test_a_cell_is_one_em_and_a_letter_half() -> None:
    assert 3.5 == width("漢字，a")
