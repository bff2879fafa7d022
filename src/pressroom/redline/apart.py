"""Insertions kept apart: none at the end of a paragraph before one at the beginning of the next.

LibreOffice 7.4 takes two such insertions for one with the mark between them, and rejects that mark as well. So the end of the
paragraph is what went, behind what came; where nothing went, the last word goes and comes again.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from itertools import pairwise

from pressroom.redline.atoms import WORD
from pressroom.redline.lines import deleted
from pressroom.redline.pen import Pen
from pressroom.writers.docx.markup import Markup, inside
from pressroom.writers.docx.run import text

_BLOCKS = {"w:p", "w:tbl"}
_NO_CONTENT = {"w:pPr", "w:bookmarkStart", "w:bookmarkEnd"}


def keep_apart(flow: Sequence[Markup], pen: Pen) -> None:
    """Change the ends of the paragraphs of a marked flow where two insertions would meet over a mark that stays."""
    blocks = [element for element in flow if element.tag in _BLOCKS]
    for block, following in pairwise(blocks):
        came, first = _edge(block, -1), _edge(following, 0)
        if came is None or first is None or {came[1].tag, first[1].tag} != {"w:ins"}:
            continue
        if inside(block, "w:pPr", "w:rPr", "w:ins") is None:
            _end_with_what_went(*came, pen)


def _edge(block: Markup, at: int) -> tuple[Markup, Markup] | None:
    """Return the first (0) or last (-1) thing in a line, and what it stands in: the paragraph or a link."""
    content = [child for child in block if child.tag not in _NO_CONTENT]
    if block.tag == "w:tbl" or not content:
        return None
    return _edge(content[at], at) if content[at].tag == "w:hyperlink" else (block, content[at])


def _end_with_what_went(line: Markup, came: Markup, pen: Pen) -> None:
    content = [child for child in line if child.tag not in _NO_CONTENT]
    before = content[-2] if len(content) > 1 else None
    if before is None:
        return
    if before.tag == "w:r":
        _say_again(before, line, came, pen)
    elif before.tag == "w:del" and not (_calls(before) and _calls(came)):
        line.remove(before)
        line.insert(list(line).index(came) + 1, before)


def _say_again(run: Markup, line: Markup, came: Markup, pen: Pen) -> None:
    """Let the last word of a run that stays go, and come again with what came."""
    words = WORD.findall(run[-1].text or "") if run[-1].tag == "w:t" else []
    if not words:
        return
    last = deepcopy(run)
    last[-1] = text(words.pop())
    line.insert(list(line).index(came) + 1, pen.sign("w:del", deleted(last)))
    came.insert(0, last)
    run[-1] = text("".join(words))
    if not words:
        line.remove(run)


def _calls(element: Markup) -> bool:
    return next(element.iter("w:footnoteReference"), None) is not None
