"""The notes of two versions: which belong together, and their numbers in the one file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from pressroom.redline.aligning import Pair, align
from pressroom.redline.marking import Marker
from pressroom.writers.docx.markup import Markup, make

_REFERRED = re.compile(r"(?<=_Ref_note_)\d+")
"""The number of a note in the name of the bookmark round its first call, and where a further call names that."""

_CODES = {"w:instrText", "w:delInstrText"}


def paired_notes(
    old: Mapping[int, list[Markup]], new: Mapping[int, list[Markup]], marker: Marker
) -> dict[int, int]:
    """Return the later numbers of notes by their former ones, known by what the notes say."""
    one, other = (
        [marker.likeness(make("w:footnote", *flow)) for flow in notes.values()]
        for notes in (old, new)
    )
    former, later = list(old), list(new)
    return {
        former[at]: later[to] for at, to in align(one, other) if at is not None and to is not None
    }


def renumber(flow: Iterable[Markup], called: Sequence[Pair], first: int) -> None:
    """Give calls numbers from ``first`` in the order in which they stand; ``called`` are their former and later ones.

    LibreOffice 7.4 takes the n-th note for that of the n-th call, whatever their numbers are.
    """
    numbers: dict[str, str] = {}
    for number, (at, to) in enumerate(called, first):
        numbers[str(to or at)] = str(number)
        if at and to:
            numbers[str(at)] = f"{number}_former"
    for node in (node for element in flow for node in element.iter()):
        if node.tag == "w:footnoteReference":
            node.set("w:id", numbers[node.get("w:id", "")])
        elif node.tag == "w:bookmarkStart":
            node.set("w:name", _by(numbers, node.get("w:name", "")))
        elif node.tag in _CODES:
            node.text = _by(numbers, node.text or "")


def _by(numbers: Mapping[str, str], name: str) -> str:
    return _REFERRED.sub(lambda found: numbers.get(found[0], found[0]), name)
