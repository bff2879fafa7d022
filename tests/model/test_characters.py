import pytest

from pressroom.model.characters import UNUSABLE, describe


@pytest.mark.parametrize(
    "character", ["\0", "\x0b", "\x1b", "\x7f", "\x85", "\ud800", "\ufdd0", "\uffff", "\U0010fffe"]
)
def test_controls_surrogates_and_noncharacters_are_unusable(character: str) -> None:
    assert UNUSABLE.search(character)


@pytest.mark.parametrize(
    "character",
    ["\t", "\n", "\r", " ", "\xa0", "漢", "\u200b", "\ufffd", "\U0001f600", "\U000e0100"],
)
def test_what_xml_can_hold_is_usable(character: str) -> None:
    assert not UNUSABLE.search(character)


def test_a_character_is_named() -> None:
    assert describe("\u202e") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert describe("\x00") == "U+0000 NULL"
    assert describe("\x01") == "U+0001"
