"""What is copied from a line with drawn gaps: ``/ActualText`` (ISO 32000-1 §14.9.4, cjk-rules S14).

Readers of PDF take a gap of a tenth of an em for a space. So each piece of a line that has such gaps says what it says. A gap
between two pieces is filled with a space that is drawn and not said: only so readers find the second where the first ends.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from itertools import groupby, pairwise
from typing import Any

import pydyf
from weasyprint.formatting_structure import boxes

from pressroom.writers.pdf.composer.piece import UNSEEN, PieceLayout

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""They steer line ends and shapes; drawn text does not say them either."""


def say(line: Any) -> None:
    """Note on the pieces of a line what is to be copied from them."""
    for size, group in groupby(_pieces(line), key=_size):
        if size:
            _say(list(group), size)


def _size(piece: Any) -> float:
    return 0.0 if piece is None else piece.style["font_size"]


def _pieces(box: Any) -> Iterator[Any]:
    """Yield the text boxes of a line in the order in which they are drawn, None for what parts them."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and _is_in_order(child.style):
            yield from _pieces(child)
        else:
            yield None


def _is_in_order(style: Any) -> bool:
    """Tell whether an inline box stands on the line and makes no stacking context, which is drawn by itself (CSS 2.2 E)."""
    return (
        style["vertical_align"] == "baseline"
        and style["position"] == "static"
        and style["opacity"] == 1
        and not style["transform"]
    )


def _say(pieces: list[Any], size: float) -> None:
    unseen = UNSEEN * size
    for one, other in pairwise(pieces):
        gap = other.position_x - one.position_x - one.width + one.pango_layout.gaps[-1]
        if gap > unseen and _can_say(one.pango_layout):
            one.pango_layout.tail = gap
    for piece in pieces:
        layout = piece.pango_layout
        gaps = layout.tail > 0 or any(abs(gap) > unseen for gap in layout.gaps[:-1])
        layout.said = gaps and _can_say(layout)


def _can_say(layout: PieceLayout) -> bool:
    """Tell whether every reader copies what is said: PDFium loses what stands beyond U+FFFF in ``/ActualText``."""
    return all(character <= "\uffff" for character in layout.piece)


@contextmanager
def spoken(stream: Any, box: Any) -> Generator[None]:
    """Let what is drawn in the block say what was noted on it."""
    layout = getattr(box, "pango_layout", None)
    if not isinstance(layout, PieceLayout) or not layout.said:
        yield
        return
    # The innermost sequence, since some readers look no further.
    stream.begin_marked_content("Span", pydyf.Dictionary({"ActualText": _string(layout.piece)}))
    yield
    stream.end_marked_content()


def _string(text: str) -> bytes:
    """Write a text string as bytes (ISO 32000-1 §7.9.2.2), which take half the room of hexadecimal digits."""
    data = (BOM_UTF16_BE + text.translate(_INVISIBLE).encode("utf-16-be")).replace(b"\\", b"\\\\")
    for plain, escaped in ((b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        data = data.replace(plain, escaped)
    return b"(" + data + b")"
