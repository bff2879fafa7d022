"""The body of a source -> its editions."""

from __future__ import annotations

from pressroom.diagnostics import Report
from pressroom.model.blocks import Edition
from pressroom.place import SourceFile
from pressroom.source.markdown.block.divisions import is_edition, read_opening
from pressroom.source.markdown.block.foreign import without_comments
from pressroom.source.markdown.block.outline import Kind, outline
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.editions import read_edition
from pressroom.source.markdown.findings import Findings


def parse_body(file: SourceFile, start: int, report: Report) -> tuple[Edition, ...]:
    """Parse what follows the front matter, from an offset on; every fault goes to the report, none is raised."""
    findings = Findings(file, report)
    editions: list[Edition] = []
    reported = False
    for piece in without_comments(outline(findings, start), findings):
        attributes = read_opening(piece.lines[0], findings) if piece.kind is Kind.DIVISION else None
        if attributes and is_edition(attributes):
            edition = read_edition(piece, attributes, findings)
            editions.extend([edition] if edition else [])
            reported = False
        elif not reported:
            hint = "move it between `::: {.edition lang=…}` and `:::`"
            findings.error(Code.OUTSIDE_EDITION, "text outside the editions", piece.lines[0], hint)
            reported = True
    return tuple(editions)
