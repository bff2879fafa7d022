"""T223: marks of the format that mark nothing, and so would be printed.

Stars behind a word that call a note below a table, and the notes that they call, are no such marks; nor are stars inside a
Latin word, ranges such as 3~5, intervals such as [0, 1) and the number of a reference before an address in round brackets.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pressroom.checks.line import Line
from pressroom.checks.rule import Example, Found, Manuscript, Repair, Rule, at
from pressroom.diagnostics import Severity
from pressroom.source.markdown.inline.flanking import is_blank, is_punctuation, is_wide

_RUN = re.compile(r"\*{1,3}(?!\*)(?<!\*{4})|_{1,2}(?!_)(?<!___)")
_SIGNIFICANCE = re.compile(r"\s*[Pp]\s*[<>=≤≥<>＝＜＞]")
_OPENING = "（「『《〈【([“‘$"
_CLOSING = "）」』》〉】)]”’%％‰"

_CLOSE = "close it behind its last word, or write {} for the character"
_ALONE: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile("`+"), "a backtick without a partner", _CLOSE.format(r"`\``")),
    (
        re.compile(r"(?<=[0-9A-Za-z)])\^(?=[-+−0-9A-Za-z])"),
        "a `^` that is not closed raises nothing",
        r"write `10^3^`, or `\^` for the character",
    ),
    (
        re.compile(r"(?<=[A-Za-z)])~(?=[0-9]{1,2}(?![.0-9]))"),
        "a `~` that is not closed lowers nothing",
        r"write `H~2~O`, or `\~` for the character",
    ),
    (
        re.compile(r"~~(?=\w)"),
        "struck-out text that is not closed",
        r"write `\~` for the character",
    ),
    (
        re.compile(r"\[\^"),
        "the call of a note that cannot be read",
        r"write `[^1]`, a label without blanks, or `\[` for the character",
    ),
    (
        re.compile(
            r"(?<!\[[0-9])(?<!\[[0-9]{2})(?<!\[[0-9]{3})\](?=[ \t]?\((?:https?:|mailto:|www\.))"
        ),
        "a link that cannot be read",
        r"write `[text](https://…)` without a blank, or `\]` for the character",
    ),
    (
        re.compile(r"\{(?=[.#][A-Za-z][\w-]*[ \t}]|(?:lang|ruby|alt|credit)=)"),
        "attributes that belong to nothing",
        r"write `[text]{…}` without a blank, or `\{` for the character",
    ),
    (
        re.compile(r"\A(?:#{2,6}(?=[^\s#])|＃+(?=[\s＃]))"),
        "number signs that make no heading",
        r"write `## ` with a blank behind it, or `\#` for the character",
    ),
)
_BRACKET = re.compile(r"[\[\]]")
_INTERVAL = re.compile(r"\[[-+−]?[0-9.]+[ \t]*[,，;][ \t]*[^\s\[\]()]+\)")


class _Role(Enum):
    """How a run of stars or underscores touches the words around it."""

    OPENS = "a word behind it"
    CALLS = "a word before it"
    INSIDE = "words on both sides"
    FREE = "none"


@dataclass(frozen=True, slots=True)
class _Lone:
    """A run of marks that found no partner; ``leads`` tells that it stands first in its line."""

    line: Line
    start: int
    marks: str
    role: _Role
    leads: bool

    @property
    def end(self) -> int:
        """Return where it ends in its line."""
        return self.start + len(self.marks)

    @property
    def wide(self) -> bool:
        """Tell whether it touches a character that fills a Han cell, where marks need no blanks beside them."""
        return any(is_wide(side) for side in self.line.around(self.start, self.end))


def _look(manuscript: Manuscript) -> Iterator[Found]:
    for lines in manuscript.lines:
        yield from _stars(lines)
        for line in lines:
            yield from _alone(line)
            yield from _brackets(line)


def _stars(lines: Sequence[Line]) -> Iterator[Found]:
    """Find runs that open and are never closed; most stars without a partner call a note, or stand before one."""
    lone = [one for line in lines for one in _runs(line)]
    last_note = {one.marks: number for number, one in enumerate(lone) if one.leads}
    called: set[str] = set()
    notes: set[str] = set()
    apart: _Lone | None = None
    for number, one in enumerate(lone):
        strong = len(one.marks) > 1
        match one.role:
            case _Role.OPENS:
                note = one.leads and (not strong or one.marks[1:] in notes)
                if not (note or one.marks in called or _SIGNIFICANCE.match(one.line.text, one.end)):
                    yield _opened(one)
            case _Role.INSIDE if strong and one.wide and last_note.get(one.marks, 0) <= number:
                yield _opened(one)
            case _Role.CALLS if apart and apart.line is one.line and apart.marks == one.marks:
                message = f"`{one.marks}` stands apart from the words that it should mark"
                hint = f"write `{one.marks}words{one.marks}` without blanks inside"
                yield at(one.line, apart.start, apart.end, message, None, hint)
            case _Role.INSIDE if one.wide:
                called.add(one.marks)
            case _Role.CALLS:
                called.add(one.marks)
            case _:
                pass
        apart = one if strong and one.role is _Role.FREE and one.marks not in called else None
        if one.leads:
            notes.add(one.marks)


def _runs(line: Line) -> Iterator[_Lone]:
    for match in line.search(_RUN):
        before, after = line.around(*match.span())
        left = _is_word(before) or (before != "" and before in _CLOSING)
        right = _is_word(after) or (after != "" and after in _OPENING)
        underscored = match[0].startswith("_")
        if not line.literal(*match.span()) or (underscored and not (right and is_blank(before))):
            continue
        role = _ROLES[left, right]
        leads = before in {"", "\n"} and not underscored
        yield _Lone(line, match.start(), match[0], role, leads)


_ROLES = {
    (False, True): _Role.OPENS,
    (True, False): _Role.CALLS,
    (True, True): _Role.INSIDE,
    (False, False): _Role.FREE,
}


def _is_word(character: str) -> bool:
    return not is_blank(character) and not is_punctuation(character) and character != ""


def _opened(one: _Lone) -> Found:
    what = "strong type" if len(one.marks) > 1 else "stress"
    message = f"`{one.marks}` opens {what}, and nothing closes it"
    escaped = "".join(f"\\{mark}" for mark in one.marks)
    return at(one.line, one.start, one.end, message, None, _CLOSE.format(f"`{escaped}`"))


def _alone(line: Line) -> Iterator[Found]:
    for pattern, message, hint in _ALONE:
        for match in line.search(pattern):
            if line.literal(*match.span()):
                yield at(line, *match.span(), message, None, hint)


def _brackets(line: Line) -> Iterator[Found]:
    """Find square brackets that nothing closes; one too many at the right marks nothing and may be meant."""
    open_: list[int] = []
    for match in line.search(_BRACKET):
        if not line.literal(*match.span()):
            continue
        if match[0] == "]":
            del open_[-1:]
        elif not _INTERVAL.match(line.text, match.start()):
            open_.append(match.start())
    for start in open_:
        hint = _CLOSE.format(r"`\[`")
        yield at(line, start, start + 1, "`[` has no partner in this paragraph", None, hint)


RULE = Rule(
    "T223",
    "No mark of the format is printed",
    "A mark that nothing closes is a character like any other, and is printed. Stars that call a note below a table are left alone.",
    Severity.WARNING,
    Repair.BY_HAND,
    Example("漁船**都回來了。", ""),
    _look,
)
