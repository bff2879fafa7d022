"""Comments of editors as comments of the source: ``<!-- @name date: … -->``; they never reach an output."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from pressroom.merge.choosing import Read, sound
from pressroom.merge.returned import Comment
from pressroom.merge.splices import Splice, spliced
from pressroom.merge.units import Unit
from pressroom.place import Span

_MARK = re.compile(r"[ \t]?<!-- @(?:(?!-->)[^\r\n])*-->")
_MARKS = re.compile(rf"(?:{_MARK.pattern})*\Z")
_RUN = re.compile(rf"(?:{_MARK.pattern})+")
_REPLY = re.compile(r"<!-- @[^:]* -> @")


@dataclass(frozen=True, slots=True)
class _Thread:
    """A comment and its replies as they are written behind a block; ``number`` is that of the first one."""

    number: int
    splice: Splice


def known_in(source: str, comments: Iterable[Comment]) -> list[Comment]:
    """Return the comments that a source holds; of some that read the same only as many as it holds."""
    left: Counter[str] = Counter()
    known: list[Comment] = []
    for comment in comments:
        mark = written(comment)
        if left[mark] < source.count(mark):
            known.append(comment)
        left[mark] += 1
    return known


def placed(
    source: str,
    comments: Sequence[Comment],
    known: Sequence[Comment],
    homes: Mapping[str, Unit | None],
    read: Read,
) -> tuple[list[Splice], list[Comment]]:
    """Return the cuts that write comments behind the text that they stand at, and those that have no place.

    ``known`` are those that stand there already, ``homes`` the blocks of the source by the bookmarks that comments stand at.
    Threads of one block stand in the order of their days, so that the order in which returns are merged does not matter.
    """
    said = _said(read(source) or ())
    threads = [list(thread) for thread in _threads(comments)]
    found: list[_Thread] = []
    unplaced: list[Comment] = []
    for number, thread in enumerate(threads):
        fresh = [comment for comment in thread if comment not in known]
        unit = homes.get(thread[0].label)
        if fresh and unit:
            marks = [written(comment) for comment in fresh]
            at = _place(source, unit, marks[0])
            found.append(_Thread(number, Splice(Span(at, at), "".join(f" {m}" for m in marks))))
        else:
            unplaced += fresh
    found.sort(key=lambda one: _key(one.splice.text))

    def holds(chosen: list[_Thread]) -> bool:
        text = spliced(source, [one.splice for one in chosen])
        got = read(text) if text is not None else None
        return got is not None and _said(got) == said

    good = sound([], found, holds)
    kept = {one.number for one in good}
    for one in found:
        if one.number not in kept:
            unplaced += (comment for comment in threads[one.number] if comment not in known)
    return [one.splice for one in good], unplaced


def settled(source: str, lines: Iterable[int], read: Read) -> tuple[str, list[tuple[int, str]]]:
    """Take comments of editors out of a source, all or those on some lines; return it and them, with their lines."""
    wanted = set(lines)
    said = _said(read(source) or ())
    marks = [(source.count("\n", 0, found.start()) + 1, found) for found in _MARK.finditer(source)]
    chosen = [one for one in marks if not wanted or one[0] in wanted]

    def holds(some: list[tuple[int, re.Match[str]]]) -> bool:
        got = read(_without(source, some))
        return got is not None and _said(got) == said

    good = sound([], chosen, holds)
    return _without(source, good), [(line, found[0].strip()) for line, found in good]


def written(comment: Comment) -> str:
    """Write a comment; nothing in it can end it."""
    words = " ".join(comment.text.split()).replace("-->", "→")
    while "--" in words:
        words = words.replace("--", "-")
    reply = f" -> @{_name(comment.answers)}" if comment.answers else ""
    return f"<!-- @{_name(comment.author)}{reply} {comment.date}: {words.strip('->')} -->"


def runs_in(source: str, base: str) -> Iterator[tuple[int, str]]:
    """Yield where comments stand side by side in a source, and these, if none of them is in the base."""
    for found in _RUN.finditer(source):
        if not any(mark in base for mark in _MARK.findall(found[0])):
            yield found.start(), found[0]


def behind(source: str, unit: Unit) -> int:
    """Return where the comments behind the text of a unit begin."""
    ends = [one.span.end for one in unit.letters if one.span and one.text != " "]
    begin = ends[-1] if ends else unit.content.start
    there = _MARKS.search(source[begin : unit.content.end])
    return begin + there.start() if there else unit.content.end


def in_order(runs: Sequence[str]) -> str:
    """Put the threads of several blocks that are one now behind each other, by their days."""
    if len(runs) == 1:
        return runs[0]
    threads: list[str] = []
    for mark in chain.from_iterable(map(_MARK.findall, runs)):
        if threads and _REPLY.search(mark):
            threads[-1] += mark
        else:
            threads.append(mark)
    return "".join(sorted(threads, key=_key))


def say_the_same(one: Sequence[Unit], other: Sequence[Unit]) -> bool:
    """Tell whether two sources have the same texts in the same blocks."""
    return _said(one) == _said(other)


def without(source: str, comments: Iterable[Comment]) -> str:
    """Return a source without comments that merge has written."""
    for comment in comments:
        source = source.replace(f" {written(comment)}", "")
    return source


def _name(author: str) -> str:
    return " ".join(re.sub(r"-{2,}|[<>:]", "-", author).split()) or "someone"


def _without(source: str, marks: Iterable[tuple[int, re.Match[str]]]) -> str:
    text = spliced(source, [Splice(Span(*found.span()), "") for _, found in marks])
    return source if text is None else text


def _threads(comments: Sequence[Comment]) -> Iterable[Iterable[Comment]]:
    starts = 0

    def number(comment: Comment) -> int:
        nonlocal starts
        starts += not comment.answers
        return starts

    return (group for _, group in groupby(comments, number))


def _place(source: str, unit: Unit, mark: str) -> int:
    """Return where a thread goes among those that stand behind a text already."""
    at = behind(source, unit)
    while (found := _MARK.match(source, at)) and (
        _REPLY.search(found[0]) or _key(found[0]) <= _key(mark)
    ):
        at = found.end()
    return at


def _key(mark: str) -> tuple[str, str]:
    """Return the day of a comment and its text."""
    day = re.search(r" ([0-9-]{10}): ", mark)
    return day[1] if day else "", mark.strip()


def _said(units: Sequence[Unit]) -> list[tuple[str, str]]:
    return [(unit.identifier, unit.text) for unit in units]
