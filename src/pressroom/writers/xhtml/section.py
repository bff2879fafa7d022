"""An edition as one section."""

from __future__ import annotations

from pressroom.edition.resolved import ResolvedEdition, TextBlock
from pressroom.writers.xhtml.blocks import Flow
from pressroom.writers.xhtml.dialect import Dialect
from pressroom.writers.xhtml.inlines import Phrasing
from pressroom.writers.xhtml.notes import InlineNotes, call_link, end_note
from pressroom.writers.xhtml.tree import Element, element


def edition_section(edition: ResolvedEdition, dialect: Dialect, *before: Element) -> Element:
    """Translate an edition; ``before`` is what stands ahead of its blocks (the masthead)."""
    tag = edition.language.tag
    if dialect.notes == "inline":
        notes: tuple[Element, ...] = ()
        phrasing = Phrasing(dialect, InlineNotes(edition, dialect).call)
    else:
        phrasing = Phrasing(dialect, lambda call: call_link(call, dialect))
        notes = tuple(end_note(note, phrasing, tag) for note in edition.notes)
    headline = next((b for b in edition.blocks if isinstance(b, TextBlock) and b.level == 1), None)
    return element(
        "section",
        {"class": "edition", "id": edition.identifier, "lang": tag, "xml:lang": tag}
        | dialect.meaning("chapter", "doc-chapter")
        | {"aria-labelledby": headline.identifier if headline and dialect.semantics else None},
        *before,
        *Flow(phrasing, tag).elements(edition.blocks),
        *notes,
    )
