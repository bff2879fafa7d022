"""What nobody edited keeps every byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from merge.conftest import NOTICE, SPECIMEN, Press
from merge.offices import saved_again
from merge.sources import random_source, seeded
from pressroom.cli.app import run
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import read_return
from pressroom.press.merging import merge_return

ECHOES = """---
id: echoes
date: 2026-05-18
house: journal
---

::: {.edition lang=en-HK}

# PRESS RELEASE on lamps

[(Hong Kong), 3 March 2026]{.dateline} ) – The lamps[^one] were[^two] lit[^three].

1. 1 in 10 patients
2. 2024 was dark

Table: Table 1. Lamps

| 1 | 2 |
|---|---|
| 1 in 10 | 1 |

> Lit.
>
> — — EF Example

[^one]: 1 in 10 patients

    1 more

[^two]: 2024年1月2日

[^three]: Table: 3 in 10

    | 3 | 3 |
    |---|---|
    | 3 | 3 |

:::
"""
"""Texts that begin with what the house, or Word, writes before them."""


def merged(press: Press, text: str, returned: bytes) -> Merged:
    return merge(text, text, read_return("return.docx", returned), press.read)


@pytest.mark.parametrize("name", ["notice", "specimen"])
def test_an_untouched_file_changes_nothing(name: str, request: pytest.FixtureRequest) -> None:
    press: Press = request.getfixturevalue(name)
    result = merged(press, press.text, press.docx(press.text))

    assert (press.text, ()) == (result.source, result.changes)


def test_texts_that_begin_as_the_house_begins_them_keep_their_beginnings(specimen: Press) -> None:
    result = merged(specimen, ECHOES, specimen.docx(ECHOES))

    assert (ECHOES, ()) == (result.source, result.changes)


def test_no_file_that_libreoffice_saved_changes_anything(tmp_path: Path, specimen: Press) -> None:
    seed = Path(__file__).parents[3] / "shared" / "seed" / "release.md"
    source = seed if seed.exists() else NOTICE
    assert 0 == run(["build", str(source), "--to", "docx", "-q", "-o", str(tmp_path)])
    (docx,) = tmp_path.glob("*.docx")
    saved = saved_again(docx.read_bytes(), specimen.docx(specimen.text))
    returned, again = tmp_path / "return.docx", tmp_path / "specimen-return.docx"
    for path, data in zip((returned, again), saved, strict=True):
        path.write_bytes(data)

    for text, back in ((source, docx), (source, returned), (SPECIMEN, again)):
        made = merge_return(text, back, tmp_path)
        nothing = (text.read_text("utf-8"), (), ())
        assert nothing == (made.merged.source, made.merged.changes, made.findings), back.name


def test_releases_made_up_at_random_change_nothing(notice: Press) -> None:
    for seed in range(14):
        text = random_source(seeded(seed))
        result = merged(notice, text, notice.docx(text))
        assert (text, ()) == (result.source, result.changes), seed
