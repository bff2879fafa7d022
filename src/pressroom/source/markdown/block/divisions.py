"""The line that opens a division: ``::: {.notes}`` or ``::: notes``."""

from __future__ import annotations

import re

from pressroom.model.blocks import DivisionKind
from pressroom.model.characters import describe
from pressroom.place import Span
from pressroom.source.markdown.attributes import Attribute, Attributes, read_attributes
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings

EDITION = "edition"

_BARE = re.compile(r"[A-Za-z][\w-]*")
_AFTER = re.compile(r"[ \t]*:*[ \t]*")
_KINDS = {kind.value: kind for kind in DivisionKind}


def read_opening(line: Span, findings: Findings) -> Attributes | None:
    """Read the attributes of an opening fence; None, and a finding, when they cannot be read."""
    text = findings.file.text
    at = line.start
    while at < line.end and text[at] in ":： \t":
        at += 1
    bare = _BARE.match(text, at, line.end)
    if bare:
        found: Attributes | None = Attributes(
            (Attribute(bare[0], None, at, bare.end()),), bare.end()
        )
    else:
        found = read_attributes(text, at, line.end) if text[at] == "{" else None
    if found and _AFTER.fullmatch(text, found.end, line.end):
        return found
    hints = ["a division opens with a line such as `::: {.notes}`"]
    strange = next(
        (char for char in findings.file.slice(line) if char.isspace() and char not in " \t"), ""
    )
    if strange:
        hints.append(f"{describe(strange)} stands in this line: write a plain space")
    what = "a division whose attributes cannot be read"
    findings.error(Code.BAD_ATTRIBUTES, what, line, *hints)
    return None


def is_edition(attributes: Attributes) -> bool:
    """Tell whether a division is an edition."""
    return any(item.name == EDITION and item.value is None for item in attributes.items)


def division_kind(line: Span, findings: Findings) -> DivisionKind | None:
    """Return what a division inside an edition is; None, and a finding, when a release knows no such thing."""
    attributes = read_opening(line, findings)
    if attributes is None:
        return None
    if is_edition(attributes):
        hint = "an edition stands at the left margin, outside lists, quotes and divisions"
        findings.error(Code.EDITION_INSIDE, "an edition inside another block", line, hint)
        return None
    first, *others = attributes.items
    for item in others:
        what = f"a division knows no attribute `{item.written}`"
        place = Span(item.start, item.end)
        findings.error(Code.UNKNOWN_ATTRIBUTE, what, place, "give it one class, no more")
    kind = _KINDS.get(first.name) if first.value is None else None
    if kind is None:
        what = f"a release knows no division `{first.written}`"
        hint = f"known are {', '.join(f'.{name}' for name in _KINDS)}"
        findings.error(Code.UNKNOWN_DIVISION, what, Span(first.start, first.end), hint)
    return kind
