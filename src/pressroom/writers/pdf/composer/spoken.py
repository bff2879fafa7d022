"""What is copied from a line with drawn gaps: ``/ActualText`` (ISO 32000-1 §14.9.4, cjk-rules S14).

Readers of PDF take a gap of a tenth of an em for a space. So what has such gaps in it says what it says, in pieces of one face
each, since some readers measure the way to the next piece from the first face in it. A gap between two faces is filled with a
space that is drawn and not said, by the shorter one where it can be: only so readers find the second where the first ends.
"""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from codecs import BOM_UTF16_BE
from collections.abc import Iterator
from itertools import groupby, pairwise
from typing import Any, NamedTuple

from weasyprint.formatting_structure import boxes

from pressroom.writers.pdf.composer.glyphs import GlyphRun, runs_of
from pressroom.writers.pdf.composer.piece import UNSEEN, PieceLayout

_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff"))
"""They steer line ends and shapes; drawn text does not say them either."""

_FILLED = 3.5
"""How much wider than one that is not seen a gap is that a space fills, but for what is not seen: a space takes a quarter of an em."""


def bridge(line: Any) -> None:
    """Note on the texts of a line which gaps there are between them."""
    texts = [*_texts(line)]
    if len(texts) == 1:
        return
    for size, group in groupby(texts, key=_size):
        if not size:
            continue
        for one, other in pairwise(group):
            layout = one.pango_layout
            gap = other.position_x - one.position_x - one.width + layout.gaps[-1]
            if gap > UNSEEN * size:
                layout.gaps[-1] = gap


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

    ``said`` is what readers are told that they say, None if they need not be told; ``lead`` and ``tail`` are the widths of the
    spaces before and behind, in CSS pixels, none if 0.
    """

    runs: list[GlyphRun]
    end: int
    said: str | None = None
    lead: float = 0.0
    tail: float = 0.0


def pieces(layout: PieceLayout, size: float) -> Iterator[Piece]:
    """Yield the pieces of a text whose type is of a size, in CSS pixels."""
    unseen, gaps, text = UNSEEN * size, layout.gaps, layout.text
    if max(gaps, default=0.0) <= unseen:
        yield Piece([*layout.glyphs()], len(text))
        return
    runs = [*_parted(layout, unseen)]
    ends = [0, *(run.end - layout.start for run in runs)]
    seen = [max(gaps[start : end - 1], default=0.0) > unseen for start, end in pairwise(ends)]
    mute = [not _can_say(text[start:end]) for start, end in pairwise(ends)]
    bridges = _bridges([gaps[end - 1] for end in ends[1:]], ends, seen, mute, unseen)
    silent: list[GlyphRun] = []
    for at, (run, (lead, tail)) in enumerate(zip(runs, bridges, strict=True)):
        start, end = ends[at : at + 2]
        if (seen[at] or lead or tail) and not mute[at]:
            if silent:
                yield Piece(silent, start)
                silent = []
            yield Piece([run], end, text[start:end], lead, tail)
        else:
            silent.append(run)
    if silent:
        yield Piece(silent, len(text))


def _parted(layout: PieceLayout, unseen: float) -> Iterator[GlyphRun]:
    """Yield the runs of a text, parted where what cannot be said begins and ends.

    What follows that is parted again at its first gap that is seen, so that it has a space behind it (``_bridges``).
    """

    def can_say(cluster: tuple[int, int]) -> bool:
        start, end = cluster
        return _can_say(layout.text[start - layout.start : end - layout.start])

    for run in layout.glyphs():
        if can_say((run.characters[0], run.end)):
            yield run
            continue
        after_mute = False
        clusters = pairwise([*dict.fromkeys(run.characters), run.end])
        for says, group in groupby(clusters, key=can_say):
            bounds = [*group]
            start, end = bounds[0][0], bounds[-1][1]
            if says and after_mute:
                ends = (stop for _, stop in bounds if layout.gaps[stop - 1 - layout.start] > unseen)
                middle = next(ends, end)
                yield from runs_of(layout.texts, start, middle)
                start = middle
            yield from runs_of(layout.texts, start, end)
            after_mute = not says


def _bridges(
    gaps: list[float], ends: list[int], seen: list[bool], mute: list[bool], unseen: float
) -> list[tuple[float, float]]:
    """Return how wide the spaces are before and behind each run; ``gaps`` are those behind them.

    A gap is filled by the run before it. If that need not say anything else, and the one behind it is shorter and fills a gap
    anyway, it is filled by that one; not if it had no space behind it, since MuPDF says such a text twice, nor if the space did
    not reach to its first glyph: MuPDF takes that for the place of the second. A gap behind a run that
    cannot say anything can be filled by the one behind it alone.
    """
    found: list[tuple[float, float]] = []
    lengths = [end - start for start, end in pairwise(ends)]
    lead = 0.0
    for at, (gap, after) in enumerate(pairwise([*gaps, 0.0])):
        tail, ahead = (gap if gap > unseen else 0.0), 0.0
        may_lead = after > unseen and gap < _FILLED * unseen and not mute[at + 1]
        is_shorter = may_lead and lengths[at + 1] < lengths[at]
        if may_lead and (mute[at] or (is_shorter and not (lead or seen[at]))):
            tail, ahead = 0.0, tail
        found.append((lead, tail))
        lead = ahead
    return found


def _can_say(text: str) -> bool:
    """Tell whether every reader copies what is said: PDFium loses what stands beyond U+FFFF in ``/ActualText``."""
    return len(text.encode("utf-16-be")) == 2 * len(text)


def text_string(text: str) -> bytes:
    """Write a text string as bytes (ISO 32000-1 §7.9.2.2), which take half the room of hexadecimal digits."""
    if not text.isascii():
        text = text.translate(_INVISIBLE)
    return b"(%b)" % escaped(BOM_UTF16_BE + text.encode("utf-16-be"))


def escaped(data: bytes) -> bytes:
    """Return bytes as they stand between the brackets of a literal string (ISO 32000-1 §7.3.4.2)."""
    data = data.replace(b"\\", b"\\\\")
    for plain, written in ((b"(", b"\\("), (b")", b"\\)"), (b"\r", b"\\r")):
        data = data.replace(plain, written)
    return data
