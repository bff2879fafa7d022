"""Read the text of a paragraph out of the engine's boxes, whatever inline boxes part it."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias, cast

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.text.ffi import FROM_UNITS
from weasyprint.text.line_break import strut

from pressroom.language.profile import Profile
from pressroom.language.registry import is_han, profile
from pressroom.typography.addresses import addresses
from pressroom.typography.cells import OBJECT, has_cells
from pressroom.typography.copy import Copy
from pressroom.typography.hyphenation import hyphens
from pressroom.typography.judging import Fill
from pressroom.typography.kinsoku import opportunities, pairs
from pressroom.typography.line import Setting
from pressroom.typography.spacing import gaps
from pressroom.typography.units import held, quoted_words
from pressroom.writers.pdf.composer.glyphs import GlyphRun, Glyphs
from pressroom.writers.pdf.composer.shaping import Shaper, line_breaks

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_VERBATIM = frozenset({"code", "kbd", "samp", "tt"})


Strut: TypeAlias = tuple[float, float]
"""How high the lines of a box's first face are, and how far below their top its baseline is, in CSS pixels."""


@dataclass(slots=True)
class Node:
    """A box of the paragraph and the characters (``start`` to ``end``, excluded) that it holds; of text, its glyphs."""

    box: Any
    start: int
    end: int
    children: list[Node] = field(default_factory=list["Node"])
    glyphs: tuple[Glyphs, ...] = ()
    strut: Strut = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph ready for the rules: its boxes, its copy, and where its lines may end."""

    root: Node
    setting: Setting
    breaks: tuple[bool, ...]
    anywhere: tuple[bool, ...]
    fill: Fill
    pairs: tuple[tuple[int, int], ...]
    hyphens: Mapping[int, GlyphRun]
    """The hyphens of words that may be divided, by the character before which they may."""
    uax14: bytes
    profile: Profile

    def offset(self, skip: Any) -> int:
        """Return the character at which the engine's skip stack points."""
        node = self.root
        while skip is not None:
            ((index, skip),) = skip.items()
            if isinstance(node.box, boxes.TextBox):
                return node.start + len(node.box.text.encode()[:index].decode())
            if index >= len(node.children):
                return node.end
            node = node.children[index]
        return node.start

    def skip(self, offset: int) -> dict[int, Any]:
        """Return the skip stack that points at a character."""
        return _skip(self.root, offset)


def _skip(node: Node, offset: int) -> dict[int, Any]:
    if isinstance(node.box, boxes.TextBox):
        return {len(node.box.text[: offset - node.start].encode()): None}
    for index, child in enumerate(node.children):
        if child.end > offset or child.start == child.end == offset:
            return {index: None if child.start == offset else _skip(child, offset)}
    return {len(node.children): None}


def gather(
    line: Any, width_of: Callable[[Any], float], shaper: Shaper, terms: tuple[str, ...] = ()
) -> Paragraph | None:
    """Return what a line box holds, None if it is not for the composer; ``width_of`` measures boxes that are no text.

    ``terms`` are words that are not divided. The composer sets what holds Han cells, and of English what is justified, hyphenated
    or a heading. It leaves to the engine what is preformatted,
    letterspaced, written from the right, hyphenated by hand, or holds floats and other boxes that are out of the flow.
    """
    texts = (box.text for box in line.descendants() if isinstance(box, boxes.TextBox))
    if not _is_composed_english(line) and not any(map(has_cells, texts)):
        return None
    gatherer = _Gatherer(width_of, shaper)
    root = gatherer.visit(line, [])
    return None if root is None else gatherer.paragraph(root, line, terms)


class _Gatherer:
    """Collects copy, character by character, on the way through the boxes."""

    def __init__(self, width_of: Callable[[Any], float], shaper: Shaper) -> None:
        self._width_of = width_of
        self._shaper = shaper
        self._text: list[str] = []
        self._advances: list[float] = []
        self._ems: list[float] = []
        self._leads: list[float] = []
        self._trails: list[float] = []
        self._tied: list[bool] = []
        self._verbatim: list[bool] = []
        self._rigid: list[bool] = []
        self._anywhere: list[bool] = []
        self._before: list[Any] = []
        self._lead = 0.0

    def visit(self, box: Any, path: list[Any]) -> Node | None:
        """Read a box and what is in it; None if the paragraph is not for the composer."""
        start = len(self._text)
        if isinstance(box, boxes.TextBox):
            return self._read(box, path, start)
        if not isinstance(box, boxes.LineBox | boxes.InlineBox):
            if not _is_atom(box):
                return None
            self._add(OBJECT, [self._width_of(box)], box, path)
            return Node(box, start, start + 1)
        left, right = (0.0, 0.0) if isinstance(box, boxes.LineBox) else _sides(box)
        if left is None or right is None or not _is_plain(box):
            return None
        self._lead += left
        path = [*path, box]
        children: list[Node] = []
        for child in box.children:
            if not child.is_in_normal_flow():
                return None
            node = self.visit(child, path)
            if node is None:
                return None
            children.append(node)
        end = len(self._text)
        if right and end > start:
            self._trails[-1] += right
        elif right or (left and end == start):
            return None
        return Node(box, start, end, children, strut=cast("Strut", strut(box.style)))

    def _read(self, box: Any, path: list[Any], start: int) -> Node | None:
        style, text = box.style, box.text
        if not _is_composable(style, text):
            return None
        glyphs: list[Glyphs] = []
        for number, part in enumerate(text.split("\n")):
            if number:
                self._add("\n", [0.0], box, path)
            if part:
                first = len(self._text)
                shaped = self._shaper.shape(part, style, first)
                if shaped is None:
                    return None
                self._add(part, [width * FROM_UNITS for width in shaped.widths()], box, path)
                glyphs.append(shaped)
        return Node(
            box, start, start + len(text), glyphs=tuple(glyphs), strut=cast("Strut", strut(style))
        )

    def _add(self, text: str, widths: list[float], box: Any, path: list[Any]) -> None:
        style = box.style
        count = len(text)
        nowrap = _unbreakable(style)
        self._text.append(text) if count == 1 else self._text.extend(text)
        self._advances += widths
        self._ems += [style["font_size"]] * count
        self._leads += [self._lead] + [0.0] * (count - 1)
        self._trails += [0.0] * count
        self._lead = 0.0
        self._tied += [self._tied_to_former(path)] + [nowrap] * (count - 1)
        chain = [*path[1:], box]
        self._verbatim += [any(one.element_tag in _VERBATIM for one in chain)] * count
        self._rigid += [any(_is_patterned(one.style) for one in chain)] * count
        self._anywhere += [style["overflow_wrap"] in {"anywhere", "break-word"}] * count
        self._before = path

    def _tied_to_former(self, path: list[Any]) -> bool:
        """Tell whether the nearest box around two neighbours keeps them on one line (CSS Text 3 §5.1)."""
        common = None
        for one, other in zip(path, self._before, strict=False):
            if one is not other:
                break
            common = one
        return common is not None and _unbreakable(common.style)

    def paragraph(self, root: Node, line: Any, terms: tuple[str, ...]) -> Paragraph:
        text = "".join(self._text)
        for start, end in addresses(text):
            self._verbatim[start:end] = [True] * (end - start)
        language = line.style["lang"]
        composed_by = profile(language or "")
        copy = Copy(
            text,
            self._advances,
            self._ems,
            self._leads,
            self._trails,
            self._tied,
            self._verbatim,
            self._rigid,
            composed_by.corner,
        )
        uax14 = line_breaks(text, language)
        units = held(text)
        if not is_han(language or ""):
            units += quoted_words(text)
        heading = line.element_tag in _HEADINGS
        divided: dict[int, GlyphRun] = {}
        if _is_hyphenated(line):
            divided = self._hyphens(root, frozenset(hyphens(copy, terms)))
        widths = {at: run.advances[0] * FROM_UNITS for at, run in divided.items()}
        return Paragraph(
            root,
            Setting(copy, gaps(copy, composed_by, units), widths),
            opportunities(copy, uax14, units, spaced=composed_by.spaced),
            tuple(self._anywhere),
            _fill(line, heading=heading),
            pairs(text) if heading else (),
            divided,
            uax14,
            composed_by,
        )

    def _hyphens(self, root: Node, places: frozenset[int]) -> dict[int, GlyphRun]:
        """Return a hyphen for each place, in the type of the letters before it."""
        made: dict[int, GlyphRun] = {}
        for node in _text_nodes(root):
            style = node.box.style
            # A line under the word is drawn in the sequence of its text, in which there can be no artifact.
            if not _is_hyphenated(node.box) or style["text_decoration_line"] != "none":
                continue
            inner = places.intersection(range(node.start + 1, node.end))
            hyphen = self._shaper.hyphen(style) if inner else None
            if hyphen is not None:
                made |= {
                    at: hyphen._replace(characters=range(at, at + 1), end=at + 1) for at in inner
                }
        return made


def _text_nodes(node: Node) -> Iterator[Node]:
    if isinstance(node.box, boxes.TextBox):
        yield node
    for child in node.children:
        yield from _text_nodes(child)


def _is_composed_english(line: Any) -> bool:
    return _is_english(line) and (
        line.style["text_align_all"] == "justify"
        or line.element_tag in _HEADINGS
        or _is_hyphenated(line)
    )


def _is_english(box: Any) -> bool:
    return (box.style["lang"] or "").startswith("en")


def _is_hyphenated(box: Any) -> bool:
    """Tell whether English words may be divided; what is Latin in Han text is taken for English."""
    hyphenated = box.style["hyphens"] == "auto" and box.element_tag not in _HEADINGS
    return hyphenated and (_is_english(box) or is_han(box.style["lang"] or ""))


def _fill(line: Any, *, heading: bool) -> Fill:
    if line.style["text_align_all"] == "justify":
        return Fill.JUSTIFIED
    return Fill.BALANCED if heading else Fill.RAGGED


def _is_atom(box: Any) -> bool:
    return isinstance(box, boxes.AtomicInlineLevelBox | boxes.InlineFlexBox | boxes.InlineGridBox)


def _is_plain(box: Any) -> bool:
    """Tell whether the composer can take an inline box apart at line ends."""
    style = box.style
    return (
        style["direction"] == "ltr"
        and style["box_decoration_break"] == "slice"
        and not box.is_leader
        and box.first_letter_style is None
        and box.first_line_style is None
    )


def _is_composable(style: Any, text: str) -> bool:
    return (
        style["direction"] == "ltr"
        and style["font_size"] > 0
        and style["white_space"] in {"normal", "nowrap", "pre-line"}
        and style["letter_spacing"] in {"normal", 0}
        and style["word_spacing"] == 0
        and style["word_break"] == "normal"
        and "\u00ad" not in text
        and "\t" not in text
    )


def _unbreakable(style: Any) -> bool:
    return style["white_space"] in {"nowrap", "pre"}


def _is_patterned(style: Any) -> bool:
    """Tell whether something is drawn behind a box at fixed steps, which its characters have to keep to (dots)."""
    return any(image[0] != "none" for image in style["background_image"])


def _sides(box: Any) -> tuple[float | None, float | None]:
    """Return the room that an inline box takes before and after its text, None if it depends on what is around it."""
    return _side(box, "left"), _side(box, "right")


def _side(box: Any, side: str) -> float | None:
    width = float(box.style[f"border_{side}_width"])
    for kind in ("margin", "padding"):
        value = box.style[f"{kind}_{side}"]
        if value == "auto":
            continue
        if check_math(value) or (value.value and value.unit.lower() != "px"):
            return None
        width += value.value
    return width
