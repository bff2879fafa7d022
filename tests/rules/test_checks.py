"""The checks of the rule pages find what is wrong: each is shown a page that breaks it."""

from __future__ import annotations

import pytest

from measure.cells import Cell, Line
from rules.case import Expectation, read
from rules.pages import CHECKS, Proof
from rules.press import EM, LEADING, LEFT


def page(*texts: str, gap: float = 0.0, leading: float = LEADING) -> tuple[Line, ...]:
    """Make lines of full-width cells with a gap (em) behind each; a space in a text moves what follows by half an em."""
    lines: list[Line] = []
    for number, text in enumerate(texts):
        left, cells = LEFT, list[Cell]()
        for char in text:
            if char == " ":
                left += EM / 2
                continue
            cells.append(Cell(char, left, left + EM, 80 + number * leading, EM, "Face"))
            left += EM * (1 + gap)
        lines.append(Line(tuple(cells)))
    return tuple(lines)


def proof(*texts: str, gap: float = 0.0, leading: float = LEADING, copied: str = "") -> Proof:
    return Proof(5, page(*texts, gap=gap, leading=leading), tuple, lambda: {"reader": copied}, list)


def faults(kind: str, body: str, on: Proof) -> list[str]:
    return list(CHECKS[kind](Expectation(kind, (), body, kept=True), on))


GOOD_AND_BAD = [
    ("lines", "海邊的風\n大", proof("海邊的風", "大"), proof("海邊的", "風大")),
    ("never-first", "，", proof("海邊的，", "大"), proof("海邊的", "，大")),
    ("never-last", "「", proof("海邊的", "「大"), proof("海邊的「", "大")),
    ("whole", "24小時", proof("在24小時", "內"), proof("在24", "小時內")),
    ("gaps", "海邊 0", proof("海邊"), proof("海 邊")),
    ("gaps", "海邊 0.1..0.6", proof("海 邊"), proof("海邊")),
    ("widths", "邊 1", proof("海邊的"), proof("海邊 的")),
    ("flush", "0.05", proof("海邊的風大", "了"), proof("海邊的風", "了")),
    ("inside", "", proof("海邊的風大"), proof("海邊的風大了")),
    ("starts", "", proof("海邊"), proof(" 海邊")),
    ("pitch", "18", proof("海", "邊"), proof("海", "邊", leading=18.4)),
    ("last-line", "2", proof("海邊的風", "大了。"), proof("海邊的風大", "了。")),
    ("even", "0.8", proof("海邊的風", "大極了啊"), proof("海邊的風", "大")),
    ("solid", "", proof("海邊的風", gap=0.1), proof("海邊 的風大")),
    ("open-at-most", "0.3", proof("海邊的風", gap=0.2), proof("海 邊")),
    (
        "advances",
        "海 1",
        proof("海"),
        Proof(5, (Line((Cell("海", 72, 75, 80, EM, "F"),)),), tuple, dict, list),
    ),
    (
        "faces",
        "海 Face",
        proof("海"),
        Proof(5, (Line((Cell("海", 72, 82, 80, EM, "F"),)),), tuple, dict, list),
    ),
    ("copied", "海邊 a", proof("海", copied="海邊a\n"), proof("海", copied="海 邊a")),
]


@pytest.mark.parametrize(
    ("kind", "body", "good", "bad"), GOOD_AND_BAD, ids=lambda value: str(value)[:12]
)
def test_a_check_passes_what_is_right_and_finds_what_is_wrong(
    kind: str, body: str, good: Proof, bad: Proof
) -> None:
    assert [] == faults(kind, body, good)
    assert faults(kind, body, bad)


def test_the_blank_half_of_a_bracket_may_stand_outside() -> None:
    assert [] == faults("inside", "", proof("海邊的風大"[:4] + " 」"))
    assert faults("inside", "", proof("海邊的風大", "海邊的風大。"))


def test_a_page_with_something_between_sample_and_expectation_is_refused(tmp_path: object) -> None:
    from pathlib import Path

    path = Path(str(tmp_path), "B01.md")
    path.write_text(
        "# B01 Title\n\n```sample 5\n海\n```\nwords\n```lines\n海\n```\n", encoding="utf-8"
    )
    with pytest.raises(ValueError, match="lines does not follow a sample"):
        read(path)
