"""Inline nodes: what stands inside a line of text.

A ``Text`` repeats the source under its span to the letter. Where source and text differ (an escape, a character
reference, a line end that became a space) the piece is a ``Text`` of its own, so that every rendered character can be
traced to its place.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from pressroom.place import Span


@dataclass(frozen=True, slots=True)
class Text:
    """Plain characters."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Code:
    """Characters to be taken literally, set in the code face."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class HardBreak:
    """A line end that the author asked for."""

    span: Span


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stress: italics in Latin text, emphasis dots in Chinese (cjk-rules G07)."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Strong:
    """Strong stress: the bold face."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Superscript:
    """Raised characters, ``^x^``."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Subscript:
    """Lowered characters, ``~x~``."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Link:
    """A link to an absolute address; ``automatic`` when the address itself is the text (``<https://…>``)."""

    target: str
    children: tuple[Inline, ...]
    span: Span
    automatic: bool = False


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The call of a footnote; ``label`` is what the source calls the note."""

    label: str
    span: Span


@dataclass(frozen=True, slots=True)
class RubySegment:
    """A stretch of base text and its reading."""

    base: str
    reading: str
    span: Span


@dataclass(frozen=True, slots=True)
class Ruby:
    """Base text with its reading: one segment for group ruby, one a character for mono ruby (clreq §interlinear)."""

    segments: tuple[RubySegment, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Dots:
    """Emphasis dots, 着重號."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ProperName:
    """A name that carries the proper-name mark, 專名號."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class BookTitle:
    """The title of a work: italics in Latin text, the book-title mark in Chinese (書名號甲式)."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class InLanguage:
    """Text in another language than its surroundings; ``language`` is a BCP 47 tag."""

    language: str
    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class NoBreak:
    """Text that stays on one line."""

    children: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Dateline:
    """Place and date at the head of the lead; brackets and dash come from the house."""

    children: tuple[Inline, ...]
    span: Span


Inline: TypeAlias = (
    Text
    | Code
    | HardBreak
    | Emphasis
    | Strong
    | Superscript
    | Subscript
    | Link
    | NoteReference
    | Ruby
    | Dots
    | ProperName
    | BookTitle
    | InLanguage
    | NoBreak
    | Dateline
)
