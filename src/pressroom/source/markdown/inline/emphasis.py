"""Delimiter runs -> emphasis and strong (CommonMark §6.2, "an algorithm for parsing nested emphasis").

The time grows with the number of runs, not with its square: a search that failed is never made again below its end.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TypeAlias

from pressroom.model.inlines import Emphasis, Inline, Strong, Text
from pressroom.source.markdown.inline.flanking import Run
from pressroom.source.markdown.stretch import Stretch


@dataclass(frozen=True, slots=True)
class Raw:
    """Text that repeats the source: a range of indices, not yet a node, so that neighbours can grow together."""

    start: int
    end: int


Item: TypeAlias = Inline | Raw | Run


def weave(items: Sequence[Item], stretch: Stretch) -> tuple[Inline, ...]:
    """Pair the runs among items and return the nodes; a delimiter that finds no partner is text."""
    pairing = _Pairing([item for item in items if isinstance(item, Run)])
    pairing.pair()
    frames = [_Frame(0, 0)]
    number = 0
    for item in items:
        if not isinstance(item, Run):
            frames[-1].add(item)
            continue
        at = item.at
        for size in pairing.closed[number]:
            frame = frames.pop()
            at += size
            span = stretch.span(frame.at, at)
            children = frame.settle(stretch)
            frames[-1].add(Emphasis(children, span) if size == 1 else Strong(children, span))
        if pairing.left[number]:
            frames[-1].add(Raw(at, at + pairing.left[number]))
            at += pairing.left[number]
        for size in reversed(pairing.opened[number]):
            frames.append(_Frame(at, size))
            at += size
        number += 1
    return frames[0].settle(stretch)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What has been met since an opening delimiter of ``size`` characters at index ``at``."""

    at: int
    size: int
    items: list[Inline | Raw] = field(default_factory=list[Inline | Raw])

    def add(self, item: Inline | Raw) -> None:
        last = self.items[-1] if self.items else None
        if isinstance(item, Raw) and isinstance(last, Raw) and last.end == item.start:
            self.items[-1] = Raw(last.start, item.end)
        else:
            self.items.append(item)

    def settle(self, stretch: Stretch) -> tuple[Inline, ...]:
        nodes: list[Inline] = []
        for item in self.items:
            if isinstance(item, Raw):
                for start, end in stretch.contiguous(item.start, item.end):
                    nodes.append(Text(stretch.text[start:end], stretch.span(start, end)))
            else:
                nodes.append(item)
        return tuple(nodes)


class _Pairing:
    """Finds a partner for each delimiter: sizes opened and closed by each run, innermost first, and what is left."""

    def __init__(self, runs: list[Run]) -> None:
        self.runs = runs
        self.left = [run.count for run in runs]
        self.opened: list[list[int]] = [[] for _ in runs]
        self.closed: list[list[int]] = [[] for _ in runs]
        self._before = [-1] * (len(runs) + 1)
        self._bottom: dict[tuple[str, bool, int], int] = {}

    def pair(self) -> None:
        """Go through the runs once, from left to right, and look back from each that can close."""
        before = self._before
        for number, run in enumerate(self.runs):
            while run.can_close and self.left[number]:
                key = (run.mark, run.can_open, run.count % 3)
                opener = self._look_back(number, self._bottom.get(key, -1))
                if opener < 0:
                    self._bottom[key] = before[number]
                    break
                size = 2 if min(self.left[opener], self.left[number]) >= 2 else 1
                self.opened[opener].append(size)
                self.closed[number].append(size)
                self.left[opener] -= size
                self.left[number] -= size
                before[number] = opener if self.left[opener] else before[opener]
            stays = run.can_open and self.left[number]
            before[number + 1] = number if stays else before[number]

    def _look_back(self, number: int, bottom: int) -> int:
        closer = self.runs[number]
        at = self._before[number]
        while at > bottom:
            if self.runs[at].mark == closer.mark and not _odd(self.runs[at], closer):
                return at
            at = self._before[at]
        return -1


def _odd(opener: Run, closer: Run) -> bool:
    """Tell whether the rule of three forbids the pair: ``*foo**bar*`` (CommonMark §6.2, rules 9 and 10)."""
    both_ways = opener.can_close or closer.can_open
    return both_ways and (opener.count + closer.count) % 3 == 0 and closer.count % 3 != 0
