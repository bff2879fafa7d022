"""The inline scanner (CommonMark §6, and the spans, notes, raised and lowered text of Pandoc).

One pass from left to right. Brackets are resolved as they close, delimiter runs when the text around them is complete.
Every step is bounded by what it consumes or by a table made once, so hostile input takes no more time than its length.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from pressroom.model.characters import UNUSABLE, describe
from pressroom.model.inlines import (
    Code as CodeText,
)
from pressroom.model.inlines import (
    HardBreak,
    Inline,
    Link,
    NoteReference,
    Subscript,
    Superscript,
    Text,
)
from pressroom.place import Span
from pressroom.source.markdown.attributes import Attributes, read_attributes
from pressroom.source.markdown.characters import ESCAPABLE, REFERENCE, referred
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.emphasis import Item, Raw, weave
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.flanking import run_between
from pressroom.source.markdown.links import SCHEMES, Tail, is_safe, read_tail
from pressroom.source.markdown.spans import SpanReader
from pressroom.source.markdown.stretch import Stretch, skip_blanks
from pressroom.source.markdown.walk import is_blank

_SPECIAL = re.compile(r"[\\`*_\[\]!<&^~$]|[ \t]*\n|[ \t]{2,}|\t")
_BACKTICKS = re.compile(r"`+")
_NOTE_CALL = re.compile(r"\[\^([^\s\[\]^]+)\]")
_REFERENCE_LINK = re.compile(r"\[(?!\^)[^\[\]]*\](?![({])")
_SHIFTED = {
    "^": re.compile(r"\^((?:[^\s\\^]++|\\[^\n])++)\^"),
    "~": re.compile(r"~((?:[^\s\\~]++|\\[^\n])++)~"),
}
_FORMULA = re.compile(r"\$(?!\s)(?:[^$\\]++|\\.)++(?<!\s)\$(?!\d)", re.DOTALL)
_ADDRESS = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x20\x7f]*)>")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"<([A-Za-z0-9.!#$%&'*+/=?^_`{{|}}~-]++@{_LABEL}(?:\.{_LABEL})*)>")
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9-]*(?:[\s/][^<>]*)?>|<\?|<![A-Za-z]|<!\[CDATA\[")

MAX_BRACKETS = 32
"""How many square brackets may be open at once."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image as it stands in running text; whether it may stand there, the blocks decide."""

    source: str
    caption: tuple[Inline, ...]
    attributes: Attributes | None
    span: Span


@dataclass(frozen=True, slots=True)
class _Opener:
    """A square bracket at index ``at`` that waits for its partner; ``place`` is its number among the items."""

    at: int
    place: int
    image: bool
    links: int


class Scanner:
    """Reads one stretch, or the part of it between two indices; thrown away afterwards."""

    def __init__(
        self, stretch: Stretch, findings: Findings, start: int = 0, end: int | None = None
    ) -> None:
        self.pictures: list[Picture] = []
        self._stretch = stretch
        self._text = stretch.text
        self._findings = findings
        self._start = start
        self._end = len(stretch.text) if end is None else end
        self._shifted = end is not None
        self._at = start
        self._items: list[Item] = []
        self._openers: list[_Opener] = []
        self._links = 0
        self._closers: set[int] = set()
        self._ticks: dict[int, list[int]] | None = None
        self._comments_end = True
        self._spans = SpanReader(stretch, findings)

    def read(self) -> tuple[Inline, ...]:
        """Return the nodes; a line end that may be a space is a ``Text`` of one line feed."""
        while self._at < self._end:
            found = _SPECIAL.search(self._text, self._at, self._end)
            stop = found.start() if found else self._end
            if stop > self._at:
                self._take(stop)
            if found:
                self._special(found[0])
        return weave(self._items, self._stretch)

    def _special(self, found: str) -> None:
        match found[0]:
            case " " | "\t" | "\n":
                self._blanks(found)
            case "\\":
                self._backslash()
            case "`":
                self._code()
            case "*" | "_":
                self._delimiters(found)
            case "[":
                self._open()
            case "!":
                self._exclamation()
            case "]":
                self._close()
            case "<":
                self._pointed()
            case "&":
                self._reference()
            case "$":
                self._dollar()
            case _:
                self._shift(found)

    # Steps: each moves on by at least one character.

    def _take(self, stop: int) -> None:
        """Keep the text up to an index as it stands."""
        self._items.append(Raw(self._at, stop))
        self._at = stop

    def _put(self, node: Inline, stop: int) -> None:
        """Keep a node in the place of the text up to an index."""
        self._items.append(node)
        self._at = stop

    def _span(self, stop: int) -> Span:
        return self._stretch.span(self._at, stop)

    def _blanks(self, blanks: str) -> None:
        stop = self._at + len(blanks)
        if not blanks.endswith("\n"):
            self._put(Text(" ", self._span(stop)), stop)
            return
        self._put(self._line_end(stop, hard=blanks.endswith("  \n")), stop)

    def _line_end(self, stop: int, *, hard: bool) -> Inline:
        span = Span(self._stretch.offset(self._at), self._stretch.offset(stop))
        return HardBreak(span) if hard else Text("\n", span)

    def _backslash(self) -> None:
        after = self._text[self._at + 1 : min(self._at + 2, self._end)]
        stop = self._at + 2
        if after == "\n":
            self._put(self._line_end(stop, hard=True), stop)
        elif after in ESCAPABLE or (after == " " and self._shifted):
            self._put(Text(after, self._span(stop)), stop)
        else:
            self._take(self._at + 1)

    def _code(self) -> None:
        found = _BACKTICKS.match(self._text, self._at, self._end)
        length = len(found[0]) if found else 1
        closes = self._tick_runs().get(length, [])
        number = bisect_right(closes, self._at)
        if number == len(closes):
            self._take(self._at + length)
            return
        code = self._text[self._at + length : closes[number]].replace("\n", " ")
        if code.strip(" ") and code[0] == code[-1] == " ":
            code = code[1:-1]
        stop = closes[number] + length
        self._put(CodeText(code, self._span(stop)), stop)
        self._no_attributes("code")

    def _tick_runs(self) -> dict[int, list[int]]:
        """Return where runs of backticks begin, by their length."""
        if self._ticks is None:
            self._ticks = {}
            for run in _BACKTICKS.finditer(self._text, self._start, self._end):
                self._ticks.setdefault(len(run[0]), []).append(run.start())
        return self._ticks

    def _delimiters(self, mark: str) -> None:
        stop = self._at
        while stop < self._end and self._text[stop] == mark:
            stop += 1
        before = self._text[self._at - 1] if self._at > self._start else ""
        after = self._text[stop] if stop < self._end else ""
        self._items.append(run_between(mark, stop - self._at, self._at, before, after))
        self._at = stop

    def _open(self) -> None:
        call = _NOTE_CALL.match(self._text, self._at, self._end)
        if call:
            self._put(NoteReference(call[1], self._span(call.end())), call.end())
        else:
            self._push(self._at + 1, image=False)

    def _exclamation(self) -> None:
        if self._text.startswith("![", self._at, self._end):
            self._push(self._at + 2, image=True)
        else:
            self._take(self._at + 1)

    def _push(self, stop: int, *, image: bool) -> None:
        if len(self._openers) == MAX_BRACKETS:
            hint = "close the brackets, or write `\\[` for the character"
            span = self._span(stop)
            self._findings.error(
                Code.TOO_DEEP, "brackets stand too deep inside each other", span, hint
            )
            self._openers.clear()
        self._openers.append(_Opener(self._at, len(self._items), image, self._links))
        self._take(stop)

    def _close(self) -> None:
        opener = self._openers.pop() if self._openers else None
        after = self._text[self._at + 1 : min(self._at + 2, self._end)]
        done = False
        if opener and after == "(":
            done = self._close_link(opener)
        elif opener and after == "{" and not opener.image:
            done = self._close_span(opener)
        elif opener and after == "[":
            self._no_reference_link(opener)
        if not done:
            self._take(self._at + 1)

    def _close_link(self, opener: _Opener) -> bool:
        tail = read_tail(self._text, self._at + 1, self._end)
        if not tail:
            return False
        whole = self._stretch.span(opener.at, tail.end)
        if not opener.image and opener.links < self._links:
            hint = "let one of the two be plain text"
            self._findings.error(Code.NESTED_LINK, "a link inside a link", whole, hint)
            return False
        children = self._since(opener)
        if tail.titled:
            hint = "remove it, or say it in the text"
            self._findings.error(
                Code.TITLE_LOST, "the title of a link or image is not kept", whole, hint
            )
        self._at = tail.end
        if opener.image:
            self._picture(opener, tail, children)
            return True
        self._links += 1
        self._items.append(self._link(tail.address, children, whole))
        self._no_attributes("a link")
        return True

    def _picture(self, opener: _Opener, tail: Tail, caption: tuple[Inline, ...]) -> None:
        attributes = self._attributes()
        self._at = attributes.end if attributes else self._at
        span = self._stretch.span(opener.at, self._at)
        self.pictures.append(Picture(tail.address, caption, attributes, span))
        self._items.extend(caption)

    def _link(self, address: str, children: tuple[Inline, ...], span: Span) -> Link:
        error = self._findings.error
        if is_blank(children):
            error(Code.EMPTY_LINK, "a link without text", span, "write the words that lead there")
        if not address:
            error(Code.EMPTY_LINK, "a link without address", span, "write the address, or no link")
        elif not is_safe(address):
            hint = f"write a whole address without blanks; it may begin with {', '.join(SCHEMES)}"
            error(Code.UNSAFE_LINK, f"a link cannot lead to `{address}`", span, hint)
        return Link(address, children, span)

    def _close_span(self, opener: _Opener) -> bool:
        brace = self._at + 1
        attributes = read_attributes(self._text, brace, self._end)
        if not attributes:
            hint = 'write them as `{.class key="value"}`, or `\\{` for a brace'
            place = self._stretch.span(brace, brace + 1)
            self._findings.error(Code.BAD_ATTRIBUTES, "attributes that cannot be read", place, hint)
            return False
        children = self._since(opener)
        self._items.extend(self._spans.node(opener.at, self._at + 1, attributes, children))
        self._at = attributes.end
        return True

    def _since(self, opener: _Opener) -> tuple[Inline, ...]:
        """Take the items back that came after a bracket, as nodes."""
        children = weave(self._items[opener.place + 1 :], self._stretch)
        del self._items[opener.place :]
        return children

    def _attributes(self) -> Attributes | None:
        if not self._text.startswith("{", self._at, self._end):
            return None
        return read_attributes(self._text, self._at, self._end)

    def _no_attributes(self, what: str) -> None:
        attributes = self._attributes()
        if attributes:
            hint = "put a span around it: `[…]{…}`"
            span = self._span(attributes.end)
            self._findings.error(Code.UNKNOWN_ATTRIBUTE, f"{what} takes no attributes", span, hint)

    def _no_reference_link(self, opener: _Opener) -> None:
        found = _REFERENCE_LINK.match(self._text, self._at + 1, self._end)
        if found:
            hint = "write the address beside the text, `[text](https://…)`, or `\\[` for a bracket"
            span = self._stretch.span(opener.at, found.end())
            self._findings.error(Code.REFERENCE_LINK, "a reference link", span, hint)

    def _pointed(self) -> None:
        if self._text.startswith("<!--", self._at, self._end):
            self._comment()
        elif found := _ADDRESS.match(self._text, self._at, self._end):
            self._automatic(found[1], found)
        elif found := _MAIL.match(self._text, self._at, self._end):
            self._automatic(f"mailto:{found[1]}", found)
        elif found := _TAG.match(self._text, self._at, self._end):
            hint = "use the marks of the format, or `\\<` for the character"
            self._findings.error(Code.RAW_HTML, "raw HTML", self._span(found.end()), hint)
            self._take(found.end())
        else:
            self._take(self._at + 1)

    def _automatic(self, address: str, found: re.Match[str]) -> None:
        span = self._span(found.end())
        text = Text(found[1], self._stretch.span(found.start(1), found.end(1)))
        link = self._link(address, (text,), span)
        self._put(Link(link.target, link.children, link.span, automatic=True), found.end())
        self._no_attributes("a link")

    def _comment(self) -> None:
        close = self._text.find("-->", self._at + 2, self._end) if self._comments_end else -1
        if close < 0:
            if self._comments_end:
                hint = "close it with `-->` in the same paragraph, or write `\\<`"
                span = self._span(self._at + 4)
                self._findings.error(Code.BAD_COMMENT, "a comment that is not closed", span, hint)
            self._comments_end = False
            self._take(self._at + 1)
            return
        stop = close + 3
        spaced = self._at == self._start or self._text[self._at - 1] in " \t\n"
        if spaced and stop < self._end:
            stop = skip_blanks(self._text, stop, self._end)
        self._at = stop

    def _reference(self) -> None:
        found = REFERENCE.match(self._text, self._at, self._end)
        characters = referred(found[0]) if found else None
        if not found or characters is None:
            self._take(self._at + 1)
        elif (
            characters < " "
            or UNUSABLE.search(characters)
            or characters == "\N{REPLACEMENT CHARACTER}"
        ):
            what = f"{found[0]} stands for {describe(characters)}, which cannot be printed"
            hint = "remove it, or write the character that is meant"
            self._findings.error(Code.BAD_CHARACTER, what, self._span(found.end()), hint)
            self._take(found.end())
        else:
            self._put(Text(characters, self._span(found.end())), found.end())

    def _dollar(self) -> None:
        found = _FORMULA.match(self._text, self._at, self._end)
        if found and self._at not in self._closers:
            self._closers.add(found.end() - 1)
            hint = "write `\\$` for the sign"
            what = "other Markdown tools read the text between these two $ as a formula"
            self._findings.warn(Code.FORMULA, what, self._span(found.end()), hint)
        self._take(self._at + 1)

    def _shift(self, mark: str) -> None:
        found = _SHIFTED[mark].match(self._text, self._at, self._end)
        if mark == "~" and self._text.startswith("~~", self._at, self._end):
            self._struck_out()
        elif found:
            inner = Scanner(self._stretch, self._findings, found.start(1), found.end(1))
            children = inner.read()
            self.pictures.extend(inner.pictures)
            node = Superscript if mark == "^" else Subscript
            self._put(node(children, self._span(found.end())), found.end())
        else:
            if self._text.startswith("^[", self._at, self._end):
                hint = "write `[^1]`, and the note below as `[^1]: …`"
                span = self._span(self._at + 2)
                self._findings.error(Code.INLINE_NOTE, "a note inside the text", span, hint)
            self._take(self._at + 1)

    def _struck_out(self) -> None:
        close = self._text.find("~~", self._at + 2, self._end)
        if close > 0 and self._at not in self._closers:
            self._closers.add(close)
            hint = "write what is valid now, or `\\~` for the character"
            span = self._span(close + 2)
            self._findings.error(Code.STRIKEOUT, "struck-out text", span, hint)
        self._take(self._at + 2)
