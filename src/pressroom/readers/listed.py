"""Lines to paragraphs and the items of lists, which are known by their marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from pressroom.checks.rule import HAN
from pressroom.readers.draft import STOP, Change, Draft, Item, Letters, Passage, plain
from pressroom.readers.lines import TypedLine, Words, paragraphs, runs
from pressroom.readers.wording import language_of

_BULLETS = "•●▪◦‣\uf0b7\uf0a7"
"""Bullets, and the two that Word takes from Symbol and Wingdings."""
_LISTED = re.compile(rf"(?:[-–*·‧]|(?P<number>[0-9]{{1,3}})[.)]) +|[{_BULLETS}] *")
_NUMBER = re.compile("[(（]?([0-9]{1,3})(?![0-9])")
_MARKED = re.compile(rf"(?:[{_BULLETS}–-]|[(（]?[0-9]{{1,3}}[.)）、](?![0-9])) *")
"""What stands before the text of an item that is known to be one."""
_GAP = re.compile(f"(?<=[{HAN}]) +(?=[A-Za-z0-9Α-ω])|(?<=[A-Za-z0-9Α-ω%℃]) +(?=[{HAN}])")


def listed(
    lines: Sequence[TypedLine], words: Words, draft: Draft
) -> Iterator[tuple[Passage | Item, float]]:
    """Yield paragraphs and items, each with the size of its first line; ``words`` are those of the whole text."""
    for in_list, group in groupby(_parts(lines), key=lambda part: part[0]):
        part = [line for _, line in group]
        kinds: list[str] = []
        for joined, size in paragraphs(part, words, draft.changes, draft.doubts):
            letters = _closed_up(joined, draft)
            kind = _kind(plain(letters)) if in_list else ""
            found = _LISTED.match(plain(letters)) if kind else None
            if found is None or not plain(letters[found.end() :]).strip():
                yield Passage(letters), size
                continue
            kinds = [*kinds[: kinds.index(kind)], kind] if kind in kinds else [*kinds, kind]
            yield item(letters, "", len(kinds), draft), size


def item(letters: Letters, label: str, depth: int, draft: Draft) -> Item:
    """Return an item of a list without its mark, which is its label or stands before its text."""
    found = None if label else _MARKED.match(plain(letters))
    mark = found[0] if found else label
    number = _NUMBER.match(mark)
    if mark:
        draft.changes.append(Change("mark of a list written anew", mark, ""))
    return Item(letters[found.end() if found else 0 :], depth, int(number[1]) if number else None)


def _parts(lines: Sequence[TypedLine]) -> Iterator[tuple[bool, TypedLine]]:
    """Yield each line, and whether it belongs to a list; an item is made to open its paragraph."""
    for run in runs(lines):
        kinds = Counter(_kind(line.text) for line in run)
        in_list = False
        for before, line in zip((None, *run), run, strict=False):
            own = _kind(line.text)
            introduced = in_list or before is None or STOP.search(before.text) is not None
            begins = own == "•" or (own != "" and kinds[own] > 1 and introduced)
            in_list |= begins
            yield in_list, replace(line, opens=line.opens or begins)


def _kind(text: str) -> str:
    """Return what kind of list a line would be an item of, ``""`` for none."""
    found = _LISTED.match(text)
    if not found:
        return ""
    return "1" if found["number"] else "•" if found[0][0] in _BULLETS else found[0][0]


def _closed_up(letters: Letters, draft: Draft) -> Letters:
    """Leave out spaces between Han and Latin: programs that extract text make them of the gaps that a layout draws (S01, S14)."""
    text = plain(letters)
    gaps = {at for found in _GAP.finditer(text) for at in range(*found.span())}
    if not gaps or not language_of(text, "").startswith("zh"):
        return letters
    kept = tuple(letter for at, letter in enumerate(letters) if at not in gaps)
    what = "gap between Han and Latin left out, which the layout draws"
    draft.changes.append(Change(what, text, plain(kept)))
    return kept
