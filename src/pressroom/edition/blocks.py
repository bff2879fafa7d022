"""From blocks to resolved blocks: ids, roles, markers, numbers, wording round captions and names."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from pressroom.edition.columns import column_widths
from pressroom.edition.figures import load
from pressroom.edition.pieces import set_pieces
from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    ListBlock,
    ListEntry,
    Piece,
    QuoteBlock,
    ResolvedBlock,
    RuleBlock,
    TableBlock,
    TextBlock,
)
from pressroom.edition.setting import Setting
from pressroom.edition.wording import framed, words
from pressroom.house.tokens import Role
from pressroom.model.blocks import (
    Block,
    BlockQuote,
    BulletList,
    Division,
    DivisionKind,
    EndMark,
    Figure,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Table,
    TableRow,
    ThematicBreak,
)
from pressroom.model.inlines import Inline
from pressroom.place import Span

_BULLETS = ("•", "–", "·")
_DIVISION_TEXT = {
    DivisionKind.BOILERPLATE: Role.BOILERPLATE,
    DivisionKind.NOTES: Role.EDITORS_NOTE,
    DivisionKind.CONTACT: Role.CONTACT,
    DivisionKind.ASIDE: Role.ASIDE,
}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What blocks stand in: the role of a paragraph there, and how many lists deep they are."""

    paragraph: Role
    lists: int = 0


def set_body(blocks: tuple[Block, ...], setting: Setting) -> tuple[ResolvedBlock, ...]:
    """Set the blocks of an edition; its first paragraph is the lead."""
    body = set_blocks(blocks, setting.identifier, Surroundings(Role.BODY), setting)
    for at, block in enumerate(body):
        if isinstance(block, TextBlock) and block.role is Role.BODY:
            return (*body[:at], replace(block, role=Role.LEAD), *body[at + 1 :])
    return body


def set_blocks(
    blocks: tuple[Block, ...], within: str, around: Surroundings, setting: Setting
) -> tuple[ResolvedBlock, ...]:
    """Set blocks; their ids are ``within`` and a number. A figure that cannot be had is reported and left out."""
    done = (
        _set(block, f"{within}-b{number}", around, setting)
        for number, block in enumerate(blocks, start=1)
    )
    return tuple(block for block in done if block is not None)


def _set(
    block: Block, identifier: str, around: Surroundings, setting: Setting
) -> ResolvedBlock | None:
    match block:
        case Paragraph():
            return _text(identifier, around.paragraph, block.children, block.span, setting)
        case Heading():
            role = Role.SUBHEAD if block.level == 2 else Role.MINOR_SUBHEAD
            text = _text(identifier, role, block.children, block.span, setting)
            return replace(text, level=block.level)
        case BulletList():
            bullet = _BULLETS[min(around.lists, len(_BULLETS) - 1)]
            markers = (bullet,) * len(block.items)
            entries = _entries(block.items, markers, identifier, around, setting)
            return ListBlock(identifier, None, block.tight, entries, block.span)
        case OrderedList():
            last = block.start + len(block.items)
            markers = tuple(f"{number}." for number in range(block.start, last))
            entries = _entries(block.items, markers, identifier, around, setting)
            return ListBlock(identifier, block.start, block.tight, entries, block.span)
        case BlockQuote():
            return _quote(block, identifier, around, setting)
        case Table():
            return _table(block, identifier, setting)
        case Figure():
            return _figure(block, identifier, setting)
        case ThematicBreak():
            return RuleBlock(identifier, block.span)
        case EndMark():
            pieces = words("###", setting.language, block.span)
            return TextBlock(identifier, Role.END_MARK, 0, setting.language, pieces, block.span)
        case Division():
            return _division(block, identifier, setting)
        case _:
            assert_never(block)


def _text(
    identifier: str, role: Role, inlines: tuple[Inline, ...], span: Span, setting: Setting
) -> TextBlock:
    pieces = set_pieces(inlines, setting)
    return TextBlock(identifier, role, 0, setting.language, pieces, span)


def _entries(
    items: tuple[ListItem, ...],
    markers: tuple[str, ...],
    within: str,
    around: Surroundings,
    setting: Setting,
) -> tuple[ListEntry, ...]:
    inside = Surroundings(Role.LIST_ITEM, around.lists + 1)
    return tuple(
        ListEntry(identifier, marker, set_blocks(item.blocks, identifier, inside, setting))
        for number, (item, marker) in enumerate(zip(items, markers, strict=True), start=1)
        for identifier in (f"{within}-i{number}",)
    )


def _quote(
    block: BlockQuote, identifier: str, around: Surroundings, setting: Setting
) -> QuoteBlock:
    inside = Surroundings(Role.QUOTE, around.lists)
    blocks = set_blocks(block.blocks, identifier, inside, setting)
    attribution = None
    if block.attribution:
        name = set_pieces(block.attribution.children, setting)
        pieces = framed(setting.labels.attribution, "name", name, setting.language)
        attribution = TextBlock(
            f"{identifier}-attribution",
            Role.ATTRIBUTION,
            0,
            setting.language,
            pieces,
            block.attribution.span,
        )
    return QuoteBlock(identifier, blocks, attribution, block.span)


def _caption(
    inlines: tuple[Inline, ...], within: str, template: str, number: int, setting: Setting
) -> TextBlock:
    own = set_pieces(inlines, setting)
    pieces: tuple[Piece, ...] = framed(
        template, "caption", own, setting.language, number=str(number)
    )
    span = inlines[0].span.cover(inlines[-1].span)
    return TextBlock(f"{within}-caption", Role.CAPTION, 0, setting.language, pieces, span)


def _table(table: Table, identifier: str, setting: Setting) -> TableBlock:
    caption = None
    if table.caption:
        setting.numbers.tables += 1
        caption = _caption(
            table.caption,
            identifier,
            setting.labels.table_caption,
            setting.numbers.tables,
            setting,
        )
    header, *rows = (
        _row(row, f"{identifier}-r{number}", role, setting)
        for number, row in enumerate((table.header, *table.rows))
        for role in (Role.TABLE_CELL if number else Role.TABLE_HEAD,)
    )
    widths = column_widths((header, *rows))
    return TableBlock(
        identifier, caption, header, tuple(rows), table.alignments, widths, table.span
    )


def _row(row: TableRow, within: str, role: Role, setting: Setting) -> tuple[TextBlock, ...]:
    return tuple(
        _text(f"{within}-c{number}", role, cell.children, cell.span, setting)
        for number, cell in enumerate(row.cells, start=1)
    )


def _figure(figure: Figure, identifier: str, setting: Setting) -> FigureBlock | None:
    image = load(figure, setting.file, setting.folder, setting.report)
    if image is None:
        return None
    caption = credit = None
    if figure.caption:
        setting.numbers.figures += 1
        template, number = setting.labels.figure_caption, setting.numbers.figures
        caption = _caption(figure.caption, identifier, template, number, setting)
    if figure.credit:
        own = words(figure.credit, setting.language, figure.span)
        pieces = framed(setting.labels.credit, "credit", own, setting.language)
        credit = TextBlock(
            f"{identifier}-credit", Role.CREDIT, 0, setting.language, pieces, figure.span
        )
    return FigureBlock(identifier, image, figure.alt, caption, credit, figure.span)


def _division(division: Division, identifier: str, setting: Setting) -> DivisionBlock:
    around = Surroundings(_DIVISION_TEXT[division.kind])
    blocks = set_blocks(division.blocks, identifier, around, setting)
    match blocks:
        case (TextBlock(level=level) as own, *rest) if level:
            blocks = (replace(own, role=Role.DIVISION_TITLE), *rest)
        case _:
            blocks = (*division_title(division.kind, identifier, setting), *blocks)
    return DivisionBlock(identifier, division.kind.value, blocks, division.span)


def division_title(kind: DivisionKind, identifier: str, setting: Setting) -> tuple[TextBlock, ...]:
    """Return the title that the house gives to divisions of a kind, none if it gives none."""
    labels = setting.labels
    titles = {
        DivisionKind.BOILERPLATE: labels.boilerplate,
        DivisionKind.NOTES: labels.notes,
        DivisionKind.CONTACT: labels.contact,
        DivisionKind.ASIDE: labels.aside,
    }
    return titled(titles[kind], identifier, setting)


def titled(title: str, within: str, setting: Setting) -> tuple[TextBlock, ...]:
    """Return the title of a part, none for an empty one."""
    if not title:
        return ()
    language = setting.language
    block = TextBlock(
        f"{within}-title", Role.DIVISION_TITLE, 2, language, words(title, language), None
    )
    return (block,)
