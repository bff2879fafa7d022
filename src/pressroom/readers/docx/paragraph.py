"""A paragraph of a Word file to letters, with the marks that a source can have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from pressroom.merge.returned import CALL, marks_of
from pressroom.merge.units import Letter
from pressroom.readers.docx.clearing import said
from pressroom.readers.draft import COMMENT, LINK, NOTE, Letters, UnreadableError, plain
from pressroom.writers.docx.hearing.declared import Sheet
from pressroom.writers.docx.hearing.line import Line, Surroundings
from pressroom.writers.docx.hearing.node import Node

_EVERYWHERE = frozenset({"language", "heading", "item", "cell", "note-call", "code"})
"""What is said of text in Word files that no editor meant (``code`` is Word's "do not check spelling")."""
_LONGEST_PARAGRAPH = 20_000
"""A source may have no longer one."""


class _Calls:
    """Notes the ids of the notes that a line calls, in their order."""

    def __init__(self) -> None:
        self.called: list[str] = []

    def mark(self, identifier: str) -> str:
        self.called.append(identifier)
        return CALL

    def referred(self, bookmark: str) -> str:
        del bookmark
        return ""


def letters_in(node: Node, styles: Sheet, links: Mapping[str, str], doubts: list[str]) -> Letters:
    """Return what a paragraph says, with the marks that a source can have; what else stands in it is added to the ``doubts``."""
    if len(said(node)) > _LONGEST_PARAGRAPH:
        fact = f"has a paragraph of more than {_LONGEST_PARAGRAPH} characters"
        raise UnreadableError(fact, "part it")
    calls = _Calls()
    line = Line(Surroundings(styles, calls, links, ""), styles.style_of(node))
    line.hear(node)
    doubts += (f"{thing} stood here and was left out" for thing in line.unread)
    text = "".join(line.text)
    starts = (trait.start for trait in line.traits if trait.feature == "note-call")
    called = dict(zip(sorted(starts), calls.called, strict=False))
    letters: list[Letter] = []
    for at, (char, marks) in enumerate(zip(text, marks_of(text, line.traits), strict=True)):
        kept = frozenset(x for x in marks if x[0] not in _EVERYWHERE)
        kept = frozenset(x for x in kept if x[0] != "link" or LINK.match(x[1]))
        if at in called:
            kept = frozenset({(NOTE, note_name(called[at]))})
        letters.append(Letter(char, kept, None))
    return _commented(letters, node)


def _commented(letters: list[Letter], node: Node) -> Letters:
    """Mark the last letter with the comments that stand at a paragraph."""
    said_here = (x.attributes.get("w:id", "") for x in node.all("w:commentReference"))
    comments = frozenset((COMMENT, identifier) for identifier in said_here)
    last = len(plain(letters).rstrip()) - 1
    if comments and last >= 0:
        letters[last] = replace(letters[last], marks=letters[last].marks | comments)
    return tuple(letters)


def note_name(identifier: str) -> str:
    """Return the name of a note by its id in the file."""
    return identifier.replace(" ", "-")
