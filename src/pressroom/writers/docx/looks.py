"""What a paragraph or a run looks like, as the key of a named style."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from pressroom.edition.resolved import Mark
from pressroom.house.tokens import Role
from pressroom.house.word import WordMark
from pressroom.language.record import Language
from pressroom.model.blocks import Alignment

Opening: TypeAlias = Literal["", "division", "display"]
"""What begins with a paragraph (a division), or stands right before it (a table or a picture): it gets the space between."""


@dataclass(frozen=True, slots=True)
class Shape:
    """A paragraph: its role and language, and what sets it apart from other paragraphs of that role.

    ``level`` is the outline level, or for a list item the depth of its list, from 1; ``tight`` says that no space stands
    behind it; ``aside`` that it lies on the tint of an aside; ``with_next`` that it stays on the page of what follows, as
    the caption of a table does; ``in_note`` that it is a list's item in a note and as small as the note.
    """

    role: Role
    language: Language
    level: int = 0
    ordered: bool = False
    tight: bool = False
    aside: bool = False
    with_next: bool = False
    in_note: bool = False
    alignment: Alignment = Alignment.NATURAL
    opening: Opening = ""


@dataclass(frozen=True, slots=True)
class Look:
    """A run: its marks, and its language where the paragraph's is another."""

    marks: frozenset[WordMark] = frozenset()
    language: Language | None = None

    def marked(self, mark: Mark | Literal["link"]) -> Look:
        """Return the look with one mark more; text that stays on one line looks no other."""
        return self if mark == "no-break" else replace(self, marks=self.marks | {mark})


PLAIN = Look()
NOTE_CALL = Look(frozenset({"note-call"}))
