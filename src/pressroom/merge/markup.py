"""Letters as Markdown: only what would else be read as a mark gets a backslash."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pressroom.merge.kinds import CELL, on_one_line
from pressroom.merge.returned import AGAIN
from pressroom.merge.units import Letter

_SPECIAL = re.compile(
    r"[\\`*\[\]^~$]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])"
)
_OPENING = re.compile(r"^(?:[#>|:+-]|[0-9]{1,9}[.)](?=\s|$)|——|—(?=\s))")
_NEXT_LINE = re.compile(r"\\\n[ \t]*(?:[#>|:+=-]|[0-9]{1,9}[.)](?=\s|$))")
"""What would begin a block, or end one as a heading, behind a line break."""
_WRAPS = {
    "strong": ("**", "**"),
    "slant": ("*", "*"),
    "superscript": ("^", "^"),
    "subscript": ("~", "~"),
    "dots": ("[", "]{.dots}"),
    "proper-name": ("[", "]{.name}"),
    "book-title": ("[", "]{.title}"),
}
_ORDER = ("link", *_WRAPS, "ruby", "code")

LINE_BREAK = "[]{.break}"
"""A line break where the line of the source does not end."""


def escaped(text: str, *, kind: str, opening: bool = False) -> str:
    """Return plain text as it is written in a block of a ``kind``; ``opening`` when it begins the block."""
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    text = text.replace("|", "\\|") if kind == CELL else text
    text = text.replace("\n", LINE_BREAK if on_one_line(kind) else "\\\n")
    text = _NEXT_LINE.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)
    if opening and (found := _OPENING.match(text)):
        at = found.end() - 1
        text = f"{text[:at]}\\{text[at:]}"
    return text


def written(letters: Sequence[Letter], calls: Mapping[int, str], *, kind: str) -> str:
    """Return letters with their marks as they are written in a block of a ``kind``; ``calls`` are the calls of notes among them as the source has them."""
    return _written(letters, 0, frozenset(), calls, kind=kind)


def _written(
    letters: Sequence[Letter],
    offset: int,
    within: frozenset[tuple[str, str]],
    calls: Mapping[int, str],
    *,
    kind: str,
) -> str:
    parts: list[str] = []
    at = 0
    while at < len(letters):
        own = _own(letters[at], within)
        if not own:
            start = at
            while at < len(letters) and not _own(letters[at], within) and offset + at not in calls:
                at += 1
            text = "".join(letter.text for letter in letters[start:at])
            parts.append(escaped(text, kind=kind, opening=not within and offset + start == 0))
            if at < len(letters) and offset + at in calls:
                parts.append(calls[offset + at])
                at += 1
            continue
        reaches = {one: _reach(letters, at, one) for one in own}
        # Code is taken as it stands: other marks are written round it, never inside.
        mark = min(own, key=lambda one: (one[0] == "code", -reaches[one], _ORDER.index(one[0])))
        end = at + reaches[mark]
        inner = letters[at:end]
        if mark[0] == "code":
            parts.append(f"`{''.join(letter.text for letter in inner)}`")
        else:
            text = _written(inner, offset + at, within | {mark}, calls, kind=kind)
            parts.append(_wrapped(text, mark, "".join(letter.text for letter in inner)))
        at = end
    return "".join(parts)


def _own(letter: Letter, within: frozenset[tuple[str, str]]) -> frozenset[tuple[str, str]]:
    """Return the marks that are still to be written; which note a call leads to is none."""
    return frozenset(mark for mark in letter.marks - within if mark[0] != "note")


def _wrapped(text: str, mark: tuple[str, str], plain: str) -> str:
    kind, value = mark
    if kind == "link":
        return f"<{value}>" if plain == value else f"[{text}]({value})"
    if kind == "ruby":
        return f'[{text}]{{ruby="{value.removesuffix(AGAIN)}"}}'
    before, after = _WRAPS[kind]
    inner = text.strip(" ")
    lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{lead}{before}{inner}{after}{trail}" if inner else text


def _reach(letters: Sequence[Letter], at: int, mark: tuple[str, str]) -> int:
    """Return how far a mark goes; code goes as far as no other mark changes."""
    end = at
    while end < len(letters) and mark in letters[end].marks:
        if mark[0] == "code" and letters[end].marks != letters[at].marks:
            break
        end += 1
    return end - at
