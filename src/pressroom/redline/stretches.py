"""The changes between two versions of a paragraph, as stretches that a reader takes in at a glance."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from pressroom.redline.atoms import Atom


@dataclass(frozen=True, slots=True)
class Stretch:
    """Atoms that stay (``same``), or atoms that went and atoms that came in their place."""

    old: Sequence[Atom]
    new: Sequence[Atom]
    same: bool

    @property
    def weight(self) -> int:
        """Return how much of a line it takes at most, in characters."""
        return max(sum(len(atom.text) or 1 for atom in side) for side in (self.old, self.new))


def stretches(old: Sequence[Atom], new: Sequence[Atom]) -> list[Stretch]:
    """Compare two versions by words; words between changes that are larger on both sides change with them.

    Two Han characters that happen to occur in both versions of a clause tell nothing and make it unreadable.
    """
    one, other = ([atom.key for atom in side] for side in (old, new))
    found: list[Stretch] = []
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        found.append(Stretch(old[i:j], new[k:m], tag == "equal"))
        while len(found) >= 3 and _lost_between(*found[-3:]):
            parts = found[-3:]
            found[-3:] = [
                Stretch(
                    [atom for part in parts for atom in part.old],
                    [atom for part in parts for atom in part.new],
                    same=False,
                )
            ]
    return found


def _lost_between(before: Stretch, between: Stretch, after: Stretch) -> bool:
    return (
        between.same
        and not before.same
        and not after.same
        and all(atom.text for atom in between.new)
        and between.weight <= min(before.weight, after.weight)
    )
