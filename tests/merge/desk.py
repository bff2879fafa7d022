"""What editors do to a DOCX besides typing, made in its XML: styles, rows, notes, moves, comments."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from merge.editing import Element, W, part, q, signed, with_part

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def edit(docx: bytes, *changes: Callable[[Element], object]) -> bytes:
    """Change the document with functions over its root."""
    root = part(docx)
    for change in changes:
        change(root)
    return with_part(docx, root)


def paragraph(root: Element, text: str) -> Element:
    """Return the first paragraph that holds a text."""
    return next(
        p for p in root.iter(q("p")) if text in "".join(t.text or "" for t in p.iter(q("t")))
    )


def run(root: Element, text: str) -> Element:
    """Return the first run that holds a text."""
    return next(
        r for r in root.iter(q("r")) if text in "".join(t.text or "" for t in r.iter(q("t")))
    )


def styled_like(text: str, model: str, *, tracked: bool = True) -> Callable[[Element], object]:
    """Give the paragraph with a text the style and the list of another one."""

    def change(root: Element) -> None:
        goal, like = paragraph(root, text), paragraph(root, model)
        former = goal.find(q("pPr"))
        fresh = deepcopy(like.find(q("pPr")))
        if tracked:
            change = signed(etree.SubElement(fresh, q("pPrChange")))
            change.append(deepcopy(former))
        goal.replace(former, fresh)

    return change


def new_paragraph(after: str, text: str, like: str) -> Callable[[Element], object]:
    """Add a paragraph, recorded, behind the one with a text, in the style of another."""

    def change(root: Element) -> None:
        made = etree.Element(q("p"))
        made.append(deepcopy(paragraph(root, like).find(q("pPr"))))
        marks = etree.SubElement(made[0], q("rPr"))
        signed(etree.SubElement(marks, q("ins")))
        inserted = signed(etree.SubElement(made, q("ins")))
        etree.SubElement(etree.SubElement(inserted, q("r")), q("t")).text = text
        behind = paragraph(root, after)
        table = next(behind.iterancestors(q("tbl")), None)
        (behind if table is None else table).addnext(made)

    return change


def moved(text: str, after: str) -> Callable[[Element], object]:
    """Move the paragraph with a text, recorded as a move, behind another one; its bookmark goes along."""

    def change(root: Element) -> None:
        gone = paragraph(root, text)
        come = deepcopy(gone)
        for one, wrap, mark in ((gone, "moveFrom", "moveFrom"), (come, "moveTo", "moveTo")):
            marks = etree.SubElement(one.find(q("pPr")), q("rPr"))
            signed(etree.SubElement(marks, q(mark)))
            for child in [c for c in one if c.tag in {q("r"), q("hyperlink")}]:
                wrapped = signed(etree.Element(q(wrap)))
                child.addprevious(wrapped)
                wrapped.append(child)
        for label in list(gone.iter(q("bookmarkStart"), q("bookmarkEnd"))):
            label.getparent().remove(label)
        paragraph(root, after).addnext(come)

    return change


def new_row(behind: str, *cells: str) -> Callable[[Element], object]:
    """Add a row, recorded, behind the row with a text."""

    def change(root: Element) -> None:
        row = next(paragraph(root, behind).iterancestors(q("tr")))
        made = deepcopy(row)
        for label in list(made.iter(q("bookmarkStart"), q("bookmarkEnd"))):
            label.getparent().remove(label)
        for old in made.findall(q("trPr")):
            made.remove(old)
        properties = etree.Element(q("trPr"))
        signed(etree.SubElement(properties, q("ins")))
        made.insert(0, properties)
        for cell, text in zip(made.iter(q("tc")), cells, strict=True):
            first, *others = list(cell.iter(q("t")))
            first.text = text
            for other in others:
                other.text = ""
        row.addnext(made)

    return change


def row_gone(text: str) -> Callable[[Element], object]:
    """Take the row with a text away, recorded."""

    def change(root: Element) -> None:
        row = next(paragraph(root, text).iterancestors(q("tr")))
        properties = row.find(q("trPr"))
        if properties is None:
            properties = etree.Element(q("trPr"))
            row.insert(0, properties)
        signed(etree.SubElement(properties, q("del")))
        for found in list(row.iter(q("r"))):
            wrapped = signed(etree.Element(q("del")))
            found.addprevious(wrapped)
            wrapped.append(found)

    return change


def table(after: str, *rows: tuple[str, ...]) -> Callable[[Element], object]:
    """Add a table behind the paragraph with a text."""

    def change(root: Element) -> None:
        made = etree.Element(q("tbl"))
        for row in rows:
            line = etree.SubElement(made, q("tr"))
            for text in row:
                cell = etree.SubElement(etree.SubElement(line, q("tc")), q("p"))
                etree.SubElement(etree.SubElement(cell, q("r")), q("t")).text = text
        paragraph(root, after).addnext(made)

    return change


def with_note(docx: bytes, behind: str, text: str) -> bytes:
    """Add a note at the end of the run with a text, as Word does."""
    notes = part(docx, "word/footnotes.xml")
    number = str(71 + len(notes))
    _note(etree.SubElement(notes, q("footnote")), number, text)
    called = edit(docx, _called("footnoteReference", behind, number))
    return with_part(called, notes, "word/footnotes.xml")


def with_endnote(docx: bytes, behind: str, text: str) -> bytes:
    """Add a note at the end of the text, the only one there, called at the end of the run with a text."""
    notes = etree.Element(q("endnotes"), nsmap={"w": W})
    for number, kind in enumerate(("separator", "continuationSeparator"), -1):
        apart = etree.SubElement(notes, q("endnote"))
        apart.set(q("type"), kind)
        _note(apart, str(number), "")
    _note(etree.SubElement(notes, q("endnote")), "1", text)
    called = edit(docx, _called("endnoteReference", behind, "1"))
    parts = {"word/endnotes.xml": etree.tostring(notes)}
    return with_parts(called, parts, {"endnotes.xml": f"{OFFICE}/endnotes"})


def _note(note: Element, number: str, text: str) -> None:
    note.set(q("id"), number)
    run = etree.SubElement(etree.SubElement(note, q("p")), q("r"))
    etree.SubElement(run, q("t")).text = f" {text}"


def _called(kind: str, behind: str, number: str) -> Callable[[Element], object]:
    def change(root: Element) -> None:
        inserted = signed(etree.Element(q("ins")))
        reference = etree.SubElement(etree.SubElement(inserted, q("r")), q(kind))
        reference.set(q("id"), number)
        run(root, behind).addnext(inserted)

    return change


def notes_mixed_up(docx: bytes, order: Sequence[int], *, bookmarks: bool = False) -> bytes:
    """Give each note of the text, by number, what stands in the note of the number in ``order``, as LibreOffice 7.4 does.

    What is copied gets no bookmark of its own: there it is named anew.
    """
    notes = part(docx, "word/footnotes.xml")
    own = [note for note in notes if note.get(q("type")) is None]
    told = [[deepcopy(child) for child in note] for note in own]
    for note, number in zip(own, order, strict=True):
        for child in list(note):
            note.remove(child)
        note.extend(map(deepcopy, told[number - 1]))
        for mark in [] if bookmarks else list(note.iter(q("bookmarkStart"))):
            mark.set(q("name"), f"{mark.get(q('name'))}_Copy_1")
    return with_part(docx, notes, "word/footnotes.xml")


def call_gone(number: str, *, tracked: bool = True) -> Callable[[Element], object]:
    """Take the call of a note away."""

    def change(root: Element) -> None:
        found = next(c for c in root.iter(q("footnoteReference")) if c.get(q("id")) == number)
        if not tracked:
            found.getparent().getparent().remove(found.getparent())
            return
        wrapped = signed(etree.Element(q("del")))
        found.getparent().addprevious(wrapped)
        wrapped.append(found.getparent())

    return change


def with_parts(docx: bytes, parts: Mapping[str, bytes], kinds: Mapping[str, str]) -> bytes:
    """Add or replace parts; ``kinds`` are the relationships of the document to them, by name."""
    made = io.BytesIO()
    rels = "word/_rels/document.xml.rels"
    with zipfile.ZipFile(io.BytesIO(docx)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            data = parts.get(name, old.read(name))
            if name == rels:
                entries = "".join(
                    f'<Relationship Id="x{n}" Type="{kind}" Target="{target}"/>'
                    for n, (target, kind) in enumerate(kinds.items())
                )
                data = data.replace(b"</Relationships>", f"{entries}</Relationships>".encode())
            new.writestr(name, data)
        for name in parts.keys() - set(old.namelist()):
            new.writestr(name, parts[name])
    return made.getvalue()


def zipped(**files: bytes) -> bytes:
    """Make a ZIP; ``__`` in a name stands for a dot."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name.replace("__", "."), data)
    return made.getvalue()
