"""Short ways from written text to nodes, and from nodes to forms that are easy to compare."""

from __future__ import annotations

from typing import TypeAlias

from pressroom.diagnostics import Report
from pressroom.model.blocks import Block, Edition
from pressroom.model.inlines import (
    Code,
    Emphasis,
    HardBreak,
    InLanguage,
    Inline,
    Link,
    Ruby,
    Strong,
    Text,
)
from pressroom.model.inlines import NoteReference as Call
from pressroom.place import SourceFile, Span
from pressroom.source.markdown import parse_body
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.inline.reader import read_inlines
from pressroom.source.markdown.stretch import of_lines

Form: TypeAlias = "str | tuple[Form, ...]"

OPENING = "::: {.edition lang=en-HK}\n# Head\n\n"


def wrapped(body: str) -> SourceFile:
    """Put a body into an edition with a headline."""
    return SourceFile("release.md", f"{OPENING}{body}\n\n:::\n")


def read(file: SourceFile) -> tuple[tuple[Edition, ...], Report]:
    report = Report()
    return parse_body(file, 0, report), report


def edition(body: str) -> Edition:
    """Read the body of an edition in which there is no error."""
    (found,), report = read(wrapped(body))
    assert not report.failed
    return found


def blocks(body: str) -> tuple[Block, ...]:
    return edition(body).blocks


def findings(body: str) -> list[tuple[str, str]]:
    """Return the code of each finding in the body of an edition, and the text that it points at."""
    return findings_of(wrapped(body))


def findings_of(file: SourceFile) -> list[tuple[str, str]]:
    _, report = read(file)
    return [(found.code, file.slice(found.place.span)) for found in report if found.place]


def line(text: str) -> tuple[tuple[Inline, ...], list[str]]:
    """Read running text; return its nodes and the codes of the findings."""
    file, report = SourceFile("release.md", text), Report()
    lines: list[Span] = []
    at = 0
    for part in text.split("\n"):
        lines.append(Span(at, at + len(part)))
        at += len(part) + 1
    running = read_inlines(of_lines(text, lines), Findings(file, report), in_han=False)
    return running.inlines, [found.code for found in report]


def inlines(text: str) -> tuple[Form, ...]:
    """Read running text in which there is nothing to find, as nested tuples without places."""
    nodes, codes = line(text)
    assert [] == codes
    return forms(nodes)


def forms(nodes: tuple[Inline, ...]) -> tuple[Form, ...]:
    """Return nodes as nested tuples: neighbouring texts are joined, runs of blanks are one space."""
    found: list[Form] = []
    for node in nodes:
        form = _form(node)
        last = found[-1] if found else None
        if isinstance(form, str) and isinstance(last, str):
            found[-1] = last + form
        else:
            found.append(form)
    return tuple(found)


def _form(node: Inline) -> Form:
    match node:
        case Text():
            return node.text
        case Code():
            return ("code", node.text)
        case HardBreak():
            return ("break",)
        case Call():
            return ("call", node.label)
        case Ruby():
            return ("ruby", *((segment.base, segment.reading) for segment in node.segments))
        case Link():
            return ("link", node.target, *forms(node.children))
        case Emphasis():
            return ("em", *forms(node.children))
        case Strong():
            return ("strong", *forms(node.children))
        case InLanguage():
            return ("lang", node.language, *forms(node.children))
        case _:
            return (type(node).__name__, *forms(node.children))
