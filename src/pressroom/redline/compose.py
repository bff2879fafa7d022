"""Two resolved releases as one DOCX: all changes accepted it is the later one, all rejected the former one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from pressroom.edition.resolved import ResolvedEdition, ResolvedRelease
from pressroom.redline.aligning import Likeness, Pair, align
from pressroom.redline.flows import marked
from pressroom.redline.marking import Marker
from pressroom.redline.pen import Pen
from pressroom.world import World
from pressroom.writers.docx.compose import Draft, EditionText, begin, bind, set_texts
from pressroom.writers.docx.markup import Markup, make

_EMPTY = EditionText([], {})


def redline(old: ResolvedRelease, new: ResolvedRelease, world: World, pen: Pen) -> bytes:
    """Make the file, in the house and with the way home of the later release.

    Editions belong together by language. One that came or went keeps its section in both views, there without text.
    """
    draft = begin(new, world)
    former = replace(draft, job=replace(draft.job, anchored=False))
    later = set_texts(new, draft)
    before = set_texts(old, former, 1 + sum(len(edition.notes) for edition in new.editions))
    texts: list[tuple[ResolvedEdition, EditionText]] = []
    for at, to in _paired(old, new):
        edition = new.editions[to] if to is not None else old.editions[at or 0]
        one = _EMPTY if at is None else before[at]
        other = _EMPTY if to is None else later[to]
        texts.append((edition, _edition(one, other, pen, draft)))
    return bind(new, world, draft, texts)


def _paired(old: ResolvedRelease, new: ResolvedRelease) -> Iterator[Pair]:
    one, other = (
        [Likeness(edition.language.tag, ()) for edition in release.editions]
        for release in (old, new)
    )
    return align(one, other)


def _edition(old: EditionText, new: EditionText, pen: Pen, draft: Draft) -> EditionText:
    """Mark a text, then its notes in the order of their calls; a note whose call was moved went at one place and came at another."""
    marker = Marker(pen, _twins(old.notes, new.notes, pen))
    lists = draft.job.numbering
    flow = marked(old.flow, new.flow, marker, lists)
    notes = {
        to or at or 0: marked(
            old.notes.get(at or 0, []), new.notes.get(to or 0, []), Marker(pen), lists
        )
        for at, to in marker.called
    }
    return EditionText(flow, notes)


def _twins(
    old: Mapping[int, list[Markup]], new: Mapping[int, list[Markup]], pen: Pen
) -> dict[int, int]:
    """Return the later numbers of notes by their former ones, by what the notes say."""
    marker = Marker(pen)
    one, other = (
        [marker.likeness(make("w:footnote", *flow)) for flow in notes.values()]
        for notes in (old, new)
    )
    numbers = list(old), list(new)
    return {
        numbers[0][at]: numbers[1][to]
        for at, to in align(one, other)
        if at is not None and to is not None
    }
