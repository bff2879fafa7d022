"""Text as it comes out of a PDF or a mail, to a draft.

Nothing is rewritten here but form: line ends, page furniture, lists. Asterisks round words are taken for the marks that they
are in mails; everything else is text. What is wrong with the text itself is left to the checks and their repairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pressroom.merge.units import Letter
from pressroom.readers.draft import Change, Draft, Item, Letters, Passage, letters_of, plain
from pressroom.readers.lines import TypedLine, Words, paragraphs, runs, without_furniture
from pressroom.readers.wording import DRAWN_RULE
from pressroom.source.markdown.inline.line_ends import fills_cell

_EMPHASIS = re.compile(
    r"\*\*(?=\S)(?P<strong>[^*]+?)(?<=\S)\*\*|\*(?=\S)(?P<slant>[^*]+?)(?<=\S)\*"
)
_BULLETS = "•●▪◦‣"
_LISTED = re.compile(rf"(?:[-*·‧]|(?P<number>[0-9]{{1,3}})[.)]) +|[{_BULLETS}] *")


def read_pasted(text: str) -> Draft:
    """Take apart a text with form feeds between pages, empty lines between paragraphs, or none of these."""
    draft = Draft()
    pages = [list(_lines(page, draft)) for page in _line_ends(text).split("\f")]
    lines = without_furniture([page for page in pages if page], draft.changes)
    words = Words(lines)
    for listed, group in groupby(_parts(lines), key=lambda part: part[0]):
        part = [line for _, line in group]
        for letters, _ in paragraphs(part, words, draft.changes, draft.doubts):
            text = plain(letters)
            found = _LISTED.match(text) if listed else None
            if found is None:
                draft.blocks.append(Passage(_emphasised(letters)))
                continue
            number = int(found["number"]) if found["number"] else None
            draft.changes.append(Change("mark of a list written anew", found[0], ""))
            draft.blocks.append(Item(_emphasised(letters[found.end() :]), 1, number))
    return draft


def _parts(lines: Sequence[TypedLine]) -> Iterator[tuple[bool, TypedLine]]:
    """Yield each line, and whether it belongs to a list; an item is made to open its paragraph."""
    for run in runs(lines):
        kind = _kind(run[0].text)
        marks = sum(_kind(line.text) == kind for line in run) if kind else 0
        listed = kind == "•" or marks > 1
        for line in run:
            yield listed, replace(line, opens=line.opens or (listed and _kind(line.text) == kind))


def _kind(text: str) -> str:
    """Return what kind of list a line would be an item of, ``""`` for none."""
    found = _LISTED.match(text)
    if not found:
        return ""
    return "1" if found["number"] else "•" if found[0][0] in _BULLETS else found[0][0]


def _emphasised(letters: Letters) -> Letters:
    kept = list[Letter]()
    at = 0
    for found in _EMPHASIS.finditer(plain(letters)):
        kind = "strong" if found["strong"] else "slant"
        start, end = found.span(kind)
        kept += letters[at : found.start()]
        kept += (replace(x, marks=x.marks | {(kind, "")}) for x in letters[start:end])
        at = found.end()
    return (*kept, *letters[at:])


def _line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lines(page: str, draft: Draft) -> Iterator[TypedLine]:
    opens = False
    for line in page.split("\n"):
        stripped = line.strip()
        if DRAWN_RULE.fullmatch(stripped):
            draft.changes.append(Change("drawn rule left out", stripped, ""))
            stripped = ""
        if stripped:
            width = sum(1 + fills_cell(char) for char in stripped)
            yield TypedLine(letters_of(stripped), width, opens)
        opens = not stripped
