from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import TypeAlias

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pressroom.diagnostics import Report
from pressroom.model import blocks as model
from pressroom.model.inlines import Inline, Ruby, RubySegment, Text
from pressroom.place import SourceFile, Span
from pressroom.source.markdown import parse_body
from pressroom.source.markdown.characters import unescape
from pressroom.source.markdown.walk import LEAVES

Node: TypeAlias = (
    model.Block
    | model.Edition
    | model.Note
    | model.ListItem
    | model.TableRow
    | model.TableCell
    | Inline
    | RubySegment
)


def inner(node: Node) -> tuple[tuple[Node, ...], ...]:
    """Return what stands inside a node, as groups in which one follows the other."""
    match node:
        case model.Edition():
            return node.headline, node.blocks, tuple(sorted(node.notes, key=start))
        case model.BulletList() | model.OrderedList():
            return (node.items,)
        case model.BlockQuote():
            return ((*node.blocks, *((node.attribution,) if node.attribution else ())),)
        case model.Table():
            return node.caption, (node.header, *node.rows)
        case model.TableRow():
            return (node.cells,)
        case model.Figure():
            return (node.caption,)
        case model.ListItem() | model.Division() | model.Note():
            return (node.blocks,)
        case model.ThematicBreak() | model.EndMark() | RubySegment():
            return ()
        case Ruby():
            return (node.segments,)
        case _:
            return () if isinstance(node, LEAVES) else (node.children,)


def start(node: Node) -> int:
    return node.span.start


def below(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield every node below one, with its parent."""
    for group in inner(node):
        for child in group:
            yield node, child
            yield from below(child)


def parsed(text: str) -> tuple[SourceFile, tuple[model.Edition, ...]]:
    file = SourceFile("release.md", text)
    return file, parse_body(file, 0, Report())


HEAD = "::: {.edition lang=zh-Hant-HK}\n# 頭 *em*\n\n"

PIECES = st.one_of(
    st.sampled_from(
        ["> ", "- ", "  ", "    ", "1. ", "\n", "\n\n", "\t", "## ", "::: {.notes}\n", "\n:::\n"]
    ),
    st.sampled_from(["*", "**", "_", "`", "[", "]", "(", ")", "^", "~", "|", "\\", "\\|", "&amp;"]),
    st.sampled_from(
        ["\n|a|b|\n|-|-|\n|c|", "[漢|hon3]{.ruby}", "{.name}", "]{.dots .title}", "[^a]"]
    ),
    st.sampled_from(["\n\n[^a]: ", "Table: x\n", "![x](y.png){alt=z}", "<!-- x -->", "— ", "  \n"]),
    st.sampled_from(
        ["漢字", "「重點」", "word", "é", "\u3000", "😀", "。", "</b>", "<https://a.hk>"]
    ),
)


def body(pieces: list[str], end: str) -> str:
    return (HEAD + "".join(pieces) + "\n\n:::\n").replace("\n", end)


BODIES = st.builds(body, st.lists(PIECES, max_size=30), st.sampled_from(["\n", "\r\n", "\r"]))


@settings(max_examples=200)
@given(BODIES)
def test_spans_nest_and_follow_each_other(text: str) -> None:
    _, editions = parsed(text)
    for edition in editions:
        for parent, child in below(edition):
            assert parent.span.contains(child.span)
            for group in inner(child):
                for before, after in pairwise(group):
                    assert before.span.end <= after.span.start


@settings(max_examples=200)
@given(BODIES)
def test_text_repeats_the_source_or_is_one_replacement(text: str) -> None:
    file, editions = parsed(text)
    for edition in editions:
        for _, node in below(edition):
            if isinstance(node, Text):
                assert node.span.start < node.span.end
                assert file.slice(node.span) == node.text or stands_for(file.slice(node.span), node)


def stands_for(written: str, node: Text) -> bool:
    """Tell whether a text is what an escape, a reference or blanks stand for."""
    blanks = written.replace(">", " ").isspace() or written == "\\ "
    return node.text == unescape(written) or (node.text == " " and blanks)


@settings(max_examples=200)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    file, (edition,) = parsed(HEAD + text)
    assert Span(0, len(file.text)).contains(edition.span)


@settings(max_examples=200)
@given(BODIES)
def test_line_ends_of_any_kind_give_the_same_text(text: str) -> None:
    def said(end: str) -> list[str]:
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        _, editions = parsed(end.join(lines))
        return [
            node.text
            for edition in editions
            for _, node in below(edition)
            if isinstance(node, Text)
        ]

    assert said("\n") == said("\r\n") == said("\r")


@pytest.mark.parametrize(
    ("body", "line", "column"),
    [
        ("## 標題 *here*", 4, 8),
        ("> 甲\n> 乙 *here*", 5, 6),
        ("> > - 甲\n> >   *here*", 5, 8),
        ("- 甲\n\n  乙*here*", 6, 5),
        ("1. 甲\n   - 乙 *here*", 5, 9),
        ("|甲|乙|\n|-|-|\n|`a\\|b`| 丙 *here* |", 6, 13),
        ("[^n]\n\n[^n]: 甲\n\n    乙 *here*", 8, 8),
        ("::: {.notes}\n甲\n*here*\n:::", 6, 2),
        ("> lazy\nline *here*", 5, 7),
        ("-\ttab *here*", 4, 8),
    ],
)
def test_a_place_is_exact_inside_any_block(body: str, line: int, column: int) -> None:
    for end in ("\n", "\r\n"):
        file, (edition,) = parsed((HEAD + body + "\n:::\n").replace("\n", end))
        (node,) = (
            node for _, node in below(edition) if isinstance(node, Text) and node.text == "here"
        )
        position = file.position(node.span.start)
        assert (line, column) == (position.line, position.column)


def test_a_body_is_read_from_the_offset_that_is_asked_for() -> None:
    text = "---\nid: a\n---\n" + HEAD + ":::\n"
    file, report = SourceFile("release.md", text), Report()
    (edition,) = parse_body(file, text.index(":::"), report)
    assert [] == list(report)
    assert "頭 " == file.slice(edition.headline[0].span)
