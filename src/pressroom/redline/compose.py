"""Two resolved releases as one DOCX: all changes accepted it is the later one, all rejected the former one."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.redline.aligning import Likeness, Pair, align
from pressroom.redline.flows import marked
from pressroom.redline.lines import LineWriter
from pressroom.redline.marking import Marker
from pressroom.redline.notes import paired_notes, renumber
from pressroom.redline.pen import Pen
from pressroom.world import World
from pressroom.writers.docx.compose import EditionText, begin, bind, set_texts
from pressroom.writers.docx.numbering import Numbering

_EMPTY = EditionText([], {})


def redline(old: ResolvedRelease, new: ResolvedRelease, world: World, pen: Pen) -> bytes:
    """Make the file, in the house and with the way home of the later release.

    Editions belong together by language. One that came or went keeps its section in both views, there without text.
    """
    draft = begin(new, world)
    former = replace(draft, job=replace(draft.job, anchored=False))
    later = set_texts(new, draft)
    before = set_texts(old, former, 1 + sum(len(text.notes) for text in later))
    texts: list[tuple[ResolvedEdition, EditionText]] = []
    first = 1
    for at, to in _paired(old, new):
        one = _EMPTY if at is None else before[at]
        other = _EMPTY if to is None else later[to]
        text = _edition(one, other, Marker(LineWriter(pen)), draft.job.numbering, first)
        texts.append((new.editions[to] if to is not None else old.editions[at or 0], text))
        first += len(text.notes)
    return bind(new, world, draft, texts)


def _paired(old: ResolvedRelease, new: ResolvedRelease) -> Iterator[Pair]:
    one, other = (
        [Likeness(edition.language.tag, ()) for edition in release.editions]
        for release in (old, new)
    )
    return align(one, other)


def _edition(
    old: EditionText, new: EditionText, marker: Marker, lists: Numbering, first: int
) -> EditionText:
    """Mark a text, then its notes, which are numbered from ``first`` in the order of their calls.

    A note whose call was moved went at one place and came at another.
    """
    twins = paired_notes(old.notes, new.notes, marker)
    marker = replace(marker, twins=twins)
    flow = marked(old.flow, new.flow, marker, lists)
    called = list(marker.lines.called)
    renumber(flow, called, first)
    notes = {
        number: marked(old.notes.get(at or 0, []), new.notes.get(to or 0, []), marker, lists)
        for number, (at, to) in enumerate(called, first)
    }
    return EditionText(flow, notes)
