"""The notes of a tagged PDF, by what a call may name each: its id, and its mark."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from pressroom.readers.pdf.tags import branches
from pressroom.writers.pdf.reading.tree import Branch

_MARK = re.compile(r"[0-9]{1,3}(?![0-9.]) ?|[*†‡§]+ ?")


@dataclass(slots=True)
class Notes:
    """Notes, each under a name of ours."""

    _names: dict[int, str] = field(default_factory=dict[int, str])
    _by_id: dict[str, str] = field(default_factory=dict[str, str])
    _by_mark: dict[str, deque[str]] = field(default_factory=dict[str, deque[str]])

    def add(self, branch: Branch, said: str) -> None:
        """Name a note, which begins with its mark."""
        self._names[id(branch)] = name = str(len(self._names) + 1)
        self._by_id[branch.identifier] = name
        self._by_mark.setdefault(said[: mark_length(said)].strip(), deque()).append(name)

    def name_of(self, branch: Branch) -> str:
        """Return the name of a note."""
        return self._names[id(branch)]

    def called(self, branch: Branch, role: str, said: Callable[[Branch], str]) -> str | None:
        """Return the note that an element calls; of several with one mark, one behind the other, the next one."""
        # A reference may hold the link that leads to its note: that one is asked itself.
        inner = any(x.target for x in branches(branch))
        if not branch.target and (role != "Reference" or inner):
            return None
        if len(branch.target) > 1 and branch.target[1:] in self._by_id:
            return self._by_id[branch.target[1:]]
        names = self._by_mark.get(said(branch))
        if not names:
            return None
        return names.popleft() if len(names) > 1 else names[0]


def mark_length(said: str) -> int:
    """Return how long the mark at the head of a note is, with the space behind it; 0 without one."""
    found = _MARK.match(said)
    return found.end() if found else 0
