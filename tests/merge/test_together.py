"""Several people at work at once: the office in the source, editors in their returns."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from dataclasses import replace
from random import Random

import pytest

from measure.effort import calls
from merge.conftest import Press
from merge.desk import edit, run
from merge.editing import Element, edited, part, q, typed_runs, with_part
from merge.pairs import lost, pair_of
from merge.sources import random_source, seeded
from merge.test_comments import with_comments
from merge.test_merging import changed, inserted
from merge.test_rewriting import joined
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


def touched(text: str) -> str:
    """Return a source of a long return in which the office changed each block."""
    return re.sub(r"(?m)^(?=b[0-9]+x)", "The ", text)


ORDERS = ((0, 1, 2, 3), (3, 2, 1, 0), (2, 0, 3, 1))


def test_returns_of_four_editors_give_the_same_source_in_any_order(notice: Press) -> None:
    agreed = 0
    for number in range(6):
        base = random_source(seeded(f"order {number}"))
        sent = notice.docx(base)
        place = seeded(f"place {number}").choice(typed_runs(part(sent)))[:5]
        returns: list[Return] = []
        for editor in range(4):
            docx = edited(sent, seeded(f"{number} {editor}"), most=1)
            thread = (f"Editor {editor}", "sure?", "", False)
            if place in "".join(typed_runs(part(docx))):
                docx = with_comments(docx, place, thread)
            returns.append(read_return("return.docx", docx))
        results = {_all(notice, base, [returns[n] for n in order]) for order in ORDERS}
        assert len(results) == 1, number
        agreed += None not in results
    assert agreed >= 4


def test_a_deletion_within_another_one_is_no_conflict_in_any_order(notice: Press) -> None:
    more = _typed(notice, "imaginary office of Harbour", "Harbour")
    less = _typed(notice, "office of Harbour", "Harbour")
    results = {_all(notice, notice.text, order) for order in ((more, less), (less, more))}

    assert {notice.text.replace("imaginary office of ", "")} == results


def test_deletions_that_each_leave_words_of_the_other_conflict_in_any_order(notice: Press) -> None:
    one = _typed(notice, "closed on 25 May 2026", "closed on 2026")
    other = _typed(notice, "closed on 25 May 2026", "closed May 2026")

    assert {None} == {_all(notice, notice.text, order) for order in ((one, other), (other, one))}


def test_a_deletion_in_words_that_another_return_puts_elsewhere_is_a_conflict(
    notice: Press,
) -> None:
    words, others = "imaginary office", "of Harbour Medical Press"
    moved = _typed(notice, f"{words} {others}", f"{others} {words}")
    less = _typed(notice, f"The {words}", "The office")

    assert _all(notice, notice.text, (less, moved)) is None


def _typed(press: Press, old: str, new: str) -> Return:
    return read_return("return.docx", changed(press.docx(press.text), old, new))


def test_a_comment_stays_behind_its_block_though_this_is_parted_or_joined_later(
    notice: Press,
) -> None:
    sent = notice.docx(notice.text)
    asked = read_return(
        "return.docx", with_comments(sent, "will be closed", ("Lee", "sure?", "", False))
    )
    other = read_return("return.docx", edit(sent, joined("will be closed")))
    results: list[str] = []
    for order in ((asked, other), (other, asked)):
        current = notice.text
        for returned in order:
            current = merged(notice, notice.text, current, returned).source
        results.append(current)
    assert results[0] == results[1]
    assert "<!-- @Lee" in results[0]


def test_marks_that_one_side_takes_away_while_the_other_parts_them_are_a_conflict(
    notice: Press,
) -> None:
    base = notice.text.replace("will be closed", "**will be closed**")
    returned = read_return("return.docx", edit(notice.docx(base), _parted_in_bold))
    result = merged(notice, base, notice.text, returned)

    assert ["conflict"] == [change.outcome for change in result.changes]
    assert "taken" in {change.outcome for change in merged(notice, base, base, returned).changes}


def _parted_in_bold(root: Element) -> None:
    first = run(root, "will be closed")
    second = deepcopy(first)
    first.find(q("t")).text, second.find(q("t")).text = "will be", "closed"
    made = root.makeelement(q("p"), {})
    made.append(deepcopy(first.getparent().find(q("pPr"))))
    made.extend([second, *first.itersiblings(q("r"))])
    first.getparent().addnext(made)


def _all(press: Press, base: str, returns: Sequence[Return]) -> str | None:
    """Merge one return after the other; None if two of them conflict."""
    current = base
    for returned in returns:
        result = merged(press, base, current, returned)
        if any(change.outcome == "conflict" for change in result.changes):
            return None
        current = result.source
    return current


@pytest.mark.parametrize("office", [str, touched])
def test_twice_the_blocks_take_twice_the_work(notice: Press, office: Callable[[str], str]) -> None:
    work = {count: _work(notice, count, office) for count in (40, 80)}

    assert work[80] < 2.4 * work[40]


def test_what_was_changed_on_both_sides_of_each_block_of_many_is_all_there(notice: Press) -> None:
    text, returned = long_return(notice, 80, seeded("blocks"))
    alone, both = (merged(notice, text, source, returned) for source in (text, touched(text)))

    assert touched(alone.source) == both.source
    assert alone.source != text


def _work(press: Press, count: int, office: Callable[[str], str]) -> int:
    """Count the calls of a merge of a release of so many blocks."""
    text, returned = long_return(press, count, seeded("blocks"))
    return calls(lambda: merge(text, office(text), returned, press.read))


def long_return(press: Press, count: int, random: Random) -> tuple[str, Return]:
    """Return a source of so many blocks and its return with a change in every tenth, and one that cannot be written."""
    words = ["ward", "lamp", "night", "patient", "floor", "trial"]
    blocks = "\n\n".join(" ".join([f"b{n}x", *random.choices(words, k=9)]) for n in range(count))
    head, rest = press.text.split("This notice is", 1)
    text = f"{head}{blocks}\n\nThis notice is{rest}"
    sent = press.docx(text)
    root: Element = part(sent)
    for n in range(0, count, 10):
        run = next(r for r in root.iter(q("t")) if f"b{n}x" in (r.text or ""))
        run.text = (run.text or "").replace(" ", " new ", 1)
    next(root.iter(q("t"))).text = "OTHER WORDING"
    return text, read_return("return.docx", with_part(sent, root))
