"""T224: two stars inside Latin words, which would be taken for stress from the one to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule
from pressroom.diagnostics import Severity
from pressroom.model.inlines import Emphasis
from pressroom.place import Span
from pressroom.source.markdown.walk import lines_of, nodes

_INSIDE = re.compile(r"[0-9A-Za-z]\*[0-9A-Za-z].*[^0-9A-Za-z].*\*[0-9A-Za-z]", re.DOTALL)
"""An allele, ``HLA-B*15:02``, and the text up to the star of the next one, with a character on either side;
``un*think*able`` is stress."""


def _look(manuscript: Manuscript) -> Iterator[Found]:
    text = manuscript.release.source.text
    for edition in manuscript.release.editions:
        notes = (line for note in edition.notes for line in lines_of(note.blocks))
        for line in (edition.headline, *lines_of(edition.blocks), *notes):
            for node, _ in nodes(line):
                span = node.span
                if isinstance(node, Emphasis) and _INSIDE.fullmatch(
                    text, span.start - 1, span.end + 1
                ):
                    hint = r"write `\*` for the character"
                    message = "a star inside a word begins stress, which ends inside another word"
                    yield Found(Span(span.start, span.start + 1), message, (hint,))


RULE = Rule(
    "T224",
    "A star inside a word is a character",
    "HLA-B*15:02 has a star; two such names in one sentence would lose both, and all that stands between would be stressed.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船HLA-B*15:02及HLA-A*31:01都回來了。", ""),
    _look,
)
