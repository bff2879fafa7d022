"""How evenly the words of justified English stand: the spaces between them, and the rivers that these make.

``PYTHONPATH=tests python -m measure.rivers`` sets the prose beside this file at several measures from 18 to 40 em, by the engine
alone and by the composer, with whole words and with divided ones; each row is of all measures.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from statistics import fmean, pstdev
from sys import stdout

from measure.cells import Line, pages
from pressroom.writers.pdf.engine import typeset
from writers.pdf.composer.press import faces, job

MEASURES = (18, 20, 22, 25, 28, 32, 36, 40)
"""In em: from a narrow column to the page of a house."""

RIVER = 4
"""Over how many lines in a row spaces have to stand above one another to be seen as one."""

_FLUSH, _WIDE = 0.05, 0.5
_DIVIDED = "\u00ad", "‐"  # what the composer and what the engine draws
_SHEET = "p { break-after: page; width: %gem; hyphens: %s }"

Space = tuple[float, float]
"""Where a word space begins and ends, in points."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """What was measured: word spaces of filled lines in em, lines that stay open, divided words, rivers, lines in all."""

    spaces: tuple[float, ...]
    opened: int
    divided: int
    rivers: int
    lines: int

    @property
    def deviation(self) -> float:
        """Return the standard deviation of the spaces, in em."""
        return pstdev(self.spaces)


def prose() -> tuple[str, ...]:
    """Return the paragraphs that are set."""
    return tuple(Path(__file__).with_name("prose.txt").read_text(encoding="utf-8").splitlines())


def setting(measure: float, *, composed: bool = True, hyphenate: bool = False) -> Spacing:
    """Set the prose justified at a measure in em and look at all lines but the last of each paragraph."""
    body = "".join(f'<p lang="en">{paragraph}</p>' for paragraph in prose())
    sheet = _SHEET % (measure, "auto" if hyphenate else "manual")
    if composed:
        sheet += "p { hyphenate-limit-chars: 999 }"
    cut = faces(body + "".join(_DIVIDED))
    made = typeset(replace(job(body, sheet), composed=composed, faces=cut))
    return spacing(pages(made), measure)


def spacing(paragraphs: Sequence[tuple[Line, ...]], measure: float) -> Spacing:
    """Measure paragraphs, one on each page."""
    lines = [line for paragraph in paragraphs for line in paragraph[:-1]]
    full = [line for line in lines if line.right - line.left > (measure - _FLUSH) * _size(line)]
    return Spacing(
        tuple((end - start) / _size(line) for line in full for start, end in word_spaces(line)),
        len(lines) - len(full),
        sum(line.text.rstrip().endswith(_DIVIDED) for line in lines),
        sum(map(_rivers, paragraphs)),
        len(lines),
    )


def word_spaces(line: Line) -> Iterator[Space]:
    """Yield the spaces of a line: from the end of one word to where the next begins, whatever is drawn between them."""
    before = None
    spaced = False
    for cell in line.cells:
        if cell.char.isspace():
            spaced = True
            continue
        if spaced and before is not None:
            yield before.right, cell.left
        before, spaced = cell, False


def _rivers(paragraph: Sequence[Line]) -> int:
    """Count chains of spaces each of which stands below the former one, over as many lines as make a river."""
    found = 0
    reached: list[tuple[Space, int]] = []
    for line in paragraph:
        here: list[tuple[Space, int]] = []
        for space in word_spaces(line):
            length = 1 + max((n for above, n in reached if _meet(above, space)), default=0)
            here.append((space, length))
            found += length == RIVER
        reached = here
    return found


def _meet(one: Space, other: Space) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _size(line: Line) -> float:
    return line.cells[0].size


def _row(name: str, found: Sequence[Spacing]) -> str:
    spaces = list(chain.from_iterable(one.spaces for one in found))
    lines, divided = sum(one.lines for one in found), sum(one.divided for one in found)
    cells = (
        name,
        f"{fmean(spaces):.2f} em",
        f"{pstdev(spaces):.3f} em",
        f"{max(spaces):.2f} em",
        f"{sum(space > _WIDE for space in spaces) / len(spaces):.0%}",
        f"{sum(one.opened for one in found)} of {lines}",
        str(divided),
        str(sum(one.rivers for one in found)),
    )
    return f"| {' | '.join(cells)} |\n"


def main() -> None:
    """Print a row for each way of setting."""
    stdout.write(
        "| | word space | deviation | widest | over ½ em | lines not filled | divided words | rivers |\n"
        "|---|---|---|---|---|---|---|---|\n"
    )
    for words, hyphenate in (("whole", False), ("divided", True)):
        for who, composed in (("the engine alone", False), ("composed", True)):
            found = [setting(m, composed=composed, hyphenate=hyphenate) for m in MEASURES]
            stdout.write(_row(f"{who}, {words} words", found))


if __name__ == "__main__":
    main()
