from pathlib import Path

import pytest
from PIL import Image

from checks.written import codes, source
from pressroom.cli.app import run

NOTICE = Path(__file__).parents[2] / "releases" / "notice.md"
SOUND = '{alt="海浪打在岸邊" credit="海港社"}'


def picture(name: str, attributes: str = SOUND) -> list[str]:
    return codes(source(f"漁船。\n\n![海邊的風]({name}){attributes}"))


def test_a_picture_with_credit_pixels_and_a_plain_name_is_left_alone() -> None:
    assert [] == picture("pictures/a-1.png")


@pytest.mark.parametrize("name", ["my%20boat.png", "海.png", "a'b.png"])
def test_a_name_that_some_system_changes_is_advised_against(name: str) -> None:
    assert ["S308"] == picture(name)


def test_a_picture_in_a_division_or_a_list_is_found() -> None:
    inside = '漁船。\n\n::: {.aside}\n![海邊的風](a.png){alt="海浪打在岸邊"}\n:::'
    assert ["S306"] == codes(source(inside))


@pytest.mark.parametrize(("pixels", "expected"), [(900, 2), (1400, 0)])
def test_pixels_are_counted_at_the_width_that_the_house_sets(
    pixels: int, expected: int, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = NOTICE.read_text(encoding="utf-8")
    figure = '![A bay]({}){{alt="{}" credit="Press"}}\n\n:::\n'
    for alt in ("A boat in the bay", "海灣中的船"):
        at = text.index("\n:::\n", text.index("::: {.edition") if alt[0] == "A" else -40)
        text = text[:at] + "\n" + figure.format("bay.png", alt) + text[at + 5 :]
    path = tmp_path / "notice.md"
    path.write_text(text.replace('![A bay](bay.png){alt="海', '![海灣](bay.png){alt="海'), "utf-8")
    Image.new("RGB", (pixels, pixels // 4)).save(tmp_path / "bay.png")
    assert 0 == run(["check", str(path)])
    assert expected == capsys.readouterr().err.count("warning[S307]")
