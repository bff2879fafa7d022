"""From inlines to pieces: faces and languages of runs, marks by script, numbers of notes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice, takewhile
from typing import assert_never

from pressroom.edition.flat import flat
from pressroom.edition.holding import hold, part_of
from pressroom.edition.resolved import (
    LineBreak,
    LinkRun,
    Mark,
    Marked,
    Piece,
    RubyPair,
    RubyRun,
    Run,
)
from pressroom.edition.scripts import by_script
from pressroom.edition.setting import Setting
from pressroom.edition.wording import framed, words
from pressroom.language.record import Language, Script
from pressroom.language.registry import embedded
from pressroom.model.inlines import (
    BookTitle,
    Code,
    Dateline,
    Dots,
    Emphasis,
    HardBreak,
    InLanguage,
    Inline,
    Link,
    NoBreak,
    NoteReference,
    ProperName,
    Ruby,
    RubySegment,
    Strong,
    Subscript,
    Superscript,
    Text,
)
from pressroom.place import Span
from pressroom.typography.stretches import Stretch, stretches


def set_pieces(inlines: tuple[Inline, ...], setting: Setting) -> tuple[Piece, ...]:
    """Set the inlines of one paragraph."""
    return hold(_Setter(setting, setting.language, flat(inlines)).all(inlines), setting.terms)


@dataclass(slots=True, init=False)
class _Setter:
    """Sets inlines of one language; ``at`` is how many of the characters have been set.

    The whole paragraph decides on each character's face, so it is parted before marks and nodes cut it up.
    """

    setting: Setting
    language: Language
    parts: tuple[Stretch, ...]
    at: int

    def __init__(self, setting: Setting, language: Language, text: str) -> None:
        self.setting = setting
        self.language = language
        self.parts = stretches(text, language)
        self.at = 0

    def all(self, inlines: tuple[Inline, ...]) -> tuple[Piece, ...]:
        done: list[Piece] = []
        after_dateline = False
        for inline in inlines:
            if after_dateline:
                # the space that parts the dateline from the text is drawn by the house, not typed
                if self.language.script is Script.LATIN or self.language.profile.spaced:
                    done += words(" ", self.language)
                done += self._one(self._without_first_spaces(inline))
            else:
                done += self._one(inline)
            after_dateline = isinstance(inline, Dateline)
        return tuple(done)

    def _one(self, inline: Inline) -> tuple[Piece, ...]:
        match inline:
            case Text():
                return tuple(self._runs(inline.text, inline.span))
            case Code():
                place = self._place_in(inline.span, inline.text)
                return (Marked("code", tuple(self._runs(inline.text, place))),)
            case HardBreak():
                self.at += 1
                return (LineBreak(),)
            case Emphasis():
                return by_script(self.all(inline.children), "slant", "dots")
            case BookTitle():
                return by_script(self.all(inline.children), "slant", "book-title")
            case Strong():
                return self._marked("strong", inline.children)
            case Superscript():
                return self._marked("superscript", inline.children)
            case Subscript():
                return self._marked("subscript", inline.children)
            case Dots():
                return self._marked("dots", inline.children)
            case ProperName():
                return self._marked("proper-name", inline.children)
            case NoBreak():
                return self._marked("no-break", inline.children)
            case Link():
                return (self._link(inline),)
            case NoteReference():
                return (self.setting.numbers.call(inline.label),)
            case Ruby():
                return (RubyRun(tuple(map(self._pair, inline.segments))),)
            case InLanguage():
                text = flat(inline.children)
                inner = _Setter(self.setting, embedded(inline.language, self.language), text)
                self.at += len(text)
                return inner.all(inline.children)
            case Dateline():
                template = self.setting.labels.dateline.strip()
                inner_pieces = self.all(inline.children)
                return (
                    Marked("dateline", framed(template, "dateline", inner_pieces, self.language)),
                )
            case _:
                assert_never(inline)

    def _marked(self, mark: Mark, children: tuple[Inline, ...]) -> tuple[Piece, ...]:
        return (Marked(mark, self.all(children)),)

    def _link(self, link: Link) -> LinkRun:
        text = flat(link.children)
        address = link.automatic or text == link.target
        if not address:
            return LinkRun(link.target, self.all(link.children), address=False)
        # an address is Latin throughout, its slashes and full stops too (cjk-rules S13)
        self.at += len(text)
        match link.children:
            case (Text(span=place),):
                pass
            case _:
                place = link.span
        run = Run(text, self.language.latin, east_asian=False, span=place)
        return LinkRun(link.target, (run,), address=True)

    def _pair(self, segment: RubySegment) -> RubyPair:
        place = self._place_in(segment.span, segment.base)
        base = next(self._runs(segment.base, place))
        whole = Run(segment.base, base.language, base.east_asian, place)
        self.at += len(segment.base) - len(base.text)
        return RubyPair(whole, segment.reading, _reading_language(segment.reading, self.language))

    def _without_first_spaces(self, text: Inline) -> Inline:
        if not isinstance(text, Text):
            return text
        stripped = text.text.lstrip(" ")
        lost = len(text.text) - len(stripped)
        self.at += lost
        exact = text.span.end - text.span.start == len(text.text)
        start = text.span.start + lost if exact else text.span.start
        return Text(stripped, Span(start, text.span.end))

    def _place_in(self, span: Span, text: str) -> Span:
        """Return where characters stand that mark-up surrounds, the whole of it where they are not found as they are."""
        at = self.setting.file.slice(span).find(text)
        return span if at < 0 else Span(span.start + at, span.start + at + len(text))

    def _runs(self, text: str, span: Span) -> Iterator[Run]:
        """Cut a text where its face or language changes, and move on behind it."""
        begin, end = self.at, self.at + len(text)
        whole = Run(text, self.language.tag, self.language.script is Script.HAN, span)
        for part in self._between(begin, end):
            start, stop = max(part.start, begin), min(part.end, end)
            run = part_of(whole, start - begin, stop - begin)
            self.at = stop
            yield Run(run.text, part.language, part.east_asian, run.span)

    def _between(self, begin: int, end: int) -> Iterator[Stretch]:
        first = bisect_right(self.parts, begin, key=lambda part: part.end)
        return takewhile(lambda part: part.start < end, islice(self.parts, first, None))


def _reading_language(reading: str, language: Language) -> str:
    """Name the language of a reading: romanised Chinese is Jyutping unless it has the accents of Pinyin."""
    primary = language.han.partition("-")[0]
    if not any("a" <= char.lower() <= "z" for char in reading):
        return language.han
    if primary != "zh":
        return f"{primary}-Latn"
    return "yue-Latn" if reading.isascii() else "zh-Latn-pinyin"
