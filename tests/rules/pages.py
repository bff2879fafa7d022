"""What a page of a PDF is held to; every check returns its faults, with the figures that were measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from measure.cells import Cell, Line, Page
from measure.glyphs import Glyph, shaped
from measure.reading import normalised
from pressroom.fonts.face import FontKey
from pressroom.typography.cells import Cell as Kind
from pressroom.typography.cells import cell
from pressroom.typography.characters import is_han
from rules.case import Expectation
from rules.press import EM, LEADING, LEFT, world
from validators.poppler import Font

TOLERANCE = 0.02
"""In em: what no eye sees."""


@dataclass(frozen=True)
class Proof:
    """A sample as it was set: its ``measure`` in em, its page, its glyphs, and what each reader copies."""

    measure: float
    page: Page
    glyphs: Callable[[], tuple[Glyph, ...]]
    copies: Callable[[], Mapping[str, str]]
    fonts: Callable[[], list[Font]]

    @property
    def lines(self) -> list[Line]:
        """Return the lines of full size."""
        return [line for line in self.page if line.cells[0].size > 0.75 * EM]

    @property
    def paragraphs(self) -> list[list[Line]]:
        """Return the lines in paragraphs, which have room between them."""
        found: list[list[Line]] = []
        for line in self.lines:
            if not found or line.baseline - found[-1][-1].baseline > LEADING + 4:
                found.append([])
            found[-1].append(line)
        return found


Faults = Iterator[str]
Check = Callable[[Expectation, Proof], Faults]


def lines(wanted: Expectation, proof: Proof) -> Faults:
    """Hold the lines to their texts."""
    found = [normalised(line.text) for line in proof.lines]
    if found != list(map(normalised, wanted.lines)):
        yield f"lines are {found}"


def never_first(wanted: Expectation, proof: Proof) -> Faults:
    """Let no line begin with one of some characters."""
    for line in proof.lines:
        if line.text[0] in wanted.body.replace("\n", ""):
            yield f"a line begins {line.text[:4]!r}"


def never_last(wanted: Expectation, proof: Proof) -> Faults:
    """Let no line end with one of some characters."""
    for line in proof.lines:
        if line.text.rstrip()[-1] in wanted.body.replace("\n", ""):
            yield f"a line ends {line.text[-4:]!r}"


def whole(wanted: Expectation, proof: Proof) -> Faults:
    """Keep stretches on one line wherever they come; a line may have no room for the space in them."""
    text = "\n".join(line.text for line in proof.lines)
    solid = text.replace("\n", "").replace(" ", "")
    for stretch in wanted.lines:
        plain = stretch.replace(" ", "")
        on_lines = sum(line.text.replace(" ", "").count(plain) for line in proof.lines)
        if not solid.count(plain):
            yield f"{stretch!r} is nowhere in {text!r}"
        elif on_lines < solid.count(plain):
            yield f"{stretch!r} is parted in {text!r}"


def gaps(wanted: Expectation, proof: Proof) -> Faults:
    """Hold the space between two characters to a width in em, whether a space is typed there or not.

    A figure may be a range, ``least..most``.
    """
    for pair, least, most in _figures(wanted):
        found = [
            (line.cells[end - 1].left - line.cells[start].right) / EM
            for line in proof.lines
            for start, end in _places(pair, line)
        ]
        yield from _outside(f"the gap in {pair}", found, least, most)


def widths(wanted: Expectation, proof: Proof) -> Faults:
    """Hold what stands between its neighbours to a width in em."""
    for stretch, least, most in _figures(wanted):
        found = [
            (line.cells[end].left - line.cells[start - 1].right) / EM
            for line in proof.lines
            for start, end in _places(stretch, line)
            if 0 < start and end < len(line.cells)
        ]
        yield from _outside(stretch, found, least, most)


def _places(stretch: str, line: Line) -> Iterator[tuple[int, int]]:
    """Yield where a stretch stands on a line: a reader is told of spaces where only a gap is."""
    pattern = " ?".join(map(re.escape, stretch))
    at = 0
    while found := re.compile(pattern).search(line.text, at):
        yield found.span()
        at = found.start() + 1


def _outside(what: str, found: list[float], least: float, most: float) -> Faults:
    if not found:
        yield f"{what} is on no line"
    for width in found:
        if not least - TOLERANCE <= width <= most + TOLERANCE:
            yield f"{what} is {width:.3f} em"


def _figures(wanted: Expectation) -> Iterator[tuple[str, float, float]]:
    for line in wanted.lines:
        stretch, _, figure = line.rpartition(" ")
        least, _, most = figure.partition("..")
        yield stretch, float(least), float(most or least)


def flush(wanted: Expectation, proof: Proof) -> Faults:
    """Let all lines but the last of each paragraph end at the measure."""
    for line in (line for paragraph in proof.paragraphs for line in paragraph[:-1]):
        over = _over(line, proof)
        if abs(over) > float(wanted.body):
            yield f"{line.text!r} ends {-over:.3f} em before the edge"


def inside(_: Expectation, proof: Proof) -> Faults:
    """Let nothing stand outside of the measure."""
    for line in proof.lines:
        if _over(line, proof) > TOLERANCE or line.left < LEFT - TOLERANCE * EM:
            yield f"{line.text!r} leaves the measure by {_over(line, proof):.3f} em"


def _over(line: Line, proof: Proof) -> float:
    """Return how far a line reaches beyond the measure, in em; the blank half of a closing bracket may be trimmed (S09)."""
    over = (line.right - LEFT) / EM - proof.measure
    trimmed = over > TOLERANCE and cell(line.text.rstrip()[-1]) is Kind.CLOSING
    return over - 0.5 if trimmed else over


def indents(wanted: Expectation, proof: Proof) -> Faults:
    """Hold the first line of each paragraph to its distance from the edge in em; that of a boilerplate is two."""
    found = [f"{(lines_[0].left - LEFT) / EM:.3g}" for lines_ in proof.paragraphs]
    if found != wanted.lines:
        yield f"first lines are set in by {found}"


def starts(_: Expectation, proof: Proof) -> Faults:
    """Let every line begin at the edge."""
    for line in proof.lines:
        if abs(line.left - LEFT) > TOLERANCE * EM:
            yield f"{line.text!r} begins {(line.left - LEFT) / EM:.3f} em from the edge"


def pitch(wanted: Expectation, proof: Proof) -> Faults:
    """Hold the distance of the lines of a paragraph to a length in points."""
    for paragraph in proof.paragraphs:
        for before, after in pairwise(paragraph):
            step = after.baseline - before.baseline
            if abs(step - float(wanted.body)) > 0.01:
                yield f"{after.text!r} stands {step:.3f} pt below the line before"


def last_line(wanted: Expectation, proof: Proof) -> Faults:
    """Let the last line of each paragraph hold a number of Han characters."""
    for paragraph in proof.paragraphs:
        count = sum(map(is_han, paragraph[-1].text))
        if len(paragraph) > 1 and count < int(wanted.body):
            yield f"the last line is {paragraph[-1].text!r}"


def even(wanted: Expectation, proof: Proof) -> Faults:
    """Let no line be shorter than a share of the longest one."""
    found = [line.right - line.left for line in proof.lines]
    if min(found) < float(wanted.body) * max(found):
        yield f"the shortest line is {min(found) / max(found):.2f} of the longest"


def solid(_: Expectation, proof: Proof) -> Faults:
    """Let Han characters stand beside each other without space, or with one that a whole line shares."""
    for line in proof.lines:
        steps = [
            (after.left - before.right) / EM
            for before, after in pairwise(line.cells)
            if is_han(before.char) and is_han(after.char)
        ]
        yield from (
            f"{step:.3f} em between Han in {line.text!r}"
            for step in steps
            if abs(step - median(steps)) > TOLERANCE
        )


def open_at_most(wanted: Expectation, proof: Proof) -> Faults:
    """Let no gap between two Han characters be wider than so many em."""
    for line in proof.lines:
        for before, after in pairwise(line.cells):
            gap = (after.left - before.right) / EM
            if is_han(before.char) and is_han(after.char) and gap > float(wanted.body):
                yield f"{gap:.3f} em between {before.char} and {after.char} in {line.text!r}"


def advances(wanted: Expectation, proof: Proof) -> Faults:
    """Hold characters to the width of their cell in em."""
    for char, least, most in _figures(wanted):
        for one in _cells(char, proof):
            if not least - TOLERANCE <= (one.right - one.left) / EM <= most + TOLERANCE:
                yield f"{one.char} is {(one.right - one.left) / EM:.3f} em wide"


def faces(wanted: Expectation, proof: Proof) -> Faults:
    """Hold characters to the face that draws them."""
    for line in wanted.lines:
        chars, _, name = line.rpartition(" ")
        for one in _cells(chars, proof):
            if one.font != name:
                yield f"{one.char} is drawn in {one.font}"


def _cells(chars: str, proof: Proof) -> list[Cell]:
    found = [one for line in proof.page for one in line.cells if one.char in chars]
    missing = set(chars) - {one.char for one in found}
    if missing:
        raise ValueError(f"not on the page: {sorted(missing)}")
    return found


def forms(wanted: Expectation, proof: Proof) -> Faults:
    """Hold glyphs to those that HarfBuzz chooses in the face that is named, for a language."""
    *family, language = wanted.words
    bold = family[-1] == "Bold"
    face = world().fonts[FontKey(" ".join(family[: len(family) - bold]), bold)]
    found = {glyph.char: glyph for glyph in proof.glyphs()}
    for char in wanted.body.strip():
        if char not in found:
            yield f"{char} is not on the page"
        elif found[char].points != shaped(face, char, language):
            yield f"{char} has not the form of {language}"


def centred(wanted: Expectation, proof: Proof) -> Faults:
    """Let marks stand in the middle of their cells, both ways."""
    found = {glyph.char: glyph for glyph in proof.glyphs()}
    for char in wanted.body.strip():
        across, up = found[char].centre
        if not (0.4 <= across <= 0.6 and 0.35 <= up <= 0.6):
            yield f"{char} stands at {across:.2f}, {up:.2f}"


def embedded(_: Expectation, proof: Proof) -> Faults:
    """Let every face be in the file, cut down to what is used, with its way back to Unicode."""
    for font in proof.fonts():
        if not (font.embedded and font.subset and font.unicode):
            yield f"{font.name} is not embedded as a subset with a map"


def copied(wanted: Expectation, proof: Proof) -> Faults:
    """Let readers copy what was written; with words behind the kind, only those readers."""
    for reader, text in proof.copies().items():
        if wanted.words and reader not in wanted.words:
            continue
        if normalised(text) != normalised(wanted.body):
            yield f"{reader} copies {normalised(text)!r}"


CHECKS: Mapping[str, Check] = {
    check.__name__.replace("_", "-"): check
    for check in (
        lines,
        never_first,
        never_last,
        whole,
        gaps,
        widths,
        flush,
        inside,
        indents,
        starts,
        pitch,
        last_line,
        even,
        solid,
        open_at_most,
        advances,
        faces,
        forms,
        centred,
        embedded,
        copied,
    )
}
