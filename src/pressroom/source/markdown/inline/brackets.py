"""Square brackets: links and images (CommonMark §6.3, §6.4), spans with attributes, calls of notes."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pressroom.model.inlines import Inline, Link, NoteReference
from pressroom.source.markdown.attributes import read_attributes
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.inline.draft import Draft, Picture
from pressroom.source.markdown.inline.emphasis import weave
from pressroom.source.markdown.inline.links import Tail, check_link, read_tail
from pressroom.source.markdown.inline.literals import check_references
from pressroom.source.markdown.inline.spans import SpanReader

MAX_OPEN = 32
"""How many square brackets may be open at once."""

_CALL = re.compile(r"\[\^([^\s\[\]^]+)\]")
_CITATION = re.compile(r"\[-?@\w+")
_REFERENCE_LINK = re.compile(r"\[(?!\^)[^\[\]]*\](?![({])")


@dataclass(frozen=True, slots=True)
class _Opener:
    """A bracket at index ``at`` that waits for its partner; ``place`` is its number among the items.

    ``links`` counts the links before it: when there are more at its end, there is one inside.
    """

    at: int
    place: int
    image: bool
    links: int


class Brackets:
    """Keeps the open brackets of a draft and resolves each as it closes."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._openers: list[_Opener] = []
        self._links = 0
        self._too_deep = False
        self._spans = SpanReader(draft.stretch, draft.findings)

    def open(self) -> None:
        """Take the call of a note, or keep a bracket in mind."""
        draft = self._draft
        if call := _CALL.match(draft.text, draft.at, draft.end):
            draft.put(NoteReference(call[1], draft.span(call.end())), call.end())
            return
        if cited := _CITATION.match(draft.text, draft.at, draft.end):
            hint = "write the reference out, in a note if need be; `\\@` is the character"
            draft.error(Code.CITATION, "a citation by key", cited.end(), hint)
        self._push(draft.at + 1, image=False)

    def exclamation(self) -> None:
        """Keep the opening of an image in mind, or take the exclamation mark."""
        if self._draft.follows("!["):
            self._push(self._draft.at + 2, image=True)
        else:
            self._draft.take(self._draft.at + 1)

    def close(self) -> None:
        """Make a link, an image or a span of what stands since the last open bracket, or take the bracket."""
        draft = self._draft
        opener = self._openers.pop() if self._openers else None
        done = False
        if opener and draft.follows("(", 1):
            done = self._link_or_image(opener)
        elif opener and draft.follows("{", 1) and not opener.image:
            done = self._span(opener)
        elif opener and draft.follows("[", 1):
            self._refuse_reference_link(opener)
        if not done:
            draft.take(draft.at + 1)

    def _push(self, stop: int, *, image: bool) -> None:
        draft = self._draft
        if len(self._openers) == MAX_OPEN:
            if not self._too_deep:
                hint = "close the brackets, or write `\\[` for the character"
                what = "brackets stand too deep inside each other"
                draft.error(Code.TOO_DEEP, what, stop, hint)
            self._too_deep = True
            self._openers.clear()
        self._openers.append(_Opener(draft.at, len(draft.items), image, self._links))
        draft.take(stop)

    def _since(self, opener: _Opener) -> tuple[Inline, ...]:
        """Take the items back that came after a bracket, as nodes."""
        items = self._draft.items
        children = weave(items[opener.place + 1 :], self._draft.stretch)
        del items[opener.place :]
        return children

    def _link_or_image(self, opener: _Opener) -> bool:
        draft = self._draft
        tail = read_tail(draft.text, draft.at + 1, draft.end)
        if not tail:
            if opener.image:
                place = draft.stretch.span(opener.at, draft.at + 2)
                hint = "write the name of the file without spaces, or between < and >"
                what = "the address of this image cannot be read"
                draft.findings.error(Code.IMAGE_ADDRESS, what, place, hint)
            return False
        whole = draft.stretch.span(opener.at, tail.end)
        if not opener.image and opener.links < self._links:
            hint = "let one of the two be plain text"
            draft.findings.error(Code.NESTED_LINK, "a link inside a link", whole, hint)
            return False
        if tail.titled:
            what = "the title of a link or image is not kept"
            draft.findings.error(Code.TITLE_LOST, what, whole, "remove it, or say it in the text")
        check_references(draft, draft.at, tail.end)
        children = self._since(opener)
        if opener.image:
            self._picture(opener, tail, children)
            return True
        self._links += 1
        link = Link(tail.address, children, whole)
        check_link(link, draft.findings)
        draft.put(link, tail.end)
        draft.refuse_attributes("a link")
        return True

    def _picture(self, opener: _Opener, tail: Tail, caption: tuple[Inline, ...]) -> None:
        draft = self._draft
        draft.at = tail.end
        if attributes := draft.attributes():
            check_references(draft, draft.at, attributes.end)
            draft.at = attributes.end
        elif draft.follows("{"):
            self._refuse_attributes(draft.at)
            close = draft.text.find("}", draft.at, draft.end)
            draft.at = close + 1 if close > 0 else draft.at
        span = draft.stretch.span(opener.at, draft.at)
        draft.pictures.append(Picture(tail.address, caption, attributes, span))
        draft.items.extend(caption)

    def _span(self, opener: _Opener) -> bool:
        draft = self._draft
        brace = draft.at + 1
        attributes = read_attributes(draft.text, brace, draft.end)
        if not attributes:
            self._refuse_attributes(brace)
            return False
        check_references(draft, brace, attributes.end)
        children = self._since(opener)
        draft.items.extend(self._spans.node(opener.at, brace, attributes, children))
        draft.at = attributes.end
        return True

    def _refuse_attributes(self, brace: int) -> None:
        hint = 'write them as `{.class key="value"}`, with straight marks, or `\\{` for a brace'
        place = self._draft.stretch.span(brace, brace + 1)
        what = "attributes that cannot be read"
        self._draft.findings.error(Code.BAD_ATTRIBUTES, what, place, hint)

    def _refuse_reference_link(self, opener: _Opener) -> None:
        draft = self._draft
        if found := _REFERENCE_LINK.match(draft.text, draft.at + 1, draft.end):
            hint = "write the address beside the text, `[text](https://…)`, or `\\[` for a bracket"
            place = draft.stretch.span(opener.at, found.end())
            draft.findings.error(Code.REFERENCE_LINK, "a reference link", place, hint)
