"""Make the engine's line box out of a line of the composer."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportAttributeAccessIssue=false, reportOptionalMemberAccess=false
# pyright: reportPrivateUsage=false

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import add
from typing import Any

from weasyprint.formatting_structure import boxes
from weasyprint.layout.percent import resolve_percentages

from pressroom.typography.paragraph import SetLine
from pressroom.writers.pdf.composer.gather import Node, Paragraph, Strut
from pressroom.writers.pdf.composer.piece import PieceLayout

_NEAR = 1e-6


class _Text(boxes.TextBox):
    """Text in a line: there is nothing around it, whatever is around the box that it stands in.

    That stands in the class, since there is one for every line of a document: it takes half the room so.
    """

    margin_left = margin_right = 0
    border_top_width = border_right_width = border_bottom_width = border_left_width = 0
    padding_top = padding_right = padding_bottom = padding_left = 0


@dataclass(slots=True)
class Surroundings:
    """What the boxes of a line are laid out in; ``place`` lays out a box that is no text."""

    containing_block: Any
    place: Callable[[Any], Any]


def build(paragraph: Paragraph, line: SetLine, root: Any, x: float, around: Surroundings) -> Any:
    """Return the line box of a line that begins at ``x``; ``root`` is the box of the whole paragraph."""
    builder = _Builder(paragraph, line, (x, root.position_y), around)
    box = builder.inline(paragraph.root, root)
    _level(box, *paragraph.root.strut)
    return box


class _Builder:
    """Copies the boxes of a paragraph as far as they stand in a line."""

    def __init__(
        self,
        paragraph: Paragraph,
        line: SetLine,
        place: tuple[float, float],
        around: Surroundings,
    ) -> None:
        self._setting = paragraph.setting
        self._hyphens = paragraph.hyphens
        self._line = line
        self._x, self._y = place
        self._around = around
        self._owed = 0.0  # the gap behind the last piece
        self._piece: Any = None

    def inline(self, node: Node, box: Any) -> Any:
        """Copy a line or inline box."""
        first = node.start >= self._line.start
        last = node.end <= self._line.resume
        if not isinstance(box, boxes.LineBox):
            resolve_percentages(box, self._around.containing_block)
            for side in ("left", "right"):
                if getattr(box, f"margin_{side}") == "auto":
                    setattr(box, f"margin_{side}", 0)
        made = box.copy_with_children([])
        made.remove_decoration(start=not first, end=not last)
        made.position_y = self._y
        if not isinstance(box, boxes.LineBox):
            made.position_x = self._x
            self._x = made.content_box_x()
        children: list[Any] = []
        for child in node.children:
            if not self._holds(child):
                continue
            self._settle(child)
            if isinstance(child.box, boxes.TextBox):
                children.append(self._text(child))
            elif isinstance(child.box, boxes.InlineBox):
                children.append(self.inline(child, child.box))
            else:
                children.append(self._atom(child))
        made.children = children
        made.width = 0
        if children:
            made.width = (
                children[-1].position_x + children[-1].margin_width() - made.content_box_x()
            )
        if not isinstance(box, boxes.LineBox):
            self._x = made.position_x + made.margin_width()
        _lead(made, node.strut)
        return made

    def _holds(self, node: Node) -> bool:
        """Tell whether a box stands in the line; an empty one stands with what follows it."""
        line = self._line
        if node.start == node.end:
            total = len(self._setting.copy.text)
            return line.start <= node.start < line.resume or node.start == line.resume == total
        return node.start < line.end and node.end > line.start

    def _settle(self, node: Node) -> None:
        """Move on by the gap before a box that holds anything."""
        if node.end == node.start:
            return
        if self._owed and self._piece and _is_underlined_on(self._piece.style, node.box.style):
            self._piece.width += self._owed
            self._piece.pango_layout.gaps[-1] += self._owed
        self._x += self._owed
        self._owed = 0.0

    def _text(self, node: Node) -> Any:
        """Copy what stands in the line of a text box."""
        line, copy = self._line, self._setting.copy
        start, end = max(node.start, line.start), min(node.end, line.end)
        gaps = self._gaps(start, end)
        if end < line.end:
            self._owed, gaps[-1] = gaps[-1], 0.0
        box = node.box.copy_with_text(copy.text[start:end])
        box.__class__ = _Text
        box.position_x, box.position_y = self._x, self._y
        box.width = sum(copy.advances[start:end]) + sum(gaps)
        spaces = self._spaces_behind(node, end)
        gaps += [0.0] * len(spaces)
        hyphen = None
        if end == line.resume and end in self._setting.hyphens:
            hyphen = self._hyphens[end]
            box.width += self._setting.hyphens[end]
            gaps.append(0.0)
        text = box.text + spaces
        box.pango_layout = PieceLayout(text, start, node.glyphs, box.style, gaps, hyphen)
        _lead(box, node.strut)
        self._x += box.width
        self._piece = box
        return box

    def _gaps(self, start: int, end: int) -> list[float]:
        """Return what follows each character beside its advance; at the end of a line there is no gap."""
        line = self._line
        extra = line.extra[start - line.start : end - line.start]
        gaps = [*map(add, extra, self._setting.tails[start + 1 : end + 1])]
        if end == line.end:
            gaps[-1] = extra[-1]
        return gaps

    def _spaces_behind(self, node: Node, end: int) -> str:
        """Return the spaces that end the paragraph: they take no room in the line, but they are part of what it says."""
        text = self._setting.copy.text
        if end < self._line.end or self._line.resume < len(text):
            return ""
        return text[end : node.end].rstrip("\n")

    def _atom(self, node: Node) -> Any:
        box = self._around.place(node.box)
        box.translate(self._x - box.position_x)
        self._x += box.margin_width()
        self._piece = None
        return box


def _is_underlined_on(one: Any, other: Any) -> bool:
    """Tell whether the line under a piece goes on under the next one, and so through the gap between them."""
    return one["text_decoration_line"] != "none" and all(
        one[name] == other[name]
        for name in (
            "text_decoration_line",
            "text_decoration_style",
            "text_decoration_color",
            "color",
        )
    )


def _lead(box: Any, strut: Strut) -> None:
    """Give a box the line height and the baseline of its first face, whatever faces it falls back to (J11)."""
    line_height, box.baseline = strut
    box.height = box.style["font_size"]
    half = (line_height - box.height) / 2
    box.margin_top = half - box.border_top_width - box.padding_top
    box.margin_bottom = half - box.border_bottom_width - box.padding_bottom


def _level(box: Any, height: float, baseline: float) -> None:
    """Put everything that stands on the baseline of a line into the line's own strut, so that none grows (J11)."""
    for child in box.children:
        if (
            not isinstance(child, boxes.TextBox | boxes.InlineBox)
            or child.style["vertical_align"] != "baseline"
        ):
            continue
        if 0 < child.margin_height() <= height + _NEAR:
            child.margin_top += baseline - child.baseline
            child.baseline = baseline
            child.margin_bottom += height - child.margin_height()
        if isinstance(child, boxes.InlineBox):
            _level(child, height, baseline)
