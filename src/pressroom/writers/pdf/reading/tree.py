"""The structure tree of a PDF as plain nodes (ISO 32000-1 §14.7.2)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pikepdf

from pressroom.writers.pdf.reading.limits import ELEMENTS, NESTING, RefusedError


@dataclass(frozen=True, slots=True)
class Leaf:
    """Marked content: the sequence ``mark`` of a page (from 0)."""

    page: int
    mark: int


@dataclass(slots=True)
class Branch:
    """A structure element; what it does not say is empty.

    ``target`` is the address that a link leads to, or ``#`` and the name of a place in the document.
    """

    role: str
    language: str = ""
    alt: str = ""
    identifier: str = ""
    target: str = ""
    kids: list[Branch | Leaf] = field(default_factory=list["Branch | Leaf"])


def structure(pdf: pikepdf.Pdf) -> Branch:
    """Return the whole tree under one branch, whose language is that of the document."""
    if "/StructTreeRoot" not in pdf.Root:
        raise RefusedError("it has no structure tree")
    reader = _Reader({page.obj.objgen: number for number, page in enumerate(pdf.pages)})
    root = Branch("StructTreeRoot", _text(pdf.Root, "/Lang"))
    root.kids += reader.kids(pdf.Root.StructTreeRoot, None, 0)
    return root


@dataclass(slots=True)
class _Reader:
    """Reads elements, each once, however a file may refer to them."""

    pages: dict[tuple[int, int], int]
    seen: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    count: int = 0

    def kids(self, held: pikepdf.Object, page: int | None, depth: int) -> Iterator[Branch | Leaf]:
        kids = held.get("/K")
        if kids is None:
            return
        for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
            self.count += 1
            if self.count > ELEMENTS or depth > NESTING:
                raise RefusedError(
                    f"a structure of more than {ELEMENTS} elements or {NESTING} levels"
                )
            if isinstance(kid, int):
                if page is None:
                    raise RefusedError("a structure element has content on no page")
                yield Leaf(page, kid)
            elif "/MCID" in kid:
                yield Leaf(self._page(kid) if "/Pg" in kid else page or 0, int(kid.MCID))
            elif "/S" in kid:
                yield self._branch(kid, depth)

    def _branch(self, held: pikepdf.Object, depth: int) -> Branch:
        if held.objgen != (0, 0):
            if held.objgen in self.seen:
                raise RefusedError("a structure element is its own ancestor, or has two parents")
            self.seen.add(held.objgen)
        language, alt, identifier = (_text(held, key) for key in ("/Lang", "/Alt", "/ID"))
        branch = Branch(str(held.S)[1:], language, alt, identifier, _target(held))
        page = self._page(held) if "/Pg" in held else None
        branch.kids += self.kids(held, page, depth + 1)
        return branch

    def _page(self, held: pikepdf.Object) -> int:
        return self.pages[held.Pg.objgen]


def _target(held: pikepdf.Object) -> str:
    """Return where the annotations of an element lead; all places, should there be several."""
    kids = held.get("/K", [])
    targets: dict[str, None] = {}
    for kid in list(kids) if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid:
            targets[_leads(kid.Obj)] = None
    return " ".join(targets)


def _leads(annotation: pikepdf.Object) -> str:
    """Return where an annotation leads: to an address, or to a place by its destination or an action (ISO 32000-1 §12.6.4)."""
    held = annotation.get("/A", annotation)
    address, place = held.get("/URI"), held.get("/Dest", held.get("/D"))
    if address is not None:
        return str(address)
    return "" if place is None else f"#{place}"


def _text(held: pikepdf.Object, key: str) -> str:
    value = held.get(key)
    return "" if value is None else str(value)
