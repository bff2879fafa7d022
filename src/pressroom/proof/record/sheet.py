"""What the page of a proof record is made of: its style sheet, tables, lists."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeAlias

from pressroom.house.css.rule import css_string
from pressroom.writers.xhtml import Element, Node, element, printable

Cell: TypeAlias = Node | int | tuple[Node, ...]
"""What stands in a cell: text, an element, a number, or lines."""

_STYLE = """\
html { font: 15px/1.5 system-ui, "Noto Sans", "Noto Sans CJK HK", sans-serif; color: #1a1a1a; background: #fff }
body { max-width: 60rem; margin: 2rem auto; padding: 0 1.5rem }
h1 { font-size: 1.6rem; line-height: 1.3; margin: 0 0 .25rem }
h2 { font-size: 1.05rem; margin: 2rem 0 .5rem; border-bottom: 1px solid #bbb; break-after: avoid }
h3 { font-size: .95rem; margin: 1rem 0 .25rem; overflow-wrap: anywhere; break-after: avoid }
.title { margin: .25rem 0 }
.verdict { border-left: .35rem solid #1d6b36; padding: .25rem .75rem; margin: 1rem 0; break-inside: avoid }
.verdict.bad { border-color: #a3181f }
.verdict p { margin: 0 }
.verdict p:first-child { font-weight: 600 }
table { border-collapse: collapse; width: 100%; font-size: .87rem; font-variant-numeric: tabular-nums }
th, td { text-align: left; vertical-align: top; padding: .2rem .75rem .2rem 0; border-bottom: 1px solid #e2e2e2; overflow-wrap: break-word }
th { font-weight: 600 }
th:first-child, td:first-child { width: 11rem }
td:first-child:has(code) { width: 34rem }
th:nth-child(2):not(.number, :last-child) { width: 6rem }
.number { text-align: right; white-space: nowrap }
time { white-space: nowrap }
.sign { display: block; min-width: 10rem; height: 2.5rem }
tr { break-inside: avoid }
code { display: block; font: .72rem/1.6 ui-monospace, "Noto Sans Mono", monospace; overflow-wrap: anywhere }
.versions { columns: 15rem; column-gap: 2rem; font-size: .87rem; list-style: none; margin: 0; padding: 0 }
.versions li { display: flex; justify-content: space-between; gap: 1rem; border-bottom: 1px solid #e2e2e2; padding: .2rem 0; break-inside: avoid }
.pages { display: flex; flex-wrap: wrap; gap: .75rem; list-style: none; margin: 0; padding: 0 }
.pages li { width: 8.75rem; font-size: .75rem; text-align: center; break-inside: avoid }
.pages img { display: block; width: 100%; border: 1px solid #bbb }
@media print { html { font-size: 11px } body { max-width: none; margin: 0; padding: 0 } }
"""


def style(foot: str) -> Element:
    """Return the style sheet; ``foot`` stands at the foot of every sheet of paper, so that none gets among others."""
    left = f"@bottom-left {{ content: {css_string(printable(foot))}; font: 8pt sans-serif }}"
    right = '@bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif }'
    return element("style", None, f"@page {{ size: A4; margin: 16mm; {left} {right} }}\n{_STYLE}")


def table(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> Element:
    """Return a table; without a head the first cell of each row is its name."""
    body = [tuple(row) for row in rows]
    heads = (
        element("th", {"scope": "col", "class": _kind(body[0][at])}, name)
        for at, name in enumerate(head)
    )
    top = (element("thead", None, element("tr", None, *heads)),) if head else ()
    first = {} if head else {0: "row"}
    lines = (
        element("tr", None, *(_cell(cell, first.get(at)) for at, cell in enumerate(row)))
        for row in body
    )
    return element("table", None, *top, element("tbody", None, *lines))


def _cell(cell: Cell, scope: str | None) -> Element:
    name = "th" if scope else "td"
    return element(name, {"scope": scope, "class": _kind(cell)}, *_nodes(cell))


def _kind(cell: Cell) -> str | None:
    return "number" if isinstance(cell, int) else None


def _nodes(cell: Cell) -> tuple[Node, ...]:
    match cell:
        case int():
            return (f"{cell:,}",)
        case str():
            return (printable(cell),)
        case tuple():
            lines = [node for line in cell for node in (element("br"), *_nodes(line))]
            return tuple(lines[1:])
        case Element():
            return (cell,)


def versions(pairs: Iterable[tuple[str, str]]) -> Element:
    """Return a list of names with what version each is of."""
    entries = (
        element(
            "li",
            None,
            element("span", None, printable(name)),
            element("span", None, printable(number)),
        )
        for name, number in pairs
    )
    return element("ul", {"class": "versions"}, *entries)


def code(text: str) -> Element:
    """Return a hash, to be compared digit by digit."""
    return element("code", None, printable(text))
