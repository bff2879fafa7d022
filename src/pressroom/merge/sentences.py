"""A change as its reader wants it: the sentences in which something changed, by words and single Han characters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from pressroom.merge.alignment import tokens

Sign: TypeAlias = Literal[" ", "-", "+"]
Sentence: TypeAlias = tuple[tuple[Sign, str], ...]
"""Stretches that are common to both texts, gone, or new."""

_ENDS = re.compile(r"(?<=[。！？])[」』”’）]*|(?<=[.!?])[”’)\]]*(?=\s|$)|\n")
"""Where a sentence ends; the dot of a number or a name is followed by no blank (clreq §3.1.2 for Han)."""


def sentences(before: str, after: str) -> Iterator[Sentence]:
    """Yield the sentences that are not the same in both texts."""
    current: list[tuple[Sign, str]] = []
    for sign, text in _stretches(before, after):
        for piece, ends in _parted(text):
            words = piece.replace("\n", " ¶ ") if sign == "-" else piece.strip("\n")
            if current and current[-1][0] == sign:
                words = current.pop()[1] + words
            if words:
                current.append((sign, words))
            # A sentence that was joined to the next one goes on.
            if ends and sign != "-":
                yield from _changed(current)
                current = []
    yield from _changed(current)


def _changed(pieces: list[tuple[Sign, str]]) -> Iterator[Sentence]:
    if any(sign != " " for sign, _ in pieces):
        yield tuple(pieces)


def _stretches(before: str, after: str) -> Iterator[tuple[Sign, str]]:
    one, other = tokens(before), tokens(after)
    for tag, i, j, k, m in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            yield " ", "".join(one[i:j])
            continue
        if i < j:
            yield "-", "".join(one[i:j])
        if k < m:
            yield "+", "".join(other[k:m])


def _parted(text: str) -> Iterator[tuple[str, bool]]:
    at = 0
    for found in _ENDS.finditer(text):
        if found.end() > at:
            yield text[at : found.end()], True
            at = found.end()
    if at < len(text):
        yield text[at:], False
