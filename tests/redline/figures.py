"""More redlines in LibreOffice than a test may take: the figure of ``docs/word.md``.

::

    PYTHONPATH=tests python -m redline.figures 200
"""

from __future__ import annotations

import sys
from collections import Counter

from merge.conftest import NOTICE, Press
from merge.sources import random_source, seeded
from redline.conftest import made
from redline.revising import revised
from redline.second_readers import ACTS, libreoffice, ours


def figures(press: Press, count: int) -> Counter[str]:
    """Let LibreOffice accept and reject all changes of redlines made up at random; count what it says then."""
    found: Counter[str] = Counter()
    pairs: list[tuple[str, str]] = []
    for number in range(count):
        random = seeded(number)
        old = random_source(random)
        pairs.append((revised(old, random), old))
    read = libreoffice([made(press, old, new) for new, old in pairs])
    for pair, views in zip(pairs, read, strict=True):
        for act, version in zip(ACTS, pair, strict=True):
            same = views is not None and views[act] == ours(press.docx(version), "accept")
            found[f"{act}: {'right' if same else 'wrong'}"] += 1
    return found


if __name__ == "__main__":
    counted = figures(Press(NOTICE, "plain"), int(sys.argv[1]))
    sys.stdout.write(", ".join(f"{name} {count}" for name, count in sorted(counted.items())) + "\n")
