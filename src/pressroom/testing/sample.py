"""A resolved release that holds every node and every mark, in two languages.

It is made by hand, without parser, house folder or fonts, so that a writer can be tried on its own. The source text that it
carries is a stand-in: spans point into it, but it is not what the nodes were parsed from.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import get_args

from pressroom.edition.resolved import (
    DivisionBlock,
    DivisionRole,
    FigureBlock,
    Image,
    LineBreak,
    LinkRun,
    ListBlock,
    ListEntry,
    Mark,
    Marked,
    Metadata,
    NoteCall,
    Piece,
    QuoteBlock,
    ResolvedBlock,
    ResolvedEdition,
    ResolvedNote,
    ResolvedRelease,
    RubyPair,
    RubyRun,
    RuleBlock,
    Run,
    TableBlock,
    TextBlock,
)
from pressroom.house.tokens import Role
from pressroom.language.record import Language, Script
from pressroom.language.records import en_hk, zh_hant_hk
from pressroom.model.blocks import Alignment
from pressroom.model.release import Reference
from pressroom.place import SourceFile, Span
from pressroom.testing.house import sample_house

ENGLISH = en_hk.RECORD
CHINESE = zh_hant_hk.RECORD

_SOURCE = SourceFile("sample.md", "a sample source\n" * 40)


def every_node() -> ResolvedRelease:
    """Return a release in which each kind of node, piece and mark occurs at least once in each language."""
    return ResolvedRelease(
        source=_SOURCE,
        public_source=_SOURCE.text,
        # not the id, so that a writer is found out that makes up a name of its own
        stem="sample-1.embargo-20260301T0001+0800",
        metadata=Metadata(
            identifier="sample-1",
            urn="urn:uuid:6ba7b810-9dad-51d1-80b4-00c04fd430c8",
            version=1,
            issued=datetime(2026, 3, 1, tzinfo=UTC),
            modified=datetime(2026, 3, 1, tzinfo=UTC),
            doi="10.5555/sample.1",
            keywords=("sample", "樣本"),
            reference=Reference(
                authors=("K Wong", "T Lee"),
                title="A sample of every field",
                journal="Sample J",
                year=2026,
                volume="1",
                issue=None,
                pages="2-3",
                doi="10.5555/sample.1",
            ),
        ),
        house=sample_house(),
        editions=(_edition("e1", ENGLISH, _ENGLISH_WORDS), _edition("e2", CHINESE, _CHINESE_WORDS)),
    )


@dataclass(frozen=True, slots=True)
class _Words:
    """The wording of one edition; ``phrase`` is what marks are tried on."""

    headline: str
    phrase: str
    embedded: str
    embedded_language: str
    base: tuple[tuple[str, str], ...]
    reading_language: str
    publisher: str
    page_label: str


_ENGLISH_WORDS = _Words(
    headline="A sample of every node & mark",
    phrase="plain words, “quoted” — 37.5 °C",
    embedded="香港",
    embedded_language="zh-Hant-HK",
    base=(("香", "hoeng1"), ("港", "gong2")),
    reading_language="yue-Latn",
    publisher="Sample Press",
    page_label="Page {page} of {pages}",
)
_CHINESE_WORDS = _Words(
    headline="每種節點與標記的樣本",
    phrase="普通文字，「引用」——溫度37.5℃；患者於24小時內好轉……",
    embedded="emapalumab",
    embedded_language="en-HK",
    base=(("沙", "saa1"), ("田", "tin4")),
    reading_language="yue-Latn",
    publisher="樣本出版社",
    page_label="第{page}頁，共{pages}頁",
)


@dataclass(slots=True)
class _Counter:
    """Hands out ids and spans in order."""

    edition: str
    at: int = field(default=0)

    def identifier(self) -> str:
        self.at += 1
        return f"{self.edition}-b{self.at}"

    def span(self) -> Span:
        return Span(self.at * 4 % 600, self.at * 4 % 600 + 4)


def _edition(identifier: str, language: Language, words: _Words) -> ResolvedEdition:
    count = _Counter(identifier)
    han = language.script is Script.HAN

    def run(text: str) -> Run:
        return Run(text, language.tag, han, count.span())

    def block(role: Role, *pieces: Piece, level: int = 0) -> TextBlock:
        return TextBlock(count.identifier(), role, level, language, pieces, count.span())

    def lines(role: Role, text: str) -> TextBlock:
        return block(role, run(text))

    calls = (
        NoteCall("1", f"{identifier}-n1", f"{identifier}-n1-c1"),
        NoteCall("2", f"{identifier}-n2", f"{identifier}-n2-c1"),
    )
    foreign = Run(words.embedded, words.embedded_language, not han, count.span())
    ruby = tuple(
        RubyPair(
            Run(base, "zh-Hant-HK", east_asian=True, span=count.span()),
            reading,
            words.reading_language,
        )
        for base, reading in words.base
    )
    marks: list[Piece] = []
    for mark in get_args(Mark):
        latin = mark == "slant" and han
        inner = foreign if latin else run(words.phrase)
        marks += [Marked(mark, (inner,)), run("; " if not han else "；")]
    body: list[ResolvedBlock] = [
        lines(Role.KICKER, "PRESS RELEASE" if not han else "新聞稿"),
        lines(Role.EMBARGO, words.phrase),
        lines(Role.STAMP, words.phrase),
        block(Role.HEADLINE, run(words.headline), level=1),
        block(
            Role.LEAD,
            Marked("dateline", (run("(Hong Kong) – " if not han else "（香港）——"),)),
            run(words.phrase),
        ),
        block(Role.BODY, run(words.phrase), foreign, run(words.phrase), calls[0]),
        block(Role.BODY, *marks),
        block(
            Role.BODY,
            Marked("strong", (Marked("superscript", (run("2"),)), run("x" if not han else "重"))),
            LineBreak(),
            RubyRun(ruby),
            RubyRun(
                (
                    RubyPair(
                        Run(
                            "".join(base for base, _ in words.base),
                            "zh-Hant-HK",
                            east_asian=True,
                            span=count.span(),
                        ),
                        " ".join(reading for _, reading in words.base),
                        words.reading_language,
                    ),
                )
            ),
            calls[1],
        ),
        block(
            Role.BODY,
            run("See " if not han else "見"),
            LinkRun(
                "https://doi.org/10.5555/sample.1",
                (
                    Run(
                        "https://doi.org/10.5555/sample.1",
                        language.latin,
                        east_asian=False,
                        span=count.span(),
                    ),
                ),
                address=True,
            ),
            run(" or " if not han else "或"),
            LinkRun(
                "https://example.org/a?b=1&c=2",
                (Marked("strong", (run(words.phrase),)),),
                address=False,
            ),
        ),
        block(Role.SUBHEAD, run(words.headline), level=2),
        block(Role.MINOR_SUBHEAD, run(words.headline), level=3),
    ]

    def numbered() -> ListBlock:
        return ListBlock(
            count.identifier(),
            start=3,
            tight=True,
            entries=tuple(
                ListEntry(count.identifier(), f"{number}.", (lines(Role.LIST_ITEM, words.phrase),))
                for number in (3, 4)
            ),
            span=count.span(),
        )

    inner_list = numbered()
    body.append(
        ListBlock(
            count.identifier(),
            start=None,
            tight=False,
            entries=(
                ListEntry(
                    count.identifier(), "•", (lines(Role.LIST_ITEM, words.phrase), inner_list)
                ),
                ListEntry(count.identifier(), "•", (lines(Role.LIST_ITEM, words.phrase),)),
            ),
            span=count.span(),
        )
    )
    body.append(
        QuoteBlock(
            count.identifier(),
            (lines(Role.QUOTE, words.phrase),),
            lines(Role.ATTRIBUTION, "— A. Sample" if not han else "——樣本"),
            count.span(),
        )
    )
    body.append(
        TableBlock(
            count.identifier(),
            lines(Role.CAPTION, words.phrase),
            (
                lines(Role.TABLE_HEAD, "A" if not han else "甲"),
                lines(Role.TABLE_HEAD, "B" if not han else "乙"),
            ),
            tuple(
                (lines(Role.TABLE_CELL, words.phrase), block(Role.TABLE_CELL, run("1,234")))
                for _ in range(2)
            ),
            (Alignment.NATURAL, Alignment.END),
            (0.7, 0.3),
            count.span(),
        )
    )
    body.append(
        FigureBlock(
            count.identifier(),
            Image("dot.png", "image/png", _png(), 40, 30),
            words.phrase,
            lines(Role.CAPTION, words.phrase),
            lines(Role.CREDIT, words.phrase),
            count.span(),
        )
    )
    body.append(RuleBlock(count.identifier(), count.span()))
    body.append(lines(Role.END_MARK, "###"))
    roles: dict[DivisionRole, Role] = {
        "boilerplate": Role.BOILERPLATE,
        "notes": Role.EDITORS_NOTE,
        "contact": Role.CONTACT,
        "aside": Role.ASIDE,
        "source": Role.SOURCE,
        "links": Role.LINKS,
    }
    for division, role in roles.items():
        title = block(Role.DIVISION_TITLE, run(words.headline), level=2)
        body.append(
            DivisionBlock(
                count.identifier(), division, (title, lines(role, words.phrase)), count.span()
            )
        )
    notes = (
        ResolvedNote(
            calls[0].note, "1", (calls[0].identifier,), (lines(Role.FOOTNOTE, words.phrase),)
        ),
        ResolvedNote(
            calls[1].note,
            "2",
            (calls[1].identifier,),
            (lines(Role.FOOTNOTE, words.phrase), numbered(), lines(Role.FOOTNOTE, words.phrase)),
        ),
    )
    return ResolvedEdition(
        identifier=identifier,
        language=language,
        title=words.headline,
        description=words.phrase,
        publisher=words.publisher,
        logo_alt=words.publisher,
        running_head=words.headline,
        page_label=words.page_label,
        blocks=tuple(body),
        notes=notes,
    )


def _png() -> bytes:
    """Make a grey picture of 40 by 30 pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        checksum = zlib.crc32(kind + data)
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", checksum)

    rows = b"".join(b"\0" + b"\x90" * 40 for _ in range(30))
    header = struct.pack(">IIBBBBB", 40, 30, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", header)
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
