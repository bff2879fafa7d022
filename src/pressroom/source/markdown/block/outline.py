"""The outline of a body: its blocks as a tree of typed pieces, each with its lines, before any text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum

from markdown_it.token import Token

from pressroom.place import Span
from pressroom.source.markdown.block.grammar import LINES, MAX_LEVEL, block_grammar
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings

_EDITION = re.compile(r"\.edition\b|^edition$")
_FALSE_FENCE = re.compile(r"(?!:::)[:：]{2,}[ \t]*(?:\{[.#].*\}[ \t]*)?")

MAX_DIVISIONS = 8
"""How deep divisions may stand in each other."""


class Kind(Enum):
    """What a piece of the outline is; the value is the name of its token."""

    PARAGRAPH = "paragraph_open"
    HEADING = "heading_open"
    BULLETS = "bullet_list_open"
    NUMBERS = "ordered_list_open"
    ITEM = "list_item_open"
    QUOTE = "blockquote_open"
    NOTE = "note_open"
    TABLE = "pipe_table"
    BREAK = "hr"
    COMMENT = "comment"
    FENCE = "colon_fence"
    DIVISION = "division"
    INDENTED = "code_block"
    FENCED = "fence"
    HTML = "html_block"


@dataclass(frozen=True, slots=True)
class Piece:
    """A block; ``lines`` run from the first character that is no blank, for containers only the first line is given.

    ``markup`` is what markdown-it kept of the marks: the number of an ordered list, the underline of a heading.
    """

    kind: Kind
    lines: tuple[Span, ...]
    children: tuple[Piece, ...] = ()
    markup: str = ""
    tight: bool = False

    @property
    def span(self) -> Span:
        """Return the span of the piece's own lines."""
        return Span(self.lines[0].start, self.lines[-1].end)


def outline(findings: Findings, start: int) -> tuple[Piece, ...]:
    """Read the blocks of a file from an offset on."""
    text = findings.file.text
    # As long as the original, so that every offset stays what it is.
    body = text[start:].replace("\r\n", " \n").replace("\r", "\n")
    tokens = iter(block_grammar().parse(body))
    return _Outliner(findings, start).pieces(tokens)


@dataclass(frozen=True, slots=True)
class _Level:
    """What has been met inside an open fence; None is the outermost level."""

    fence: Piece | None
    pieces: list[Piece] = field(default_factory=list[Piece])


class _Outliner:
    """Folds the flat tokens of markdown-it into a tree."""

    def __init__(self, findings: Findings, start: int) -> None:
        self._findings = findings
        self._start = start

    def pieces(self, tokens: Iterator[Token]) -> tuple[Piece, ...]:
        """Take tokens up to the end of their container."""
        found: list[Piece] = []
        for token in tokens:
            if token.nesting < 0:
                break
            if token.type in {"paragraph_open", "heading_open"}:
                next(tokens)
                next(tokens)
                found.append(
                    Piece(Kind(token.type), self._lines(token), (), token.markup, token.hidden)
                )
            elif token.nesting:
                children = self.pieces(tokens)
                found.append(self._container(token, children))
            else:
                found.append(Piece(Kind(token.type), self._lines(token)))
        return self._divide(found)

    def _container(self, token: Token, children: tuple[Piece, ...]) -> Piece:
        lines = self._lines(token)
        if token.level >= MAX_LEVEL - 1:
            self._too_deep(lines[0])
        kind = Kind(token.type)
        blocks = [block for item in children for block in item.children]
        tight = all(block.tight for block in blocks if block.kind is Kind.PARAGRAPH)
        number = str(token.attrs.get("start", 1)) if kind is Kind.NUMBERS else ""
        return Piece(kind, lines, children, number, tight)

    def _lines(self, token: Token) -> tuple[Span, ...]:
        pairs: list[tuple[int, int]] = token.meta[LINES]
        return tuple(self._line(first + self._start, end + self._start) for first, end in pairs)

    def _line(self, first: int, end: int) -> Span:
        if first < end and self._findings.file.text.startswith("\r\n", end - 1):
            end -= 1
        return Span(min(first, end), end)

    def _divide(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        """Pair the fences among siblings: what stands between two becomes the content of a division.

        A closing fence where no division is open stays among the pieces.
        """
        levels: list[_Level] = [_Level(None)]
        for piece in pieces:
            if piece.kind is not Kind.FENCE and not self._is_false_fence(piece):
                levels[-1].pieces.append(piece)
                continue
            written = self._findings.file.slice(piece.span).strip(":： \t")
            if written:
                if _EDITION.search(written):
                    self._abandon(levels)
                levels.append(_Level(piece))
                if len(levels) == MAX_DIVISIONS + 2:
                    self._too_deep(piece.span)
            elif len(levels) > 1:
                self._close(levels, piece.lines)
            else:
                levels[0].pieces.append(piece)
        self._abandon(levels)
        return tuple(levels[0].pieces)

    def _is_false_fence(self, piece: Piece) -> bool:
        """Report a paragraph of other colons that was meant for a fence, so that it is taken for one."""
        text = self._findings.file.slice(piece.span)
        if piece.kind is not Kind.PARAGRAPH or not _FALSE_FENCE.fullmatch(text):
            return False
        what = "a fence that is not written with three colons"
        self._findings.error(Code.FALSE_FENCE, what, piece.span, "write `:::`")
        return True

    def _abandon(self, levels: list[_Level]) -> None:
        """Report the divisions that are open where none may be, and close them there."""
        if len(levels) > 1 and (fence := levels[1].fence):
            what = "a division that is not closed"
            hints = ["close it, and each division inside it, with a line `:::` of its own"]
            inner = [piece for piece in levels[1].pieces if piece.kind is Kind.DIVISION]
            if inner:
                line = self._findings.file.position(inner[-1].span.start).line
                hints.append(f"the last `:::` inside it closed the division of line {line}")
            self._findings.error(Code.UNCLOSED_DIVISION, what, fence.span, *hints)
        while len(levels) > 1:
            self._close(levels, ())

    @staticmethod
    def _close(levels: list[_Level], closing: tuple[Span, ...]) -> None:
        level = levels.pop()
        if level.fence and len(levels) <= MAX_DIVISIONS:
            lines = (*level.fence.lines, *closing)
            levels[-1].pieces.append(Piece(Kind.DIVISION, lines, tuple(level.pieces)))

    def _too_deep(self, span: Span) -> None:
        hint = "use fewer lists, quotes or divisions inside each other"
        self._findings.error(Code.TOO_DEEP, "blocks stand too deep inside each other", span, hint)
