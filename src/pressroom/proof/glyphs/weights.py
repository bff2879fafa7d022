"""Whether a PDF draws in bold what it calls strong, and what stands beside it in one weight.

A font is taken for what its name says: that it is drawn so, the proof of its outlines has shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf

from pressroom.writers.pdf.reading.content import Drawn, Script, draw_all
from pressroom.writers.pdf.reading.hearing import INLINE
from pressroom.writers.pdf.reading.tree import Branch, Leaf, structure

_APART = frozenset({"Code", "Lbl", "RT", "RP"})
"""What has a weight of its own: code, labels of notes and lists, readings; so have the calls of notes."""


@dataclass(frozen=True, slots=True)
class _Run:
    drawn: Drawn
    strong: bool


def is_bold(name: str) -> bool:
    """Tell whether a font is called a bold one."""
    return "Bold" in name


def weights(pdf: pikepdf.Pdf) -> Iterator[tuple[str, str]]:
    """Yield where the weight of letters and the tag that should be its reason part."""
    scripts = draw_all(pdf)
    for block in _blocks(structure(pdf)):
        runs = [run for run in _runs(block, scripts, strong=False) if run.drawn.text.strip()]
        beside = [run.drawn for run in runs if not run.strong]
        for run in runs:
            if run.strong and not is_bold(run.drawn.font):
                yield "A044", f"calls {run.drawn.text!r} strong and does not draw it in bold"
        if len({is_bold(drawn.font) for drawn in beside}) > 1:
            heavy = next(drawn.text for drawn in beside if is_bold(drawn.font))
            yield "A044", f"draws {heavy!r} in bold and does not call it strong"


def _blocks(branch: Branch) -> Iterator[Branch]:
    yield branch
    for kid in branch.kids:
        if isinstance(kid, Branch) and kid.role not in INLINE:
            yield from _blocks(kid)


def _runs(branch: Branch, scripts: Sequence[Script], *, strong: bool) -> Iterator[_Run]:
    """Yield what is drawn in the lines of a block, not in the blocks within."""
    for kid in branch.kids:
        if isinstance(kid, Leaf):
            yield from (_Run(one, strong) for one in scripts[kid.page].marked.get(kid.mark, []))
        elif kid.role in INLINE and kid.role not in _APART and not kid.target.startswith("#"):
            yield from _runs(kid, scripts, strong=strong or kid.role == "Strong")
