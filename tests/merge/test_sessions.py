"""Edit sessions made up at random, by code that shares nothing with the reader of returns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from functools import cache
from random import Random

from merge.conftest import Press
from merge.editing import edited, says_as
from merge.sources import random_source, seeded
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return
from pressroom.merge.units import Unit


def outcome(
    press: Press,
    text: str,
    sent: bytes,
    random: Random,
    read: Callable[[str], tuple[Unit, ...] | None],
) -> str:
    """Edit, merge, build again, and compare what the two documents say."""
    returned = edited(sent, random)
    result = merge(text, text, read_return("return.docx", returned), read)
    if any(change.outcome != "taken" for change in result.changes):
        wanted = " ".join(change.after for change in result.changes)
        assert wanted.strip()
        return "reported"
    return "taken over" if says_as(press.docx(result.source), returned) else "wrong"


def test_no_edit_is_silently_wrong_and_nearly_all_are_taken_over(notice: Press) -> None:
    found: Counter[str] = Counter()
    read = cache(notice.reading.units)
    for release in range(20):
        text = random_source(seeded(release))
        sent = notice.docx(text)
        found.update(outcome(notice, text, sent, seeded(f"{release} {n}"), read) for n in range(3))
    found.update(
        outcome(notice, notice.text, notice.docx(notice.text), seeded(n), read) for n in range(20)
    )

    assert 80 == sum(found.values())
    assert 0 == found["wrong"]
    assert found["taken over"] >= 75
