"""Edit sessions of all kinds at random: what is typed, and what is done to blocks, rows, notes, looks and readings."""

from __future__ import annotations

from random import Random

from merge.desk import (
    call_gone,
    edit,
    moved,
    new_paragraph,
    new_row,
    row_gone,
    run,
    styled_like,
    with_note,
)
from merge.editing import Element, edited, part, q, signed

KINDS = (
    ("typing",) * 6,
    ("style", "new", "move", "row", "row gone", "note", "note gone", "reading", "bold"),
)


def session(docx: bytes, random: Random) -> bytes:
    """Make one to three changes of any kind."""
    for _ in range(random.randint(1, 3)):
        docx = _changed(docx, random)
    return docx


def _changed(docx: bytes, random: Random) -> bytes:
    root = part(docx)
    blocks, cells = _texts(root)
    one, other = random.choice(blocks), random.choice(blocks)
    calls = [call.get(q("id")) for call in root.iter(q("footnoteReference"))]
    match random.choice([kind for kinds in KINDS for kind in kinds]):
        case "style":
            return edit(docx, styled_like(one, other))
        case "new":
            return edit(docx, new_paragraph(one, f"New {random.randint(10, 99)} 新句。", other))
        case "move" if one != other:
            return edit(docx, moved(one, other))
        case "row" if cells:
            number = _cells_of_row(root, cells[-1])
            return edit(docx, new_row(cells[-1], *(f"c{n}" for n in range(number))))
        case "row gone" if cells:
            return edit(docx, row_gone(random.choice(cells)))
        case "note" if calls:
            return with_note(docx, one[:4], f"A new note {random.randint(10, 99)}.")
        case "note gone" if calls:
            return edit(docx, call_gone(random.choice(calls)))
        case "reading" if root.find(f".//{q('rt')}") is not None:
            return edit(docx, lambda tree: _read(tree, random))
        case "bold":
            return edit(docx, lambda tree: _bold(tree, one[:4]))
        case _:
            return edited(docx, random)


def _texts(root: Element) -> tuple[list[str], list[str]]:
    """Return texts of blocks that are the release's own, each found once, and those of cells."""
    blocks: list[str] = []
    cells: list[str] = []
    for paragraph in root.iter(q("p")):
        names = [mark.get(q("name"), "") for mark in paragraph.iter(q("bookmarkStart"))]
        text = "".join(node.text or "" for node in paragraph.iter(q("t")))
        own = any("_b" in name and not name.endswith(("title", "credit")) for name in names)
        if own and len(text) > 4 and "###" not in text and paragraph.find(f".//{q('del')}") is None:
            (cells if paragraph.getparent().tag == q("tc") else blocks).append(text)
    return blocks, cells


def _cells_of_row(root: Element, text: str) -> int:
    for row in root.iter(q("tr")):
        if any(text == "".join(p.itertext()) for p in row.iter(q("p"))):
            return len(row.findall(q("tc")))
    return 2


def _read(root: Element, random: Random) -> None:
    readings = [next(reading.iter(q("t"))) for reading in root.iter(q("rt"))]
    random.choice([one for one in readings if one.text]).text = f"wong{random.randint(1, 6)}"


def _bold(root: Element, text: str) -> None:
    goal = run(root, text)
    properties = goal.find(q("rPr"))
    if properties is None:
        properties = goal.makeelement(q("rPr"), {})
        goal.insert(0, properties)
    former = properties.makeelement(q("rPr"), {})
    former.extend([child for child in properties if child.tag != q("rPrChange")])
    for child in list(properties):
        properties.remove(child)
    change = signed(properties.makeelement(q("rPrChange"), {}))
    change.append(former)
    properties.append(properties.makeelement(q("b"), {}))
    properties.append(change)
