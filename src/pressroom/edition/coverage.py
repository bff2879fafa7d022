"""Every character has a glyph, or the build stops before anything is written (cjk-rules G08)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from pressroom.diagnostics import Report
from pressroom.edition.holding import part_of
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    ListBlock,
    Marked,
    NoteCall,
    Piece,
    ResolvedEdition,
    ResolvedRelease,
    RubyRun,
    Run,
    TextBlock,
)
from pressroom.edition.walk import blocks_of
from pressroom.fonts.cover import uncovered
from pressroom.fonts.face import FontFace, FontKey, FontSet
from pressroom.house.tokens import FaceRole, House, Role
from pressroom.language.record import Script
from pressroom.place import Place, Span


@dataclass(frozen=True, slots=True)
class _Look:
    """Which faces draw a run: a role's families, in one weight and slant."""

    face: FaceRole
    bold: bool
    italic: bool


def check_coverage(release: ResolvedRelease, fonts: FontSet, report: Report) -> None:
    """Report each character that neither the Latin nor the Han face of its place can draw, once an edition."""
    for edition in release.editions:
        missing: dict[str, list[Span | None]] = {}
        for look, run in _drawn(edition, release.house):
            for lost in uncovered(run.text, _faces(look, release.house, fonts)):
                place = part_of(run, lost.offset, lost.offset + 1).span
                missing.setdefault(lost.character, []).append(place)
        for character, spans in missing.items():
            first = next((span for span in spans if span), None)
            report.error(
                "F010",
                f"no face of the house {release.house.name} can draw {_named(character)}",
                Place(release.source, first) if first else None,
                "write another character, or choose a house with faces that have it",
                *([f"it stands in {len(spans)} places"] if len(spans) > 1 else []),
            )


def _named(character: str) -> str:
    name = unicodedata.name(character, "")
    shown = f"{character} " if character.isprintable() else ""
    return f"{shown}U+{ord(character):04X}" + (f" {name.lower()}" if name else "")


def _faces(look: _Look, house: House, fonts: FontSet) -> list[FontFace]:
    """Return the faces in which a run can come to stand; Han and code are never slanted (G07)."""
    face = house.face(look.face)
    italic = look.italic and look.face is not FaceRole.CODE
    return [fonts[FontKey(face.latin, look.bold, italic)], fonts[FontKey(face.han, look.bold)]]


def _look(house: House, role: Role, script: Script) -> _Look:
    style = house.style(role, script)
    return _Look(style.face, style.bold, style.italic)


def _drawn(edition: ResolvedEdition, house: House) -> Iterator[tuple[_Look, Run]]:
    """Yield all that is drawn in an edition, furniture too."""

    def furniture(role: Role, text: str) -> tuple[_Look, Run]:
        run = Run(text, edition.language.tag, east_asian=False, span=None)
        return _look(house, role, edition.language.script), run

    for text in (edition.running_head, edition.page_label, edition.publisher):
        yield furniture(Role.FURNITURE, text)
    for note in edition.notes:
        yield furniture(Role.FOOTNOTE, note.mark)
    for block in blocks_of(edition):
        match block:
            case TextBlock():
                yield from _runs(block.pieces, _look(house, block.role, block.language.script))
            case ListBlock():
                yield from (furniture(Role.LIST_ITEM, entry.marker) for entry in block.entries)
            case _:
                pass


def _runs(pieces: tuple[Piece, ...], look: _Look) -> Iterator[tuple[_Look, Run]]:
    for piece in pieces:
        match piece:
            case Run():
                yield look, piece
            case RubyRun():
                for pair in piece.pairs:
                    yield look, pair.base
                    yield (
                        look,
                        Run(pair.reading, pair.language, east_asian=False, span=pair.base.span),
                    )
            case LinkRun():
                yield from _runs(piece.children, look)
            case Marked():
                yield from _runs(piece.children, _marked(look, piece))
            case NoteCall() | LineBreak():
                pass


def _marked(look: _Look, marked: Marked) -> _Look:
    match marked.mark:
        case "strong":
            return _Look(look.face, bold=True, italic=look.italic)
        case "slant":
            return _Look(look.face, look.bold, italic=True)
        case "code":
            return _Look(FaceRole.CODE, look.bold, look.italic)
        case _:
            return look
