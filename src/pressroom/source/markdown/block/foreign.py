"""What CommonMark and Pandoc know and a release does not: each is reported, none passes silently."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from pressroom.place import Span
from pressroom.source.markdown.block.outline import Kind, Piece
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.stretch import Stretch

CAPTION = re.compile(r"(?:[Tt]able:|:)[ \t]+(?=\S)")

_BLOCKS = {
    Kind.INDENTED: (
        Code.INDENTED_CODE,
        "an indented block of code",
        "indent the text by less than four blanks",
    ),
    Kind.FENCED: (
        Code.FENCED_CODE,
        "a fenced block of code",
        "a release holds no code blocks; write `code` in a line",
    ),
    Kind.FENCE: (
        Code.STRAY_FENCE,
        "a closing fence, but no division is open",
        "a division opens with a line such as `::: {.notes}`",
    ),
    Kind.HTML: (
        Code.RAW_HTML,
        "raw HTML",
        "use the marks of the format, or `\\<` for the character",
    ),
    Kind.HEADING: (
        Code.UNDERLINED_HEADING,
        "an underlined heading",
        "write `## ` before a heading; leave a line empty before a break `---`",
    ),
}
_DEFINITION = re.compile(r"\[[^\[\]]+\]:")
_DEFINED = re.compile(r"(?:^|\n):[ \t]+\S")
_LINE_BLOCK = re.compile(r"\|(?:[ \t]|$)")
_NUMBER = r"[0-9]{1,2}|[a-z]|x{0,3}(?:ix|iv|v?i{1,3}|v)|x{1,3}"
_LOST_ITEM = re.compile(rf"\n((?:[-+*]|\(?(?:{_NUMBER})[.)]|\(@\w*\)|#\.)[ \t]+)(?=\S)")
_DRAWN = re.compile(r"(?:^|\n)(\+[-=:+]+\+|-{2,}(?:[ \t]+-{2,})+)[ \t]*(?=\n|$)")
_TASK = re.compile(r"\[[ xX]\](?:[ \t]|$)")


def report_block(piece: Piece, findings: Findings) -> None:
    """Report a block that is not in the format."""
    code, what, hint = _BLOCKS[piece.kind]
    if swallows(piece, findings.file.text):
        more = "it runs over a line `:::`, so all up to its end is taken for code"
        findings.error(code, what, piece.lines[0], hint, more)
    else:
        findings.error(code, what, piece.span, hint)


def report_paragraph(stretch: Stretch, span: Span, findings: Findings, *, item: bool) -> None:
    """Report what other tools would not read as a paragraph; ``item`` tells that it opens a list item."""
    text = stretch.text
    if _DEFINITION.match(text):
        hints = (
            "write the address beside the text, `[text](https://…)`",
            "a note is `[^1]: …`, its label without blanks",
        )
        findings.error(
            Code.REFERENCE_DEFINITION, "the definition of a reference link", span, *hints
        )
    if _DEFINED.search(text):
        hint = "a caption stands directly before or after its table; write other lists with `-`"
        findings.error(Code.DEFINITION_LIST, "a definition list", span, hint)
    if _LINE_BLOCK.match(text):
        hint = "a table needs a line `|---|---|` below its header; break lines with a backslash"
        what = "a line block, or a table without its line of hyphens"
        findings.error(Code.LINE_BLOCK, what, span, hint)
    if found := _LOST_ITEM.search(text):
        what = "a line that looks like the item of a list, but continues the paragraph"
        hint = "leave a line empty before a list of `-` or `1.`; break a line with a backslash"
        findings.warn(Code.LOST_LIST, what, stretch.span(found.start(1), found.end(1)), hint)
    if _DRAWN.search(text):
        report_drawn_table(span, findings)
    if item and _TASK.match(text):
        findings.error(Code.TASK_LIST, "a task list", span, "remove the box, or write `\\[`")


def report_glued(pieces: Sequence[Piece], findings: Findings, *, item: bool) -> None:
    """Warn of blocks right below a paragraph: CommonMark sees them there, Pandoc reads on in the paragraph.

    Inside an ``item`` of a list Pandoc sees another list.
    """
    position = findings.file.position
    for before, piece in pairwise(pieces):
        if before.kind is not Kind.PARAGRAPH or piece.kind is Kind.PARAGRAPH:
            continue
        if item and piece.kind in {Kind.BULLETS, Kind.NUMBERS}:
            continue
        if position(piece.span.start).line == position(before.span.end).line + 1:
            what = "other Markdown tools read this line as part of the paragraph before"
            findings.warn(Code.GLUED, what, piece.lines[0], "leave an empty line before it")


def report_drawn_table(span: Span, findings: Findings) -> None:
    """Report a table that is drawn with hyphens instead of pipes (Pandoc: simple, multiline and grid tables)."""
    hint = "draw it with pipes: `| a | b |`, and `|---|---|` below the header"
    findings.error(Code.DRAWN_TABLE, "a table drawn with hyphens", span, hint)


def is_drawn_line(line: str) -> bool:
    """Tell whether a break is written as the line below the header of a drawn table, ``---- ----``."""
    return _DRAWN.fullmatch(line) is not None


def without_comments(pieces: Sequence[Piece], findings: Findings) -> list[Piece]:
    """Return the pieces that are no comments; a comment never reaches an output, so only its own faults are told."""
    for piece in pieces:
        if piece.kind is Kind.COMMENT:
            _check_comment(piece, findings)
    return [piece for piece in pieces if piece.kind is not Kind.COMMENT]


def swallows(piece: Piece, source: str) -> bool:
    """Tell whether fences of divisions are lost in a comment or a block of code that was not closed in its place."""
    fenced = any(source.startswith(":::", line.start) for line in piece.lines[1:])
    if piece.kind is Kind.COMMENT:
        return fenced and _comment_fault(source[piece.span.start : piece.span.end]) is not None
    return fenced and piece.kind is Kind.FENCED


def _check_comment(piece: Piece, findings: Findings) -> None:
    """Report a comment that is not closed, that holds another one, or that has text behind it."""
    text = findings.file.slice(piece.span)
    if fault := _comment_fault(text):
        hint = "close it with `-->`"
        findings.error(Code.BAD_COMMENT, fault, piece.lines[0], hint)
    elif text[(close := text.find("-->", 2) + 3) :].strip():
        place = Span(piece.span.start + close, piece.span.end)
        hint = "begin the text on a line of its own"
        findings.error(Code.BAD_COMMENT, "text behind a comment", place, hint)


def _comment_fault(text: str) -> str | None:
    """Say why a comment does not end in its place, None if it does."""
    close = text.find("-->", 2)
    if close < 0:
        return "a comment that is not closed"
    return "a comment that runs into the next one" if "<!--" in text[2:close] else None
