"""The line of a marked paragraph: what stays, comes and goes as runs, and the notes that it calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, TypeAlias

from pressroom.redline.aligning import Pair
from pressroom.redline.atoms import Atom, written
from pressroom.redline.pen import Pen
from pressroom.redline.stretches import stretches
from pressroom.writers.docx.markup import Markup, inside, make
from pressroom.writers.docx.run import text

Change: TypeAlias = Literal["", "w:ins", "w:del", "w:moveTo", "w:moveFrom"]
"""What happened to a thing: nothing, it came, it went; or it came from another place, went to one."""

GONE: frozenset[Change] = frozenset({"w:del", "w:moveFrom"})
"""What is not there in the later version."""

_DELETED = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}
"""What text is called where it went (ECMA-376 §17.3.3.7, §17.16.13)."""


@dataclass(frozen=True, slots=True)
class Item:
    """An atom in a marked paragraph; ``former`` is the same one in the former version, where it stays."""

    change: Change
    atom: Atom
    former: Atom | None = None


@dataclass(frozen=True, slots=True)
class LineWriter:
    """Writes lines; ``called`` are the notes that they call, in order: the former number and the later one."""

    pen: Pen
    called: list[Pair] = field(default_factory=list[Pair])

    def write(self, items: Iterable[Item]) -> Iterator[Markup]:
        """Yield the runs of a line, the links and the changes that hold them, and its bookmarks."""
        for link, linked in groupby(items, lambda item: item.atom.link):
            made = list(self._stretches(linked))
            if link:
                element = make("w:hyperlink", *made, history=1)
                element.set("r:id", link)
                yield element
            else:
                yield from made

    def _stretches(self, items: Iterable[Item]) -> Iterator[Markup]:
        for change, group in groupby(items, _change):
            waiting: list[Item] = []
            for item in group:
                if item.atom.before or (item.former and item.former.before):
                    yield from self._wrapped(change, waiting)
                    waiting = []
                    yield from item.former.before if item.former else ()
                    yield from item.atom.before
                waiting.append(item)
                self._note(item)
            yield from self._wrapped(change, waiting)

    def _note(self, item: Item) -> None:
        if item.atom.note:
            former = item.former.note if item.former else None
            gone = item.change in GONE
            self.called.append((item.atom.note, None) if gone else (former, item.atom.note))

    def _wrapped(self, change: Change, items: list[Item]) -> Iterator[Markup]:
        runs = list(self._runs(items))
        if change == "w:del":
            runs = [deleted(run) for run in runs]
        if change and runs:
            yield self.pen.sign(change, *runs)
        else:
            yield from runs

    def _runs(self, items: Iterable[Item]) -> Iterator[Markup]:
        """Make runs; words that look the same, and looked the same, stand in one."""
        for (is_word, _, former), group in groupby(items, _look):
            same = list(group)
            made = [run for item in same for run in item.atom.content]
            if is_word:
                words = text("".join(item.atom.text for item in same))
                made = [make("w:r", same[0].atom.properties, words)]
            for run in made:
                if former is not None:
                    yield self._restyled(run, same[0].former)
                else:
                    yield run

    def _restyled(self, run: Markup, former: Atom | None) -> Markup:
        before = former.properties if former else None
        change = self.pen.sign("w:rPrChange", make("w:rPr") if before is None else before)
        own = inside(run, "w:rPr")
        properties = make("w:rPr", *(own if own is not None else ()), change)
        return make("w:r", properties, *(child for child in run if child.tag != "w:rPr"))


def compared(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[Item]:
    """Yield the line of two versions; what went stands before what came in its place."""
    for stretch in stretches(old, new):
        if stretch.same:
            pairs = zip(stretch.new, stretch.old, strict=True)
            yield from (Item("", atom, former) for atom, former in pairs)
        else:
            yield from (Item("w:del", atom) for atom in stretch.old)
            yield from (Item("w:ins", atom) for atom in stretch.new)


def _change(item: Item) -> Change:
    return item.change


def _look(item: Item) -> tuple[bool, str, str | None]:
    """Return whether an item is a word, how it looks, and how it looked if that was otherwise."""
    own = item.atom.properties
    restyled = item.former is not None and item.former.look != item.atom.look
    was = item.former.properties if item.former else None
    return (
        bool(item.atom.text),
        "" if own is None else written(own),
        None if not restyled else "" if was is None else written(was),
    )


def deleted(run: Markup) -> Markup:
    """Return a run as it is written where it went."""
    copy = deepcopy(run)
    for element in copy.iter():
        element.tag = _DELETED.get(element.tag, element.tag)
    return copy
