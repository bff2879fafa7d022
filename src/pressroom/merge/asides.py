"""What a paragraph of a return shows beside its text: words that somebody marked by hand, links that no source may have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from pressroom.merge.returned import Marks
from pressroom.merge.views import signed
from pressroom.source.markdown.inline.links import is_safe
from pressroom.writers.docx.hearing.line import Remark


def remarked(text: str, remarks: Iterable[Remark]) -> Iterator[tuple[str, str, str]]:
    """Yield how words were marked, by whom if that is recorded, and which; what programs part into runs is one stretch."""
    whole: dict[tuple[str, str], list[tuple[int, int]]] = {}
    for one in remarks:
        known = whole.setdefault((one.how, signed(one.change) if one.change else ""), [])
        goes_on = bool(known) and not text[known[-1][1] : one.start].strip()
        known.append((known.pop()[0] if goes_on else one.start, one.end))
    for (how, who), places in whole.items():
        for start, end in places:
            if words := text[start:end].strip():
                yield how, who, words


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
