"""Line breaks that the author asked for: blanks beside one are no text, and each parts something from something."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pressroom.model.inlines import HardBreak, Inline, Text
from pressroom.place import Span
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.stretch import BLANKS
from pressroom.source.markdown.walk import LEAVES, Leaf, is_blank, leaves


def without_blanks(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return inlines without the blanks beside their line breaks."""
    line = tuple(leaves(inlines))
    behind, before = frozenset(_beside(line)), frozenset(_beside(line[::-1]))
    return tuple(_trimmed(inlines, behind, before)) if behind or before else inlines


def report_idle(inlines: tuple[Inline, ...], findings: Findings) -> None:
    """Report each line break that has nothing to be seen before it or behind it."""
    untold: HardBreak | None = None
    empty = True
    for leaf in leaves(inlines):
        if isinstance(leaf, HardBreak):
            if empty:
                _report(leaf, findings)
            untold, empty = None if empty else leaf, True
        elif not is_blank((leaf,)):
            empty = False
    if empty and untold:
        _report(untold, findings)


def _report(idle: HardBreak, findings: Findings) -> None:
    what = "a line break at the edge of its block, or beside another one"
    hint = "remove it; what stands apart is a block of its own"
    findings.error(Code.IDLE_BREAK, what, idle.span, hint)


def _beside(line: Iterable[Leaf]) -> Iterator[Span]:
    """Yield the texts that stand behind a break, with no more than blanks between them."""
    touching = False
    for leaf in line:
        if isinstance(leaf, HardBreak):
            touching = True
        elif touching and isinstance(leaf, Text):
            yield leaf.span
            touching = not leaf.text.strip(BLANKS)
        else:
            touching = False


def _trimmed(
    inlines: Iterable[Inline], behind: frozenset[Span], before: frozenset[Span]
) -> Iterator[Inline]:
    for node in inlines:
        if not isinstance(node, LEAVES):
            yield replace(node, children=tuple(_trimmed(node.children, behind, before)))
        elif not isinstance(node, Text):
            yield node
        else:
            text = node.text.lstrip(BLANKS) if node.span in behind else node.text
            start = node.span.start + len(node.text) - len(text)
            kept = text.rstrip(BLANKS) if node.span in before else text
            end = node.span.end - len(text) + len(kept)
            if kept:
                yield Text(kept, Span(start, end))
