"""Of three hundred releases made up at random each gets a defect: all are found, and none is found where there is none."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest

from pressroom.testing.sample import every_node
from pressroom.writers.registry import writer
from proof.artifacts import artifact, redrawn, repacked
from proof.planting import markup, pdf, word
from proof.planting.campaign import campaign
from proof.planting.plant import MARKUP, plant

COUNTS = {"pdf": 30, "docx": 70, "epub": 60, "html": 140}


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_every_planted_defect_is_found_and_no_clean_file_raises_an_alarm(
    name: str, count: int, capsys: pytest.CaptureFixture[str], counts: Counter[str]
) -> None:
    made = campaign(name, range(count))

    with capsys.disabled():
        print(f"\n  {made}", end=" ")  # noqa: T201  # the readme quotes it
    assert ([], []) == (made.alarms, made.missed)
    assert made.planted.total() == count
    counts["random releases clean, then given a defect that was found"] += count


@pytest.mark.parametrize("name", COUNTS)
def test_every_kind_of_defect_finds_room_in_the_sample(name: str) -> None:
    kinds = {
        "pdf": pdf.DEFECTS,
        "docx": word.DEFECTS + word.AROUND,
        "epub": MARKUP + markup.AROUND,
        "html": MARKUP,
    }
    random = Random(1)  # noqa: S311  # chance that can be had again
    planted = {plant(name, artifact(name).data, random).name for _ in range(160)}

    # With one picture and one text for all notes in each edition there are none to swap.
    alike = {"swapped_alternatives", "swapped_pictures", "swapped_notes"}
    assert {d.__name__ for d in kinds[name]} - planted <= alike


@pytest.mark.parametrize("name", COUNTS)
def test_to_pack_a_file_anew_is_no_defect(name: str) -> None:
    """Else the campaign would find its own handling, not the defects."""
    data = artifact(name).data
    again = {
        "pdf": lambda: redrawn(data, lambda _: None),
        "docx": lambda: repacked(data, lambda _: None),
        "epub": lambda: repacked(data, lambda _: None),
        "html": lambda: data,
    }[name]()

    assert writer(name).read_back(data) == writer(name).read_back(again)
    assert len(every_node().editions) == len(writer(name).read_back(again))
