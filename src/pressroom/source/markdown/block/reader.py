"""The outline of an edition -> its block nodes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
    EndMark,
    Heading,
    ListItem,
    Note,
    OrderedList,
    Paragraph,
    ThematicBreak,
)
from pressroom.model.inlines import Inline
from pressroom.place import Span
from pressroom.source.markdown.block.divisions import division_kind
from pressroom.source.markdown.block.figures import read_figure
from pressroom.source.markdown.block.foreign import (
    CAPTION,
    is_drawn_line,
    report_block,
    report_drawn_table,
    report_glued,
    report_paragraph,
    without_comments,
)
from pressroom.source.markdown.block.outline import Kind, Piece
from pressroom.source.markdown.block.tables import read_table
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.inline.reader import Running, read_inlines
from pressroom.source.markdown.stretch import Stretch, of_lines, trim

_HEADING_ATTRIBUTES = re.compile(r"(?<![\])`\\])\{[#.][^{}]*\}$")
_DASH = re.compile(r"(?:——|⸺|—(?=[ \t]))[ \t]*(?=\S)")
_LABEL = re.compile(r"\[\^([^\]]*)\]([:：])")


@dataclass(frozen=True, slots=True)
class HeadingLine:
    """A heading as it is written; ``content`` is its text without the number signs around it."""

    level: int
    content: Span
    span: Span


class BlockReader:
    """Makes the blocks of one edition and collects its notes in written order."""

    def __init__(self, findings: Findings, *, in_han: bool) -> None:
        self.notes: dict[str, Note] = {}
        self._findings = findings
        self._in_han = in_han
        self._source = findings.file.text
        self._level = 1

    def blocks(self, pieces: Sequence[Piece], *, item: bool = False) -> tuple[Block, ...]:
        """Return the blocks of a container; ``item`` tells that it is an item of a list."""
        present = without_comments(pieces, self._findings)
        report_glued(present, self._findings, item=item)
        captions = self._captions(present)
        taken = set(captions.values())
        found: list[Block] = []
        for number, piece in enumerate(present):
            if number in taken:
                continue
            caption = present[captions[number]] if number in captions else None
            block = self._block(piece, caption, opens_item=item and number == 0)
            if block:
                found.append(block)
        return tuple(found)

    def headline(self, piece: Piece) -> tuple[Inline, ...]:
        """Return the text of a heading that is not a block of its own."""
        return self.running(self._heading_text(self.heading_line(piece)))

    def heading_line(self, piece: Piece) -> HeadingLine:
        """Take the number signs off a heading."""
        line = trim(self._source, piece.lines[0])
        text = self._source[line.start : line.end]
        level = len(text) - len(text.lstrip("#"))
        inner = text[level:].rstrip("#")
        closed = not inner or inner[-1] in " \t"
        end = line.start + level + len(inner) if closed else line.end
        return HeadingLine(level, trim(self._source, Span(line.start + level, end)), line)

    def running(self, stretch: Stretch) -> tuple[Inline, ...]:
        """Read running text in which no image may stand."""
        return self._without_pictures(read_inlines(stretch, self._findings, in_han=self._in_han))

    def _without_pictures(self, running: Running) -> tuple[Inline, ...]:
        for picture in running.pictures:
            hint = "give it a paragraph of its own"
            self._findings.error(
                Code.INLINE_IMAGE, "an image inside running text", picture.span, hint
            )
        return running.inlines

    def _block(self, piece: Piece, caption: Piece | None, *, opens_item: bool) -> Block | None:
        match piece.kind:
            case Kind.PARAGRAPH:
                return self._paragraph(piece, opens_item=opens_item)
            case Kind.HEADING if piece.markup.startswith("#"):
                return self._heading(piece)
            case Kind.BULLETS:
                items = self._items(piece)
                return BulletList(items, piece.tight, _around(piece, items))
            case Kind.NUMBERS:
                items = self._items(piece)
                return OrderedList(int(piece.markup), items, piece.tight, _around(piece, items))
            case Kind.QUOTE:
                return self._quote(piece)
            case Kind.TABLE:
                return self._table(piece, caption)
            case Kind.BREAK:
                return self._break(piece)
            case Kind.DIVISION:
                return self._division(piece)
            case Kind.NOTE:
                self._note(piece)
            case _:
                report_block(piece, self._findings)
        return None

    def _paragraph(self, piece: Piece, *, opens_item: bool) -> Block:
        stretch = of_lines(self._source, piece.lines)
        span = trim(self._source, piece.span)
        report_paragraph(stretch, span, self._findings, item=opens_item)
        running = read_inlines(stretch, self._findings, in_han=self._in_han)
        if len(running.pictures) == 1 and running.pictures[0].span == span:
            return read_figure(running.pictures[0], self._findings)
        return Paragraph(self._without_pictures(running), span)

    def _break(self, piece: Piece) -> Block:
        span = trim(self._source, piece.span)
        if is_drawn_line(self._source[span.start : span.end]):
            report_drawn_table(span, self._findings)
        return ThematicBreak(span)

    def _heading(self, piece: Piece) -> Block | None:
        line = self.heading_line(piece)
        span = line.span
        if self._source[span.start : span.end] == "###":
            return EndMark(span)
        if line.level == 1:
            hint = "write `## ` for a sub-head; an edition has one headline"
            self._findings.error(Code.SECOND_HEADLINE, "a second headline", span, hint)
        elif line.level > self._level + 1:
            hint = f"write {'#' * (self._level + 1)}, or add the heading between"
            what = f"a heading of level {line.level} after one of level {self._level}"
            self._findings.error(Code.SKIPPED_LEVEL, what, span, hint)
        self._level = line.level
        return Heading(line.level, self.running(self._heading_text(line)), span)

    def _heading_text(self, line: HeadingLine) -> Stretch:
        content = line.content
        if content.start == content.end:
            hint = "write its text; the end mark is `###` alone on a line"
            self._findings.error(Code.EMPTY_HEADING, "a heading without text", line.span, hint)
        if found := _HEADING_ATTRIBUTES.search(self._source, content.start, content.end):
            place = Span(found.start(), found.end())
            what = "a heading takes no attributes"
            self._findings.error(Code.UNKNOWN_ATTRIBUTE, what, place, "remove them, or write `\\{`")
        return Stretch(self._source, [content])

    def _items(self, piece: Piece) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for entry in piece.children:
            blocks = self.blocks(entry.children, item=True)
            self._expect(blocks, "a list item", entry)
            items.append(ListItem(blocks, _around(entry, blocks)))
        return tuple(items)

    def _quote(self, piece: Piece) -> Block:
        last = piece.children[-1] if len(piece.children) > 1 else None
        dash = _DASH.match(self._source, last.lines[0].start, last.lines[0].end) if last else None
        if not last or not dash or last.kind is not Kind.PARAGRAPH:
            blocks = self.blocks(piece.children)
            self._expect(blocks, "a quotation", piece)
            return BlockQuote(blocks, None, _around(piece, blocks))
        blocks = self.blocks(piece.children[:-1])
        lines = (Span(dash.end(), last.lines[0].end), *last.lines[1:])
        text = self.running(of_lines(self._source, lines))
        attribution = Paragraph(text, trim(self._source, last.span))
        return BlockQuote(blocks, attribution, _around(piece, (*blocks, attribution)))

    def _table(self, piece: Piece, caption: Piece | None) -> Block:
        text: tuple[Inline, ...] = ()
        span = trim(self._source, piece.span)
        if caption:
            first, *others = caption.lines
            mark = CAPTION.match(self._source, first.start, first.end)
            begin = mark.end() if mark else first.start
            text = self.running(of_lines(self._source, (Span(begin, first.end), *others)))
            span = span.cover(trim(self._source, caption.span))
        return read_table(piece.lines, text, span, self._findings, self.running)

    def _captions(self, pieces: Sequence[Piece]) -> dict[int, int]:
        """Find for each table the paragraph beside it that is its caption: the one before it, else the one after."""
        captions: dict[int, int] = {}
        taken: set[int] = set()
        for number, piece in enumerate(pieces):
            for beside in (number - 1, number + 1) if piece.kind is Kind.TABLE else ():
                free = 0 <= beside < len(pieces) and beside not in taken
                if number not in captions and free and self._is_caption(pieces[beside]):
                    captions[number] = beside
                    taken.add(beside)
        return captions

    def _is_caption(self, piece: Piece) -> bool:
        line = piece.lines[0]
        found = CAPTION.match(self._source, line.start, line.end)
        return piece.kind is Kind.PARAGRAPH and found is not None

    def _division(self, piece: Piece) -> Block | None:
        kind = division_kind(piece.lines[0], self._findings)
        blocks = self.blocks(piece.children)
        self._expect(blocks, "a division", piece)
        span = fenced(self._source, piece, (block.span for block in blocks))
        return Division(kind, blocks, span) if kind else None

    def _note(self, piece: Piece) -> None:
        label = _LABEL.match(self._source, piece.lines[0].start)
        name = label[1] if label else ""
        if label and label[2] != ":":
            what = f"a full-width colon behind `[^{name}]`"
            place = Span(*label.span(2))
            self._findings.error(Code.NOTE_COLON, what, place, f"write `[^{name}]: …`")
        blocks = self.blocks(piece.children)
        span = _around(piece, blocks)
        if not blocks:
            what = f"the note `[^{name}]` has no text"
            self._findings.error(Code.NOTE_EMPTY, what, span, f"write `[^{name}]: …`")
        if name in self.notes:
            what = f"a second note `[^{name}]`"
            self._findings.error(Code.NOTE_TWICE, what, span, "give it a label of its own")
        else:
            self.notes[name] = Note(name, blocks, span)

    def _expect(self, blocks: Sequence[Block], what: str, piece: Piece) -> None:
        """Report a container that holds nothing to print, unless what it holds has been reported."""
        if not blocks and all(child.kind in {Kind.COMMENT, Kind.NOTE} for child in piece.children):
            hint = "write it, or remove the mark"
            self._findings.error(Code.EMPTY_BLOCK, f"{what} without text", piece.lines[0], hint)


def fenced(source: str, piece: Piece, inner: Iterable[Span]) -> Span:
    """Return the span of a division from fence to fence, or to the end of its content when it was never closed."""
    span = trim(source, piece.span)
    return Span(span.start, max([span.end, *(part.end for part in inner)]))


def _around(piece: Piece, inner: Sequence[Block] | Sequence[ListItem]) -> Span:
    """Return the span of a container: from its mark to the end of its last block."""
    return Span(piece.lines[0].start, inner[-1].span.end if inner else piece.lines[0].end)
