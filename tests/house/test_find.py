"""A house is found by its name."""

import sys
from pathlib import Path

import pytest

from pressroom.diagnostics import HouseError
from pressroom.house.find import find_house, houses

NOWHERE = Path("there-is-no-such-folder")


def make_house(folder: Path) -> Path:
    folder.mkdir(parents=True)
    (folder / "style.yaml").write_text("title: A house\n", "utf-8")
    return folder


def test_the_houses_of_the_program_are_always_there() -> None:
    assert ["journal", "plain"] == sorted(houses(NOWHERE))


def test_a_house_of_ones_own_takes_the_place_of_ours(tmp_path: Path) -> None:
    own = make_house(tmp_path / "journal")
    assert own == find_house("journal", tmp_path)
    assert "plain" in houses(tmp_path)


def test_a_folder_without_a_style_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "drafts").mkdir()
    assert "drafts" not in houses(tmp_path)


def test_a_package_may_bring_houses(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    make_house(tmp_path / "borrowed_houses" / "gazette")
    (tmp_path / "borrowed_houses" / "__init__.py").touch()
    told = tmp_path / "borrowed-1.dist-info"
    told.mkdir()
    (told / "METADATA").write_text("Metadata-Version: 2.1\nName: borrowed\nVersion: 1\n", "utf-8")
    (told / "entry_points.txt").write_text("[pressroom.houses]\nx = borrowed_houses\n", "utf-8")
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert tmp_path / "borrowed_houses" / "gazette" == find_house("gazette", NOWHERE)


def test_a_name_that_nobody_has_is_told_with_those_that_are_there() -> None:
    with pytest.raises(HouseError) as caught:
        find_house("jornal", NOWHERE)
    (finding,) = caught.value.findings
    assert ("H100", "there is no house style called 'jornal'") == (finding.code, finding.message)
    assert ("did you mean `journal`?", "the house styles here are journal, plain") == finding.hints


@pytest.mark.parametrize("name", ["../journal", "/etc", "", ".", "journal/", "journal\0"])
def test_a_name_is_never_a_path(name: str) -> None:
    with pytest.raises(HouseError):
        find_house(name, NOWHERE)
