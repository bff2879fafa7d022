"""What stands in angle brackets: addresses (CommonMark §6.5), comments, and HTML, which is refused."""

from __future__ import annotations

import re

from pressroom.model.inlines import Link, Text
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.inline.draft import Draft
from pressroom.source.markdown.inline.links import check_link
from pressroom.source.markdown.stretch import skip_blanks

_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*)>")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]++@{_LABEL}(?:\.{_LABEL})*)>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<\?|<![A-Za-z]|<!\[CDATA\[")


class Pointed:
    """Reads from an opening angle bracket on."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._unclosed = False

    def bracket(self) -> None:
        """Take an address or a comment, or the bracket itself."""
        draft = self._draft
        if draft.follows("<!--"):
            self._comment()
        elif found := _ADDRESS.match(draft.text, draft.at, draft.end):
            self._address(found[1], found)
        elif found := _MAIL.match(draft.text, draft.at, draft.end):
            self._address(f"mailto:{found[1]}", found)
        elif found := _TAG.match(draft.text, draft.at, draft.end):
            hint = "use the marks of the format, or `\\<` for the character"
            draft.error(Code.RAW_HTML, "raw HTML", found.end(), hint)
            draft.take(found.end())
        else:
            draft.take(draft.at + 1)

    def _address(self, address: str, found: re.Match[str]) -> None:
        draft = self._draft
        text = Text(found[1], draft.stretch.span(found.start(1), found.end(1)))
        link = Link(address, (text,), draft.span(found.end()), automatic=True)
        check_link(link, draft.findings)
        draft.put(link, found.end())
        draft.refuse_attributes("a link")

    def _comment(self) -> None:
        """Leave out a comment, and the blanks behind it when there were some before it."""
        draft = self._draft
        close = -1 if self._unclosed else draft.text.find("-->", draft.at + 2, draft.end)
        if close >= 0:
            spaced = draft.at == draft.start or draft.text[draft.at - 1] in " \t\n"
            draft.at = skip_blanks(draft.text, close + 3, draft.end) if spaced else close + 3
            return
        if not self._unclosed:
            hint = "close it with `-->` in the same paragraph, or write `\\<`"
            draft.error(Code.BAD_COMMENT, "a comment that is not closed", draft.at + 4, hint)
        self._unclosed = True
        draft.take(draft.at + 1)
