"""The body of a source -> its editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.diagnostics import Report
from pressroom.model.blocks import Edition
from pressroom.place import SourceFile
from pressroom.source.markdown.block.divisions import is_edition, read_opening
from pressroom.source.markdown.block.foreign import report_block, swallows, without_comments
from pressroom.source.markdown.block.outline import Kind, Piece, outline
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.editions import read_edition
from pressroom.source.markdown.findings import Findings

_CONSEQUENCES = frozenset(
    {Code.UNCLOSED_DIVISION, Code.NO_HEADLINE, Code.EMPTY_BLOCK, Code.NOTE_UNDEFINED}
)
"""What is found, besides the cause, when fences and notes are lost in a comment that was not closed, or too deep."""


def parse_body(file: SourceFile, start: int, report: Report) -> tuple[Edition, ...]:
    """Parse what follows the front matter, from an offset on; every fault goes to the report, none is raised."""
    findings = Findings(file, Report())
    pieces = outline(findings, start)
    editions = tuple(_editions(without_comments(pieces, findings), findings))
    deep = any(one.code == Code.TOO_DEEP.value for one in findings.report)
    lost = deep or any(swallows(piece, file.text) for piece in _all(pieces))
    report.extend(one for one in findings.report if not (lost and one.code in _CONSEQUENCES))
    return editions


def _editions(pieces: Sequence[Piece], findings: Findings) -> Iterator[Edition]:
    """Read the editions; of what stands between two of them the first is reported, the rest follows from it."""
    told = False
    last: Piece | None = None
    for piece in pieces:
        division = piece.kind is Kind.DIVISION
        attributes = read_opening(piece.lines[0], findings) if division else None
        if attributes and is_edition(attributes):
            edition = read_edition(piece, attributes, findings)
            yield from [edition] if edition else []
            told = False
            last = piece
        elif not told:
            told = True
            if piece.kind is Kind.FENCE:
                report_block(piece, findings)
            elif division and attributes:
                hint = "an edition begins with a line such as `::: {.edition lang=en-HK}`"
                what = "a division outside the editions"
                findings.error(Code.OUTSIDE_EDITION, what, piece.lines[0], hint)
            elif not division:
                hints = ["move it between `::: {.edition lang=…}` and `:::`"]
                if last:
                    line = findings.file.position(last.span.end).line
                    hints.append(f"the `:::` of line {line} closed the edition before it")
                what = "text outside the editions"
                findings.error(Code.OUTSIDE_EDITION, what, piece.lines[0], *hints)


def _all(pieces: Sequence[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        yield piece
        yield from _all(piece.children)
