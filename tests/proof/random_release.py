"""Releases made up at random: every kind of node and mark, in both languages, no two alike."""

from __future__ import annotations

import io
from dataclasses import dataclass, field, replace
from random import Random

from PIL import Image as Pixels

from pressroom.edition.resolved import (
    DivisionBlock,
    FigureBlock,
    Image,
    LineBreak,
    LinkRun,
    ListBlock,
    ListEntry,
    Mark,
    Marked,
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
from pressroom.edition.wording import words
from pressroom.house.tokens import Role
from pressroom.language.record import Script
from pressroom.model.blocks import Alignment
from pressroom.testing.sample import every_node

LATIN = [
    "trial",
    "ward",
    "falls",
    "light",
    "amber",
    "of",
    "the",
    "in",
    "9",
    "months",
    "12",
    "patients",
    "(95%",
    "4.2",
    "vs",
    "–",
    "“said”",
    "dose;",
    "see",
]
HAN = "病房照明改用琥珀色試驗顯示夜間跌倒減少共名歲或以上的人每晚。，、「」（）：；——……"
LATIN_MARKS: tuple[Mark, ...] = ("slant", "strong", "superscript", "subscript", "code", "no-break")
HAN_MARKS: tuple[Mark, ...] = ("strong", "dots", "proper-name", "book-title", "no-break")


def random_release(random: Random) -> ResolvedRelease:
    """Make up a release."""
    sample = every_node()
    return replace(
        sample,
        editions=tuple(_Author(random, edition).edition() for edition in sample.editions),
    )


@dataclass(slots=True)
class _Author:
    random: Random
    model: ResolvedEdition
    count: int = 0
    calls: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    noting: bool = False

    @property
    def han(self) -> bool:
        return self.model.language.script is Script.HAN

    def edition(self) -> ResolvedEdition:
        title = self.words(3)
        head = self.line(Role.HEADLINE, title, 1)
        blocks = [head, *(self.block(0) for _ in range(self.random.randint(2, 7)))]
        blocks += [self.division()] if self.random.random() < 0.5 else []
        self.noting = True
        notes = tuple(
            ResolvedNote(note, mark, tuple(calls), (self.text(Role.FOOTNOTE),))
            for note, (mark, *calls) in self.calls.items()
        )
        return replace(
            self.model, title=title, running_head=title, blocks=tuple(blocks), notes=notes
        )

    def identifier(self) -> str:
        self.count += 1
        return f"{self.model.identifier}-x{self.count}"

    def words(self, most: int) -> str:
        pick = self.random
        if not self.han:
            return " ".join(pick.choice(LATIN) for _ in range(pick.randint(2, 2 * most)))
        text = "".join(pick.choice(HAN[:-4]) for _ in range(pick.randint(2, 4 * most)))
        return text + pick.choice(["", "", "24", "emapalumab", "——", "……"])

    def plain(self, text: str) -> tuple[Piece, ...]:
        return words(text, self.model.language)

    def text(self, role: Role, level: int = 0) -> TextBlock:
        pieces: list[Piece] = [*self.plain(self.words(4))]
        for _ in range(self.random.randint(0, 4)):
            pieces += self.phrase()
            pieces += self.plain(self.words(2))
        return TextBlock(self.identifier(), role, level, self.model.language, tuple(pieces), None)

    def line(self, role: Role, text: str, level: int = 0) -> TextBlock:
        pieces = self.plain(text)
        return TextBlock(self.identifier(), role, level, self.model.language, pieces, None)

    def phrase(self, depth: int = 0) -> tuple[Piece, ...]:
        kinds = ["mark", "mark", "link", "foreign", "break"]
        kinds += ["nest"] if depth < 2 else []
        kinds += [] if self.noting else ["call"]
        kinds += ["ruby"] if self.han else []
        match self.random.choice(kinds):
            case "link":
                return (self.link(),)
            case "foreign":
                return (self.foreign(),)
            case "nest":
                return (self.nest(depth),)
            case "break":
                return (LineBreak(),)
            case "call":
                return (self.call(),)
            case "ruby":
                return (self.ruby(),)
            case _:
                return (self.mark(),)

    def mark(self) -> Piece:
        mark = self.random.choice(HAN_MARKS if self.han else LATIN_MARKS)
        text = self.words(1)
        if self.han:
            text = "".join(c for c in text if c in HAN[:26]) or "病房"
        return Marked(mark, self.plain(text))

    def nest(self, depth: int) -> Piece:
        """Put phrases of all kinds into a mark; slant only ever holds Latin."""
        outer: tuple[Mark, ...] = ("strong", "dateline", "proper-name", "dots")
        mark = self.random.choice(outer if self.han else ("strong", "superscript"))
        slanted = mark == "dots" and self.random.random() < 0.3
        inner = (Marked("slant", (self.foreign(),)),) if slanted else self.phrase(depth + 1)
        return Marked(mark, (*self.plain(self.words(1)), *inner))

    def link(self) -> Piece:
        target = (
            f"https://example.org/{self.random.randint(1, 999)}?a=1&b={self.random.randint(1, 9)}"
        )
        if self.random.random() < 0.5:
            run = Run(target, self.model.language.latin, east_asian=False, span=None)
            return LinkRun(target, (run,), address=True)
        return LinkRun(target, (*self.plain(self.words(1)), self.mark()), address=False)

    def foreign(self) -> Piece:
        if self.han:
            return Run(
                self.random.choice(["lorazepam", "amber light"]),
                "en-HK",
                east_asian=False,
                span=None,
            )
        return Run(self.random.choice(["琥珀色", "病房"]), "zh-Hant-HK", east_asian=True, span=None)

    def call(self) -> Piece:
        known = list(self.calls)
        if known and self.random.random() < 0.3:
            note = self.random.choice(known)
        else:
            note = f"{self.model.identifier}-n{len(known) + 1}"
            self.calls[note] = [str(len(known) + 1)]
        mark, *calls = self.calls[note]
        self.calls[note].append(f"{note}-c{len(calls) + 1}")
        return NoteCall(mark, note, self.calls[note][-1])

    def ruby(self) -> Piece:
        readings = [("地", "dei6"), ("燈", "dang1"), ("細", "sai3"), ("人", "jan4")]
        chosen = self.random.sample(readings, self.random.randint(1, 3))
        tag = self.model.language.tag
        if self.random.random() < 0.5:
            run = Run("".join(base for base, _ in chosen), tag, east_asian=True, span=None)
            return RubyRun((RubyPair(run, " ".join(r for _, r in chosen), "yue-Latn"),))
        return RubyRun(
            tuple(
                RubyPair(Run(base, tag, east_asian=True, span=None), reading, "yue-Latn")
                for base, reading in chosen
            )
        )

    def block(self, depth: int) -> ResolvedBlock:
        kinds = ["text"] * 4 + ["heading", "list", "quote", "table", "figure", "rule"]
        match self.random.choice(kinds if depth == 0 else ["text", "list"]):
            case "heading":
                return self.text(Role.SUBHEAD, 2)
            case "list":
                return self.list(depth)
            case "quote":
                quoted = self.text(Role.QUOTE)  # first, since notes are numbered as one reads
                last = self.text(Role.ATTRIBUTION) if self.random.random() < 0.5 else None
                return QuoteBlock(self.identifier(), (quoted,), last, None)
            case "table":
                return self.table()
            case "figure":
                return self.figure()
            case "rule":
                return RuleBlock(self.identifier(), None)
            case _:
                return self.text(Role.LIST_ITEM if depth else Role.BODY)

    def list(self, depth: int) -> ListBlock:
        start = self.random.choice([None, 1, 3])
        entries: list[ListEntry] = []
        for number in range(self.random.randint(1, 3)):
            inner: tuple[ResolvedBlock, ...] = (self.text(Role.LIST_ITEM),)
            if depth < 2 and self.random.random() < 0.3:
                inner = (*inner, self.list(depth + 1))
            marker = "•–·"[depth] if start is None else f"{start + number}."
            entries.append(ListEntry(self.identifier(), marker, inner))
        tight = self.random.random() < 0.5
        return ListBlock(self.identifier(), start, tight, tuple(entries), None)

    def table(self) -> TableBlock:
        columns = self.random.randint(2, 3)

        def row(role: Role) -> tuple[TextBlock, ...]:
            return tuple(self.line(role, self.words(1)) for _ in range(columns))

        rows = tuple(row(Role.TABLE_CELL) for _ in range(self.random.randint(1, 3)))
        caption = self.text(Role.CAPTION)  # two tables without one would touch in Word
        widths = (1 / columns,) * columns
        head, alignments = row(Role.TABLE_HEAD), (Alignment.NATURAL,) * columns
        return TableBlock(self.identifier(), caption, head, rows, alignments, widths, None)

    def figure(self) -> FigureBlock:
        out = io.BytesIO()
        Pixels.new("L", (24, 16), self.random.randint(1, 254)).save(out, "PNG")
        image = Image("figure.png", "image/png", out.getvalue(), 24, 16)
        alt = f"{self.words(3)} {self.count}"
        caption = self.text(Role.CAPTION) if self.random.random() < 0.7 else None
        return FigureBlock(self.identifier(), image, alt, caption, None, None)

    def division(self) -> DivisionBlock:
        title = self.line(Role.DIVISION_TITLE, self.words(1), 2)
        blocks = (title, self.text(Role.BOILERPLATE))
        return DivisionBlock(self.identifier(), "boilerplate", blocks, None)
