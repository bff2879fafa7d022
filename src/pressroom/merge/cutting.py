"""An edited text as cuts in the source: one a change, in pieces between all marks, or whole stretches written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pressroom.merge.alignment import PARAGRAPH, Hunk, hunks, labels, same
from pressroom.merge.blocks import between, line_end, parted
from pressroom.merge.markup import escaped
from pressroom.merge.returned import Marks
from pressroom.merge.seams import Seams
from pressroom.merge.splices import Splice, Wanted, in_one, paragraphs_of, sequence, text_of
from pressroom.merge.units import Letter, Unit
from pressroom.merge.windows import Window, keeps_unseen, windows
from pressroom.place import Span

COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_PLAIN: Marks = frozenset()


@dataclass(frozen=True, slots=True)
class Cutting:
    """Cuts the text of ``units``, the letters ``base``, into that of ``final``, ``wanted``; ``context`` are all units up to the last of them."""

    source: str
    context: Sequence[Unit]
    units: Sequence[Unit]
    final: Sequence[Wanted]
    base: Sequence[Letter]
    wanted: Sequence[Letter]

    def ways(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to do so, the smallest cuts first."""
        if self.wanted and not self.base:
            whole = self._text(0, len(self.wanted), _PLAIN)
            yield (Splice(self.units[-1].content, whole),)
            return
        matched = list(hunks(self.base, self.wanted))
        if all(not hunk.equal or self._looks_same(hunk) for hunk in matched):
            changed = [hunk for hunk in matched if not hunk.equal]
            for wide in (False, True):
                cuts = [self._cut(hunk, wide=wide) for hunk in changed]
                made = tuple(cut for cut in cuts if cut)
                if len(made) == len(cuts):
                    yield made
            yield tuple(cut for hunk in changed for cut in self._in_pieces(hunk))
        yield from self._anew()

    def _looks_same(self, hunk: Hunk) -> bool:
        old = self.base[hunk.start : hunk.end]
        return same(old, self.wanted[hunk.new_start : hunk.new_end])

    def _cut(self, hunk: Hunk, *, wide: bool) -> Splice | None:
        """Make one cut for a change; None where wording of the house goes, or there is no place."""
        seams = Seams(self.units, self.base, self.wanted)
        if hunk.start < hunk.end:
            span = seams.taken_out(hunk, wide=wide)
        else:
            at = seams.gap(hunk)
            if hunk.start == len(self.base) and self.wanted[hunk.new_start].text == PARAGRAPH:
                # The line of a figure goes on behind its caption.
                at = line_end(self.source, self.units[-1].content.end)
            span = None if at is None else Span(at, at)
        if span is None:
            return None
        text = self._text(hunk.new_start, hunk.new_end, seams.around(hunk, wide=wide))
        return self._with_comments(span, text)

    def _in_pieces(self, hunk: Hunk) -> Iterator[Splice]:
        """Yield cuts that leave all marks, also those round what is gone."""
        text = self._text(hunk.new_start, hunk.new_end, _PLAIN)
        gone = [one.span for one in self.base[hunk.start : hunk.end] if one.span]
        for at, span in enumerate(gone):
            yield Splice(span, "" if at else text)
        if not gone:
            place = Seams(self.units, self.base, self.wanted).gap(hunk) or 0
            yield Splice(Span(place, place), text)

    def _anew(self) -> Iterator[tuple[Splice, ...]]:
        """Yield ways to write stretches anew, the smallest that no marks reach out of, and all as one; what no editor sees stays."""
        # Behind wording of the house, as it stands behind a dateline, all can be written anew.
        own = max((at for at, one in enumerate(self.base, 1) if one.span is None), default=0)
        begin = self.units[0].content.start
        if own:
            if own == len(self.base) or not same(self.base[:own], self.wanted[:own]):
                return
            begin = next(one.span.start for one in self.base[own:] if one.span)
        whole = Span(begin, self.units[-1].content.end)
        base, new = self.base[own:], self.wanted[own:]
        some = list(windows(whole, base, new, list(hunks(base, new))))
        for stretches in (some, [Window(whole, 0, len(new))]):
            made = tuple(
                self._with_comments(one.span, self._text(own + one.start, own + one.end, None))
                for one in stretches
            )
            if all(keeps_unseen(self.source[s.span.start : s.span.end], s.text) for s in made):
                yield made

    def _text(self, start: int, end: int, around: Marks | None) -> str:
        """Write letters; ``around`` are the marks that hold already where they are put, None where all is written anew."""
        unit = self.units[-1]
        number = sum(letter.text == PARAGRAPH for letter in self.wanted[:start])
        first, *others = paragraphs_of(self.wanted[start:end])
        kind = self.final[number].kind if self.final else unit.kind
        plain = all(one.marks == around for one in first) and not labels(first)
        text = "".join(one.text for one in first)
        parts = [escaped(text, kind=kind) if plain else text_of(first, kind=kind)]
        for piece, one in zip(others, self.final[number + 1 :], strict=False):
            whole = len(piece) == len(one.letters)
            parts.append(between(self.source, self.context, unit, one.kind))
            parts.append(
                one.written(self.source, kind=one.kind) if whole else text_of(piece, kind=one.kind)
            )
        if others and end == len(self.wanted) and self.final[-1].kind != unit.kind:
            parts.append(parted(self.source, unit.content.end))
        return "".join(parts)

    def _with_comments(self, span: Span, text: str) -> Splice:
        """Return a cut that keeps the comments of the source."""
        texts = {letter.span.start for unit in self.units for letter in unit.letters if letter.span}
        comments = (
            found[0]
            for found in COMMENT.finditer(self.source, span.start, span.end)
            if found.start() not in texts
        )
        return Splice(span, "".join([text, *comments]))


def cutting(
    source: str, context: Sequence[Unit], units: Sequence[Unit], final: Sequence[Wanted]
) -> Cutting:
    """Take units and edited paragraphs as one text each."""
    return Cutting(source, context, units, final, sequence(units), in_one(final))
