"""Paragraphs, rows and tables with what came and what went recorded in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import Literal, TypeAlias

from pressroom.redline.aligning import Likeness
from pressroom.redline.atoms import END, PARTING, Atom, atoms, written
from pressroom.redline.pen import Pen
from pressroom.redline.stretches import stretches
from pressroom.writers.docx.markup import Markup, fill, inside, make
from pressroom.writers.docx.run import text

Change: TypeAlias = Literal["", "w:ins", "w:del"]
"""What happened to a thing: nothing, it came, it went."""

_DELETED = {"w:t": "w:delText", "w:instrText": "w:delInstrText"}
"""What text is called where it went (ECMA-376 §17.3.3.7, §17.16.13)."""


@dataclass(frozen=True, slots=True)
class _Item:
    """An atom in a marked paragraph; ``former`` is the same one in the former version, where it stays."""

    change: Change
    atom: Atom
    former: Atom | None = None


@dataclass(slots=True)
class Marker:
    """Marks paragraphs; ``twins`` leads from the number of a former note to that of its later version.

    ``called`` are the notes in the order of their calls: the former number and the later one, None where it has none.
    """

    pen: Pen
    twins: Mapping[int, int] = field(default_factory=dict[int, int])
    called: list[tuple[int | None, int | None]] = field(
        default_factory=list[tuple[int | None, int | None]]
    )

    def likeness(self, element: Markup) -> Likeness:
        """Return what a paragraph, a row or a table is compared by; columns are not added to a table."""
        style = inside(element, "w:pPr", "w:pStyle")
        words = tuple(
            atom.key
            for paragraph in element.iter("w:p")
            for atom in atoms(paragraph, self.twins)
            if atom.key != END
        )
        kind = element.tag
        if kind == "w:tbl":
            kind += f" {sum(1 for _ in element.iter('w:gridCol'))}"
        elif not words and style is not None:
            kind += f" {style.get('w:val')}"
        return Likeness(kind, words)

    def changed(self, old: Markup | None, new: Markup | None) -> Markup:
        """Mark the later version of a paragraph; its mark stays, even where only one version is given."""
        one, other = (
            [Atom(END)] if side is None else atoms(side, self.twins) for side in (old, new)
        )
        properties = self._properties(old, new)
        return make("w:p", *properties, *self._line(_compared(one, other)))

    def regrouped(self, old: Sequence[Markup], new: Sequence[Markup]) -> list[Markup]:
        """Mark a paragraph that was parted in two, or two that were joined: one side has two of them, the other one."""
        one, other = (self._running(side) for side in (old, new))
        items = list(_compared(one, other))
        cut = next(at for at, item in enumerate(items, 1) if item.atom.key == PARTING)
        two, change = (new, "w:ins") if len(new) > 1 else (old, "w:del")
        first = fill(two[0][0], make("w:rPr", self.pen.sign(change)))
        return [
            make("w:p", first, *self._line(items[:cut])),
            make("w:p", *self._properties(old[-1], new[-1]), *self._line(items[cut:])),
        ]

    def whole(self, element: Markup, change: Change) -> Markup:
        """Mark a paragraph, a row or a table that came or went as a whole."""
        if element.tag == "w:p":
            fill(element[0], make("w:rPr", self.pen.sign(change)))
            items = [_Item(change, atom) for atom in atoms(element, self.twins)]
            return make("w:p", element[0], *self._line(items))
        if element.tag == "w:tr":
            fill(element[0], self.pen.sign(change))
        for child in list(element):
            if child.tag in {"w:tr", "w:tc", "w:p"}:
                element[list(element).index(child)] = self.whole(child, change)
        return element

    def between_tables(self, separator: Markup) -> Markup:
        """Mark the paragraph that keeps a table that went from one that came: there with both of them only."""
        marks = make("w:rPr", self.pen.sign("w:ins"), self.pen.sign("w:del"))
        fill(separator[0], marks)
        return separator

    def _properties(self, old: Markup | None, new: Markup | None) -> list[Markup]:
        one, other = ([] if side is None else [side[0]] for side in (old, new))
        if one and other and written(one[0]) != written(other[0]):
            fill(other[0], self.pen.sign("w:pPrChange", *one))
        return other or one

    def _running(self, paragraphs: Sequence[Markup]) -> list[Atom]:
        """Take paragraphs apart as if they were one."""
        *others, last = (atoms(paragraph, self.twins) for paragraph in paragraphs)
        return [
            *(atom for each in others for atom in (*each[:-1], replace(each[-1], key=PARTING))),
            *last,
        ]

    def _line(self, items: Iterable[_Item]) -> Iterator[Markup]:
        for link, linked in groupby(items, lambda item: item.atom.link):
            made = list(self._stretches(linked))
            if link:
                element = make("w:hyperlink", *made, history=1)
                element.set("r:id", link)
                yield element
            else:
                yield from made

    def _stretches(self, items: Iterable[_Item]) -> Iterator[Markup]:
        for change, group in groupby(items, _change):
            waiting: list[_Item] = []
            for item in group:
                if item.atom.before or (item.former and item.former.before):
                    yield from self._wrapped(change, waiting)
                    waiting = []
                    yield from item.former.before if item.former else ()
                    yield from item.atom.before
                waiting.append(item)
                self._note(item)
            yield from self._wrapped(change, waiting)

    def _note(self, item: _Item) -> None:
        if item.atom.note:
            former = item.former.note if item.former else None
            gone = item.change == "w:del"
            self.called.append((item.atom.note, None) if gone else (former, item.atom.note))

    def _wrapped(self, change: Change, items: list[_Item]) -> Iterator[Markup]:
        runs = list(self._runs(items))
        if change == "w:del":
            runs = [deleted(run) for run in runs]
        if change and runs:
            yield self.pen.sign(change, *runs)
        else:
            yield from runs

    def _runs(self, items: Iterable[_Item]) -> Iterator[Markup]:
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


def _compared(old: Sequence[Atom], new: Sequence[Atom]) -> Iterator[_Item]:
    for stretch in stretches(old, new):
        if stretch.same:
            pairs = zip(stretch.new, stretch.old, strict=True)
            yield from (_Item("", atom, former) for atom, former in pairs)
        else:
            yield from (_Item("w:del", atom) for atom in stretch.old)
            yield from (_Item("w:ins", atom) for atom in stretch.new)


def _change(item: _Item) -> Change:
    return item.change


def _look(item: _Item) -> tuple[bool, str, str | None]:
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
