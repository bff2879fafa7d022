"""Ways through the nodes of an edition, in the order of its text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias, assert_never

from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
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

Leaf: TypeAlias = Text | Code | HardBreak | NoteReference | Ruby
Branch: TypeAlias = (
    Emphasis
    | Strong
    | Superscript
    | Subscript
    | Link
    | Dots
    | ProperName
    | BookTitle
    | InLanguage
    | NoBreak
    | Dateline
)

LEAVES = (Text, Code, HardBreak, NoteReference, Ruby)


def nodes(inlines: Iterable[Inline]) -> Iterator[tuple[Inline, int]]:
    """Yield every node in the order of the text, parents first, with its depth from 1; deep trees do not matter."""
    waiting = [(node, 1) for node in inlines][::-1]
    while waiting:
        node, depth = waiting.pop()
        yield node, depth
        if not isinstance(node, LEAVES):
            waiting.extend((child, depth + 1) for child in reversed(node.children))


def leaves(inlines: Iterable[Inline]) -> Iterator[Leaf]:
    """Yield the nodes without children, in the order of the text."""
    return (node for node, _ in nodes(inlines) if isinstance(node, LEAVES))


def is_blank(inlines: Iterable[Inline]) -> bool:
    """Tell whether nothing would be seen: no nodes, or texts of blanks alone."""
    return all(isinstance(leaf, Text) and not leaf.text.strip() for leaf in leaves(inlines))


def lines_of(blocks: Iterable[Block]) -> Iterator[tuple[Inline, ...]]:
    """Yield the running text of each block and of the blocks inside it, nothing but its end for a break."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block.children
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from lines_of(item.blocks)
            case BlockQuote():
                yield from lines_of(block.blocks)
                if block.attribution:
                    yield block.attribution.children
            case Table():
                yield block.caption
                for row in (block.header, *block.rows):
                    yield from (cell.children for cell in row.cells)
            case Figure():
                yield block.caption
            case Division():
                yield from lines_of(block.blocks)
            case ThematicBreak() | EndMark():
                yield ()
            case _:
                assert_never(block)
