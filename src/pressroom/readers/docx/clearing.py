"""A document as it is meant to be read: changes accepted, hidden text gone, what no line can hold made text or set apart."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from pressroom.merge.views import ACCEPTED
from pressroom.readers.draft import Change, Draft
from pressroom.writers.docx.hearing.declared import Sheet, is_on
from pressroom.writers.docx.hearing.node import Node

DRAWINGS = frozenset({"w:drawing", "w:pict", "w:object"})
BOX = "w:txbxContent"


def cleared(body: Node, sheet: Sheet, draft: Draft) -> Node:
    """Return a story without what is not to be read; everything that goes is listed."""
    for name, what in (
        ("w:ins", "tracked insertion accepted"),
        ("w:moveTo", "tracked move accepted"),
    ):
        for node in body.all(name):
            if text := said(node):
                draft.changes.append(Change(f"{what} ({_who(node)})", "", text))
    for name in ("w:del", "w:moveFrom"):
        for node in body.all(name):
            if text := said(node):
                what = (
                    f"tracked {'deletion' if name == 'w:del' else 'move'} accepted ({_who(node)})"
                )
                draft.changes.append(Change(what, text, ""))
    return _Clearing(sheet, draft).of(ACCEPTED.of(body))


def said(node: Node) -> str:
    """Return the characters below an element, those that were taken out included; paragraphs are parted by blanks."""
    parts: list[str] = []
    for child in node.children:
        if child.name in {"w:t", "w:delText"} or child.name.endswith("/math}t"):
            parts.append(child.text)
        elif child.name in {"w:tab", "w:br"}:
            parts.append(" ")
        else:
            parts.append(said(child) + (" " if child.name == "w:p" else ""))
    return "".join(parts).rstrip()


def without_drawings(node: Node) -> Node:
    """Return an element without pictures and boxes."""
    children = tuple(without_drawings(x) for x in node.children if x.name not in DRAWINGS)
    return replace(node, children=children)


def drawings(node: Node) -> Iterator[Node]:
    """Yield the drawings below an element, the outer ones only."""
    for child in node.children:
        if child.name in DRAWINGS:
            yield child
        else:
            yield from drawings(child)


def outermost(node: Node, name: str) -> Iterator[Node]:
    """Yield the elements of a name below this one, but not those inside of such."""
    for child in node.children:
        if child.name == name:
            yield child
        else:
            yield from outermost(child, name)


@dataclass(frozen=True, slots=True)
class _Clearing:
    sheet: Sheet
    draft: Draft

    def of(self, node: Node) -> Node:
        return replace(node, children=tuple(self._children(node.children)))

    def _children(self, nodes: Iterable[Node]) -> Iterator[Node]:
        for node in nodes:
            if node.name == "mc:AlternateContent":
                # One branch of it says what the other says for older programs (ECMA-376 part 3 §7.5).
                choices = [child for child in node.children if child.name == "mc:Choice"]
                for chosen in (choices or node.children)[:1]:
                    yield from self._children(chosen.children)
            elif node.name == "w:r" and self._hidden(node):
                if text := said(node):
                    self.draft.changes.append(Change("hidden text left out", text, ""))
            elif node.name.endswith("/math}oMath"):
                text = said(node)
                self.draft.doubts.append(f"the formula {text!r} was taken for plain text")
                yield Node("w:r", {}, "", (Node("w:t", {}, text, ()),))
            else:
                yield self.of(node)

    def _hidden(self, run: Node) -> bool:
        return is_on(self.sheet.own(run.child("w:rPr")), "w:vanish")


def _who(node: Node) -> str:
    given = node.attributes
    name = given.get("w:author") or "someone"
    return f"{name} {given.get('w:date', '')[:10]}".rstrip()
