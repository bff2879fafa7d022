"""Markers of lists in documents of any program (ECMA-376 §17.9)."""

from __future__ import annotations

from pressroom.writers.docx.hearing.declared import sheet
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.numbers import Numbers


def node(name: str, value: str = "", *children: Node, **attributes: str) -> Node:
    given = {f"w:{key}": text for key, text in attributes.items()} | (
        {"w:val": value} if value else {}
    )
    return Node(f"w:{name}", given, "", children)


def instance(number: str, *, anew: bool = False) -> Node:
    override = node("lvlOverride", "", node("startOverride", "1"), ilvl="0")
    return node("num", "", node("abstractNumId", "1"), *((override,) if anew else ()), numId=number)


LEVELS = [
    node("lvl", "", node("start", "1"), node("lvlText", f"%{level + 1}."), ilvl=str(level))
    for level in range(2)
]
NUMBERING = node(
    "numbering",
    "",
    node("abstractNum", "", *LEVELS, abstractNumId="1"),
    instance("1"),
    instance("2", anew=True),
    instance("3", anew=True),
)


def markers(*items: tuple[str, int]) -> list[str]:
    """Return depth and marker of items, each given as its list and its level."""
    numbers = Numbers(NUMBERING)
    return [
        numbers.place(
            node(
                "p",
                "",
                node("pPr", "", node("numPr", "", node("ilvl", str(level)), node("numId", number))),
            ),
            sheet(None),
        )
        for number, level in items
    ]


def test_lists_of_one_definition_count_on_from_one_that_begins_anew() -> None:
    expected = ["1 1.", "1 2.", "1 3.", "1 1.", "1 2.", "1 3."]
    assert expected == markers(("2", 0), ("1", 0), ("1", 0), ("3", 0), ("3", 0), ("1", 0))


def test_an_item_begins_the_numbers_below_it_anew() -> None:
    expected = ["1 1.", "2 1.", "2 2.", "1 2.", "2 1."]
    assert expected == markers(("1", 0), ("1", 1), ("1", 1), ("1", 0), ("1", 1))
