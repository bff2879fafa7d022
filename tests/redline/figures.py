"""More redlines in LibreOffice than a test may take: the figure of ``docs/word.md``.

::

    PYTHONPATH=tests python -m redline.figures 200
"""

from __future__ import annotations

import sys
from collections import Counter

from merge.conftest import NOTICE, Press
from merge.offices import Work, worked_on
from merge.sources import random_source, seeded
from pressroom.merge.returned import read_return
from redline.conftest import made
from redline.revising import revised
from redline.second_readers import ACTS, bare, libreoffice, ours

_AT_ONCE = 8
"""How many redlines LibreOffice reads in one start."""


def figures(press: Press, count: int) -> Counter[str]:
    """Let LibreOffice accept and reject all changes of redlines made up at random; count what it says then, and in which kinds of paragraphs."""
    found: Counter[str] = Counter()
    pairs: list[tuple[str, str]] = []
    for number in range(count):
        random = seeded(number)
        old = random_source(random)
        pairs.append((revised(old, random), old))
    redlines = [made(press, old, new) for new, old in pairs]
    read = libreoffice(redlines)
    for pair, views in zip(pairs, read, strict=True):
        for act, version in zip(ACTS, pair, strict=True):
            same = views is not None and views[act] == ours(press.docx(version), "accept")
            found[f"{act}: {'right' if same else 'wrong'}"] += 1
    for at in range(0, count, _AT_ONCE):
        works = [
            Work(data, recorded=False, steps=[(act.capitalize(),)])
            for data in redlines[at : at + _AT_ONCE]
            for act in ACTS
        ]
        versions = [version for pair in pairs[at : at + _AT_ONCE] for version in pair]
        for number, (version, back) in enumerate(zip(versions, worked_on(works), strict=True)):
            same = _kinds(back) == _kinds(press.docx(version))
            found[f"{ACTS[number % 2]}: kinds {'right' if same else 'wrong'}"] += 1
    return found


def _kinds(docx: bytes) -> list[tuple[str, str]]:
    """Return kind and letters of the paragraphs of a text, without the empty ones."""
    said = [(one, bare([one.text])) for one in read_return("file", docx).accepted]
    return [(one.kind, text[0]) for one, text in said if text and not one.story.startswith("note")]


if __name__ == "__main__":
    counted = figures(Press(NOTICE, "plain"), int(sys.argv[1]))
    sys.stdout.write(", ".join(f"{name} {count}" for name, count in sorted(counted.items())) + "\n")
