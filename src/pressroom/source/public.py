"""The public form of a source: what may leave the house with the files, still a source that says the same.

Approvals and the reasons for missing editions go, and so do the comments of the front matter and of the body. Whether something is a comment, or only looks like one
inside a code span or a quoted text, is for the parser to say: a cut stands only if the rest parses to the same release.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from typing import cast

from pressroom.diagnostics import Report
from pressroom.model.release import Release
from pressroom.place import SourceFile, Span
from pressroom.source.fences import split
from pressroom.source.parse import parse
from pressroom.typed_yaml.compose import compose
from pressroom.typed_yaml.nodes import Context, MappingNode

_NOTE = re.compile(r"^[ \t]*#.*(?:\n|\Z)|[ \t]+#.*$", re.MULTILINE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_OWN_LINES = re.compile(r"[ \t]*(?:\r?\n|\Z)")
_BLANKS = re.compile(r"[ \t]*")
_EMPTY = "<!-- -->"
_PRIVATE = {"approvals": "[]", "omit": "{}"}
"""Fields that are for editors alone, with what they are when empty."""


@dataclass(frozen=True, slots=True)
class _Cut:
    """A stretch of the source, and what may come in its place, the best first."""

    start: int
    end: int
    instead: tuple[str, ...]


def public_form(file: SourceFile) -> str:
    """Return a source without private fields and comments; raise ``ValueError`` for one that cannot be parsed."""
    release = parse(file, Report())
    if release is None:
        raise ValueError(file.name)
    wanted = _shape(_public(release))
    text = file.text
    finders: tuple[Callable[[str], Iterator[_Cut]], ...] = (_fields, _notes, _comments)
    for find in finders:
        text = _without(text, list(find(text)), wanted)
    return text


def comments(file: SourceFile, public: str) -> tuple[str, ...]:
    """Return the texts of the comments that ``public``, the public form of a source, is without."""
    found = (
        *(file.text[cut.start : cut.end].strip(" \t\r\n#") for cut in _notes(file.text)),
        *(match[0][4:-3].strip() for match in _COMMENT.finditer(file.text)),
    )
    return tuple(text for text in dict.fromkeys(found) if text and text not in public)


def _without(text: str, cuts: list[_Cut], wanted: object) -> str:
    """Make all cuts at once or, should that change the release, one after the other as far as it does not."""
    if not cuts:
        return text
    best = text
    for cut in reversed(cuts):
        best = best[: cut.start] + cut.instead[0] + best[cut.end :]
    if _parsed(best) == wanted:
        return best
    for cut in reversed(cuts):
        tries = (text[: cut.start] + instead + text[cut.end :] for instead in cut.instead)
        text = next((tried for tried in tries if _parsed(tried) == wanted), text)
    return text


def _fields(text: str) -> Iterator[_Cut]:
    """Find the private fields: from their key up to the next one; in a mapping on one line they become empty."""
    file = SourceFile("", text)
    parts = split(file, Report())
    node = compose(Context(file, Report(), "M"), parts.front_matter) if parts else None
    if not parts or not isinstance(node, MappingNode):
        return
    ends = [pair.key.span.start for pair in node.pairs[1:]] + [parts.front_matter.end]
    for pair, end in zip(node.pairs, ends, strict=True):
        start = pair.key.span.start
        if empty := _PRIVATE.get(pair.key.text):
            if text[:start].endswith(("\n", "\r")):
                yield _Cut(start, end, ("", f"{pair.key.text}: {empty}\n"))
            else:
                yield _Cut(pair.value.span.start, pair.value.span.end, (empty,))


def _notes(text: str) -> Iterator[_Cut]:
    """Find what may be comments of the front matter."""
    if parts := split(SourceFile("", text), Report()):
        span = parts.front_matter
        for found in _NOTE.finditer(text, span.start, span.end):
            yield _Cut(found.start(), found.end(), ("",))


def _comments(text: str) -> Iterator[_Cut]:
    """Find what may be comments of the body.

    One that has its lines for itself parts blocks: if those would else become one, an empty line stays, or an empty comment.
    """
    parts = split(SourceFile("", text), Report())
    for found in _COMMENT.finditer(text, parts.body if parts else 0):
        start, end = found.span()
        line = max(text.rfind("\n", 0, start), text.rfind("\r", 0, start)) + 1
        before = text[line:start]
        if not before.strip() and (rest := _OWN_LINES.match(text, end)):
            yield _Cut(line, rest.end(), ("", "\n", f"{before}{_EMPTY}\n"))
        else:
            blanks = _BLANKS.match(text, end)
            behind = blanks[0] if blanks else ""
            yield _Cut(start, end + len(behind), ("", behind, _EMPTY + behind))


def _parsed(text: str) -> object:
    release = parse(SourceFile("", text), Report())
    return None if release is None else _shape(_public(release))


def _public(release: Release) -> Release:
    return replace(release, approvals=(), omissions=())


def _shape(value: object) -> object:
    """Return a release, or a part of it, without the places that it has in its source."""
    match value:
        case SourceFile() | Span():
            return None
        case tuple():
            return tuple(map(_shape, cast("tuple[object, ...]", value)))
        case _ if is_dataclass(value):
            return (
                type(value).__name__,
                *(_shape(getattr(value, field.name)) for field in fields(value)),
            )
        case _:
            return value
