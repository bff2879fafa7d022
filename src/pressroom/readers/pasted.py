"""Text as it comes out of a PDF or a mail, to a draft.

Nothing is rewritten here but form: line ends, page furniture, lists. Asterisks round words are taken for the marks that they
are in mails; everything else is text. What is wrong with the text itself is left to the checks and their repairs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from pressroom.checks.rule import HAN, MARKS
from pressroom.merge.units import Letter
from pressroom.readers.draft import Change, Draft, Letters, letters_of, plain
from pressroom.readers.lines import PAGE_NUMBER, TypedLine, Words, single_spaced, without_furniture
from pressroom.readers.listed import listed
from pressroom.readers.wording import DRAWN_RULE
from pressroom.source.markdown.inline.line_ends import fills_cell

_EMPHASIS = re.compile(
    r"(?<!\*)(?:\*\*(?=\S)(?P<strong>[^*]+)(?<=\S)\*\*|\*(?=\S)(?P<slant>[^*]+)(?<=\S)\*)(?!\*)"
)
_DIVIDED = re.compile("(?<=[A-Za-z])[\x02\ufffe]\\n?(?=[a-z])")
"""What PDFium, and what copies with it, writes for a hyphen and the line end behind it."""
_LOOSE = re.compile(f"(?<=[{HAN}{MARKS}]) +(?=[{HAN}{MARKS}])")
"""White that justification left between Han, and that some programs take for spaces."""


def read_pasted(text: str) -> Draft:
    """Take apart a text with form feeds between pages, empty lines between paragraphs, or none of these."""
    draft = Draft()
    whole = _line_ends(text)
    for found in _DIVIDED.finditer(whole):
        draft.changes.append(
            Change("sign of PDFium taken for a hyphen at a line end", found[0], "-")
        )
    whole = _DIVIDED.sub("-\n", whole)
    pages = [list(_lines(page, draft)) for page in whole.split("\f")]
    lines = without_furniture([page for page in pages if page], draft.changes)
    paged = len(pages) > 1
    for block, _ in listed(single_spaced(lines), Words(lines), draft):
        text = plain(block.letters)
        if not paged and PAGE_NUMBER.fullmatch(text):
            draft.changes.append(Change("page number left out", text, ""))
            continue
        draft.blocks.append(replace(block, letters=_emphasised(block.letters, draft)))
    return draft


def _emphasised(letters: Letters, draft: Draft) -> Letters:
    """Take asterisks round words for stress; where it has no place, as in a headline, they are gone."""
    kept = list[Letter]()
    at = 0
    for found in _EMPHASIS.finditer(plain(letters)):
        kind = "strong" if found["strong"] else "slant"
        if not any(map(str.isalnum, found[kind])):
            continue
        draft.changes.append(Change("asterisks taken for stress", found[0], found[0]))
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
            width = sum(1 + fills_cell(char) for char in _LOOSE.sub("", stripped))
            yield TypedLine(letters_of(stripped), width, opens)
        opens = not stripped
