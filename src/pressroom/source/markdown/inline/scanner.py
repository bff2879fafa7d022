"""The inline scanner (CommonMark §6, and the spans, notes, raised and lowered text of Pandoc).

One pass from left to right. Brackets are resolved as they close, delimiter runs when the text around them is complete.
Every step is bounded by what it consumes or by a table made once, so hostile input takes no more time than its length.
"""

from __future__ import annotations

import re

from pressroom.model.inlines import Inline, Subscript, Superscript
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.inline.brackets import Brackets
from pressroom.source.markdown.inline.code_spans import CodeSpans
from pressroom.source.markdown.inline.draft import Draft
from pressroom.source.markdown.inline.emphasis import weave
from pressroom.source.markdown.inline.flanking import run_between
from pressroom.source.markdown.inline.literals import backslash, blanks, dollar, reference
from pressroom.source.markdown.inline.pointed import Pointed

_SPECIAL = re.compile(r"[\\`*_\[\]!<&^~$]|[ \t]*\n|[ \t]{2,}|\t")
_SHIFTED = {
    "^": re.compile(r"\^((?:[^\s\\^]++|\\[^\n])++)\^"),
    "~": re.compile(r"~((?:[^\s\\~]++|\\[^\n])++)~"),
}


class Scanner:
    """Reads one draft to its end; thrown away afterwards."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._brackets = Brackets(draft)
        self._code = CodeSpans(draft)
        self._pointed = Pointed(draft)
        self._closers: set[int] = set()

    def read(self) -> tuple[Inline, ...]:
        """Return the nodes; a line end that may be a space is still a ``Text`` of one line feed."""
        draft = self._draft
        while draft.at < draft.end:
            found = _SPECIAL.search(draft.text, draft.at, draft.end)
            stop = found.start() if found else draft.end
            if stop > draft.at:
                draft.take(stop)
            if found:
                self._special(found[0])
        return weave(draft.items, draft.stretch)

    def _special(self, found: str) -> None:
        """Apply the rule for a character; each rule moves on by at least one."""
        match found[0]:
            case "\\":
                backslash(self._draft)
            case "`":
                self._code.backticks()
            case "*" | "_":
                self._delimiters(found)
            case "[":
                self._brackets.open()
            case "!":
                self._brackets.exclamation()
            case "]":
                self._brackets.close()
            case "<":
                self._pointed.bracket()
            case "&":
                reference(self._draft)
            case "$":
                dollar(self._draft, self._closers)
            case "^" | "~":
                self._shift(found)
            case _:
                blanks(self._draft, found)

    def _delimiters(self, mark: str) -> None:
        draft = self._draft
        stop = draft.at
        while stop < draft.end and draft.text[stop] == mark:
            stop += 1
        before = draft.text[draft.at - 1] if draft.at > draft.start else ""
        after = draft.text[stop] if stop < draft.end else ""
        draft.items.append(run_between(mark, stop - draft.at, draft.at, before, after))
        draft.at = stop

    def _shift(self, mark: str) -> None:
        """Take raised or lowered text (Pandoc: superscripts and subscripts), or the mark itself."""
        draft = self._draft
        found = _SHIFTED[mark].match(draft.text, draft.at, draft.end)
        if draft.follows("~~"):
            self._refuse_strikeout()
        elif found:
            inner = Draft(draft.stretch, draft.findings, found.start(1), found.end(1), shifted=True)
            children = Scanner(inner).read()
            draft.pictures.extend(inner.pictures)
            node = Superscript if mark == "^" else Subscript
            draft.put(node(children, draft.span(found.end())), found.end())
        else:
            if draft.follows("^["):
                hint = "write `[^1]`, and the note below as `[^1]: …`"
                draft.error(Code.INLINE_NOTE, "a note inside the text", draft.at + 2, hint)
            draft.take(draft.at + 1)

    def _refuse_strikeout(self) -> None:
        draft = self._draft
        close = draft.text.find("~~", draft.at + 2, draft.end)
        if close > 0 and draft.at not in self._closers:
            self._closers.add(close)
            hint = "write what is valid now, or `\\~` for the character"
            draft.error(Code.STRIKEOUT, "struck-out text", close + 2, hint)
        draft.take(draft.at + 2)
