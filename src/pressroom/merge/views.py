"""The views of a document with recorded changes: all accepted, all rejected, those of some editors accepted (ECMA-376 §17.13.5)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from operator import is_

from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.strangers import told

ENDNOTE = "endnote "
"""What the ids of notes at the end of the text begin with, which are called as those at the foot of a page are."""

_NOTES = {"w:footnoteReference": "", "w:endnoteReference": ENDNOTE}
_INSERTED = frozenset({"w:ins", "w:moveTo"})
_DELETED = frozenset({"w:del", "w:moveFrom"})
_RECORDED = _INSERTED | _DELETED
_TAKEN_OUT = {"w:delText": "w:t", "w:delInstrText": "w:instrText"}
_PROPERTIES = frozenset({"w:trPr", "w:tcPr", "w:tblPr", "w:sdtPr", "w:sectPr"})
_KEPT = frozenset({"w:rPr", "w:sectPr"})


@dataclass(frozen=True, slots=True)
class View:
    """A view; ``editors`` are those whose changes are accepted while those of others are rejected, none for all."""

    rejecting: bool
    editors: frozenset[str] = frozenset()

    def of(self, node: Node) -> Node:
        """Return an element as it is in this view: itself where nothing in it changed."""
        children = tuple(_joined(self._children(node.children), self))
        if len(children) == len(node.children) and all(map(is_, children, node.children)):
            return node
        return replace(node, children=children)

    def accepts(self, change: Node) -> bool:
        """Tell whether a recorded change is accepted."""
        author = change.attributes.get("w:author", "")
        return not self.rejecting and (not self.editors or author in self.editors)

    def mark_gone(self, paragraph: Node) -> bool:
        """Tell whether the mark of a paragraph goes, so that it joins the next one (ECMA-376 §17.13.5.15, §17.13.5.20)."""
        properties = paragraph.child("w:pPr")
        marks = properties.child("w:rPr") if properties else None
        return marks is not None and any(map(self._gone, marks.children))

    def _gone(self, change: Node) -> bool:
        undone = _DELETED if self.accepts(change) else _INSERTED
        return change.name in undone

    def _children(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if self._gone(node):
                continue
            if node.name in _RECORDED:
                yield from self._children(node.children)
            elif node.name == "w:rPr":
                yield self._former(node, "w:rPrChange")
            elif node.name == "w:pPr":
                yield self._former(node, "w:pPrChange")
            elif node.name in _PROPERTIES:
                yield node
            elif node.name == "w:endnoteReference":
                given = {"w:id": _NOTES[node.name] + node.attributes.get("w:id", "")}
                yield replace(node, name="w:footnoteReference", attributes=given)
            elif node.name in _TAKEN_OUT:
                yield replace(node, name=_TAKEN_OUT[node.name])
            else:
                left = self.of(node)
                # The mark of a row says nothing of its text, which is marked for itself (ECMA-376 §17.13.5.12, §17.13.5.17).
                if not (self._row_gone(node) or _emptied(node, left)) or says_something(left):
                    yield left

    def _row_gone(self, node: Node) -> bool:
        properties = node.child("w:trPr")
        if properties and any(map(self._gone, properties.children)):
            return True
        # LibreOffice 7.4 marks no row, but the last paragraph of each cell, which goes for no other reason.
        cells = [list(cell.all("w:p")) for cell in node.children if cell.name == "w:tc"]
        return bool(cells) and all(own and self.mark_gone(own[-1]) for own in cells)

    def _former(self, node: Node, name: str) -> Node:
        """Return properties as they were before a change that is rejected (ECMA-376 §17.13.5.29, §17.13.5.31)."""
        change = node.child(name)
        if change is None or self.accepts(change):
            return node
        former = change.child(node.name)
        # The former properties of a paragraph hold neither those of its mark nor those of a section.
        kept = (c for c in node.children if node.name == "w:pPr" and c.name in _KEPT)
        return replace(node, children=(*(former.children if former else ()), *kept))


def _emptied(node: Node, left: Node) -> bool:
    """Tell whether a table lost all its rows, and with the last one itself."""
    return bool(node.child("w:tr")) and not left.child("w:tr")


ACCEPTED = View(rejecting=False)
REJECTED = View(rejecting=True)


def signed(change: Node) -> str:
    """Return who recorded a change, and on which day."""
    who, when = (change.attributes.get(name, "") for name in ("w:author", "w:date"))
    return f"{who or 'someone'} {when[:10]}".rstrip()


def taken_back(node: Node, within: frozenset[str] = frozenset()) -> Iterator[str]:
    """Yield the notes of which the call was put in and taken out again, both recorded: no view calls them."""
    for child in node.children:
        inside = within | {child.name}
        if child.name in _NOTES and inside & _INSERTED and inside & _DELETED:
            yield _NOTES[child.name] + child.attributes.get("w:id", "")
        yield from taken_back(child, inside)


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
        if view.mark_gone(node):
            waiting = (*waiting, *(content if says_something(node) else ()))
            last = node
        else:
            own = tuple(child for child in node.children if child.name == "w:pPr")
            yield replace(node, children=(*own, *waiting, *content)) if waiting else node
            waiting, last = (), None
    if last and waiting:
        yield replace(last, children=waiting)


def says_something(node: Node) -> bool:
    """Tell whether there is text, a call, a picture or anything else that is to be told below an element."""
    return any(
        (child.name == "w:t" and child.text)
        or child.name in {"w:footnoteReference", "w:drawing", "w:br", "w:sym"}
        or told(child)
        or says_something(child)
        for child in node.children
    )
