"""Sets the lines of a document: what the engine asks for line by line is decided paragraph by paragraph."""

# pyright: reportUnknownMemberType=false, reportUnknownVariableType=false, reportUnknownArgumentType=false

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from weasyprint.css.functions import check_math
from weasyprint.formatting_structure import boxes
from weasyprint.layout import inline, preferred

from pressroom.language.profile import LATIN
from pressroom.typography.judging import Fill
from pressroom.typography.need import in_need, is_short
from pressroom.typography.paragraph import Measure, SetLine, compose
from pressroom.writers.pdf.composer.build import Surroundings, build
from pressroom.writers.pdf.composer.gather import Paragraph, gather
from pressroom.writers.pdf.composer.orphans import tie_last_word
from pressroom.writers.pdf.composer.page_ends import DIVIDED
from pressroom.writers.pdf.composer.shaping import Shaper
from pressroom.writers.pdf.composer.spoken import bridge

_NEAR = 1e-6
_COMPOSED = "composed"
_REMEMBERED = 6_000
"""How many characters of paragraphs are kept: a page that is laid out again finds its own, a long document does not pile up."""


@dataclass(slots=True)
class _Known:
    """What is known of a line box: its text, and the lines that were planned, by their first character and room.

    ``reached`` is the skip stack behind the last line that was set, and the character at which it points.
    """

    children: Any
    paragraph: Paragraph | None
    reached: tuple[Any, int] = None, 0
    lines: dict[int, tuple[float, SetLine]] = field(
        default_factory=dict[int, tuple[float, SetLine]]
    )

    @property
    def weight(self) -> int:
        """How many characters it takes the room of."""
        return 1 + len(self.paragraph.setting.copy.text) if self.paragraph else 1


class Composer:
    """Stands in for functions of the engine (``weasyprint.layout``) while a document is laid out."""

    def __init__(self, terms: tuple[str, ...] = ()) -> None:
        self._terms = terms
        self._split = inline.split_inline_box
        self._justify = inline.justify_line
        self._widths = preferred.inline_line_widths
        self._shaper = Shaper()
        self._known: OrderedDict[tuple[int, bool], _Known] = OrderedDict()
        self._weight = 0

    def split_inline_box(
        self,
        context: Any,
        box: Any,
        position_x: float,
        max_x: float,
        bottom_space: float,
        skip_stack: Any,
        containing_block: Any,
        *others: Any,
    ) -> Any:
        """Fill a line; inline boxes, and lines that are not for the composer, are the engine's."""
        absolute_boxes, fixed_boxes, *_, first_letter_style, first_line_style = others

        def place(atom: Any) -> Any:
            return inline.split_inline_level(
                context, atom, position_x, max_x, bottom_space, None, containing_block,
                absolute_boxes, fixed_boxes, [], [], [], None, None,
            )[0]  # fmt: skip

        def width_of(atom: Any) -> float:
            return place(atom).margin_width()

        known = None
        if isinstance(box, boxes.LineBox) and not first_letter_style and not first_line_style:
            known = self._look_up(box, width_of, laid_out=True)
        if known is None or known.paragraph is None:
            if isinstance(box, boxes.LineBox) and skip_stack is None:
                tie_last_word(box)
            return self._split(
                context, box, position_x, max_x, bottom_space, skip_stack, containing_block, *others
            )
        reached, start = known.reached
        if skip_stack != reached:
            start = known.paragraph.offset(skip_stack)
        measure = Measure(max_x - position_x, max_x - box.position_x)
        line = _planned(known, known.paragraph, start, measure)
        made = build(known.paragraph, line, box, position_x, Surroundings(containing_block, place))
        bridge(made)
        setattr(made, _COMPOSED, True)
        setattr(made, DIVIDED, line.resume in known.paragraph.hyphens)
        text = known.paragraph.setting.copy.text
        done = line.resume >= len(text)
        resume = None if done else known.paragraph.skip(line.resume)
        known.reached = resume, 0 if done else line.resume
        forced = text[line.resume - 1 : line.resume] == "\n"
        return made, resume, forced, None, None, {"left": 0, "right": 0}

    def justify_line(self, context: Any, line: Any, extra_width: float) -> None:
        """Justify a line of the engine's; the composer's are justified."""
        if not hasattr(line, _COMPOSED):
            self._justify(context, line, extra_width)

    def inline_line_widths(
        self,
        context: Any,
        box: Any,
        outer: bool,  # noqa: FBT001  # the engine's signature
        is_line_start: bool,  # noqa: FBT001
        minimum: bool,  # noqa: FBT001
        skip_stack: Any = None,
        first_line: bool = False,  # noqa: FBT001, FBT002
    ) -> Iterator[float]:
        """Yield the widths of lines for shrink-to-fit, with the spaces of the composer."""
        known = None
        if isinstance(box, boxes.LineBox):

            def width_of(atom: Any) -> float:
                wide = preferred.max_content_width(context, atom)
                return float(wide)

            known = self._look_up(box, width_of, laid_out=False)
        if known is None or known.paragraph is None:
            yield from self._widths(
                context, box, outer, is_line_start, minimum, skip_stack, first_line
            )
            return
        start = known.paragraph.offset(skip_stack)
        indent = _indent(box) if start == 0 else 0.0
        for width in (
            _stretches(known.paragraph, start) if minimum else _runs(known.paragraph, start)
        ):
            yield width + indent
            indent = 0.0

    def _look_up(self, box: Any, width_of: Callable[[Any], float], *, laid_out: bool) -> _Known:
        """Return what is known of a line box, read now if it was not before."""
        key = id(box.children), laid_out
        known = self._known.get(key)
        if known is None or known.children is not box.children:
            paragraph = gather(box, width_of, self._shaper, self._terms)
            known = self._known[key] = _Known(box.children, paragraph)
            self._weight += known.weight
            while self._weight > _REMEMBERED and len(self._known) > 1:
                self._weight -= self._known.popitem(last=False)[1].weight
        return known


def _planned(known: _Known, paragraph: Paragraph, start: int, measure: Measure) -> SetLine:
    """Return the line that begins at a character; plan the rest of the paragraph if it is a new one, or has other room."""
    planned = known.lines.get(start)
    if planned is None or abs(planned[0] - measure.first) > _NEAR:
        for line in _composed(paragraph, start, measure):
            room = measure.first if line.start == start else measure.others
            known.lines[line.start] = room, line
        planned = known.lines[start]
    return planned[1]


def _composed(paragraph: Paragraph, start: int, measure: Measure) -> tuple[SetLine, ...]:
    """Return the lines from a character to the next forced end, in need if one of a text of Han would stay short without."""
    setting, fill, anywhere = paragraph.setting, paragraph.fill, paragraph.anywhere
    lines = compose(setting, _breaks(paragraph, measure), measure, fill, start, anywhere)
    may_need = fill is Fill.JUSTIFIED and setting.late[-1] and paragraph.profile is not LATIN
    if not may_need or not is_short(lines, measure):
        return lines
    need = in_need(setting, paragraph.uax14, paragraph.profile)
    return compose(need.setting, need.breaks, measure, fill, start, anywhere, need.severed)


def _breaks(paragraph: Paragraph, measure: Measure) -> tuple[bool, ...]:
    """Return where lines may end; a heading keeps its bracket pairs whole if they leave others a quarter of the line (J13)."""
    if paragraph.fill is not Fill.BALANCED:
        return paragraph.breaks
    breaks = list(paragraph.breaks)
    for start, end in paragraph.pairs:
        if paragraph.setting.width(start, end) <= 0.75 * min(measure.first, measure.others):
            breaks[start + 1 : end] = [False] * (end - start - 1)
    return tuple(breaks)


def _stretches(paragraph: Paragraph, start: int) -> Iterator[float]:
    """Yield the widths of what no line may part, and of two cells: a narrower column would stack single characters."""
    setting = paragraph.setting
    count = len(setting.copy.text)
    if start == count:
        yield 0.0
    elif setting.late[-1]:
        yield min(
            2 * setting.copy.ems[start], setting.width(start, setting.visible_end(start, count))
        )
    for end in range(start + 1, count + 1):
        if paragraph.breaks[end]:
            yield setting.width(start, setting.visible_end(start, end))
            start = end


def _runs(paragraph: Paragraph, start: int) -> Iterator[float]:
    """Yield the widths from one forced line end to the next; the engine takes off the spaces at the last one itself."""
    setting, text = paragraph.setting, paragraph.setting.copy.text
    while True:
        end = text.find("\n", start)
        yield setting.width(start, len(text) if end < 0 else end)
        if end < 0:
            return
        start = end + 1


def _indent(box: Any) -> float:
    indent = box.style["text_indent"]
    return 0.0 if check_math(indent) or indent.unit == "%" else float(indent.value)
