"""Letters written as Markdown say the same when they are read again."""

from __future__ import annotations

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.merge.kinds import CELL, TEXT
from pressroom.merge.markup import escaped
from pressroom.model.inlines import HardBreak, Inline, Text
from pressroom.place import SourceFile
from pressroom.source.markdown.walk import leaves, lines_of
from pressroom.source.parse import parse

HEAD = "---\nid: x\ndate: 2026-01-01\nhouse: plain\n---\n\n::: {.edition lang=en-HK}\n\n"
_LINES = st.lists(
    st.sampled_from(
        [
            "：：",
            "：:",
            "：： {.x}",
            "：x",
            "-",
            "- x",
            "===",
            "---",
            "# x",
            "1. x",
            "12)",
            "> x",
            ": x",
            "| x |",
            "+ x",
        ]
    )
    | st.text("-=#>1.)|:+ *x", min_size=1, max_size=6),
    min_size=1,
    max_size=4,
)


@given(_LINES)
def test_no_line_of_a_text_becomes_a_block_of_its_own(lines: list[str]) -> None:
    wanted = "\n".join(" ".join(line.split()) or "x" for line in lines)
    source = f"{HEAD}# x\n\n{escaped(wanted, kind=TEXT, opening=True)}\n\n:::\n"

    release = parse(SourceFile("", source), Report())
    assert release is not None
    (read,) = lines_of(release.editions[0].blocks)
    assert wanted == said(read)


@given(_LINES)
def test_the_lines_of_a_heading_and_of_a_cell_stay_on_one_of_the_source(lines: list[str]) -> None:
    wanted = "\n".join(" ".join(line.split()) or "x" for line in lines)
    heading = escaped(wanted, kind="heading 1", opening=True)
    cell = escaped(wanted, kind=CELL)
    source = f"{HEAD}# {heading}\n\n| {cell} |\n| --- |\n\n:::\n"

    release = parse(SourceFile("", source), Report())
    assert release is not None
    (edition,) = release.editions
    _, in_table = lines_of(edition.blocks)
    assert [wanted, wanted] == [said(edition.headline), said(in_table)]


def said(inlines: Iterable[Inline]) -> str:
    return "".join(
        leaf.text if isinstance(leaf, Text) else "\n"
        for leaf in leaves(inlines)
        if isinstance(leaf, Text | HardBreak)
    )
