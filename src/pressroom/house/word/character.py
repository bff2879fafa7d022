"""Character styles: one for each combination of marks, named after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias, get_args

from pressroom.house.tokens import Face, FaceRole, House, Ink

WordMark: TypeAlias = Literal[
    "strong",
    "slant",
    "dots",
    "proper-name",
    "book-title",
    "superscript",
    "subscript",
    "code",
    "link",
    "note-call",
    "dateline",
]
"""What a run can carry in Word, in the order in which the parts of a style's name stand."""

_NAMES: dict[WordMark, str] = {
    "strong": "Strong",
    "slant": "Emphasis",
    "dots": "Emphasis Chinese",
    "proper-name": "Proper Name",
    "book-title": "Book Title Chinese",
    "superscript": "Superscript",
    "subscript": "Subscript",
    "code": "Source Code",
    "link": "Hyperlink",
    "note-call": "footnote reference",
    "dateline": "Dateline",
}
_BUILT_IN = {"Strong", "Emphasis", "Hyperlink", "footnote reference"}


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """One ``w:style`` of type character; None leaves a property as the paragraph has it.

    ``dots`` asks for ``w:em``, and for ``w:i`` off: Han is never slanted (cjk-rules G07). ``no_proof`` also switches
    the space between Han and Latin off (cjk-rules S13), and keeps words whole (B09).
    """

    style_id: str
    name: str
    built_in: bool
    bold: bool
    italic: bool
    dots: bool
    underline: Literal["single", "wave"] | None
    raised: Literal["superscript", "subscript"] | None
    face: Face | None
    ink: str | None
    no_proof: bool


def character_style(house: House, marks: frozenset[WordMark]) -> CharacterStyle:
    """Return the style of a combination of marks (at least one)."""
    present: tuple[WordMark, ...] = tuple(mark for mark in get_args(WordMark) if mark in marks)
    name = " ".join(_NAMES[mark] for mark in present)
    return CharacterStyle(
        style_id="".join(word[0].upper() + word[1:] for word in name.split()),
        name=name,
        built_in=name in _BUILT_IN,
        bold=bool(marks & {"strong", "dateline"}),
        italic="slant" in marks and "dots" not in marks,
        dots="dots" in marks,
        underline=_underline(marks),
        raised=_raised(marks),
        face=house.face(FaceRole.CODE) if "code" in marks else None,
        ink=house.ink(Ink.LINK) if "link" in marks else None,
        no_proof="code" in marks or (house.hyphenate and "link" in marks),
    )


def _underline(marks: frozenset[WordMark]) -> Literal["single", "wave"] | None:
    if "book-title" in marks:
        return "wave"
    return "single" if marks & {"proper-name", "link"} else None


def _raised(marks: frozenset[WordMark]) -> Literal["superscript", "subscript"] | None:
    if marks & {"superscript", "note-call"}:
        return "superscript"
    return "subscript" if "subscript" in marks else None
