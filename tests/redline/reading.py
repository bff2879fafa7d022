"""A reader of recorded changes that shares nothing with the program: it accepts or rejects them in the XML, as Word's command does."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from itertools import groupby
from typing import Any, Literal, TypeAlias, cast

from lxml import etree

Element: TypeAlias = Any
Action: TypeAlias = Literal["accept", "reject"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


def part(docx: bytes, name: str) -> Element:
    with zipfile.ZipFile(io.BytesIO(docx)) as package:
        return cast("Element", etree.fromstring(package.read(name)))


def structure(docx: bytes, action: Action = "accept") -> list[object]:
    """Return the paragraphs (style, depth in lists, runs) and rows of the text, each note after the paragraph that calls it."""
    body = part(docx, "word/document.xml")[0]
    notes = {note.get(f"{W}id"): note for note in part(docx, "word/footnotes.xml")}
    for root in (body, *notes.values()):
        _settle(root, action)
    links = {
        each.get("Id"): each.get("Target") for each in part(docx, "word/_rels/document.xml.rels")
    }
    for link in body.iter(f"{W}hyperlink"):
        link.set(_RELATION, links[link.get(_RELATION)])
    return list(_blocks(body, notes))


def _settle(root: Element, action: Action) -> None:
    went, came = (f"{W}del", f"{W}moveFrom"), (f"{W}ins", f"{W}moveTo")
    gone, kept = (went, came) if action == "accept" else (came, went)
    ranges = [f"{W}move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")]
    etree.strip_elements(root, *ranges, with_tail=False)
    for row in list(root.iter(f"{W}tr")):
        if row.find(f"{W}trPr/{gone[0]}") is not None:
            row.getparent().remove(row)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            table.getparent().remove(table)
    for change in [*root.iter(f"{W}pPrChange", f"{W}rPrChange")]:
        own = change.getparent()
        own.remove(change)
        if action == "reject":
            stay = [own.find(f"{W}{name}") for name in ("sectPr", "rPr") if own.tag == f"{W}pPr"]
            own[:] = [*change[0], *(each for each in stay if each is not None)]
    for change in [*root.iter(*gone)]:
        if change.getparent().tag not in {f"{W}rPr", f"{W}trPr"}:
            change.getparent().remove(change)
    for change in [*root.iter(*kept)]:
        if change.getparent().tag not in {f"{W}rPr", f"{W}trPr"}:
            for child in change:
                change.addprevious(child)
            change.getparent().remove(change)
    for text in root.iter(f"{W}delText"):
        text.tag = f"{W}t"
    for paragraph in [*root.iter(f"{W}p")]:
        if any(paragraph.find(f"{W}pPr/{W}rPr/{name}") is not None for name in gone):
            following = paragraph.getnext()
            for child in reversed(paragraph[1:] if paragraph.find(f"{W}r") is not None else []):
                following.insert(1, child)
            paragraph.getparent().remove(paragraph)


def _blocks(element: Element, notes: dict[str, Element]) -> Iterator[object]:
    for child in element:
        if child.tag == f"{W}p":
            called = [call.get(f"{W}id") for call in child.iter(f"{W}footnoteReference")]
            yield _paragraph(child)
            yield from (tuple(_blocks(deepcopy(notes[number]), notes)) for number in called)
        elif child.tag == f"{W}tr":
            yield "row", tuple(tuple(_blocks(cell, notes)) for cell in child.iter(f"{W}tc"))
        elif child.tag == f"{W}tbl":
            yield "table", tuple(_blocks(child, notes))


def _paragraph(paragraph: Element) -> object:
    style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
    depth = paragraph.find(f"{W}pPr/{W}numPr/{W}ilvl")
    runs = [
        (_style(run), run.getparent().get(_RELATION, ""), _content(run))
        for run in paragraph.iter(f"{W}r")
        if run.getparent().tag in {f"{W}p", f"{W}hyperlink"}
    ]
    joined = (
        (*look, "".join(content for *_, content in group))
        for look, group in groupby(runs, lambda run: run[:2])
    )
    return style, None if depth is None else depth.get(f"{W}val"), tuple(joined)


def _style(run: Element) -> str:
    style = run.find(f"{W}rPr/{W}rStyle")
    return "" if style is None else style.get(f"{W}val")


def _content(run: Element) -> str:
    """Return the text of a run; what is no text is told by its name, a picture by its words."""
    parts: list[str] = []
    for node in run.iter():
        name = node.tag.rpartition("}")[2]
        if name == "t":
            parts.append(node.text or "")
        elif name in {"br", "footnoteReference", "ruby", "rt", "rubyBase", "fldChar"}:
            parts.append(f"<{name}>")
        elif name == "docPr":
            parts.append(f"<{node.get('descr')}>")
    return "".join(parts)
