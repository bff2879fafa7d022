"""From an edited text to cuts in the source: the smallest ones first, wider ones where those do not read as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.merge.alignment import PARAGRAPH, Hunk, hunks, labels, same
from pressroom.merge.blocks import (
    between,
    line_end,
    newline,
    opened,
    parted,
    prefix_of,
    whole_lines,
)
from pressroom.merge.kinds import CELL
from pressroom.merge.markup import escaped, written
from pressroom.merge.returned import CALL, Marks
from pressroom.merge.units import Letter, Unit, line_start
from pressroom.merge.windows import Window, keeps_unseen, windows
from pressroom.place import Span

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"[ \t]*\r?\n[ \t>]*")
_PLAIN: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the source and what comes in its place."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paragraph as an editor left it; ``moved`` is its text in the source if it only stands in another place now."""

    letters: tuple[Letter, ...]
    kind: str
    moved: Span | None = None

    def written(self, source: str, *, cell: bool) -> str:
        """Return the text as it is written: as it was, with all that no editor sees, if it was moved."""
        if self.moved:
            return _BREAK.sub("\n", source[self.moved.start : self.moved.end])
        return text_of(self.letters, cell=cell)


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes edited paragraphs where ``units`` stand; ``context`` are all units up to the last of them."""

    source: str
    context: Sequence[Unit]
    units: Sequence[Unit]
    final: Sequence[Wanted]

    def ways(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write them, the smallest first."""
        first, last = self.units[0], self.units[-1]
        base, wanted = sequence(self.units), in_one(self.final)
        if not self.final and self._fills_lines():
            yield from self._without_lines()
        if not base and wanted:
            yield (Splice(last.content, self._text(wanted, 0, len(wanted), _PLAIN)),)
            return
        turned = self._turned()
        matched = list(hunks(base, wanted))
        if all(not h.equal or same(_old(base, h), _new(wanted, h)) for h in matched):
            for wide in (False, True):
                made = self._cut(base, wanted, matched, wide=wide)
                if made is not None:
                    yield (*made, *turned)
        if any(letter.span is None for letter in base):
            return
        whole = Span(first.content.start, last.content.end)
        some = windows(whole, base, wanted, matched)
        for stretches in (list(some), [Window(whole, 0, len(wanted))]):
            made = tuple(
                self._with_comments(
                    one.span, self._text(wanted, one.start, one.end, _PLAIN, anew=True)
                )
                for one in stretches
            )
            if all(keeps_unseen(self.source[s.span.start : s.span.end], s.text) for s in made):
                yield (*made, *turned)

    def _without_lines(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to take the units away; comments between them stay."""
        first, last = self.units[0], self.units[-1]
        start, end = whole_lines(self.source, first.content.start, last.content.end)
        behind = line_end(self.source, last.content.end)
        if first.kind == CELL and not first.row.endswith("-r0"):
            end = min(end, behind + len(newline(self.source)))  # the table is still to end there
        comments = [
            found[0]
            for found in _COMMENT.finditer(self.source, start, end)
            if not any(one.content.start <= found.start() < one.content.end for one in self.units)
        ]
        told = "".join(comment + newline(self.source) * 2 for comment in comments)
        yield (Splice(Span(start, end), told),)
        yield (Splice(Span(start, behind), told),)

    def _with_comments(self, span: Span, text: str) -> Splice:
        """Return a cut that keeps the comments of the source."""
        texts = {letter.span.start for unit in self.units for letter in unit.letters if letter.span}
        comments = (
            found[0]
            for found in _COMMENT.finditer(self.source, span.start, span.end)
            if found.start() not in texts
        )
        return Splice(span, "".join([text, *comments]))

    def _fills_lines(self) -> bool:
        """Tell whether the units stand alone on their lines; the cells of a row do if they are all of it."""
        first, last = self.units[0], self.units[-1]
        behind = self.source[last.content.end : line_end(self.source, last.content.end)]
        return CELL not in {first.kind, last.kind} or not (
            prefix_of(self.source, first) + behind
        ).strip("| \t>")

    def _turned(self) -> tuple[Splice, ...]:
        """Return the cuts that make the first unit a block of another kind."""
        unit = self.units[0]
        if (
            not self.final
            or self.final[0].kind == unit.kind
            or CELL in {unit.kind, self.final[0].kind}
        ):
            return ()
        start = line_start(self.source, unit.content.start)
        opening = opened(self.source, self.context[: -len(self.units)], unit, self.final[0].kind)
        lead = ""
        if "heading" not in unit.kind and prefix_of(self.source, unit).strip():
            above = self.source[line_start(self.source, max(start - 1, 0)) : max(start - 1, 0)]
            lead = "\n" if above.strip() else ""
        tail = parted(self.source, unit.content.end)
        made = (Splice(Span(start, unit.content.start), lead + opening),)
        end = Span(unit.content.end, unit.content.end)
        return (*made, Splice(end, tail)) if tail and lead else made

    def _cut(
        self, base: list[Letter], wanted: list[Letter], matched: list[Hunk], *, wide: bool
    ) -> tuple[Splice, ...] | None:
        """Make a cut for each hunk; ``wide`` takes the marks round what goes along with it. None where the house's wording goes."""
        made: list[Splice] = []
        for hunk in matched:
            i, j, k, m = hunk.start, hunk.end, hunk.new_start, hunk.new_end
            if hunk.equal:
                continue
            if any(letter.span is None for letter in base[i:j]):
                return None
            start, end = _edges(self.units, base, i, j, wide=wide)
            if i == j:
                start = end = _where(self.units, base, wanted, i, k)
            if start is None or end is None:
                return None
            around: Marks = base[i - 1].marks if i else base[0].marks
            if i < j and not wide and all(one.marks == base[i].marks for one in base[i:j]):
                around = base[i].marks  # the cut lies between these marks
            if any(kind == "note" for kind, _ in around):
                around = _PLAIN
            made.append(self._with_comments(Span(start, end), self._text(wanted, k, m, around)))
        return tuple(made)

    def _text(
        self, wanted: list[Letter], start: int, end: int, around: Marks, *, anew: bool = False
    ) -> str:
        """Write letters; ``around`` are the marks that hold already where they are put."""
        unit = self.units[-1]
        cell = unit.kind == CELL
        parts: list[str] = []
        number = sum(letter.text == PARAGRAPH for letter in wanted[:start])
        piece: list[Letter] = []
        opening = False
        for letter in [*wanted[start:end], None]:
            if letter is not None and letter.text != PARAGRAPH:
                piece.append(letter)
                continue
            whole = opening and len(piece) == len(self.final[number].letters)
            plain = not anew and not opening and all(one.marks == around for one in piece)
            parts.append(
                escaped("".join(one.text for one in piece), cell=cell)
                if plain and not labels(piece)
                else self.final[number].written(self.source, cell=cell)
                if whole
                else text_of(piece, cell=cell)
            )
            piece = []
            if letter is not None:
                number += 1
                kind = self.final[number].kind
                parts.append(between(self.source, self.context, unit, kind))
                opening = True
        if opening and end == len(wanted) and self.final[-1].kind != unit.kind:
            parts.append(parted(self.source, unit.content.end))
        return "".join(parts)


def spliced(source: str, splices: Sequence[Splice]) -> str | None:
    """Make cuts in a source; None if two of them overlap."""
    parts: list[str] = []
    at = 0
    for splice in sorted(splices, key=lambda one: (one.span.start, one.span.end)):
        if splice.span.start < at:
            return None
        parts += [source[at : splice.span.start], splice.text]
        at = splice.span.end
    return "".join([*parts, source[at:]])


def text_of(letters: Sequence[Letter], *, cell: bool) -> str:
    """Write letters with their marks and the calls of notes among them."""
    names = iter(labels(letters))
    calls = {
        at: f"[^{label_of(next(names, ''))}]" for at, one in enumerate(letters) if one.text == CALL
    }
    return written(letters, calls, cell=cell)


def label_of(note: str) -> str:
    """Return the label of a note of which the edition is known as well."""
    return note.rpartition(" ")[2]


def _old(base: list[Letter], hunk: Hunk) -> list[Letter]:
    return base[hunk.start : hunk.end]


def _new(wanted: list[Letter], hunk: Hunk) -> list[Letter]:
    return wanted[hunk.new_start : hunk.new_end]


def sequence(units: Sequence[Unit]) -> list[Letter]:
    """Return the letters of units in a row."""
    base: list[Letter] = []
    for number, unit in enumerate(units):
        if number:
            between_them = Span(units[number - 1].content.end, unit.content.start)
            base.append(Letter(PARAGRAPH, frozenset(), between_them))
        base += unit.letters
    return base


def in_one(final: Sequence[Wanted]) -> list[Letter]:
    """Return the letters of edited paragraphs in a row."""
    letters: list[Letter] = []
    for number, one in enumerate(final):
        letters += [Letter(PARAGRAPH, frozenset(), None)] if number else []
        letters += one.letters
    return letters


def _edges(
    units: Sequence[Unit], base: list[Letter], i: int, j: int, *, wide: bool
) -> tuple[int | None, int | None]:
    if i == j:
        return None, None
    first, last = base[i].span, base[j - 1].span
    if first is None or last is None:
        return None, None
    start, end = first.start, last.end
    ends_unit = j == len(base) or base[j].text == PARAGRAPH
    starts_unit = i == 0 or base[i - 1].text == PARAGRAPH
    if base[i].text == PARAGRAPH or (wide and starts_unit):
        start = (
            max(u.content.start for u in units if u.content.start <= start)
            if starts_unit
            else start
        )
    if ends_unit and (wide or any(letter.text == PARAGRAPH for letter in base[i:j])):
        end = min(u.content.end for u in units if u.content.end >= end)
    if wide and not starts_unit and (left := base[i - 1].span):
        start = left.end if base[i - 1].marks <= base[i].marks else start
    if wide and not ends_unit and (right := base[j].span):
        end = right.start if base[j].marks <= base[j - 1].marks else end
    return start, end


def _where(
    units: Sequence[Unit], base: list[Letter], wanted: list[Letter], i: int, k: int
) -> int | None:
    """Return where an insertion goes: to the neighbour that looks like it, or behind the whole text."""
    left = base[i - 1].span if i else None
    right = base[i].span if i < len(base) else None
    if wanted[k].text == PARAGRAPH and (right is None or base[i].text == PARAGRAPH):
        return min(
            (u.content.end for u in units if left and u.content.end >= left.end), default=None
        )
    if (
        left
        and base[i - 1].text != PARAGRAPH
        and (right is None or base[i - 1].marks == wanted[k].marks or base[i].text == PARAGRAPH)
    ):
        plain_end = right is None and base[i - 1].marks != wanted[k].marks
        return units[-1].content.end if plain_end else left.end
    if right and base[i].text != PARAGRAPH:
        return (
            right.start
            if base[i].marks == wanted[k].marks
            else (left.end if left else units[0].content.start)
        )
    return left.end if left else None
