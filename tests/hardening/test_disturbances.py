"""Builds that are killed, that have no room, and that may not write."""

from __future__ import annotations

import random
import subprocess
import sys
from collections import Counter
from pathlib import Path
from threading import Thread

import pytest

from hardening.limited import Chamber, Ended, Kill
from pressroom.press.shelf import put

FRONT = "---\nid: notice\ndate: 2026-01-05\nhouse: plain\n---\n"
EDITIONS = """
::: {{.edition lang=en-HK}}

# The office {0}

It {0} at nine.

:::

::: {{.edition lang=zh-Hant-HK}}

# 辦事處時間

上午九時：{0}。

:::
"""
FORMATS = "text,docx,epub"
KILLS = 20


def desk(folder: Path, word: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "notice.md").write_text(FRONT + EDITIONS.format(word))
    return folder


def build(chamber: Chamber, desk: Path, output: Path, kill: Kill | None = None) -> Ended:
    arguments = ("build", "notice.md", "--to", FORMATS, "-q", "-o", str(output))
    return chamber.act("hardening.acts:press", str(desk), *arguments, kill=kill)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


def litter(folder: Path) -> list[Path]:
    return list(folder.glob(".*"))


def test_a_build_killed_at_any_moment_leaves_whole_files_and_nothing_that_stays(
    chamber: Chamber, counts: Counter[str], tmp_path: Path
) -> None:
    opens, closes = desk(tmp_path / "one", "opens"), desk(tmp_path / "other", "closes")
    assert 0 == build(chamber, opens, tmp_path / "before").code
    before = files(tmp_path / "before")
    put(tmp_path / "after", before)
    whole = build(chamber, closes, tmp_path / "after")
    assert 0 == whole.code
    after = files(tmp_path / "after")
    output = tmp_path / "output"
    moments = random.Random(4)  # noqa: S311  # the same moments in each run
    littered = 0

    for number in range(KILLS):
        put(output, before)
        assert before == files(output)
        assert [] == litter(output)
        late = number % 2 == 0
        seconds = moments.uniform(0, 0.02 if late else whole.seconds)
        build(chamber, closes, output, Kill(seconds, str(output) if late else ""))
        assert before.keys() == files(output).keys()
        assert all(data in {before[name], after[name]} for name, data in files(output).items())
        littered += bool(litter(output))
        counts["builds killed, former files whole"] += 1

    assert littered
    assert 0 == build(chamber, opens, output).code
    assert [] == litter(output)


def test_a_build_leaves_alone_what_another_one_is_writing(tmp_path: Path) -> None:
    bundle = {f"{n}.txt": bytes(100_000) for n in range(20)}
    builds = [Thread(target=put, args=(tmp_path, bundle)) for _ in range(6)]
    for one in builds:
        one.start()
    for one in builds:
        one.join()

    assert bundle == files(tmp_path)
    assert [] == litter(tmp_path)


def test_a_limit_on_files_is_told_and_changes_nothing(chamber: Chamber, tmp_path: Path) -> None:
    output = tmp_path / "output"
    output.mkdir()
    (output / "notice.docx").write_bytes(b"the former file")
    source = str(desk(tmp_path / "desk", "opens"))
    arguments = ("build", "notice.md", "--to", FORMATS, "-o", str(output))

    ended = chamber.act("hardening.acts:press", source, *arguments, file_bytes=8_000)

    assert 2 == ended.code, ended.shown
    assert f"cannot write to {output}" in ended.shown
    assert "file too large" in ended.shown
    assert {"notice.docx": b"the former file"} == files(output)
    assert [] == litter(output)


SMALL_DISK = """
mkdir disk
mount -t tmpfs -o size=16k tmpfs disk
printf former > disk/notice.docx
mount -o remount,$1 disk
code=0
$2 -m pressroom build notice.md --to text,docx,epub -o disk || code=$?
ls -A disk
cat disk/notice.docx
exit $code
"""


@pytest.mark.parametrize(
    ("mode", "why"), [("rw", "no space left on device"), ("ro", "read-only file system")]
)
def test_a_disk_that_is_full_or_may_not_be_written_is_told(
    tmp_path: Path, mode: str, why: str
) -> None:
    unshare = ["/usr/bin/unshare", "--map-root-user", "--mount", "/bin/sh", "-ec", SMALL_DISK]
    ended = subprocess.run(
        [*unshare, "sh", mode, sys.executable],
        cwd=desk(tmp_path / "desk", "opens"),
        capture_output=True,
        text=True,
        check=False,
    )

    assert 2 == ended.returncode, ended.stderr
    assert "cannot write to disk" in ended.stderr
    assert why in ended.stderr
    assert "notice.docx\nformer" == ended.stdout
