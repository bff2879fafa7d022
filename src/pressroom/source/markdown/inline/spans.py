"""Spans in square brackets, ``[text]{.class key=value}`` -> nodes; the first attribute is the outermost node."""

from __future__ import annotations

import re
from collections.abc import Callable

from pressroom.language.tags import canonical
from pressroom.model.inlines import (
    BookTitle,
    Dateline,
    Dots,
    HardBreak,
    InLanguage,
    Inline,
    NoBreak,
    ProperName,
    Ruby,
    RubySegment,
    Text,
)
from pressroom.place import Span
from pressroom.source.markdown.attributes import Attribute, Attributes
from pressroom.source.markdown.characters import unescape
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.stretch import Stretch
from pressroom.source.markdown.walk import is_blank

_WRAPS: dict[str, Callable[[tuple[Inline, ...], Span], Inline]] = {
    "dots": Dots,
    "name": ProperName,
    "title": BookTitle,
    "nobreak": NoBreak,
    "dateline": Dateline,
}
_BREAK = "break"
_LONGEST = 60
_PAIR = re.compile(r"\S+")


class SpanReader:
    """Makes nodes of spans in one stretch."""

    def __init__(self, stretch: Stretch, findings: Findings) -> None:
        self._stretch = stretch
        self._findings = findings

    def node(
        self, start: int, end: int, attributes: Attributes, children: tuple[Inline, ...]
    ) -> tuple[Inline, ...]:
        """Return the span whose text stands from ``start`` + 1 to ``end`` - 1, between its square brackets."""
        span = self._stretch.span(start, attributes.end)
        if any(item.written == f".{_BREAK}" for item in attributes.items):
            return self._break(attributes, children, span)
        if is_blank(children):
            self._findings.error(Code.EMPTY_SPAN, "a span without text", span, "remove it")
        inner = children
        if any(item.name == "ruby" for item in attributes.items):
            inner = self._ruby(start + 1, end - 1, attributes, children, span)
        for item in reversed(attributes.items):
            inner = self._wrapped(item, inner, span)
        return inner

    def _break(
        self, attributes: Attributes, children: tuple[Inline, ...], span: Span
    ) -> tuple[Inline, ...]:
        if not children and len(attributes.items) == 1:
            return (HardBreak(span),)
        what = "a line break holds neither text nor other attributes"
        hint = f"write `[]{{.{_BREAK}}}` where the line ends"
        self._findings.error(Code.BREAK_WITH_TEXT, what, span, hint)
        return children

    def _wrapped(
        self, item: Attribute, children: tuple[Inline, ...], span: Span
    ) -> tuple[Inline, ...]:
        if item.name == "ruby":
            return children
        if item.value is None and item.name in _WRAPS:
            return (_WRAPS[item.name](children, span),)
        place = self._stretch.span(item.start, item.end)
        if item.name == "lang" and item.value is not None:
            tag = canonical(item.value)
            if tag is None or tag != item.value:
                hint = f"write {tag}" if tag else "write it as en-HK or zh-Hant-HK (BCP 47)"
                what = f"`{item.value}` is not a well-formed language tag"
                self._findings.error(Code.BAD_LANGUAGE, what, place, hint)
            return (InLanguage(item.value, children, span),)
        what = f"a span knows no attribute `{item.written}`"
        known = ", ".join(f".{name}" for name in (_BREAK, "ruby", *_WRAPS))
        self._findings.error(
            Code.UNKNOWN_ATTRIBUTE, what, place, f"known are {known}, lang=, ruby="
        )
        return children

    def _ruby(
        self, start: int, end: int, attributes: Attributes, children: tuple[Inline, ...], span: Span
    ) -> tuple[Inline, ...]:
        raw = self._stretch.text[start:end]
        if not all(isinstance(child, Text) for child in children):
            hint = 'put the marks around the span: `*[漢字]{ruby="hon3 zi6"}*`'
            self._findings.error(Code.BAD_RUBY, "ruby stands on plain text only", span, hint)
            return children
        reading = attributes.value("ruby")
        pairs = (
            [(raw, reading, start, end)]
            if reading is not None
            else [self._pair(found) for found in _PAIR.finditer(self._stretch.text, start, end)]
        )
        if not pairs or not all(base.strip() and over.strip() for base, over, _, _ in pairs):
            hint = 'write `[漢|hon3 字|zi6]{.ruby}` or `[漢字]{ruby="hon3 zi6"}`'
            self._findings.error(
                Code.BAD_RUBY, "ruby without base text or without reading", span, hint
            )
            return children
        if any(len(text) > _LONGEST for base, over, _, _ in pairs for text in (base, over)):
            hint = "read each word, or each character, by itself"
            what = f"ruby of more than {_LONGEST} characters, which stands on one line"
            self._findings.error(Code.BAD_RUBY, what, span, hint)
            return children
        segments = tuple(
            RubySegment(unescape(base), unescape(over), self._stretch.span(first, last))
            for base, over, first, last in pairs
        )
        return (Ruby(segments, span),)

    @staticmethod
    def _pair(found: re.Match[str]) -> tuple[str, str, int, int]:
        base, _, reading = found[0].partition("|")
        return base, "" if "|" in reading else reading, found.start(), found.end()
