"""Which characters of a release each face draws, as the stylesheet of ``house.css`` sends them there."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cache
from typing import assert_never

from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    ListBlock,
    Marked,
    NoteCall,
    Piece,
    ResolvedRelease,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.edition.walk import blocks_of
from pressroom.fonts.cover import characters
from pressroom.fonts.face import FontKey, FontSet
from pressroom.house.css import LETTERS
from pressroom.house.tokens import FaceRole, House, Role
from pressroom.language.record import Script
from pressroom.language.registry import is_han

# A reader that trims and turns marks takes its measures from these, though the text may lack them.
_MARKS = "「」『』，。、；：！？（）《》〈〉—…·"


@dataclass(frozen=True, slots=True)
class Setting:
    """How characters are set: the face and its style."""

    role: FaceRole
    bold: bool
    italic: bool


@dataclass(slots=True)
class Glyphs:
    """Collects characters by face; ``regions`` are the tags of East Asian text, whose forms may differ."""

    house: House
    fonts: FontSet
    by_face: dict[FontKey, set[str]] = field(default_factory=dict[FontKey, set[str]])
    regions: set[str] = field(default_factory=set[str])

    def release(self, release: ResolvedRelease) -> None:
        """Take in every character of the text."""
        for edition in release.editions:
            for block in blocks_of(edition):
                if isinstance(block, TextBlock):
                    setting = self.setting(block.role, block.language.script)
                    self._pieces(block.pieces, block.language.tag, setting)
                elif isinstance(block, ListBlock):  # markers are Latin in any language
                    setting = self.setting(Role.LIST_ITEM, Script.LATIN)
                    for entry in block.entries:
                        self.text(f"{entry.marker}\u2002", "en", setting)
            for note in edition.notes:
                setting = self.setting(Role.FOOTNOTE, edition.language.script)
                self.text(note.mark + " ", edition.language.tag, setting)

    def setting(self, role: Role, script: Script) -> Setting:
        """Return how a role is set in a script."""
        style = self.house.style(role, script)
        return Setting(style.face, style.bold, style.italic)

    def text(self, text: str, tag: str, setting: Setting) -> None:
        """Take in characters of a language."""
        face = self.house.face(setting.role)
        latin = FontKey(
            face.latin, setting.bold, setting.italic and setting.role is not FaceRole.CODE
        )
        han = FontKey(face.han, setting.bold)
        if is_han(tag):
            self.by_face.setdefault(han, set(_MARKS))
            self.regions.add(tag)
        for character in text:
            in_latin = not is_han(tag) or ord(character) in _letters()
            chosen = latin if in_latin and ord(character) in characters(self.fonts[latin]) else han
            self.by_face.setdefault(chosen, set()).add(character)

    def _pieces(self, pieces: Iterable[Piece], tag: str, setting: Setting) -> None:
        for piece in pieces:
            match piece:
                case Run():
                    self.text(piece.text, piece.language, setting)
                case NoteCall():
                    self.text(piece.mark, tag, setting)
                case RubyRun():
                    for pair in piece.pairs:
                        self.text(pair.base.text, pair.base.language, setting)
                        self.text(pair.reading, pair.language, setting)
                        self.text("（）", tag, setting)
                case LinkRun():
                    self._pieces(piece.children, tag, setting)
                case Marked():
                    self._pieces(piece.children, tag, _marked(piece, setting))
                case LineBreak():
                    pass
                case _:
                    assert_never(piece)


def _marked(piece: Marked, setting: Setting) -> Setting:
    match piece.mark:
        case "strong" | "dateline":
            return replace(setting, bold=True)
        case "slant":
            return replace(setting, italic=True)
        case "code":
            return replace(setting, role=FaceRole.CODE)
        case _:
            return setting


@cache
def _letters() -> frozenset[int]:
    """Return the code points of ``LETTERS``, a value of CSS unicode-range."""
    found: set[int] = set()
    for part in LETTERS.split(","):
        first, _, last = part.strip().removeprefix("U+").partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return frozenset(found)
