"""The two views of a document with recorded changes: all accepted, all rejected (ECMA-376 §17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pressroom.writers.docx.hearing.node import Node

_PROPERTIES = frozenset({"w:rPr", "w:trPr", "w:tcPr", "w:tblPr", "w:sdtPr", "w:sectPr"})


@dataclass(frozen=True, slots=True)
class View:
    """What is kept and what goes; ``rejecting`` restores the former properties of runs as well."""

    kept: frozenset[str]
    gone: frozenset[str]
    rejecting: bool

    def of(self, node: Node) -> Node:
        """Return an element as it is in this view."""
        return replace(node, children=tuple(_joined(self._children(node.children), self)))

    def _children(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if node.name in self.gone or (node.name == "w:tr" and self._row_gone(node)):
                continue
            if node.name in self.kept:
                yield from self._children(node.children)
            elif node.name == "w:rPr":
                yield self._run_properties(node)
            elif node.name in _PROPERTIES or node.name == "w:pPr":
                yield node
            elif node.name == "w:delText":
                yield replace(node, name="w:t")
            else:
                yield self.of(node)

    def mark_gone(self, paragraph: Node) -> bool:
        """Tell whether the mark of a paragraph goes, so that it joins the next one (ECMA-376 §17.13.5.15, §17.13.5.20)."""
        properties = paragraph.child("w:pPr")
        marks = properties.child("w:rPr") if properties else None
        return marks is not None and any(child.name in self.gone for child in marks.children)

    def _row_gone(self, row: Node) -> bool:
        properties = row.child("w:trPr")
        return properties is not None and any(c.name in self.gone for c in properties.children)

    def _run_properties(self, node: Node) -> Node:
        change = node.child("w:rPrChange")
        if change is None or not self.rejecting:
            return node
        return change.child("w:rPr") or replace(node, children=())


ACCEPTED = View(
    frozenset({"w:ins", "w:moveTo"}), frozenset({"w:del", "w:moveFrom"}), rejecting=False
)
REJECTED = View(
    frozenset({"w:del", "w:moveFrom"}), frozenset({"w:ins", "w:moveTo"}), rejecting=True
)


def _joined(nodes: Iterable[Node], view: View) -> Iterator[Node]:
    """Join each paragraph whose mark goes to the next one, which gives its properties; one that is left empty vanishes."""
    waiting: tuple[Node, ...] = ()
    last: Node | None = None
    for node in nodes:
        if node.name != "w:p":
            if node.name == "w:tbl" and last:
                yield replace(last, children=waiting)
                waiting, last = (), None
            yield node
            continue
        content = tuple(child for child in node.children if child.name != "w:pPr")
        own = tuple(child for child in node.children if child.name == "w:pPr")
        if view.mark_gone(node):
            waiting = (*waiting, *(content if says_something(node) else ()))
            last = node
        else:
            yield replace(node, children=(*own, *waiting, *content))
            waiting, last = (), None
    if last and waiting:
        yield replace(last, children=waiting)


def says_something(node: Node) -> bool:
    """Tell whether there is text, a call or a picture below an element."""
    return any(
        (child.name == "w:t" and child.text)
        or child.name in {"w:footnoteReference", "w:drawing", "w:br"}
        or says_something(child)
        for child in node.children
    )
