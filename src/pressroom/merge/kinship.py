"""Which version of a source a return was made from, by what it says, where it does not carry that source itself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import chain

from pressroom.merge.returned import Paragraph
from pressroom.merge.units import Unit

_LONG = 8
"""How many characters on end are compared: more than a common phrase has in either language."""

STRANGER = 0.2
"""Below which kinship a text is none of the release's."""


def kinship(units: Sequence[Unit], paragraphs: Iterable[Paragraph]) -> float:
    """Return how much of what a return says stands in a version, from 0 to 1; one that says nothing is 0."""
    own = set(chain.from_iterable(_phrases(unit.whole) for unit in units))
    said = list(chain.from_iterable(_phrases(one.text) for one in paragraphs))
    return sum(phrase in own for phrase in said) / len(said) if said else 0.0


def _phrases(text: str) -> Iterable[str]:
    plain = "".join(text.split())
    return (plain[at : at + _LONG] for at in range(max(1, len(plain) - _LONG + 1)) if plain)
