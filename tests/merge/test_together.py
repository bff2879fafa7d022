"""Several people at work at once: the office in the source, editors in their returns."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

from measure.effort import calls
from merge.conftest import Press
from merge.editing import Element, edited, part, q, with_part
from merge.pairs import lost, pair_of
from merge.sources import random_source, seeded
from merge.test_merging import inserted
from pressroom.merge.changes import Change
from pressroom.merge.merging import Merged, merge
from pressroom.merge.returned import Return, read_return


def merged(press: Press, base: str, current: str, returned: Return) -> Merged:
    return merge(base, current, returned, press.read)


def test_what_either_side_put_in_is_in_the_source_or_the_report_and_conflicts_are_rare(
    notice: Press,
) -> None:
    conflicts = 0
    for number in range(16):
        pair = pair_of(notice, number)
        result = merged(notice, pair.base, pair.ours, pair.returned)
        assert [] == list(lost(pair, result)), number
        marked = "<<<<<<<" in result.source
        assert marked == any(change.outcome == "conflict" for change in result.changes)
        conflicts += marked
    assert conflicts <= 3


def test_what_was_merged_is_merged_once(notice: Press) -> None:
    for number in range(8):
        pair = pair_of(notice, number)
        first = merged(notice, pair.base, pair.base, pair.returned)
        again = merged(notice, pair.base, first.source, pair.returned)
        assert first.source == again.source, number
        assert [_seen_again(change) for change in first.changes] == list(again.changes), number
        untouched = read_return("return.docx", notice.docx(pair.base))
        assert pair.ours == merged(notice, pair.base, pair.ours, untouched).source, number


def _seen_again(change: Change) -> Change:
    return replace(change, outcome="there") if change.outcome == "taken" else change


def test_a_change_is_known_again_though_another_editor_changed_its_line(notice: Press) -> None:
    sent = notice.docx(notice.text)
    one = read_return("return.docx", inserted(sent, "will be closed", " all day"))
    other = read_return("return.docx", inserted(sent, "office of", " and the shop of"))
    both = merged(notice, notice.text, notice.text, one).source
    both = merged(notice, notice.text, both, other).source
    both = both.replace("on the next working day", "a day later")
    again = merged(notice, notice.text, both, one)

    assert both == again.source
    assert ["there"] == [change.outcome for change in again.changes]


def test_returns_that_do_not_conflict_give_the_same_source_in_any_order(notice: Press) -> None:
    agreed = 0
    for number in range(5):
        base = random_source(seeded(f"order {number}"))
        sent = notice.docx(base)
        returns = [
            read_return("return.docx", edited(sent, seeded(f"{number} {editor}")))
            for editor in range(3)
        ]
        results = {_all(notice, base, order) for order in permutations(returns)}
        agreed += None not in results
        assert len(results - {None}) <= 1, number
    assert agreed >= 2


def _all(press: Press, base: str, returns: tuple[Return, ...]) -> str | None:
    """Merge one return after the other; None if two of them conflict."""
    current = base
    for returned in returns:
        result = merged(press, base, current, returned)
        if any(change.outcome == "conflict" for change in result.changes):
            return None
        current = result.source
    return current


def test_twice_the_blocks_take_twice_the_work(notice: Press) -> None:
    work = {count: _work(notice, count, seeded("blocks")) for count in (40, 80)}

    assert work[80] < 2.4 * work[40]


def _work(press: Press, count: int, random: Random) -> int:
    """Count the calls of a merge of a release of so many blocks, with a change in every tenth and one that cannot be written."""
    words = ["ward", "lamp", "night", "patient", "floor", "trial"]
    blocks = "\n\n".join(" ".join([f"b{n}x", *random.choices(words, k=9)]) for n in range(count))
    head, rest = press.text.split("This notice is", 1)
    text = f"{head}{blocks}\n\nThis notice is{rest}"
    root: Element = part(press.docx(text))
    for n in range(0, count, 10):
        run = next(r for r in root.iter(q("t")) if f"b{n}x" in (r.text or ""))
        run.text = (run.text or "").replace(" ", " new ", 1)
    next(root.iter(q("t"))).text = "OTHER WORDING"
    returned = read_return("return.docx", with_part(press.docx(text), root))
    return calls(lambda: merge(text, text, returned, press.read))
