"""An edition as lines, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from pressroom.checks.line import Line, Part
from pressroom.language.record import Script
from pressroom.language.registry import language
from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
    Edition,
    EndMark,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Table,
    ThematicBreak,
)
from pressroom.model.inlines import (
    BookTitle,
    Code,
    Dateline,
    Dots,
    Emphasis,
    HardBreak,
    InLanguage,
    Inline,
    Link,
    NoBreak,
    NoteReference,
    ProperName,
    Ruby,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from pressroom.place import SourceFile, Span
from pressroom.typography.addresses import addresses


@dataclass(slots=True)
class _Draft:
    """The characters of a line so far."""

    text: list[str] = field(default_factory=list[str])
    places: list[Span] = field(default_factory=list[Span])
    fixed: list[bool] = field(default_factory=list[bool])
    strong: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    titles: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    links: list[tuple[int, int, str]] = field(default_factory=list[tuple[int, int, str]])
    datelines: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])

    def add(self, text: str, span: Span, *, fixed: bool) -> None:
        one_to_one = len(text) == span.end - span.start
        for at, char in enumerate(text):
            self.text.append(char)
            here = Span(span.start + at, span.start + at + 1) if one_to_one else span
            self.places.append(here)
            self.fixed.append(fixed)


def lines_of(edition: Edition, file: SourceFile) -> Iterator[Line]:
    """Yield the lines of an edition: its headline, its blocks, its notes."""
    setting = _Setting(edition.language, file)
    yield setting.line(Part.HEADLINE, edition.headline, edition.span)
    yield from _blocks(edition.blocks, setting, Part.PARAGRAPH)
    for note in edition.notes:
        yield from _blocks(note.blocks, setting, Part.NOTE)


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all lines of an edition share."""

    language: str
    file: SourceFile

    @property
    def han(self) -> bool:
        record = language(self.language)
        if record is None or record.profile.spaced:
            return False
        return record.script is Script.HAN

    def line(self, part: Part, inlines: Sequence[Inline], span: Span) -> Line:
        draft = _Draft()
        _gather(inlines, draft, self, fixed=False)
        text = "".join(draft.text)
        for start, end in addresses(text):
            draft.fixed[start:end] = [True] * (end - start)
        for _, end in draft.datelines:  # the space that parts a dateline from the text is markup
            if text[end : end + 1] == " ":
                draft.fixed[end] = True
        if inlines:
            span = inlines[0].span.cover(inlines[-1].span)
        return self._made(part, text, draft, span)

    def attribute(self, text: str, span: Span) -> Line:
        """Make a line of an attribute, whose characters have no places of their own."""
        draft = _Draft()
        draft.add(text, Span(span.start, span.start), fixed=False)
        draft.places = [span] * len(text)
        return self._made(Part.ALTERNATIVE, text, draft, span)

    def _made(self, part: Part, text: str, draft: _Draft, span: Span) -> Line:
        return Line(
            part,
            self.language,
            self.han,
            self.file,
            text,
            tuple(draft.places),
            tuple(draft.fixed),
            tuple(draft.strong),
            tuple(draft.titles),
            tuple(draft.links),
            tuple(draft.datelines),
            span,
        )


def _blocks(blocks: Iterable[Block], setting: _Setting, part: Part) -> Iterator[Line]:
    for block in blocks:
        match block:
            case Paragraph():
                yield setting.line(part, block.children, block.span)
            case Heading():
                yield setting.line(Part.HEADING, block.children, block.span)
            case BulletList() | OrderedList():
                inner = Part.ITEM if part is Part.PARAGRAPH else part
                for item in block.items:
                    yield from _blocks(item.blocks, setting, inner)
            case BlockQuote():
                yield from _blocks(block.blocks, setting, part)
                if block.attribution:
                    yield setting.line(part, block.attribution.children, block.attribution.span)
            case Table():
                if block.caption:
                    yield setting.line(Part.CAPTION, block.caption, block.span)
                for row in (block.header, *block.rows):
                    for cell in row.cells:
                        yield setting.line(Part.CELL, cell.children, cell.span)
            case Figure():
                yield setting.line(Part.CAPTION, block.caption, block.span)
                yield setting.attribute(block.alt, block.span)
            case Division():
                yield from _blocks(block.blocks, setting, part)
            case ThematicBreak() | EndMark():
                pass
            case _:
                assert_never(block)


def _gather(inlines: Iterable[Inline], draft: _Draft, setting: _Setting, *, fixed: bool) -> None:
    for node in inlines:
        match node:
            case Text():
                draft.add(node.text, node.span, fixed=fixed)
            case Code():
                draft.add(node.text, node.span, fixed=True)
            case HardBreak():
                draft.add("\n", node.span, fixed=True)
            case NoteReference():
                pass
            case Ruby():
                for segment in node.segments:
                    draft.add(segment.base, segment.span, fixed=True)
            case Link():
                start = len(draft.text)
                _gather(node.children, draft, setting, fixed=fixed or node.automatic)
                draft.links.append((start, len(draft.text), node.target))
            case InLanguage():
                _gather(node.children, draft, setting, fixed=fixed or _foreign(node, setting))
            case Strong():
                start = len(draft.text)
                _gather(node.children, draft, setting, fixed=fixed)
                draft.strong.append((start, len(draft.text)))
            case BookTitle():
                start = len(draft.text)
                _gather(node.children, draft, setting, fixed=fixed)
                draft.titles.append((start, len(draft.text)))
            case Dateline():
                start = len(draft.text)
                _gather(node.children, draft, setting, fixed=fixed)
                draft.datelines.append((start, len(draft.text)))
            case Emphasis() | Superscript() | Subscript() | Dots() | ProperName() | NoBreak():
                _gather(node.children, draft, setting, fixed=fixed)
            case _:
                assert_never(node)


def _foreign(node: InLanguage, setting: _Setting) -> bool:
    """Tell whether a stretch is in another language or in the other script of Chinese, of whatever region."""
    return _spelt(node.language) != _spelt(setting.language)


def _spelt(tag: str) -> list[str]:
    """Return the subtags of language and script (RFC 5646 §2.2), the latter has four letters."""
    first, *others = tag.lower().split("-")
    return [first, *(part for part in others[:1] if len(part) == 4)]
