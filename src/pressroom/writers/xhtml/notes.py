"""Footnotes: asides behind the text with a link back, or spans at their calls for a page's foot."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.edition.resolved import NoteCall, ResolvedEdition, ResolvedNote
from pressroom.writers.xhtml.blocks import Flow
from pressroom.writers.xhtml.dialect import Dialect
from pressroom.writers.xhtml.inlines import Phrasing
from pressroom.writers.xhtml.tree import Element, Node, element


def call_link(call: NoteCall, dialect: Dialect) -> Element:
    """Return the call of a note as a raised link to it."""
    attributes = {"href": f"#{call.note}", "id": call.identifier}
    link = element("a", attributes | dialect.meaning("noteref", "doc-noteref"), call.mark)
    return element("sup", {"class": "note-call"}, link)


def end_note(note: ResolvedNote, phrasing: Phrasing, language: str) -> Element:
    """Return a note as an aside; the link back comes first, since some readers merge notes that end with it."""
    dialect = phrasing.dialect
    back = element(
        "a",
        {"class": "note-mark", "href": f"#{note.calls[0]}"}
        | dialect.meaning("backlink", "doc-backlink"),
        note.mark,
    )
    flow = Flow(phrasing, language, prefix=(back, " "))
    return element(
        "aside",
        {"class": "note", "id": note.identifier} | dialect.meaning("footnote", "doc-footnote"),
        *flow.elements(note.blocks),
    )


@dataclass(slots=True)
class InlineNotes:
    """Places each note at its first call; a later call of the same note is a link to it."""

    edition: ResolvedEdition
    dialect: Dialect
    placed: set[str] = field(default_factory=set[str])

    def call(self, call: NoteCall) -> Node:
        """Return the note itself, or a link when it stands at an earlier call."""
        if call.note in self.placed:
            return call_link(call, self.dialect)
        self.placed.add(call.note)
        note = next(note for note in self.edition.notes if note.identifier == call.note)
        flow = Flow(Phrasing(self.dialect, self.call), self.edition.language.tag)
        return element(
            "span",
            {"class": "note", "id": note.identifier, "data-mark": note.mark}
            | self.dialect.meaning("footnote", "doc-footnote"),
            *(_as_spans(block) for block in flow.elements(note.blocks)),
        )


# Elements that may stand in a paragraph; all others of a note become spans.
_PHRASING = frozenset(
    {"a", "b", "br", "cite", "code", "em", "i", "img", "rp", "rt", "ruby", "span", "strong", "sub"}
    | {"sup", "u", "wbr"}
)


def _as_spans(node: Node) -> Node:
    """Rename block elements to spans that keep their name as a class (``as-p``)."""
    if isinstance(node, str):
        return node
    children = tuple(_as_spans(child) for child in node.children)
    if node.name in _PHRASING:
        return Element(node.name, node.attributes, children)
    attributes = dict(node.attributes)
    classes = f"as-{node.name} {attributes.get('class', '')}".strip()
    kept = {name: value for name, value in attributes.items() if name != "scope"}
    return element("span", kept | {"class": classes}, *children)
