"""What stands around the text of a section: masthead and logo, running head, page numbers (ECMA-376 §17.10)."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from pressroom.writers.contract import Stated
from pressroom.writers.docx.hearing.declared import is_on
from pressroom.writers.docx.hearing.line import embedded
from pressroom.writers.docx.hearing.node import Node
from pressroom.writers.docx.hearing.parcel import Parcel

_FIELDS = {"PAGE": "{page}", "NUMPAGES": "{pages}"}


def furniture(parcel: Parcel, main: str, section: Node) -> tuple[Stated, ...]:
    """Return what stands on the first page of a section, and what on the others; ``section`` are its properties."""
    first = is_on((section,), "w:titlePg")
    names = parcel.inside(main)
    parts = {
        (given.name, given.attributes.get("w:type", "default")): names.get(
            given.attributes.get("r:id", ""), ""
        )
        for given in section.children
        if given.name in {"w:headerReference", "w:footerReference"}
    }
    head = parts.get(("w:headerReference", "first"), "") if first else ""
    pictures = parcel.pictures(head)
    root = parcel.part_named(head)
    logos = [pictures.get(name, b"") for name in embedded(root)] if root else []
    return (
        Stated("logo", tuple(sha256(logo).hexdigest() for logo in logos)),
        Stated("masthead", tuple(lines_of(parcel, head))),
        Stated(
            "running-head", tuple(lines_of(parcel, parts.get(("w:headerReference", "default"), "")))
        ),
        *(
            Stated(
                "page-label", tuple(lines_of(parcel, parts.get(("w:footerReference", kind), "")))
            )
            for kind in (("first", "default") if first else ("default",))
        ),
    )


def lines_of(parcel: Parcel, name: str) -> Iterator[str]:
    """Yield the paragraphs of a header or footer, with the names of its fields in place of their results."""
    root = parcel.part_named(name)
    for paragraph in root.all("w:p") if root else ():
        yield "".join(_words(paragraph))


def _words(paragraph: Node) -> Iterator[str]:
    in_field = False
    for node in _pieces(paragraph):
        match node.name:
            case "w:fldChar":
                in_field = node.attributes.get("w:fldCharType") != "end"
            case "w:t" if in_field and not node.text.isdecimal():
                yield node.text  # any number will do, since every program counts anew
            case "w:instrText":
                yield _field(node.text)
            case "w:fldSimple":
                yield _field(node.attributes.get("w:instr", ""))
            case "w:t" if not in_field:
                yield node.text
            case _:
                pass


def _pieces(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.name in {"w:fldChar", "w:instrText", "w:fldSimple", "w:t"}:
            yield child
        else:
            yield from _pieces(child)


def _field(instruction: str) -> str:
    """Return the name of a field, whatever switches a program has given it."""
    code = instruction.strip()
    return _FIELDS.get(code.partition(" ")[0], code)
