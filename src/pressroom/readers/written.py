"""One edition of a draft as it is written in a source, each line read again to see that it says what it should."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import assert_never

from pressroom.diagnostics import Report
from pressroom.merge.comments import written as comment_mark
from pressroom.merge.kinds import CELL, HEADLINE, QUOTE, TEXT
from pressroom.merge.markup import written
from pressroom.merge.returned import CALL
from pressroom.model.blocks import Alignment
from pressroom.model.inlines import Code, HardBreak, NoteReference, Ruby, Text
from pressroom.place import SourceFile
from pressroom.readers.draft import (
    COMMENT,
    NOTE,
    Block,
    Change,
    Draft,
    Grid,
    Image,
    Item,
    Letters,
    Passage,
    UnreadableError,
    calls_of,
    letters_of,
    marked,
    plain,
    tidy,
    unmarked,
    without_bold,
)
from pressroom.readers.head import Section
from pressroom.readers.wording import ADDRESS
from pressroom.source.markdown.walk import Leaf, leaves, lines_of
from pressroom.source.parse import parse

_WRITABLE = frozenset(
    {
        "strong",
        "slant",
        "superscript",
        "subscript",
        "dots",
        "code",
        "link",
        "lang",
        "ruby",
        "book-title",
        "proper-name",
    }
)
_MOST_CELLS = 100_000
"""Rows are filled up to the width of the widest one, so a small file can ask for a large table."""
_ALIGNED = {
    Alignment.NATURAL: "---",
    Alignment.START: ":---",
    Alignment.CENTRE: ":---:",
    Alignment.END: "---:",
}
_ITEM = "bullet 1"
_INDENT = "    "
_FRONT = "---\nid: x\ndate: 2026-01-01\nhouse: plain\n---\n\n"


def write_edition(section: Section, draft: Draft) -> str:
    """Return an edition with its fences; marks that have no place where they stand are left out and listed.

    Raises ``UnreadableError`` for a table that is too large.
    """
    return _Writer(section, draft).text()


class _Writer:
    """Writes one edition."""

    def __init__(self, section: Section, draft: Draft) -> None:
        self.section = section
        self.draft = draft
        self.called: dict[str, None] = {}

    def text(self) -> str:
        """Return the edition with its fences."""
        parts = [f"::: {{.edition lang={self.section.language}}}"]
        if self.section.headline:
            parts.append(f"# {self._line(self.section.headline, HEADLINE)}")
        parts += self._blocks(self.section.blocks)
        if self.section.notes:
            parts += ["::: {.notes}", *self._blocks(self.section.notes), ":::"]
        parts += self._notes()
        parts += ["###"] if self.section.ended else []
        return "\n\n".join([*parts, ":::"]) + "\n"

    def _blocks(self, blocks: Sequence[Block]) -> Iterator[str]:
        for kind, group in groupby(blocks, key=_joins):
            match kind:
                case "list":
                    yield "\n".join(self._items(x for x in group if isinstance(x, Item)))
                case "quotation":
                    yield "\n>\n".join(map(self._block, group))
                case _:
                    yield from map(self._block, group)

    def _items(self, items: Iterable[Item]) -> Iterator[str]:
        depth = 0
        for item in items:
            # A list in an item that does not begin with 1 cannot follow on a line of text (CommonMark §5.3).
            if 0 < depth < item.depth and item.number not in {None, 1}:
                yield ""
            depth = min(item.depth, depth + 1)
            yield self._item(item, depth)

    def _block(self, block: Block) -> str:
        match block:
            case Passage():
                before = "#" * block.level + " " if block.level else "> " if block.quoted else ""
                before += block.dash
                before += f"[{block.dateline}]{{.dateline}} " if block.dateline else ""
                heading = f"heading {block.level}" if block.level else ""
                kind = heading or (QUOTE if block.quoted or block.dash else TEXT)
                return before + self._line(block.letters, kind)
            case Item():
                return self._item(block, 1)
            case Grid():
                return self._grid(block)
            case Image():
                caption = self._line(unmarked(block.caption, COMMENT), TEXT)
                credit = f' credit="{_attribute(block.credit)}"' if block.credit else ""
                return f'![{caption}]({block.name}){{alt="{_attribute(block.alt)}"{credit}}}'
            case _:
                assert_never(block)

    def _item(self, item: Item, depth: int) -> str:
        marker = "-" if item.number is None else f"{item.number}."
        return f"{_INDENT * (depth - 1)}{marker} {self._line(item.letters, _ITEM)}"

    def _notes(self) -> list[str]:
        """Return the notes that were called, those in notes included."""
        notes: dict[str, str] = {}
        while waiting := [name for name in self.called if name not in notes]:
            for name in waiting:
                notes[name] = f"[^{name}]: {self._line(self.draft.notes[name], TEXT)}"
        return list(notes.values())

    def _grid(self, grid: Grid) -> str:
        width = max(map(len, grid.rows))
        if width * len(grid.rows) > _MOST_CELLS:
            fact = f"has a table of more than {_MOST_CELLS} cells"
            raise UnreadableError(fact, "put it into a file of its own")
        head = tuple(map(without_bold, grid.rows[0]))
        rows = [
            [self._line(cell, CELL) for cell in row] + [""] * (width - len(row))
            for row in (head, *grid.rows[1:])
        ]
        marks = [_ALIGNED[alignment] for alignment in grid.alignments]
        rows.insert(1, marks + ["---"] * (width - len(marks)))
        caption = self._line(unmarked(grid.caption, COMMENT), TEXT)
        table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
        return f"Table: {caption}\n\n{table}" if caption else table

    def _line(self, letters: Letters, kind: str) -> str:
        """Return letters as they are written in a block of a kind, without their marks if these would change what is said."""
        linked = marked(tidy(letters), ADDRESS, "link")
        names = dict(calls_of(linked))
        calls = {at: f"[^{name}]" for at, name in names.items()}
        self.called |= dict.fromkeys(names.values())
        text = written(self._writable(linked), calls, kind=kind)
        said = plain(linked)
        if text != said and not _reads(text, self.section.language, calls.values(), said, kind):
            bare = written(letters_of(said), calls, kind=kind)
            if bare != text:
                what = "marks left out that have no place here"
                self.draft.changes.append(Change(what, text, bare))
            text = bare
        return self._commented(text, linked, calls.values(), kind)

    def _commented(self, text: str, letters: Letters, calls: Iterable[str], kind: str) -> str:
        """Return a text with the comments that stand at it behind it, if it says the same with them."""
        names = {name for letter in letters for kind, name in letter.marks if kind == COMMENT}
        here = {name: said for name, said in self.draft.comments.items() if name in names}
        longer = "".join([text, *(f" {comment_mark(comment)}" for comment in here.values())])
        language = self.section.language
        if not here or not _reads(longer, language, calls, plain(letters), kind):
            return text
        for name in here:
            del self.draft.comments[name]
        return longer

    def _writable(self, letters: Letters) -> Letters:
        kept = tuple(
            replace(x, marks=frozenset(mark for mark in x.marks if mark[0] in _WRITABLE))
            for x in letters
        )
        lost = {mark[0] for x in letters for mark in x.marks} - _WRITABLE - {NOTE, COMMENT}
        if lost:
            self.draft.changes.append(
                Change(f"left out: {', '.join(sorted(lost))}", plain(letters), "")
            )
        return kept


def _joins(block: Block) -> str:
    """Return what a block is part of together with others of its kind, ``""`` for one that stands alone."""
    match block:
        case Item():
            return "list"
        case Passage(quoted=True):
            return "quotation"
        case Passage() | Grid() | Image():
            return ""
        case _:
            assert_never(block)


def _attribute(text: str) -> str:
    """Return a text as the value of an attribute, without the characters that would end it."""
    return re.sub(r'[\\"\n{}]', " ", text).strip()


def _reads(text: str, language: str, calls: Iterable[str], said: str, kind: str) -> bool:
    """Tell whether a text, as it is written, says what it should."""
    notes = "".join(f"{call}: x\n\n" for call in calls)
    line = f"| {text} |\n| --- |" if kind == CELL else text
    source = f"{_FRONT}::: {{.edition lang={language}}}\n\n# x\n\n{line}\n\n{notes}:::\n"
    release = parse(SourceFile("", source), Report())
    if release is None:
        return False
    read = "".join(map(_heard, leaves(x for x in lines_of(release.editions[0].blocks) for x in x)))
    return read == said


def _heard(leaf: Leaf) -> str:
    match leaf:
        case Text() | Code():
            return leaf.text
        case HardBreak():
            return "\n"
        case NoteReference():
            return CALL
        case Ruby():
            return "".join(segment.base for segment in leaf.segments)
        case _:
            assert_never(leaf)
