"""Faces are found by family and style, in the region that was asked for."""

from pathlib import Path

import pytest

from pressroom.diagnostics import HouseError
from pressroom.fonts.codes import FONTS
from pressroom.fonts.face import FontKey
from pressroom.fonts.find import find, look_for
from pressroom.fonts.installed import Installed, installed
from pressroom.fonts.report import missing, report
from pressroom.fonts.wanted import wanted
from pressroom.testing.house import sample_house


@pytest.mark.parametrize(
    ("family", "bold", "postscript_name"),
    [
        ("Noto Serif CJK HK", False, "NotoSerifCJKhk-Regular"),
        ("Noto Serif CJK HK", True, "NotoSerifCJKhk-Bold"),
        ("Noto Sans CJK HK", False, "NotoSansCJKhk-Regular"),
        ("Noto Sans CJK HK", True, "NotoSansCJKhk-Bold"),
        ("Noto Sans Mono CJK HK", False, "NotoSansMonoCJKhk-Regular"),
    ],
)
def test_the_hong_kong_face_of_a_collection_is_found(
    family: str,
    bold: bool,  # noqa: FBT001
    postscript_name: str,
) -> None:
    key = FontKey(family, bold)
    face = find([key])[key]
    assert (postscript_name, key) == (face.postscript_name, face.key)
    if face.path.suffix == ".ttc":
        from fontTools.ttLib import TTFont

        with TTFont(face.path, fontNumber=face.index, lazy=True) as font:
            assert postscript_name == font["name"].getDebugName(6)


def test_all_four_styles_of_a_latin_family_are_found() -> None:
    keys = [FontKey("Noto Serif", b, i) for b in (False, True) for i in (False, True)]
    found = find(keys)
    assert ["NotoSerif-Regular", "NotoSerif-Italic", "NotoSerif-Bold", "NotoSerif-BoldItalic"] == [
        found[key].postscript_name for key in keys
    ]


def test_a_house_wants_slanted_faces_for_latin_text_only() -> None:
    keys = wanted(sample_house())
    assert len(keys) == len(set(keys))
    assert [] == [key for key in keys if key.italic and "CJK" in key.family]
    assert FontKey("Noto Serif", bold=True, italic=True) in keys
    assert FontKey("Noto Serif CJK HK", bold=True) in keys


def test_everything_that_a_house_wants_is_on_this_machine() -> None:
    keys = wanted(sample_house())
    assert set(keys) == set(find(keys))


def test_a_missing_family_is_named_with_its_styles_and_the_way_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    keys = [FontKey("Noto Serif CJK XX"), FontKey("Noto Serif CJK XX", bold=True)]
    with pytest.raises(HouseError) as caught:
        find([*keys, FontKey("No Such Face", italic=True)])
    first, second = caught.value.findings
    assert "the font Noto Serif CJK XX is not on this machine (regular, bold)" == first.message
    assert ("apt-get install fonts-noto-cjk",) == first.hints
    assert "the font No Such Face is not on this machine (italic)" == second.message
    assert ("install it, or name another family in the house style",) == second.hints


@pytest.mark.parametrize(
    ("family", "cask"),
    [
        ("Noto Sans", "font-noto-sans"),
        ("Noto Serif CJK HK", "font-noto-serif-cjk-hk"),
        ("Noto Sans Mono CJK HK", "font-noto-sans-cjk"),
    ],
)
def test_the_way_to_get_a_font_is_that_of_the_machine(
    family: str, cask: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.platform", "darwin")
    (finding,) = missing([FontKey(family)])
    assert (f"brew install --cask {cask}",) == finding.hints


def test_a_report_tells_what_is_there_and_what_is_not() -> None:
    there, absent = FontKey("Noto Serif"), FontKey("Noto Serif XX")
    first, second = report([there, absent], find([there]))
    assert first.face is not None
    assert ("", None) == (first.install, second.face)
    assert second.install.endswith("fonts-noto-core") or "brew" in second.install


def candidate(path: str, version: str, instance: int = 0) -> Installed:
    return Installed(("Face",), False, False, Path(path), 0, instance, "Face", version)  # noqa: FBT003


@pytest.mark.parametrize("turn", [1, -1])
def test_of_several_files_the_newest_plain_font_is_taken_in_whatever_order(turn: int) -> None:
    faces = [
        candidate("/b/new.ttf", "2.004"),
        candidate("/a/old.ttf", "1.000"),
        candidate("/a/variable.ttf", "3.000", 4),
        candidate("/c/same.ttf", "2.004"),
    ]
    key = FontKey("Face")
    assert Path("/b/new.ttf") == look_for([key], faces[::turn])[key].path


def test_a_machine_without_fontconfig_is_told_what_to_install(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(HouseError) as caught:
        installed()
    (finding,) = caught.value.findings
    assert "F001" == finding.code
    assert "apt-get install fontconfig" in finding.hints[0]


def test_the_table_of_codes_holds_those_that_are_used_and_no_others() -> None:
    import re

    import pressroom.fonts

    sources = [p.read_text("utf-8") for p in Path(pressroom.fonts.__path__[0]).glob("*.py")]
    used = {code for text in sources for code in re.findall(r'Diagnostic\(\s*"(F\d+)"', text)}
    assert set(FONTS) == used
