"""Pieces of a text block to phrasing content."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import assert_never
from unicodedata import east_asian_width

from pressroom.edition.projection import plain
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Mark,
    Marked,
    NoteCall,
    Piece,
    RubyPair,
    RubyRun,
    Run,
)
from pressroom.edition.walk import names_touch
from pressroom.language.registry import is_han
from pressroom.writers.xhtml.dialect import Dialect
from pressroom.writers.xhtml.named import named
from pressroom.writers.xhtml.tree import Element, Node, element

# HTML Living Standard: <b> is the element for the opening words of an article, <u> for the proper-name mark of Chinese,
# <cite> for titles of works.
_MARKS: dict[Mark, tuple[str, str | None]] = {
    "slant": ("i", None),
    "strong": ("strong", None),
    "superscript": ("sup", None),
    "subscript": ("sub", None),
    "code": ("code", None),
    "dots": ("em", "dots"),
    "proper-name": ("u", "proper-name"),
    "book-title": ("cite", "book-title"),
    "no-break": ("span", "no-break"),
    "dateline": ("b", "dateline"),
}

_ADDRESS_PARTS = re.compile(r"(?<=[/.?&=-])(?![/.?&=-]|$)")

# Han cells that find room in a line of a small screen at twice the size.
_LONG = 8


@dataclass(frozen=True, slots=True)
class Phrasing:
    """Translates pieces; ``call`` makes the call of a note."""

    dialect: Dialect
    call: Callable[[NoteCall], Node]

    def nodes(self, pieces: tuple[Piece, ...], language: str) -> tuple[Node, ...]:
        """Translate pieces that stand in text of a language (a BCP 47 tag)."""
        found: list[Node] = []
        for at, piece in enumerate(pieces):
            if isinstance(piece, Run) and self.dialect.reflowing and is_han(language):
                before, after = plain(pieces[:at][-1:])[-1:], plain(pieces[at + 1 : at + 2])[:1]
                nodes = named(piece.text, before, after, language)
                found += _in_span(nodes, piece.language, language)
            else:
                beside = at > 0 and names_touch(pieces[at - 1], piece)
                found += self._piece(piece, language, beside=beside)
        return tuple(found)

    def _piece(self, piece: Piece, language: str, *, beside: bool) -> list[Node]:
        match piece:
            case Run():
                return [in_language(piece, language)]
            case LineBreak():
                return [element("br")]
            case NoteCall():
                return [self.call(piece)]
            case RubyRun():
                return [self._ruby(pair, language) for pair in piece.pairs]
            case LinkRun():
                return self._link(piece, language)
            case Marked():
                name, role = _MARKS[piece.mark]
                if is_long(piece):
                    role = "no-break long"
                if beside:
                    role = "proper-name beside"
                children = self.nodes(piece.children, language)
                return [element(name, {"class": role}, *children)]
            case _:
                assert_never(piece)

    def _link(self, link: LinkRun, language: str) -> list[Node]:
        """Return a link, in parts if the call of a note stands in it: a link cannot hold another."""
        attributes = {"href": link.target, "class": "address" if link.address else None}
        nodes: list[Node] = []
        for part in parted(link.children):
            inside = self.nodes(part.pieces, language)
            if part.is_call:
                nodes += inside
                continue
            if link.address and self.dialect.reflowing:
                inside = _breakable(inside)
            nodes.append(element("a", attributes, *inside))
        return nodes

    def _ruby(self, pair: RubyPair, language: str) -> Element:
        reading = element("rt", language_attributes(pair.language, language), pair.reading)
        after = (reading,)
        if self.dialect.ruby_parentheses:
            after = (element("rp", None, "（"), reading, element("rp", None, "）"))
        return element("ruby", None, in_language(pair.base, language), *after)


def _breakable(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
    """Put an opportunity to break behind each mark in an address (cjk-rules B10).

    Left to itself, a browser either breaks no address or, told to break it anywhere, also parts it from the mark behind it.
    """
    made: list[Node] = []
    for node in nodes:
        if isinstance(node, str):
            for part in _ADDRESS_PARTS.split(node):
                made += [part, element("wbr")]
            made.pop()
        else:
            made.append(Element(node.name, node.attributes, _breakable(node.children)))
    return tuple(made)


@dataclass(frozen=True, slots=True)
class Part:
    """Pieces of a link: the call of a note, or what stands between such calls."""

    pieces: tuple[Piece, ...]
    is_call: bool


def parted(pieces: tuple[Piece, ...]) -> list[Part]:
    """Take pieces apart at the calls of notes; a mark round a call is put round each part."""
    parts: list[Part] = []
    for piece in pieces:
        match piece:
            case NoteCall():
                inner = [Part((piece,), is_call=True)]
            case Marked():
                inner = [
                    Part((Marked(piece.mark, part.pieces),), part.is_call)
                    for part in parted(piece.children)
                ]
            case LinkRun():
                inner = parted(piece.children)
            case Run() | LineBreak() | RubyRun():
                inner = [Part((piece,), is_call=False)]
            case _:
                assert_never(piece)
        for part in inner:
            if parts and not part.is_call and not parts[-1].is_call:
                parts[-1] = Part((*parts[-1].pieces, *part.pieces), is_call=False)
            else:
                parts.append(part)
    return parts


def is_long(piece: Piece) -> bool:
    """Tell whether a piece is to stay on one line but would be cut off on a small screen.

    It has the class ``long`` besides, by which a stylesheet for screens lets it break.
    """
    if not isinstance(piece, Marked) or piece.mark != "no-break":
        return False
    cells = (1.0 if east_asian_width(c) in "WF" else 0.5 for c in plain(piece.children))
    return sum(cells) > _LONG


def language_attributes(tag: str, around: str) -> dict[str, str | None]:
    """Return the attributes that say a language where it differs from the one around."""
    return {} if tag == around else {"lang": tag, "xml:lang": tag}


def in_language(run: Run, around: str) -> Node:
    """Return a run as text, in a span of its own where its language differs from the one around."""
    (node,) = _in_span((run.text,), run.language, around)
    return node


def _in_span(nodes: tuple[Node, ...], tag: str, around: str) -> tuple[Node, ...]:
    """Return nodes of a language, in a span where it differs from the one around."""
    if tag == around:
        return nodes
    return (element("span", language_attributes(tag, around), *nodes),)
