"""What nobody edited keeps every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from merge.conftest import Press
from merge.offices import saved_again
from merge.sources import random_source, seeded
from pressroom.cli.app import run
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return


def merged(press: Press, text: str, returned: bytes) -> Merged:
    return merge(text, text, read_return("return.docx", returned), press.read)


@pytest.mark.parametrize("name", ["notice", "specimen"])
def test_an_untouched_file_changes_nothing(name: str, request: pytest.FixtureRequest) -> None:
    press: Press = request.getfixturevalue(name)
    result = merged(press, press.text, press.docx(press.text))

    assert (press.text, ()) == (result.source, result.changes)


def test_a_file_that_libreoffice_saved_changes_nothing(specimen: Press) -> None:
    returned = saved_again(specimen.docx(specimen.text))
    result = merged(specimen, specimen.text, returned)

    assert specimen.text == result.source
    assert {"looks"} >= {change.outcome for change in result.changes}


def test_a_real_release_that_lies_beside_the_project_changes_nothing(tmp_path: Path) -> None:
    seed = Path(__file__).parents[3] / "shared" / "seed" / "release.md"
    source = seed if seed.exists() else Path(__file__).parents[2] / "releases" / "notice.md"
    assert 0 == run(["build", str(source), "--to", "docx", "-q", "-o", str(tmp_path)])
    (docx,) = tmp_path.glob("*.docx")
    goal = tmp_path / "merged.md"

    assert 0 == run(["merge", str(source), str(docx), "-o", str(goal)])
    assert source.read_bytes() == goal.read_bytes()


def test_forty_releases_made_up_at_random_change_nothing(notice: Press) -> None:
    for seed in range(40):
        text = random_source(seeded(seed))
        result = merged(notice, text, notice.docx(text))
        assert (text, ()) == (result.source, result.changes), seed
