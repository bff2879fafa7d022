"""What a rule is, what it looks at, and what it finds."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from pressroom.checks.line import Line
from pressroom.diagnostics import Severity
from pressroom.house.tokens import House
from pressroom.model.blocks import Edition
from pressroom.model.release import Release
from pressroom.place import Span

HAN = "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff〇○々"
"""The inside of a character class of Han ideographs and the two round zeros."""

MARKS = "，。、；：！？「」『』《》〈〉（）【】〔〕"
"""The inside of a character class of full-width marks."""


class Repair(Enum):
    """Whether a rule knows a way out: for certain, by guess, or not at all."""

    SAFE = "safe"
    UNSAFE = "unsafe"
    BY_HAND = "by hand"


Pixels: TypeAlias = Callable[[str], tuple[int, int] | None]
"""Width and height of a raster picture by its name in the release; None for a drawing, and for one that cannot be read."""


@dataclass(frozen=True, slots=True, eq=False)
class Manuscript:
    """A release as rules see it; ``lines`` has one entry an edition, ``house`` may not be known yet. Equal to itself alone."""

    release: Release
    lines: tuple[tuple[Line, ...], ...]
    house: House | None
    pixels: Pixels

    @property
    def editions(self) -> Iterator[tuple[Edition, tuple[Line, ...]]]:
        """Yield each edition with its lines."""
        yield from zip(self.release.editions, self.lines, strict=True)

    @property
    def pairs(self) -> Iterator[tuple[tuple[Line, ...], tuple[Line, ...]]]:
        """Yield the lines of the first edition beside those of each other one."""
        for other in self.lines[1:]:
            yield self.lines[0], other

    @property
    def all_lines(self) -> Iterator[Line]:
        """Yield the lines of all editions."""
        for lines in self.lines:
            yield from lines

    @property
    def han_lines(self) -> Iterator[Line]:
        """Yield the lines of the editions that set Han."""
        return (line for line in self.all_lines if line.han)


@dataclass(frozen=True, slots=True)
class Found:
    """One place where a rule is broken; ``replacement`` takes the place of ``span``, None when a person must decide.

    ``safe`` may take the safety from a repair, never give it; ``beside`` is where another edition says it;
    ``severity`` speaks for this place alone.
    """

    span: Span
    message: str
    hints: tuple[str, ...] = ()
    replacement: str | None = None
    safe: bool = True
    beside: Span | None = None
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Example:
    """A text that breaks a rule, and how it should be.

    ``english`` is the text of the other edition, ``front`` a part of the front matter, if the rule asks; ``headline`` and
    ``language`` are those of the text.
    """

    before: str
    after: str
    english: str = ""
    front: str = ""
    headline: str = "漁船"
    language: str = "zh-Hant-HK"


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: what it asks (``title``), ``why``, an example, and the function that looks."""

    code: str
    title: str
    why: str
    severity: Severity
    repair: Repair
    example: Example
    look: Callable[[Manuscript], Iterator[Found]]


def at(
    line: Line, start: int, end: int, message: str, replacement: str | None = None, hint: str = ""
) -> Found:
    """Make a finding of a stretch of a line; what does not stand in the source to the letter is not replaced."""
    possible = replacement is not None and line.literal(start, end)
    return Found(
        line.place(start, end),
        message,
        (hint,) if hint else (),
        replacement if possible else None,
    )


def is_han(char: str) -> bool:
    """Tell whether a character is a Han ideograph or a round zero; False for ""."""
    return _HAN.match(char) is not None


def in_cell(char: str) -> bool:
    """Tell whether a character is Han or a full-width mark; False for ""."""
    return _CELL.match(char) is not None


_HAN = re.compile(f"[{HAN}]")
_CELL = re.compile(f"[{HAN}{MARKS}]")
