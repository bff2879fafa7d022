"""Running text -> inline nodes."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pressroom.model.inlines import Inline, Text
from pressroom.place import Span
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.inline.breaks import report_idle, without_blanks
from pressroom.source.markdown.inline.draft import Draft, Picture
from pressroom.source.markdown.inline.line_ends import join_lines
from pressroom.source.markdown.inline.scanner import Scanner
from pressroom.source.markdown.stretch import BLANKS, Stretch
from pressroom.source.markdown.walk import nodes

MAX_DEPTH = 24
"""How deep inlines may stand in each other; a release needs three or four."""

MOST_CHARACTERS = 20_000
"""How long a paragraph may be: its lines are broken as a whole, which takes more time than its length."""


@dataclass(frozen=True, slots=True)
class Running:
    """The inlines of a block, and the images among them (whose captions stand in their place)."""

    inlines: tuple[Inline, ...]
    pictures: tuple[Picture, ...]


def read_inlines(stretch: Stretch, findings: Findings, *, in_han: bool) -> Running:
    """Read the inlines of a stretch; what is not in the format is reported and stays as text."""
    length = len(stretch.text)
    if length > MOST_CHARACTERS:
        what = f"a paragraph of {length} characters; at most {MOST_CHARACTERS} are set"
        hint = "part it: this is as long as ten pages"
        findings.error(Code.TOO_MUCH, what, stretch.span(0, 1), hint)
        return Running((Text(" ", stretch.span(0, 1)),), ())
    draft = Draft(stretch, findings, 0, length)
    inlines = Scanner(draft).read()
    deep = next((node for node, depth in nodes(inlines) if depth > MAX_DEPTH), None)
    if deep:
        hint = "use fewer marks inside each other"
        findings.error(Code.TOO_DEEP, "marks stand too deep inside each other", deep.span, hint)
        inlines = tuple(node for node, _ in nodes(inlines) if isinstance(node, Text))
    settled = _settled(inlines, in_han=in_han)
    report_idle(settled, findings)
    pictures = (
        replace(one, caption=_settled(one.caption, in_han=in_han)) for one in draft.pictures
    )
    return Running(settled, tuple(pictures))


def _settled(inlines: tuple[Inline, ...], *, in_han: bool) -> tuple[Inline, ...]:
    return _without_end(without_blanks(join_lines(inlines, in_han=in_han)))


def _without_end(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return nodes without blanks at their end: there these only part a comment from the text, in no language a word."""
    while inlines and isinstance(last := inlines[-1], Text) and last.text[-1:] in BLANKS:
        text = last.text.rstrip(BLANKS)
        end = last.span.end - len(last.text) + len(text)
        inlines = (*inlines[:-1], *((Text(text, Span(last.span.start, end)),) if text else ()))
    return inlines
