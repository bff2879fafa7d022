"""Letters as Markdown: only what would else be read as a mark gets a backslash."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from pressroom.merge.kinds import CELL, on_one_line
from pressroom.merge.returned import AGAIN, Marks
from pressroom.merge.units import Letter

_SPECIAL = re.compile(
    r"[\\`*\[\]^~$]|_(?![A-Za-z0-9])|(?<![A-Za-z0-9])_|<(?=[A-Za-z/!?])|&(?=[#A-Za-z])|\{(?=[#.])"
)
_OPENING = re.compile(r"^(?:[#>|:+-]|[0-9]{1,9}[.)](?=\s|$)|——|—(?=\s))")
_FENCE_LIKE = re.compile("：[:：]")
"""What would be taken for the fence of a division."""
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
_ORDER = ("link", "lang", *_WRAPS, "ruby", "code")

LINE_BREAK = "[]{.break}"
"""A line break where the line of the source does not end."""


def escaped(text: str, *, kind: str, opening: bool = False) -> str:
    """Return plain text as it is written in a block of a ``kind``; ``opening`` when it begins the block."""
    text = _SPECIAL.sub(lambda found: f"\\{found[0]}", text)
    text = text.replace("|", "\\|") if kind == CELL else text
    text = text.replace("\n", LINE_BREAK if on_one_line(kind) else "\\\n")
    text = _NEXT_LINE.sub(lambda found: f"{found[0][:-1]}\\{found[0][-1]}", text)
    if opening and _FENCE_LIKE.match(text):
        return f"&#{ord('：')};{text[1:]}"  # a backslash stands for itself before a full-width mark
    if opening and (found := _OPENING.match(text)):
        at = found.end() - 1
        text = f"{text[:at]}\\{text[at:]}"
    return text


def written(letters: Sequence[Letter], calls: Mapping[int, str], *, kind: str) -> str:
    """Return letters with their marks as they are written in a block of a ``kind``; ``calls`` are the calls of notes among them as the source has them."""
    return _Hand(letters, calls, kind).written(0, len(letters), frozenset())


@dataclass(frozen=True, slots=True)
class _Hand:
    """Writes letters; a mark goes round all that it holds, the one that reaches furthest outside."""

    letters: Sequence[Letter]
    calls: Mapping[int, str]
    kind: str

    def written(self, at: int, end: int, within: Marks) -> str:
        """Write a stretch ``within`` marks that are written already."""
        parts: list[str] = []
        while at < end:
            own = _own(self.letters[at], within)
            if own:
                text, at = self._marked(at, end, own, within)
            elif at in self.calls:
                text, at = self.calls[at], at + 1
            else:
                text, at = self._plain(at, end, within)
            parts.append(text)
        return "".join(parts)

    def _plain(self, at: int, end: int, within: Marks) -> tuple[str, int]:
        """Write the letters without further marks, and return where they end."""
        stop = at
        while stop < end and not _own(self.letters[stop], within) and stop not in self.calls:
            stop += 1
        opening = at == 0 and not within
        return escaped(self._text(at, stop), kind=self.kind, opening=opening), stop

    def _marked(self, at: int, end: int, own: Marks, within: Marks) -> tuple[str, int]:
        """Write the letters in one of their ``own`` marks, and return where it ends."""
        reaches = {one: self._reach(at, end, one) for one in own}
        # Code is taken as it stands: other marks are written round it, never inside.
        mark = min(own, key=lambda one: (one[0] == "code", -reaches[one], _ORDER.index(one[0])))
        stop, plain = reaches[mark], self._text(at, reaches[mark])
        if mark[0] == "code":
            return f"`{plain}`", stop
        return _wrapped(self.written(at, stop, within | {mark}), mark, plain), stop

    def _reach(self, at: int, end: int, mark: tuple[str, str]) -> int:
        """Return where a mark ends; code goes as far as no other mark changes."""
        stop = at
        while stop < end and mark in self.letters[stop].marks:
            if mark[0] == "code" and self.letters[stop].marks != self.letters[at].marks:
                break
            stop += 1
        return stop

    def _text(self, at: int, end: int) -> str:
        return "".join(letter.text for letter in self.letters[at:end])


def _own(letter: Letter, within: Marks) -> Marks:
    """Return the marks that are still to be written; which note a call leads to is none."""
    return frozenset(mark for mark in letter.marks - within if mark[0] != "note")


def _address(value: str) -> str:
    """Return an address as it stands in round brackets: between pointed ones where it has such signs itself."""
    escaped_here = re.sub(r"[\\<>]", lambda found: f"\\{found[0]}", value)
    return f"<{escaped_here}>" if re.search(r"[()\\<>]", value) else value


def _wrapped(text: str, mark: tuple[str, str], plain: str) -> str:
    kind, value = mark
    if kind == "link" and plain == value:
        return f"<{value}>"
    if kind == "ruby":
        return f'[{text}]{{ruby="{value.removesuffix(AGAIN)}"}}'
    before, after = {
        "link": ("[", f"]({_address(value)})"),
        "lang": ("[", f"]{{lang={value}}}"),
        **_WRAPS,
    }[kind]
    inner = text.strip(" ")
    lead, trail = text[: len(text) - len(text.lstrip(" "))], text[len(text.rstrip(" ")) :]
    return f"{lead}{before}{inner}{after}{trail}" if inner else text
