"""More edit sessions and pairs of editors than a test may take: the figures of ``docs/word.md``.

::

    PYTHONPATH=tests python -m merge.figures sessions 300
    PYTHONPATH=tests python -m merge.figures pairs 300
    PYTHONPATH=tests python -m merge.figures offices 100
    PYTHONPATH=tests python -m merge.figures saved 40
    PYTHONPATH=tests python -m merge.figures again 60
    PYTHONPATH=tests python -m merge.figures sizes 1000
"""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from functools import cache, lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from merge.conftest import NOTICE, Press
from merge.editing import edited, says_as
from merge.offices import saved_again
from merge.pairs import lost, pair_of
from merge.sessions import session
from merge.sources import random_source, seeded
from merge.test_libreoffice import outcomes
from merge.test_together import long_return, touched
from pressroom.merge.merging import merge
from pressroom.merge.returned import read_return
from pressroom.merge.units import Unit

_PER_RELEASE = 3
_PER_START = 20


def sessions(press: Press, releases: int) -> Counter[str]:
    """Edit releases made up at random, merge, build again, and compare what is said and in which kinds of paragraphs."""
    found: Counter[str] = Counter()
    for release in range(releases):
        text = random_source(seeded(release))
        sent, read = press.docx(text), cache(press.reading.units)
        for number in range(_PER_RELEASE):
            try:
                returned = session(sent, seeded(f"{release} {number}"))
            except (StopIteration, IndexError, ValueError):
                continue  # the release has nothing for such an edit
            result = merge(text, text, read_return("return.docx", returned), read)
            if any(change.outcome != "taken" for change in result.changes):
                found["reported"] += 1
                continue
            right = says_as(press.docx(result.source), returned)
            found["taken over" if right else "wrong"] += 1
            found["of these as lines of one"] += any(change.lines for change in result.changes)
    return found


def pairs(press: Press, count: int) -> Counter[str]:
    """Let the office and an editor work at the same time; count where we find a conflict, and where git does."""
    found: Counter[str] = Counter()
    for number in range(count):
        pair = pair_of(press, number)
        result = merge(pair.base, pair.ours, pair.returned, press.reading.units)
        alone = merge(pair.base, pair.base, pair.returned, press.reading.units)
        found["pairs"] += 1
        found["texts lost"] += len(list(lost(pair, result)))
        found["conflicts"] += any(change.outcome == "conflict" for change in result.changes)
        found["conflicts of git merge-file"] += _git_conflicts(pair.ours, pair.base, alone.source)
    return found


def offices(press: Press, count: int) -> Counter[str]:
    """Let LibreOffice work on releases made up at random, merge, build again, and compare what is said."""
    starts = range(0, count, _PER_START)
    return sum(
        (outcomes(press, range(count)[at : at + _PER_START]) for at in starts), Counter[str]()
    )


def saved(press: Press, count: int) -> Counter[str]:
    """Let LibreOffice open and save releases made up at random, and count those of which nothing is said."""
    texts = [random_source(seeded(f"saved {number}")) for number in range(count)]
    found: Counter[str] = Counter()
    for text, back in zip(texts, saved_again(*map(press.docx, texts)), strict=True):
        result = merge(text, text, read_return("return.docx", back), press.reading.units)
        clean = result.source == text and not result.changes
        found["nothing said" if clean else "something said"] += 1
    return found


def again(press: Press, count: int) -> Counter[str]:
    """Merge the returns of two editors, then that of the first one again, and count what becomes of its changes."""
    found: Counter[str] = Counter()
    for number in range(count):
        base = random_source(seeded(f"again {number}"))
        sent, read = press.docx(base), cache(press.reading.units)
        first, second = (
            read_return("return.docx", edited(sent, seeded(f"again {number} {editor}")))
            for editor in range(2)
        )
        both = merge(base, merge(base, base, first, read).source, second, read)
        if any(change.outcome == "conflict" for change in both.changes):
            continue
        result = merge(base, both.source, first, read)
        found["pairs"] += 1
        found["pairs with nothing new"] += result.source == both.source
    return found


def sizes(press: Press, most: int) -> Counter[str]:
    """Merge returns of releases of ever more blocks, into the source that was sent and one of which the office changed each block.

    Tells the processor's time, and how much of it goes into reading sources.
    """
    found: Counter[str] = Counter()
    for count in (most // 8, most // 4, most // 2, most):
        text, returned = long_return(press, count, seeded("sizes"))
        for name, source in (("as sent", text), ("changed", touched(text))):
            spent = 0.0

            def read(source: str) -> tuple[Unit, ...] | None:
                nonlocal spent
                start = process_time()
                made = press.reading.units(source)
                spent += process_time() - start
                return made

            start = process_time()
            merge(text, source, returned, lru_cache(2)(read))
            whole = process_time() - start
            found[f"{count:>4} blocks {name}, ms"] = round(1000 * whole)
            found[f"{count:>4} blocks {name}, % reading"] = round(100 * spent / whole)
    return found


def _git_conflicts(ours: str, base: str, theirs: str) -> bool:
    with TemporaryDirectory() as folder:
        for name, text in (("ours", ours), ("base", base), ("theirs", theirs)):
            Path(folder, name).write_text(text, encoding="utf-8")
        command = ("git", "merge-file", "-p", "ours", "base", "theirs")
        return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode > 0


if __name__ == "__main__":
    kind, number = sys.argv[1:]
    figures = {
        "sessions": sessions,
        "pairs": pairs,
        "offices": offices,
        "saved": saved,
        "again": again,
        "sizes": sizes,
    }
    made = figures[kind](Press(NOTICE, "plain"), int(number))
    sys.stdout.write(", ".join(f"{name}: {count}" for name, count in sorted(made.items())) + "\n")
