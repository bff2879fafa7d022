"""Blocks as paragraphs, tables and pictures, in reading order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import assert_never

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ListBlock,
    QuoteBlock,
    ResolvedBlock,
    RuleBlock,
    TableBlock,
    TextBlock,
)
from pressroom.house.tokens import Length, Role
from pressroom.model.blocks import Alignment
from pressroom.writers.docx.furniture_style import FIGURE, FIGURE_AFTER_DISPLAY, RULE, SEPARATOR
from pressroom.writers.docx.inlines import inlines
from pressroom.writers.docx.job import Story
from pressroom.writers.docx.looks import Shape
from pressroom.writers.docx.markup import Markup, fill, make, value
from pressroom.writers.docx.notes import mark
from pressroom.writers.docx.numbering import LEVELS
from pressroom.writers.docx.tables import table

_POINTS_PER_PIXEL = 0.75
"""A CSS pixel is a ninety-sixth of an inch."""


@dataclass(frozen=True, slots=True)
class _Where:
    """What a block stands in: lists (``depth`` of them), an aside.

    ``closing`` says that it is the last of a list that has room behind it, ``with_next`` that what it ends with stays on the
    page of what follows.
    """

    depth: int = 0
    ordered: bool = False
    tight: bool = False
    closing: bool = False
    aside: bool = False
    with_next: bool = False


def flow(blocks: Iterable[ResolvedBlock], story: Story) -> list[Markup]:
    """Translate blocks; there is always a paragraph at the end and between two tables, as Word needs it."""
    made: list[Markup] = []
    before = ""
    for element in _flow(blocks, story, _Where()):
        if element.tag == before == "w:tbl":
            made.append(separator())
        if element.tag in {"w:p", "w:tbl"}:
            before = element.tag
        made.append(element)
    if not made or made[-1].tag != "w:p":
        made.append(separator())
    return made


def paragraph(style: str, *content: Markup) -> Markup:
    """Make a paragraph that has a style and nothing else of its own."""
    return make("w:p", make("w:pPr", value("w:pStyle", style)), *content)


def separator() -> Markup:
    """Make the paragraph that Word needs after a table; it shows nothing."""
    return paragraph(SEPARATOR)


def _flow(blocks: Iterable[ResolvedBlock], story: Story, where: _Where) -> Iterator[Markup]:
    for block, following in pairwise([*blocks, None]):
        if block is not None:
            with_next = _is_never_first(following) or (where.with_next and following is None)
            made = _block(block, story, replace(where, with_next=with_next))
            yield from _anchored(block.identifier, list(made), story)


def _is_never_first(block: ResolvedBlock | None) -> bool:
    """Tell whether a block never begins a page: it belongs to what it follows (cjk-rules J10)."""
    return isinstance(block, TextBlock) and block.role in {Role.ATTRIBUTION, Role.END_MARK}


def _block(block: ResolvedBlock, story: Story, where: _Where) -> Iterator[Markup]:
    match block:
        case TextBlock():
            yield _text(block, story, where)
        case ListBlock():
            yield from _list(block, story, where)
        case QuoteBlock():
            last = (block.attribution,) if block.attribution else ()
            yield from _flow((*block.blocks, *last), story, where)
        case TableBlock():
            if block.caption:
                yield from _flow([block.caption], story, replace(where, with_next=True))
            yield table(block, story, lambda cell, alignment: _cell(cell, story, alignment))
            story.opening = "display"
        case FigureBlock():
            yield _picture(block, story)
            yield from _flow((w for w in (block.caption, block.credit) if w), story, where)
            story.opening = "display"
        case RuleBlock():
            story.opening = ""
            yield paragraph(RULE)
        case DivisionBlock():
            story.opening = "division"
            inside = _Where(aside=block.role == "aside")
            yield from _flow(block.blocks, story, inside)
        case _:
            assert_never(block)


def _text(block: TextBlock, story: Story, where: _Where) -> Markup:
    item = block.role is Role.LIST_ITEM
    shape = Shape(
        block.role,
        block.language,
        level=where.depth if item else block.level,
        ordered=item and where.ordered,
        tight=item and where.tight and not where.closing,
        aside=where.aside,
        with_next=where.with_next,
        in_note=item and story.is_note,
        opening=story.opening,
    )
    story.opening = ""
    return _shaped(block, story, shape)


def _cell(block: TextBlock, story: Story, alignment: Alignment) -> Markup:
    made = _shaped(block, story, Shape(block.role, block.language, alignment=alignment))
    return next(iter(_anchored(block.identifier, [made], story)))


def _shaped(block: TextBlock, story: Story, shape: Shape) -> Markup:
    size = story.job.house.style(block.role, block.language.script).size
    content = list(inlines(block.pieces, story, block.language, size))
    if story.marked:
        story.marked = False
        content = [*mark(story), *content]
    return paragraph(story.job.styles.paragraph(shape), *content)


def _list(block: ListBlock, story: Story, where: _Where) -> Iterator[Markup]:
    depth = min(where.depth + 1, LEVELS)
    inside = _Where(depth, block.start is not None, block.tight, aside=where.aside)
    closed = not where.tight or where.closing
    numbering = story.job.numbering
    instance = numbering.instance(block, depth - 1)
    for entry in block.entries:
        made = list(_flow(entry.blocks[:-1], story, inside))
        ends = entry is block.entries[-1]
        ending = replace(inside, closing=closed and ends, with_next=where.with_next and ends)
        made += _flow(entry.blocks[-1:], story, ending)
        if entry.blocks and isinstance(entry.blocks[0], TextBlock):
            fill(made[0][0], numbering.properties(instance, depth - 1))
        yield from made


def _picture(block: FigureBlock, story: Story) -> Markup:
    image, house = block.image, story.job.house
    width, height = (side * _POINTS_PER_PIXEL for side in (image.width, image.height))
    scale = min(1.0, story.job.measure / 20 / width, house.figure_height.points / height)
    drawing = story.job.media.inline(
        image, block.alt, Length(width * scale), Length(height * scale), story.part
    )
    style = FIGURE_AFTER_DISPLAY if story.opening == "display" else FIGURE
    story.opening = ""
    return paragraph(style, make("w:r", drawing))


def _anchored(identifier: str, made: list[Markup], story: Story) -> list[Markup]:
    """Put a block's bookmark round it: inside its first and last paragraph, where editing programs keep it."""
    if not story.job.anchored or not made:
        return made
    start, end = story.job.bookmarks.of_block(identifier)
    first, last = made[0], made[-1]
    if first.tag == "w:p":
        first.insert(1, start)
    else:
        made.insert(0, start)
    if last.tag == "w:p":
        last.append(end)
    else:
        made.append(end)
    return made
