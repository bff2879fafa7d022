"""Carets in a real terminal: tmux draws the line and tells in which cell it has come to."""

import json
import shlex
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pressroom.diagnostics import Diagnostic, Severity
from pressroom.diagnostics.terminal import render
from pressroom.place import Place, SourceFile, Span

LINES = {
    "Han and full-width marks": ("海風很大，漁船（12艘）都「回來」了。", "回來"),
    "half-width letters between": ("使用CT,並在24小時內emapalumab治療", ",並"),
    "marks of ambiguous width": ("他說“好”——是±2…·×①Ⅱ，完", "，完"),
    "round zeros and rare characters": ("二○二六年〇𠮷𡃁〡，完", "，完"),
    "marks that combine": ("e\u0301te\u0301 漢\u3099字，完", "字"),
    "half-width marks and kana": ("ｱｲ､｡人，完", "人"),
    "full-width letters": ("ＡＢＣ１２艘", "艘"),
    "a tab": ("甲\t乙，丙", "乙"),
    "an invisible character": ("漁\u200b船回來", "船"),
    "a mark that is drawn as emoji": ("☎ 查詢：漁船", "漁"),
    "a long line": ("海風" * 60 + "，漁船" + "海風" * 60, "，"),
}

ASK = """
import json, re, sys, termios, tty
settings = termios.tcgetattr(0)
tty.setraw(0)
columns = []
for text in json.load(open(sys.argv[1], encoding="utf-8")):
    sys.stdout.write("\\r\\x1b[2K" + text + "\\x1b[6n")
    sys.stdout.flush()
    answer = ""
    while not answer.endswith("R"):
        answer += sys.stdin.read(1)
    columns.append(int(re.search(r";([0-9]+)R", answer)[1]) - 1)
termios.tcsetattr(0, termios.TCSANOW, settings)
with open(sys.argv[2] + ".part", "w") as file:
    json.dump(columns, file)
import os
os.replace(sys.argv[2] + ".part", sys.argv[2])
"""
"""Print each text and ask where the cursor is (ECMA-48 DSR)."""


def columns(texts: list[str], folder: Path) -> list[int]:
    """Return in which cell of a terminal each text ends."""
    asking, given, told = (folder / name for name in ("ask.py", "texts.json", "columns.json"))
    asking.write_text(ASK, "utf-8")
    given.write_text(json.dumps(texts), "utf-8")
    command = shlex.join([sys.executable, "-X", "utf8", *map(str, (asking, given, told))])
    tmux = ["tmux", "-u", "-S", str(folder / "socket"), "-f", "/dev/null"]
    size = ["-x", "200", "-y", "20"]
    subprocess.run([*tmux, "new-session", "-d", *size, command], check=True)
    try:
        for _ in range(300):
            if told.exists():
                found: list[int] = json.loads(told.read_text("utf-8"))
                return found
            time.sleep(0.1)
    finally:
        subprocess.run([*tmux, "kill-server"], check=False, capture_output=True)
    raise AssertionError("the terminal did not answer")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[str, int, int]]:
    """Return by name the line of carets, and the cells between which its words were drawn."""
    carets: list[str] = []
    texts: list[str] = []
    for line, words in LINES.values():
        start = line.index(words)
        place = Place(SourceFile("a.md", line), Span(start, start + len(words)))
        shown, under = render([Diagnostic("P999", Severity.ERROR, "a fact", place)]).splitlines()[
            3:5
        ]
        at = shown.index(words)
        carets.append(under)
        texts += [shown[:at], shown[: at + len(words)]]
    found = columns(texts, tmp_path_factory.mktemp("terminal"))
    return dict(zip(LINES, zip(carets, found[::2], found[1::2], strict=True), strict=True))


@pytest.mark.parametrize("name", LINES)
def test_carets_stand_in_the_cells_of_the_words(
    name: str, drawn: dict[str, tuple[str, int, int]]
) -> None:
    carets, begin, end = drawn[name]
    assert (begin, end) == (carets.index("^"), len(carets))
