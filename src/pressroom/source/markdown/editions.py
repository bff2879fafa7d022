"""A division ``.edition`` -> an edition: headline, blocks, notes, and what must hold among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pressroom.language.record import Script
from pressroom.language.registry import language as known_language
from pressroom.model.blocks import Block, Edition, Note, Paragraph
from pressroom.model.inlines import Dateline, Inline, NoteReference
from pressroom.place import Span
from pressroom.source.markdown.attributes import Attributes
from pressroom.source.markdown.block.divisions import EDITION
from pressroom.source.markdown.block.foreign import without_comments
from pressroom.source.markdown.block.outline import Kind, Piece
from pressroom.source.markdown.block.reader import BlockReader, fenced
from pressroom.source.markdown.codes import Code
from pressroom.source.markdown.findings import Findings
from pressroom.source.markdown.walk import lines_of, nodes

MOST_PARTS = 10_000
"""How many blocks, cells and inlines an edition may have; a release of three pages has 200."""

MOST_NOTES = 100
"""How many notes an edition may have: the typesetting engine takes more time than their number."""

MAX_NOTE_DEPTH = 4
"""How deep notes may be called from notes."""


def read_edition(piece: Piece, attributes: Attributes, findings: Findings) -> Edition | None:
    """Read an edition; None, and a finding, when it does not say its language."""
    language = _language(piece, attributes, findings)
    record = known_language(language) if language else None
    in_han = record is not None and record.script is Script.HAN and not record.profile.spaced
    reader = BlockReader(findings, in_han=in_han)
    children = without_comments(piece.children, findings)
    first = children[0] if children else None
    headline: tuple[Inline, ...] = ()
    if first and first.kind is Kind.HEADING and reader.heading_line(first).level == 1:
        headline = reader.headline(first)
        del children[0]
    else:
        place = first.lines[0] if first else piece.lines[0]
        signed = findings.file.slice(place).startswith(("#", "＃"))
        hint = f"{'write it as' if signed else 'begin the edition with'} a line `# …`"
        findings.error(
            Code.NO_HEADLINE, "the edition does not begin with its headline", place, hint
        )
    blocks = reader.blocks(children)
    notes = _called(headline, blocks, reader.notes, findings)
    texts = [headline, *lines_of(blocks), *(t for note in notes for t in lines_of(note.blocks))]
    _check_amount(texts, notes, piece, findings)
    _check_datelines(texts, blocks, findings)
    span = fenced(findings.file.text, piece, (node.span for node in (*headline, *blocks, *notes)))
    return Edition(language, headline, blocks, notes, span) if language else None


def _language(piece: Piece, attributes: Attributes, findings: Findings) -> str | None:
    for item in attributes.items:
        known = (item.name == EDITION and item.value is None) or (
            item.name == "lang" and item.value
        )
        if not known:
            what = f"an edition knows no attribute `{item.written}`"
            place = Span(item.start, item.end)
            findings.error(Code.UNKNOWN_ATTRIBUTE, what, place, "known are .edition and lang=")
    language = attributes.value("lang")
    if not language:
        hint = "write `::: {.edition lang=en-HK}`"
        findings.error(Code.EDITION_LANGUAGE, "an edition without language", piece.lines[0], hint)
    return language


def _called(
    headline: tuple[Inline, ...],
    blocks: Sequence[Block],
    notes: dict[str, Note],
    findings: Findings,
) -> tuple[Note, ...]:
    """Return the notes in the order of their first call, those called by notes behind them."""
    order: dict[str, Note] = {}
    texts = [headline, *lines_of(blocks)]
    depth = 0
    while texts:
        fresh: list[Note] = []
        depth += 1
        for call in _calls(texts):
            note = notes.get(call.label)
            if not note:
                what = f"no note is defined for `[^{call.label}]`"
                hint = f"write it as a paragraph of its own: `[^{call.label}]: …`"
                findings.error(Code.NOTE_UNDEFINED, what, call.span, hint)
            elif note.label not in order:
                if depth == MAX_NOTE_DEPTH + 1:
                    hint = "call the note from the text"
                    findings.error(Code.TOO_DEEP, "notes call notes too deep", call.span, hint)
                order[note.label] = note
                fresh.append(note)
        texts = [text for note in fresh for text in lines_of(note.blocks)]
    for note in notes.values():
        if note.label not in order:
            what = f"the note `[^{note.label}]` is never called"
            hint = f"write `[^{note.label}]` where it belongs, or remove it"
            findings.error(Code.NOTE_UNUSED, what, note.span, hint)
    return tuple(order.values())


def _calls(texts: Sequence[tuple[Inline, ...]]) -> Iterator[NoteReference]:
    return (node for text in texts for node, _ in nodes(text) if isinstance(node, NoteReference))


def _check_amount(
    texts: Sequence[tuple[Inline, ...]], notes: Sequence[Note], piece: Piece, findings: Findings
) -> None:
    parts = sum(1 + sum(1 for _ in nodes(text)) for text in texts)
    if parts > MOST_PARTS:
        what = f"the edition has {parts} blocks and marks; at most {MOST_PARTS} are set"
        hint = "a release has some pages: part it, or leave its data to a file of their own"
        findings.error(Code.TOO_MUCH, what, piece.lines[0], hint)
    if len(notes) > MOST_NOTES:
        what = f"the edition has {len(notes)} notes; at most {MOST_NOTES} are set"
        findings.error(Code.TOO_MUCH, what, piece.lines[0], "part the release, or drop some")


def _check_datelines(
    texts: Sequence[tuple[Inline, ...]], blocks: Sequence[Block], findings: Findings
) -> None:
    lead = next((block for block in blocks if isinstance(block, Paragraph)), None)
    allowed = lead.children[0] if lead and lead.children else None
    for text in texts:
        for node, _ in nodes(text):
            if isinstance(node, Dateline) and node is not allowed:
                hint = "it stands once, at the very beginning of the first paragraph"
                findings.error(
                    Code.DATELINE_PLACE, "a dateline in the wrong place", node.span, hint
                )
