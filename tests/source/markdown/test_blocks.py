from __future__ import annotations

import pytest

from pressroom.model import blocks as model
from source.markdown.written import Form, blocks, edition, findings, forms, wrapped


def shape(block: model.Block) -> Form:
    """Return a block as nested tuples: its kind, and what is inside."""
    match block:
        case model.Paragraph():
            return forms(block.children)
        case model.Heading():
            return (f"h{block.level}", *forms(block.children))
        case model.BulletList():
            return ("bullets", "tight" if block.tight else "loose", *items(block.items))
        case model.OrderedList():
            return (f"from {block.start}", "tight" if block.tight else "loose", *items(block.items))
        case model.BlockQuote():
            spoken = (("by", *forms(block.attribution.children)),) if block.attribution else ()
            return ("quote", *shapes(block.blocks), *spoken)
        case model.Division():
            return (block.kind.value, *shapes(block.blocks))
        case model.ThematicBreak():
            return "break"
        case model.EndMark():
            return "end"
        case model.Table() | model.Figure():
            return type(block).__name__


def shapes(found: tuple[model.Block, ...]) -> tuple[Form, ...]:
    return tuple(shape(block) for block in found)


def items(entries: tuple[model.ListItem, ...]) -> tuple[Form, ...]:
    return tuple(shapes(entry.blocks) for entry in entries)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("a\nb\n\nc", (("a b",), ("c",))),
        ("## A ##\n\n### B #", (("h2", "A"), ("h3", "B"))),
        ("- a\n- b", (("bullets", "tight", (("a",),), (("b",),)),)),
        ("- a\n\n- b", (("bullets", "loose", (("a",),), (("b",),)),)),
        ("3. a\n4. b", (("from 3", "tight", (("a",),), (("b",),)),)),
        ("0) a", (("from 0", "tight", (("a",),)),)),
        (
            "- a\n  1. b\n     - c\n- d",
            (
                (
                    "bullets",
                    "tight",
                    (("a",), ("from 1", "tight", (("b",), ("bullets", "tight", (("c",),))))),
                    (("d",),),
                ),
            ),
        ),
        ("> a\n>\n> b", (("quote", ("a",), ("b",)),)),
        ("> > a\n> b", (("quote", ("quote", ("a b",))),)),
        ("> 甲\n>\n> —— 乙", (("quote", ("甲",), ("by", "乙")),)),
        ("> a\n>\n> — B\n> C", (("quote", ("a",), ("by", "B C")),)),
        ("> — a dash alone", (("quote", ("— a dash alone",)),)),
        ("> a\n>\n> —b is no dash", (("quote", ("a",), ("—b is no dash",)),)),
        ("a\n\n***\n\nb\n\n- - -", (("a",), "break", ("b",), "break")),
        ("a\n\n###", (("a",), "end")),
        ("::: {.notes}\na\n:::", (("notes", ("a",)),)),
        ("::: notes\na\n:::", (("notes", ("a",)),)),
        ("::::: {.aside} :::::\na\n:::", (("aside", ("a",)),)),
        ("text\n::: contact\na\n:::\ntext", (("text",), ("contact", ("a",)), ("text",))),
        (
            ":::: boilerplate\n## A\n::: aside\n- b\n:::\nc\n::::",
            (("boilerplate", ("h2", "A"), ("aside", ("bullets", "tight", (("b",),))), ("c",)),),
        ),
        ("- ::: aside\n  a\n  :::", (("bullets", "tight", (("aside", ("a",)),)),)),
        ("\u3000\u3000甲", (("\u3000\u3000甲",),)),
        ("a<!-- b\n-->", (("a",),)),
    ],
)
def test_lines_become_the_blocks_that_commonmark_and_pandoc_see(
    body: str, expected: tuple[Form, ...]
) -> None:
    assert expected == shapes(blocks(body))


def test_the_headline_and_sub_heads_keep_their_marks() -> None:
    assert ("Head",) == forms(edition("").headline)
    assert (("h2", "a ", ("em", "b"), " #c"),) == shapes(blocks("## a *b* #c"))


def test_the_dash_of_an_attribution_belongs_to_no_node() -> None:
    (quote,) = blocks("> 甲\n>\n> ——乙")
    assert isinstance(quote, model.BlockQuote)
    assert quote.attribution
    (name,) = quote.attribution.children
    assert "乙" == wrapped("> 甲\n>\n> ——乙").slice(name.span)


@pytest.mark.parametrize(
    ("body", "code", "place"),
    [
        ("# B", "P107", "# B"),
        ("### B", "P108", "### B"),
        ("## B\n\n#### C", "P108", "#### C"),
        ("##", "P109", "##"),
        ("## ##", "P109", "## ##"),
        ("## B {#b}", "P114", "{#b}"),
        ("::: {.notes}\na", "P110", "::: {.edition lang=en-HK}"),
        (":::", "P111", ":::"),
        ("::: {.sidebar}\na\n:::", "P112", ".sidebar"),
        ("::: {lang=fr}\na\n:::", "P112", "lang=fr"),
        ("::: a b\na\n:::", "P113", "::: a b"),
        (":::\u00a0notes\na\n:::", "P113", ":::\u00a0notes"),
        ("::: {.notes .x}\na\n:::", "P114", ".x"),
        ("-\n- a", "P116", "-"),
        ("- <!-- a -->", "P116", "- <!-- a -->"),
        (">", "P116", ">"),
        ("::: notes\n:::", "P116", "::: notes"),
        ("- ::: {.edition lang=fr}\n  a\n  :::", "P103", "::: {.edition lang=fr}"),
    ],
)
def test_what_a_block_cannot_be_is_reported_in_its_place(body: str, code: str, place: str) -> None:
    assert (code, place) in findings(body)


def test_blocks_may_stand_eight_lists_deep_but_not_without_end() -> None:
    assert [] == findings("".join(f"{'  ' * depth}- a\n" for depth in range(8)))
    assert ["P115"] == [code for code, _ in findings("- " * 30 + "a")]
    assert ["P115"] == [code for code, _ in findings(">" * 30 + " a")]


def test_divisions_do_not_stand_in_each_other_without_end() -> None:
    body = "::: aside\n" * 12 + "a\n" + ":::\n" * 12
    assert ("P115", "::: aside") in findings(body)
