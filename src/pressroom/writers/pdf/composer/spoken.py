"""What is copied from a line with drawn gaps: ``/ActualText`` (ISO 32000-1 §14.9.4, cjk-rules S14).

Readers of PDF take a gap of a tenth of an em for a space. So a text that has such gaps says what it says, in pieces of one face
each, since some readers measure the way to the next piece from the first face in it. A gap between two pieces is filled with
a space that is drawn and not said: only so readers find the second where the first ends.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from array import array
from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from itertools import groupby, pairwise
from operator import attrgetter
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from pressroom.writers.pdf.composer.glyphs import GlyphRun
from pressroom.writers.pdf.composer.piece import UNSEEN, PieceLayout

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""They steer line ends and shapes; drawn text does not say them either."""


def bridge(line: Any) -> None:
    """Note on the texts of a line with which spaces the gaps between them are filled."""
    for size, group in groupby(_texts(line), key=_size):
        if not size:
            continue
        for one, other in pairwise(group):
            layout = one.pango_layout
            gap = other.position_x - one.position_x - one.width + layout.gaps[-1]
            if gap > UNSEEN * size:
                layout.tail = gap


def _size(text: Any) -> float:
    return 0.0 if text is None else text.style["font_size"]


def _texts(box: Any) -> Iterator[Any]:
    """Yield the text boxes of a line in the order in which they are drawn, None for what parts them."""
    for child in box.children:
        if isinstance(child, boxes.TextBox):
            yield child
        elif isinstance(child, boxes.InlineBox) and _is_in_order(child.style):
            yield from _texts(child)
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


class Piece(NamedTuple):
    """Glyphs of a text that are drawn together, up to the character ``end`` of the text.

    ``said`` is what readers are told that they say, None if they need not be told; ``tail`` is the width of the space behind, in
    CSS pixels.
    """

    runs: list[GlyphRun]
    end: int
    said: str | None = None
    tail: float = 0.0


def pieces(layout: PieceLayout, size: float) -> Iterator[Piece]:
    """Yield the pieces of a text whose type is of a size, in CSS pixels."""
    unseen, gaps, text = UNSEEN * size, layout.gaps, layout.text
    count = len(text)
    if not layout.tail and not _is_seen(gaps[:-1], unseen):
        yield Piece(list(layout.glyphs()), count)
        return
    at = 0
    for face, group in groupby(layout.glyphs(), key=_FACE):
        runs = list(group)
        end = runs[-1].end - layout.start
        tail = layout.tail if end == count else gaps[end - 1]
        if tail <= unseen or not face.space:
            tail = 0.0
        said = None
        if tail or _is_seen(gaps[at : end - 1], unseen):
            said = text[at:end]
            if not _can_say(said):
                said, tail = None, 0.0
        yield Piece(runs, end, said, tail)
        at = end


_FACE = attrgetter("face")


def _is_seen(gaps: array[float], unseen: float) -> bool:
    """Tell whether readers see one of some gaps."""
    return len(gaps) > 0 and (max(gaps) > unseen or min(gaps) < -unseen)


def _can_say(text: str) -> bool:
    """Tell whether every reader copies what is said: PDFium loses what stands beyond U+FFFF in ``/ActualText``."""
    return len(text.encode("utf-16-be")) == 2 * len(text)


def text_string(text: str) -> bytes:
    """Write a text string as bytes (ISO 32000-1 §7.9.2.2), which take half the room of hexadecimal digits."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    data = (BOM_UTF16_BE + text.encode("utf-16-be")).replace(b"\\", b"\\\\")
    for plain, escaped in ((b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        data = data.replace(plain, escaped)
    return b"(" + data + b")"
