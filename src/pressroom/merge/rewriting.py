"""Whole blocks written anew, where no smaller cut reads as an editor left them: lists of any depth, quotations, subheads, text.

What nobody edited keeps its marks, its blanks and its empty lines wherever they can stay.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pressroom.merge.blocks import line_end, newline, parted, prefix_of
from pressroom.merge.edits import trimmed_unit
from pressroom.merge.kinds import CELL, QUOTE, TEXT
from pressroom.merge.splices import Splice, Wanted, over_lines, text_of
from pressroom.merge.threeway import cuts_between
from pressroom.merge.units import Unit, line_start
from pressroom.merge.windows import keeps_unseen
from pressroom.place import Span

_ITEM = re.compile(r"(?P<indent> *)(?P<sign>[-*+]|(?P<number>[0-9]{1,9})(?P<dot>[.)]))(?P<gap> +)")
_PREFIXES = {
    "bullet": re.compile(r" *(?:[-*+] +)*[-*+] +"),
    "number": re.compile(r" *(?:[-*+] +)*[0-9]{1,9}[.)] +"),
    "heading": re.compile(r" *#+ +"),
    QUOTE: re.compile(r" *> ?"),
    TEXT: re.compile(r" *"),
}
_BLANK = re.compile(r"[ \t>\r\n]*")
_IN_ITEM = re.compile(r"-i[0-9]+")


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph to be written; ``unit`` is the one that it is, None if it is new; ``text`` is how its text is written already."""

    wanted: Wanted
    unit: Unit | None = None
    text: str = ""

    @property
    def stays(self) -> Unit | None:
        """Return the unit if the paragraph is still of its kind."""
        return self.unit if self.unit and self.unit.kind == self.wanted.kind else None


def kept(source: str, unit: Unit) -> Line:
    """Return a unit that nobody changed."""
    return Line(
        Wanted(trimmed_unit(unit), unit.kind), unit, source[unit.content.start : unit.content.end]
    )


def stretch(source: str, units: Sequence[Unit], numbers: Sequence[int]) -> range | None:
    """Return the numbers of all units of the blocks that some belong to; None if more than these units stands there."""
    first, last = min(numbers), max(numbers)
    while first and _block(units[first - 1]) == _block(units[first]):
        first -= 1
    while last + 1 < len(units) and _block(units[last + 1]) == _block(units[last]):
        last += 1
    inside = units[first : last + 1]
    if not all(unit.own and not unit.note and unit.kind != CELL for unit in inside):
        return None
    at = line_start(source, inside[0].content.start)
    for unit in inside:
        start = line_start(source, unit.content.start)
        word = unit.kind.partition(" ")[0]
        if (
            start < at
            or not _BLANK.fullmatch(source, at, start)
            or not _PREFIXES[word].fullmatch(prefix_of(source, unit))
        ):
            return None
        at = unit.content.end
    return range(first, last + 1) if not source[at : line_end(source, at)].strip() else None


def rewritten(source: str, inside: Sequence[Unit], lines: Sequence[Line]) -> tuple[Splice, ...]:
    """Return the cuts that make paragraphs of the units of a stretch; none if that would lose what no editor sees."""
    start = line_start(source, inside[0].content.start)
    end = line_end(source, inside[-1].content.end)
    old = source[start:end]
    new = _Sheet(source, inside).text(lines)
    if lines and not lines[0].stays:
        above = source[line_start(source, start - 1) : start]
        new = (newline(source) if above.strip() else "") + new
    if lines and not lines[-1].stays:
        new += parted(source, end)
    if not keeps_unseen(old, new):
        return ()
    return tuple(
        Splice(Span(start + cut.span.start, start + cut.span.end), cut.text)
        for cut in cuts_between(old, new)
    )


@dataclass(slots=True)
class _Level:
    """A list that is open: where its marks and the text behind them begin, and the number of its last item."""

    word: str
    indent: int
    inside: int
    sign: str
    number: int = 0


@dataclass(slots=True)
class _Sheet:
    """Writes paragraphs one below the other; ``counted`` are the numbers of the last items by list of the source.

    ``next_to`` is what follows upon a unit, by identifiers.
    """

    source: str
    units: Sequence[Unit]
    open: list[_Level] = field(default_factory=list[_Level])
    counted: dict[str, int] = field(default_factory=dict[str, int])
    next_to: dict[str, str] = field(default_factory=dict[str, str])

    def text(self, lines: Sequence[Line]) -> str:
        names = [unit.identifier for unit in self.units]
        self.next_to = dict(pairwise(names))
        for unit in self.units:
            if found := _ITEM.fullmatch(prefix_of(self.source, unit)):
                self.counted.setdefault(_list(unit), int(found["number"] or 1) - 1)
        parts: list[str] = []
        before: Line | None = None
        for line in lines:
            lead, close = self._lead(line)
            if before:
                parts.append(self._gap(before, line, lead, close=close))
            parts += [lead, self._words(line, lead)]
            before = line
        return "".join(parts)

    def _lead(self, line: Line) -> tuple[str, bool]:
        """Open and close lists as a paragraph asks; return what stands before it on its line, and whether it can follow an item closely."""
        word, _, depth = line.wanted.kind.partition(" ")
        if word in {"bullet", "number"}:
            return self._item(line, word, int(depth))
        del self.open[_depth(line.stays) if line.stays else 0 :]
        blanks = " " * (self.open[-1].inside if self.open else 0)
        if word == "heading":
            return f"{blanks}{'#' * int(depth)} ", False
        return f"{blanks}> " if word == QUOTE else blanks, False

    def _item(self, line: Line, word: str, depth: int) -> tuple[str, bool]:
        before = len(self.open)
        del self.open[depth:]
        if len(self.open) == depth and self.open[-1].word != word:
            self.open.pop()
        goes_on = len(self.open) == depth
        lead = ""
        if not goes_on:
            lead = " " * (self.open[-1].inside if self.open else 0)
            while len(self.open) < depth - 1:
                self.open.append(_Level("bullet", len(lead), len(lead) + 2, "-"))
                lead += "- "
            self.open.append(_Level(word, len(lead), 0, "-" if word == "bullet" else "."))
        level = self.open[-1]
        own = _ITEM.fullmatch(prefix_of(self.source, line.stays)) if line.stays else None
        if own:
            level.sign = own["dot"] or own["sign"]
        level.number = self._number(line, level, own, goes_on=goes_on)
        sign = level.sign if word == "bullet" else f"{level.number}{level.sign}"
        lead = f"{' ' * level.indent if goes_on else lead}{sign}{own['gap'] if own else ' '}"
        level.inside = len(lead)
        # A list within an item can follow upon a line of text only if it begins with 1.
        within = depth > before and (word == "bullet" or level.number == 1)
        return lead, goes_on or within

    def _number(
        self, line: Line, level: _Level, own: re.Match[str] | None, *, goes_on: bool
    ) -> int:
        if level.word == "bullet" or line.stays is None or own is None:
            return level.number + 1
        name = _list(line.stays)
        number = int(own["number"]) if goes_on else self.counted.get(name, 0) + 1
        self.counted[name] = number
        return number

    def _gap(self, before: Line, line: Line, lead: str, *, close: bool) -> str:
        """Return what parts two paragraphs: what did so before if both have stayed."""
        end = newline(self.source)
        one, other = before.stays, line.stays
        if one and other and self.next_to.get(one.identifier) == other.identifier:
            start = line_start(self.source, other.content.start)
            if self.source[start : other.content.start] == lead:
                return self.source[one.content.end : start]
        if before.wanted.kind == line.wanted.kind == QUOTE:
            return f"{end}{lead.rstrip()}{end}"
        follows = before.wanted.kind.startswith(("bullet", "number"))
        return end if close and follows else end * 2

    def _words(self, line: Line, lead: str) -> str:
        """Return the text of a paragraph; that of one that stays goes on over the lines as it did."""
        moved = line.wanted.moved
        text = line.text or (self.source[moved.start : moved.end] if moved else "")
        if line.stays and line.text and prefix_of(self.source, line.stays) == lead:
            return text
        if not text or line.wanted.kind.startswith("heading"):  # which is one line of source
            return text_of(line.wanted.letters, kind=line.wanted.kind)
        behind = lead if line.wanted.kind == QUOTE else " " * len(lead)
        return over_lines(self.source, text, behind)


def _block(unit: Unit) -> tuple[str, ...]:
    """Return what names the outermost block that a unit stands in."""
    return tuple(unit.identifier.split("-")[:2])


def _list(unit: Unit) -> str:
    return unit.identifier.rpartition("-i")[0]


def _depth(unit: Unit) -> int:
    """Return in how many lists a unit stands."""
    return len(_IN_ITEM.findall(unit.identifier))
