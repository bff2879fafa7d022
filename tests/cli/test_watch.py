"""``check --watch`` in a process of its own, as a writer has it open beside the editor."""

import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from pressroom.cli.app import run
from pressroom.press.watching import changes

RELEASES = Path(__file__).parents[2] / "releases"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    shutil.copytree(RELEASES / "specimen", tmp_path / "specimen")
    shutil.copytree(RELEASES.parent / "styles", tmp_path / "styles")
    return tmp_path / "specimen" / "specimen.md"


@pytest.fixture
def watch(source: Path) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "pressroom", "check", "--watch", str(source)]
    with subprocess.Popen(
        command, cwd=source.parents[1], stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        yield process
        process.kill()


def round_of(process: "subprocess.Popen[str]") -> list[str]:
    """Read what one look shows, up to the line that ends it."""
    assert process.stderr
    lines: list[str] = []
    while not lines or not lines[-1].startswith("watching "):
        lines.append(process.stderr.readline())
        assert lines[-1]
    return [line for line in lines if line.startswith(("error[", "warning[", "advice["))]


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_a_change_of_the_source_the_house_or_a_picture_is_seen_and_ctrl_c_ends_it(
    source: Path, watch: "subprocess.Popen[str]"
) -> None:
    assert [] == round_of(watch)
    replace(source, "減半\n", "減半。\n")
    assert ["warning[S301]: a heading ends with a full stop\n"] == round_of(watch)
    replace(
        source.parents[1] / "styles" / "journal" / "style.yaml",
        "words:",
        "severities: {S301: off}\nwords:",
    )
    assert [] == round_of(watch)
    from PIL import Image

    Image.new("RGB", (600, 228)).save(source.parent / "corridor.png")
    assert 2 == sum("S307" in line for line in round_of(watch))
    source.write_text("no front matter", "utf-8")
    assert ["error[P010]"] == [line[:11] for line in round_of(watch)]
    watch.send_signal(signal.SIGINT)
    assert watch.stderr
    assert "\n" == watch.stderr.read()
    assert 0 == watch.wait()


def test_a_file_that_is_being_written_is_left_until_it_is_whole(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = source.read_text("utf-8")
    states = iter(("", whole[:100], whole + "\n"))

    def write(_: float) -> None:
        if (state := next(states, None)) is not None:
            source.write_text(state, "utf-8")

    monkeypatch.chdir(source.parents[1])
    monkeypatch.setattr("time.sleep", write)
    looks = changes([source], None)
    next(looks)
    next(looks)

    assert whole + "\n" == source.read_text("utf-8")


def test_only_text_is_watched_and_no_standard_input(source: Path) -> None:
    assert 2 == run(["check", "--watch", "--format", "json", str(source)])
    assert 2 == run(["check", "--watch", "-"])
