"""What a paragraph of a return shows beside its text: words that somebody marked by hand, links that no source may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pressroom.merge.returned import Marks
from pressroom.source.markdown.inline.links import is_safe


def remarked(text: str, stretches: Iterable[tuple[str, int, int]]) -> Iterator[tuple[str, str]]:
    """Yield how words were marked, and which; what programs part into runs is one stretch."""
    whole: dict[str, list[tuple[int, int]]] = {}
    for how, start, end in stretches:
        known = whole.setdefault(how, [])
        goes_on = bool(known) and not text[known[-1][1] : start].strip()
        known.append((known.pop()[0] if goes_on else start, end))
    for how, places in whole.items():
        for start, end in places:
            if words := text[start:end].strip():
                yield how, words


def without_stray_links(
    text: str, marks: Sequence[Marks]
) -> tuple[tuple[Marks, ...], tuple[str, ...]]:
    """Return the marks of a text without the links that no source may have, and these in words."""
    # Some programs write a blank as it is.
    marks = [
        frozenset(
            (kind, value.replace(" ", "%20") if kind == "link" else value) for kind, value in one
        )
        for one in marks
    ]
    led = [next((value for kind, value in one if kind == "link"), "") for one in marks]
    told: list[str] = []
    at = 0
    for address, group in groupby(led):
        words = text[at : (at := at + len(list(group)))]
        if address and not is_safe(address):
            told.append(f"a link to {address} over “{words}”")
    astray = {address for address in led if address and not is_safe(address)}
    kept = (
        frozenset(mark for mark in one if mark[1] not in astray or mark[0] != "link")
        for one in marks
    )
    return tuple(kept), tuple(told)
