"""Two people at work at once: the office in the source, an editor in the return."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from random import Random

from merge.conftest import Press
from merge.editing import edited
from merge.sources import random_source, seeded
from pressroom.merge.merging import Merged
from pressroom.merge.returned import Return, read_return

_MARKS = re.compile(r"[\\*~^`]|\[(?!\^)|\]\{[^}]*\}|\[\^[^\]]*\]")


@dataclass(frozen=True, slots=True)
class Pair:
    """Concurrent edits of one base; ``added`` are the words that the office put into ``ours``."""

    base: str
    ours: str
    added: tuple[str, ...]
    returned: Return


def pair_of(press: Press, number: int) -> Pair:
    """Return the pair of a number: one to three words put in or taken out here, one to four edits there."""
    random = seeded(f"pair {number}")
    base = random_source(seeded(f"base {number}"))
    returned = read_return("return.docx", edited(press.docx(base), random))
    while True:
        ours, added = _worked_on(base, random)
        if press.read(ours) is not None:
            return Pair(base, ours, added, returned)


def lost(pair: Pair, merged: Merged) -> Iterator[str]:
    """Yield what was put in by either side and is neither in the source nor in the report."""
    in_source = {"taken", "there"}
    told = merged.source + "".join(c.after for c in merged.changes if c.outcome not in in_source)
    yield from (word for word in pair.added if word not in merged.source)
    plain = _MARKS.sub("", told)
    for change in merged.changes:
        before, after = _MARKS.sub("", change.before), _MARKS.sub("", change.after)
        matcher = SequenceMatcher(None, before, after, autojunk=False)
        for tag, _, _, start, end in matcher.get_opcodes():
            if tag in {"insert", "replace"}:
                yield from (one for one in after[start:end].split("\n") if one.strip() not in plain)


def _worked_on(base: str, random: Random) -> tuple[str, tuple[str, ...]]:
    text = base
    added: list[str] = []
    for number in range(random.randint(1, 3)):
        body = text.index("# ")
        places = [at for at in range(body, len(text) - 1) if text[at - 1 : at + 1].isalnum()]
        at = random.choice(places)
        if random.random() < 0.6:
            word = f"office{number}"
            text = text[:at] + word + text[at:]
            added.append(word)
        else:
            text = text[:at] + text[at + 1 :]
    return text, tuple(word for word in added if word in text)
