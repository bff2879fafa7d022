"""Rules for characters that stand for others: blanks, line ends, escapes, character references (CommonMark §2.4, §2.5)."""

from __future__ import annotations

import re

from pressroom.model.characters import UNUSABLE, describe
from pressroom.model.inlines import HardBreak, Text
from pressroom.place import Span
from pressroom.source.markdown.characters import ESCAPABLE, REFERENCE, referred
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.inline.draft import Draft

LINE_END = "\n"
"""Text of a line end of which the characters beside it will decide whether it is a space."""

_FORMULA = re.compile(r"\$(?!\s)(?:[^$\\]++|\\.)++(?<!\s)\$(?!\d)", re.DOTALL)


def blanks(draft: Draft, found: str) -> None:
    """Take a run of blanks as one space, or a line end with the blanks before it."""
    stop = draft.at + len(found)
    if found.endswith("\n"):
        _line_end(draft, stop, hard=found.endswith("  \n"))
    else:
        draft.put(Text(" ", draft.span(stop)), stop)


def backslash(draft: Draft) -> None:
    """Take an escaped character, a hard break, or the backslash itself."""
    after = draft.text[draft.at + 1 : min(draft.at + 2, draft.end)]
    stop = draft.at + 2
    if after == "\n":
        _line_end(draft, stop, hard=True)
    elif after in ESCAPABLE or (after == " " and draft.shifted):
        draft.put(Text(after, draft.span(stop)), stop)
    else:
        if after.isascii() and after.isalpha():
            what = "other Markdown tools read a backslash before a letter as a command of TeX"
            draft.findings.warn(Code.COMMAND, what, draft.span(stop), "write `\\\\` for the sign")
        draft.take(draft.at + 1)


def reference(draft: Draft) -> None:
    """Take a character reference, or the ampersand itself."""
    found = REFERENCE.match(draft.text, draft.at, draft.end)
    characters = referred(found[0]) if found else None
    if not found or characters is None:
        draft.take(draft.at + 1)
    elif _is_printable(characters):
        draft.put(Text(characters, draft.span(found.end())), found.end())
    else:
        _refuse(draft, found, characters)
        draft.take(found.end())


def check_references(draft: Draft, start: int, end: int) -> None:
    """Report the character references in an address or in attributes that stand for nothing printable."""
    for found in REFERENCE.finditer(draft.text, start, end):
        characters = referred(found[0])
        if characters is not None and not _is_printable(characters):
            _refuse(draft, found, characters)


def dollar(draft: Draft, closers: set[int]) -> None:
    """Take a dollar sign; warn once of a pair that Pandoc takes for a formula."""
    found = _FORMULA.match(draft.text, draft.at, draft.end)
    if found and draft.at not in closers:
        closers.add(found.end() - 1)
        what = "other Markdown tools read the text between these two $ as a formula"
        hint = "write `\\$` for the sign"
        draft.findings.warn(Code.FORMULA, what, draft.span(found.end()), hint)
    draft.take(draft.at + 1)


def _line_end(draft: Draft, stop: int, *, hard: bool) -> None:
    """Take a line end; its span runs to the first character of the next line."""
    span = Span(draft.stretch.offset(draft.at), draft.stretch.offset(stop))
    draft.put(HardBreak(span) if hard else Text(LINE_END, span), stop)


def _refuse(draft: Draft, found: re.Match[str], characters: str) -> None:
    what = f"{found[0]} stands for {describe(characters)}, which cannot be printed"
    hint = "remove it, or write the character that is meant"
    place = draft.stretch.span(found.start(), found.end())
    draft.findings.error(Code.BAD_CHARACTER, what, place, hint)


def _is_printable(characters: str) -> bool:
    if characters < " " or characters == "\N{REPLACEMENT CHARACTER}":
        return False
    return not UNUSABLE.search(characters)
