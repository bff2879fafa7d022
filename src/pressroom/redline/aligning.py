"""Which of two orders of things belong together: what is the same, and between that what is most alike."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeAlias

_ALIKE = 0.5
"""From which share of common words on two things are versions of one."""

_MADE_OF = 0.8
"""From which share of common words on two things are taken for one that was parted."""

_LONGEST = 500
"""How many things on end are compared each with each; longer orders are compared half by half."""

Pair: TypeAlias = tuple[int | None, int | None]
"""The places of a thing in the former order and in the later one, None where it is missing."""


_Told: TypeAlias = tuple[tuple[str, ...], int]
"""A word and how often it occurred before."""


@dataclass(frozen=True)
class Likeness:
    """What a thing is compared by; things of different ``kind`` never belong together."""

    kind: str
    words: tuple[tuple[str, ...], ...]

    @cached_property
    def telling(self) -> frozenset[_Told]:
        """Return each word with how often it occurred before; blanks and marks are left out if there is more."""
        return self.told_behind(Counter())

    def told_behind(self, before: Counter[tuple[str, ...]]) -> frozenset[_Told]:
        """Return the same for words that stand behind others; ``before`` counts those, and counts on."""
        words = [word for word in self.words if word[0] != "word" or word[1][0].isalnum()]
        numbered: set[_Told] = set()
        for word in words or self.words:
            numbered.add((word, before[word]))
            before[word] += 1
        return frozenset(numbered)

    def to(self, other: Likeness) -> float:
        """Return the share of common words (Sørensen and Dice), 0 where it is too small to count."""
        if self.kind != other.kind:
            return 0.0
        both = len(self.telling) + len(other.telling)
        share = 2 * len(self.telling & other.telling) / both if both else 1.0
        return share if share >= _ALIKE else 0.0

    def made_of(self, parts: Sequence[Likeness]) -> bool:
        """Tell whether a thing is what several make together, with few other words on either side."""
        before = Counter[tuple[str, ...]]()
        told = [part.told_behind(before) for part in parts]
        held = [len(words & self.telling) for words in told]
        both = len(self.telling) + sum(map(len, told))
        return 2 * sum(held) >= _MADE_OF * both > 0 and all(
            common >= _MADE_OF * len(words) for common, words in zip(held, told, strict=True)
        )


def align(old: Sequence[Likeness], new: Sequence[Likeness]) -> Iterator[Pair]:
    """Yield every place of both orders once, in order; between two pairs what went comes before what came."""
    one, other = ([(each.kind, each.words) for each in side] for side in (old, new))
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        pairs = (
            [(i + n, k + n) for n in range(j - i)]
            if tag == "equal"
            else [(i + at, k + to) for at, to in _most_alike(old[i:j], new[k:m])]
        )
        starts = [(i, k), *((at + 1, to + 1) for at, to in pairs)]
        for (first, to_first), (at, to) in zip(starts, [*pairs, (j, m)], strict=True):
            yield from ((gone, None) for gone in range(first, at))
            yield from ((None, come) for come in range(to_first, to))
            if (at, to) != (j, m):
                yield at, to


def _most_alike(old: Sequence[Likeness], new: Sequence[Likeness]) -> list[tuple[int, int]]:
    """Return the pairs, in order, whose likenesses add up to the most (Needleman and Wunsch, without a price of gaps)."""
    if max(len(old), len(new)) > _LONGEST:
        at, to = len(old) // 2, len(new) // 2
        later = _most_alike(old[at:], new[to:])
        return [*_most_alike(old[:at], new[:to]), *((at + i, to + k) for i, k in later)]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    scores = [[one.to(other) for other in new] for one in old]
    for i in reversed(range(len(old))):
        for k in reversed(range(len(new))):
            paired = scores[i][k] + best[i + 1][k + 1] if scores[i][k] else 0.0
            best[i][k] = max(paired, best[i + 1][k], best[i][k + 1])
    pairs: list[tuple[int, int]] = []
    i = k = 0
    while i < len(old) and k < len(new):
        if scores[i][k] and best[i][k] == scores[i][k] + best[i + 1][k + 1]:
            pairs.append((i, k))
            i, k = i + 1, k + 1
        elif best[i][k] == best[i + 1][k]:
            i += 1
        else:
            k += 1
    return pairs
