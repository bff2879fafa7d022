"""From an edited text to cuts in the source: the smallest ones first, wider ones where those do not read as they should."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise, product

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
from pressroom.merge.markup import escaped
from pressroom.merge.returned import Marks
from pressroom.merge.splices import Splice, Wanted, in_one, sequence, text_of
from pressroom.merge.units import Letter, Unit, line_start
from pressroom.merge.windows import Window, keeps_unseen, windows
from pressroom.place import Span

_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OPENING = re.compile(
    r"[ \t>]*(?:(?:[-*+]|[0-9]+[.)])[ \t]+)*(?:#+[ \t]+|[—⸺]+[ \t]*|Table:[ \t]*)?"
)
_MORE = re.compile(r"!\[|^[ \t>]*(?::::|(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$)", re.MULTILINE)
"""What stands between two texts and is no mark of either: figures, divisions, breaks."""
_PLAIN: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Writing:
    """Writes edited paragraphs where ``units`` stand; ``context`` are all units up to the last of them."""

    source: str
    context: Sequence[Unit]
    units: Sequence[Unit]
    final: Sequence[Wanted]

    def ways(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write them, the smallest first; none takes a figure, a break or a division along."""
        ways = self._ways()
        if len(self.units) > len(self.final) == 1:
            ways = chain(ways, self._in_first())
        yield from (way for way in ways if not any(self._takes_more(cut.span) for cut in way))

    def _in_first(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write all in the place of the first unit and to take the others away, with their lines where they fill them."""
        rest = replace(self, units=self.units[1:], final=())
        emptied = tuple(Splice(unit.content, "") for unit in rest.units)
        gone = list(rest.without_lines()) if rest.fills_lines() else [emptied]
        for cuts, others in product(replace(self, units=self.units[:1]).ways(), gone):
            text = "".join(cut.text for cut in cuts)
            if not cuts or all(keeps_unseen(self._content(unit), text) for unit in rest.units):
                yield (*cuts, *others)

    def _content(self, unit: Unit) -> str:
        return self.source[unit.content.start : unit.content.end]

    def _takes_more(self, span: Span) -> bool:
        """Tell whether a cut would take away what stands between two units."""
        return any(
            span.start <= one.content.end
            and other.content.start <= span.end
            and _MORE.search(self.source, one.content.end, other.content.start)
            for one, other in pairwise(self.units)
        )

    def _ways(self) -> Iterator[tuple[Splice, ...]]:
        first, last = self.units[0], self.units[-1]
        base, wanted = sequence(self.units), in_one(self.final)
        if not self.final and self.fills_lines():
            yield from self.without_lines()
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
            yield (*self._in_pieces(base, wanted, matched), *turned)
        # Behind wording of the house, as it stands behind a dateline, all can be written anew.
        own = max((at + 1 for at, one in enumerate(base) if one.span is None), default=0)
        begin = first.content.start
        if own:
            if own == len(base) or not same(base[:own], wanted[:own]):
                return
            begin = next(one.span.start for one in base[own:] if one.span)
        whole = Span(begin, last.content.end)
        new = wanted[own:]
        some = windows(whole, base[own:], new, list(hunks(base[own:], new)))
        for stretches in (list(some), [Window(whole, 0, len(new))]):
            made = tuple(
                self._with_comments(
                    one.span,
                    self._text(wanted, own + one.start, own + one.end, _PLAIN, anew=True),
                )
                for one in stretches
            )
            if all(keeps_unseen(self.source[s.span.start : s.span.end], s.text) for s in made):
                yield (*made, *turned)

    def without_lines(self) -> Iterator[tuple[Splice, ...]]:
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
        alone = [replace(self, units=(unit,)) for unit in self.units]
        if len(alone) > 1 and all(one.fills_lines() for one in alone):
            yield tuple(chain.from_iterable(next(one.without_lines()) for one in alone))

    def _with_comments(self, span: Span, text: str) -> Splice:
        """Return a cut that keeps the comments of the source."""
        texts = {letter.span.start for unit in self.units for letter in unit.letters if letter.span}
        comments = (
            found[0]
            for found in _COMMENT.finditer(self.source, span.start, span.end)
            if found.start() not in texts
        )
        return Splice(span, "".join([text, *comments]))

    def fills_lines(self) -> bool:
        """Tell whether the units stand alone on their lines; the cells of a row do if they are all of it."""
        first, last = self.units[0], self.units[-1]
        before = prefix_of(self.source, first)
        behind = self.source[last.content.end : line_end(self.source, last.content.end)]
        if CELL in {first.kind, last.kind}:
            return not (before + behind).strip("| \t>")
        return bool(_OPENING.fullmatch(before)) and not _COMMENT.sub("", behind).strip()

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

    def _in_pieces(
        self, base: list[Letter], wanted: list[Letter], matched: list[Hunk]
    ) -> Iterator[Splice]:
        """Yield cuts that leave all marks, also those round what is gone."""
        for hunk in matched:
            if hunk.equal:
                continue
            gone = [one for one in base[hunk.start : hunk.end] if one.span]
            text = self._text(wanted, hunk.new_start, hunk.new_end, _PLAIN)
            for at, letter in enumerate(gone):
                if letter.span:
                    yield Splice(letter.span, "" if at else text)
            if not gone:
                place = _where(self.units, base, wanted, hunk.start, hunk.new_start)
                yield Splice(Span(place or 0, place or 0), text)

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
                if i == len(base) and wanted[k].text == PARAGRAPH:
                    # The line of a figure goes on behind its caption.
                    start = end = line_end(self.source, self.units[-1].content.end)
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
        parts: list[str] = []
        number = sum(letter.text == PARAGRAPH for letter in wanted[:start])
        piece: list[Letter] = []
        opening = False
        for letter in [*wanted[start:end], None]:
            if letter is not None and letter.text != PARAGRAPH:
                piece.append(letter)
                continue
            kind = self.final[number].kind if self.final else unit.kind
            whole = opening and len(piece) == len(self.final[number].letters)
            plain = not anew and not opening and all(one.marks == around for one in piece)
            parts.append(
                escaped("".join(one.text for one in piece), kind=kind)
                if plain and not labels(piece)
                else self.final[number].written(self.source, kind=kind)
                if whole
                else text_of(piece, kind=kind)
            )
            piece = []
            if letter is not None:
                number += 1
                opened_as = self.final[number].kind
                parts.append(between(self.source, self.context, unit, opened_as))
                opening = True
        if opening and end == len(wanted) and self.final[-1].kind != unit.kind:
            parts.append(parted(self.source, unit.content.end))
        return "".join(parts)


def _old(base: list[Letter], hunk: Hunk) -> list[Letter]:
    return base[hunk.start : hunk.end]


def _new(wanted: list[Letter], hunk: Hunk) -> list[Letter]:
    return wanted[hunk.new_start : hunk.new_end]


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
