"""Blocks as they are written: what parts a new one from the one before, and what makes a block of another kind."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pressroom.merge.kinds import QUOTE, TEXT
from pressroom.merge.units import Unit, line_start

_ITEM = re.compile(r"(?P<indent>[ \t>]*)(?P<marker>[-*+]|(?P<number>[0-9]+)(?P<dot>[.)]))[ \t]+")
_QUOTES = re.compile(r"[ \t]*(?:>[ \t]?)+")
_HASHES = re.compile(r"#+[ \t]+$")
_BEHIND = re.compile(r"[—⸺]|!\[|Table:")
"""What opens an attribution or a caption: a new text stands behind its block."""
_BLANK = re.compile(r"[ \t>]*(?=\r|\n|$)")


def line_end(source: str, at: int) -> int:
    """Return where the line of a place ends."""
    ends = [end for end in (source.find("\n", at), source.find("\r", at)) if end >= 0]
    return min(ends, default=len(source))


def newline(source: str) -> str:
    """Return how the lines of a source end."""
    return "\r\n" if "\r\n" in source[:2000] else "\n"


def prefix_of(source: str, unit: Unit) -> str:
    """Return what stands on a unit's line before its text: marks of quotes, lists and headings, and blanks."""
    return source[line_start(source, unit.content.start) : unit.content.start]


def between(source: str, units: Sequence[Unit], unit: Unit, kind: str) -> str:
    """Return what parts a new paragraph of a kind from a unit; ``units`` are those before it."""
    end = newline(source)
    prefix = prefix_of(source, unit)
    if kind == unit.kind == TEXT and _BEHIND.search(prefix):
        return f"{end}{end}"
    if "[^" in prefix:
        prefix, lead = "    ", "    "
    else:
        quoted = _QUOTES.match(prefix)
        lead = quoted[0] if quoted and kind == unit.kind else ""
    if kind == unit.kind and (found := _ITEM.match(prefix)):
        return f"{end}{_next_item(found)}"
    gap = f"{end}{lead.rstrip()}{end}"
    if kind == unit.kind:
        return (
            f"{gap}{lead}{_hashes(kind)}"
            if lead or _hashes(kind)
            else f"{gap}{_HASHES.sub('', prefix)}"
        )
    opening = opened(source, units, unit, kind)
    parted = unit.kind.partition(" ")[0] in {"bullet", "number"} and _ITEM.match(opening)
    return f"{end if parted and opening[:1].isspace() else gap}{lead}{opening}"


def alike(source: str, unit: Unit) -> str:
    """Return what parts a new paragraph from a unit if it shall be of the same kind, whatever its own is."""
    return between(source, (), unit, unit.kind)


def opened(source: str, units: Sequence[Unit], after: Unit, kind: str) -> str:
    """Return what opens a block of a kind on its line, behind a unit; lists go on where they were."""
    word, _, depth = kind.partition(" ")
    if word in {"bullet", "number"}:
        for unit in reversed(units):
            if unit.kind == kind and (found := _ITEM.match(prefix_of(source, unit))):
                return _next_item(found)
        marker = "- " if word == "bullet" else "1. "
        found = _ITEM.match(prefix_of(source, after))
        return f"{' ' * found.end() if found and int(depth) > 1 else ''}{marker}"
    return "> " if kind == QUOTE else _hashes(kind)


def _hashes(kind: str) -> str:
    word, _, level = kind.partition(" ")
    return f"{'#' * int(level)} " if word == "heading" and level != "1" else ""


def _next_item(found: re.Match[str]) -> str:
    blanks = found[0][len(found["indent"]) + len(found["marker"]) :]
    number = found["number"]
    marker = f"{int(number) + 1}{found['dot']}" if number else found["marker"]
    return f"{found['indent']}{marker}{blanks}"


def parted(source: str, at: int) -> str:
    """Return the line end that is wanted at the end of a new block so that an empty line parts it from what follows."""
    start = line_end(source, at)
    end = newline(source)
    if source[at:start].strip() or start >= len(source):
        return ""
    return "" if _BLANK.match(source, start + len(end)) else end


def whole_lines(source: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch as whole lines with the empty lines behind it."""
    start, end = line_start(source, start), line_end(source, end)
    step = len(newline(source))
    while end < len(source):
        following = line_end(source, end + step)
        end = end + step
        if source[end:following].strip(" \t>") or end >= len(source):
            break
        end = following
    return start, end
