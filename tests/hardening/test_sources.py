"""Releases that are made to do harm, through the whole program."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from hardening.hostile_sources import BUILT, GROUPS, Source
from hardening.limited import Chamber, Ended

FORMER = b"the former file"


def built(source: Source, chamber: Chamber, folder: Path) -> Ended:
    desk, output = folder / "desk", folder / "output"
    desk.mkdir(parents=True)
    output.mkdir()
    (output / "bad.pdf").write_bytes(FORMER)
    (desk / "bad.md").write_bytes(source.data)
    for name, made in source.files.items():
        if isinstance(made, bytes):
            (desk / name).write_bytes(made)
        else:
            made(desk / name)
    arguments = ("build", "bad.md", "--to", "pdf,docx,epub,html,text", "-o", str(output))
    return chamber.act("hardening.acts:press", str(desk), *arguments)


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.__name__)
def test_a_hostile_release_is_refused_in_bounds_and_leaves_the_output_as_it_was(
    group: Callable[[], Iterator[Source]], chamber: Chamber, counts: Counter[str], tmp_path: Path
) -> None:
    for number, source in enumerate(group()):
        folder = tmp_path / str(number)
        ended = built(source, chamber, folder)

        assert source.code == ended.code, (source.name, ended)
        assert source.says in ended.shown, source.name
        for never in ("Traceback", "root:", "\x1b"):
            assert never not in ended.shown, source.name
        if source.code != BUILT:
            assert "error[" in ended.shown, source.name
            assert {"bad.pdf": FORMER} == {
                path.name: path.read_bytes() for path in (folder / "output").iterdir()
            }, source.name
        counts["hostile releases tried"] += 1
