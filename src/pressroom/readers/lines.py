"""Lines as a page had them, to paragraphs: page furniture goes, hard-wrapped lines are joined as their script asks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from pressroom.merge.units import Letter
from pressroom.readers.draft import STOP, Change, Letters, plain
from pressroom.readers.wording import EMBARGO, begins, dateline, is_wording, language_of
from pressroom.source.markdown.inline.line_ends import fills_cell

SOFT_HYPHEN = "\u00ad"
PAGE_NUMBER = re.compile(
    r"[-–— ]*(?:page |p\. ?)?[0-9]{1,3}(?: ?(?:of|/|／) ?[0-9]{1,3})?[-–— ]*"
    r"|第 ?[0-9]{1,3} ?頁(?: ?[，,/]? ?共 ?[0-9]{1,3} ?頁)?",
    re.IGNORECASE,
)
_HYPHEN = re.compile("([A-Za-z]+)[-\u2010]$")
_WORD = re.compile("[A-Za-z]+(?:-[A-Za-z]+)*")
_LOWER = re.compile("[a-z]+")
_ADDRESS_END = re.compile(r"(?:https?://|www\.|\b10\.[0-9]{4,9}/)[!-~]*[/_=&?#%.-]$")
_ADDRESS_ON = re.compile(r"[a-z0-9][!-~]*")
_LONGEST_PART = 300
"""How far from the line end an address may begin."""
_FIGURES = re.compile("[0-9]+")
_GOES_ON = re.compile("[a-z]$|[-,，、\u00ad].$")
"""A line, and the first character of the next one, that are one sentence."""
_EDGE = 2
"""How many lines at the head and the foot of a page may be furniture."""
_BALANCED = 0.6
"""A line without a stop that is shorter than this part of the measure ends its paragraph."""


@dataclass(frozen=True, slots=True)
class TypedLine:
    """A line of a page; ``width`` in any unit, the same on all lines; ``size`` in points, 0 where it is not known.

    ``opens`` tells that what stands above it or the page itself parts it from the line before, ``whole`` that it goes with the
    next one however short it is, ``row`` that it is one of a table, with these cells.
    """

    letters: Letters
    width: float
    opens: bool = False
    size: float = 0.0
    whole: bool = False
    row: tuple[Letters, ...] = ()

    @property
    def text(self) -> str:
        """Return what it says."""
        return plain(self.letters)


def without_furniture(
    pages: Sequence[Sequence[TypedLine]], changes: list[Change]
) -> list[TypedLine]:
    """Take away page numbers and running heads; join the pages.

    A running head stands first on two pages or at an edge of three: the pages of two languages may end with the same address.
    """
    edges = [
        {at for at in range(len(page)) if at < _EDGE or at >= len(page) - _EDGE} for page in pages
    ]
    seen = Counter(
        key
        for page, edge in zip(pages, edges, strict=True)
        for key in {_key(page[at]) for at in edge}
    )
    kept: list[TypedLine] = []
    embargoed = False
    for page, edge in zip(pages, edges, strict=True):
        for at, line in enumerate(page):
            if at in edge and PAGE_NUMBER.fullmatch(line.text):
                changes.append(Change("page number left out", line.text, ""))
            elif at in edge and seen[_key(line)] > (1 if at == 0 else 2):
                if EMBARGO.fullmatch(line.text) and not embargoed:
                    kept.append(replace(line, opens=True))
                    embargoed = True
                else:
                    changes.append(Change("running head left out", line.text, ""))
            else:
                kept.append(line)
    return kept


def single_spaced(lines: Sequence[TypedLine]) -> list[TypedLine]:
    """Close up a text in which empty lines stand behind most lines, in the middle of sentences too."""
    pairs = [(a, b) for a, b in pairwise(lines) if b.opens]
    measure = max((line.width for line in lines), default=0)
    broken = sum(_is_broken(a, b, measure) for a, b in pairs)
    if len(pairs) * 2 < len(lines) or broken * 20 < len(pairs) or broken < 2:
        return list(lines)
    return [replace(line, opens=False) for line in lines]


def _is_broken(line: TypedLine, following: TypedLine, measure: float) -> bool:
    """Tell whether an address, or a sentence on a full line, runs to the next line."""
    if _is_address(line.text, following.text):
        return True
    if STOP.search(line.text) or line.width < 0.85 * measure:
        return False
    return bool(_LOWER.match(following.text)) or all(
        map(fills_cell, line.text[-1] + following.text[0])
    )


def _key(line: TypedLine) -> tuple[str, float]:
    """Return what running heads have in common: their text but for figures, and their size."""
    return _FIGURES.sub("0", line.text), round(line.size, 1)


class Words:
    """Words and compounds of a text, to tell which hyphens at line ends are its own."""

    def __init__(self, lines: Iterable[TypedLine]) -> None:
        self._known = frozenset(
            word for line in lines for word in _WORD.findall(line.text.replace("\u2010", "-"))
        )

    def __contains__(self, word: str) -> bool:
        return word in self._known


def paragraphs(
    lines: Sequence[TypedLine], words: Words, changes: list[Change], doubts: list[str]
) -> Iterator[tuple[Letters, float]]:
    """Yield paragraphs, each with the size of its first line; ``words`` are those of the whole text."""
    for group in _grouped(lines):
        yield joined(group, words, changes, doubts), group[0].size


def joined(
    lines: Sequence[TypedLine], words: Words, changes: list[Change], doubts: list[str]
) -> Letters:
    """Return the lines of one paragraph as one line; ``words`` are those of the whole text."""
    letters = [*lines[0].letters]
    for line in lines[1:]:
        _join(letters, line.letters, words, changes, doubts)
    if len(lines) > 1:
        before = "\n".join(line.text for line in lines)
        changes.append(Change(f"{len(lines)} lines joined", before, plain(letters)))
    return tuple(letters)


def _grouped(lines: Sequence[TypedLine]) -> Iterator[list[TypedLine]]:
    """Group the lines of a paragraph; the measure is that of the lines between two certain breaks."""
    for run in runs(lines):
        measure = max(line.width for line in run)
        group = [run[0]]
        for line in run[1:]:
            if not line.whole and _ends(group[-1], line, measure):
                yield group
                group = []
            group.append(line)
        yield group


def runs(lines: Iterable[TypedLine]) -> Iterator[list[TypedLine]]:
    """Yield the lines between two certain breaks: a line that opens, a dateline, a change of size."""
    run: list[TypedLine] = []
    for line in lines:
        opens = line.opens or dateline(line.text, language_of(line.text, "en-HK"))
        if run and (opens or abs(line.size - run[-1].size) > run[-1].size * 0.15):
            yield run
            run = []
        run.append(line)
    if run:
        yield run


def _ends(line: TypedLine, following: TypedLine, measure: float) -> bool:
    """Tell whether a paragraph ends with a line: the next word would have had room on it, or is of the other language."""
    if is_wording(line.text) or begins(line.text, following.text):
        return True
    if _is_address(line.text, following.text):
        return False
    stopped = bool(STOP.search(line.text))
    if stopped and language_of(line.text, "") != language_of(following.text, ""):
        return True
    if line.width < measure * _BALANCED and not _GOES_ON.search(line.text + following.text[:1]):
        return True
    unit = line.width / max(1, sum(1 + fills_cell(char) for char in line.text))
    first = following.text[:1]
    # two marks that may not begin a line may have taken a third character with them
    need = 6.0 if fills_cell(first) else 1.0 + len(following.text.split(" ", 1)[0])
    return stopped and line.width + need * unit <= measure


def _join(
    before: list[Letter],
    after: Letters,
    words: Words,
    changes: list[Change],
    doubts: list[str],
) -> None:
    """Add a line to the ones before it."""
    text, following = plain(before[-_LONGEST_PART:]), plain(after[:_LONGEST_PART])
    gap: list[Letter] = []
    divided, rest = _HYPHEN.search(text), _LOWER.match(following)
    if text.endswith(SOFT_HYPHEN):
        changes.append(Change("soft hyphen at a line end left out", text[-12:], following[:12]))
        before.pop()
    elif _is_address(text, following):
        changes.append(Change("address joined over a line end", text[-40:], following[:40]))
    elif divided and rest:
        whole, compound = divided[1] + rest[0], f"{divided[1]}-{rest[0]}"
        if whole in words and compound not in words:
            changes.append(Change("hyphen of a divided word left out", compound, whole))
            before.pop()
        elif compound not in words:
            doubts.append(f"{compound!r} was divided at a line end: does its hyphen stay?")
    elif not (text.endswith("-") and rest is None and following[:1].isalnum()):
        cells = fills_cell(text[-1]), fills_cell(following[0])
        if not all(cells) and not (any(cells) and _is_mostly_han(text + following)):
            gap = [Letter(" ", before[-1].marks & after[0].marks, None)]
    before += gap
    before += after


def _is_mostly_han(text: str) -> bool:
    return 2 * sum(map(fills_cell, text)) > sum(char.isascii() and char.isalpha() for char in text)


def _is_address(text: str, following: str) -> bool:
    """Tell whether an address runs over a line end."""
    return bool(_ADDRESS_END.search(text[-_LONGEST_PART:]) and _ADDRESS_ON.match(following))
