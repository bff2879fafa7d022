"""An editor in miniature: changes the XML of a DOCX with code that shares nothing with the reader of returns."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from copy import deepcopy
from random import Random
from typing import Any, cast

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
Element = Any
HAN = "病人夜間照明試驗每晚減少，。「」2.5毫克"
LATIN = ["trial", "ward", "12", "*p*", "[a]", "<b>", "a_b", "5 < 6", "“so”", "R&D;", "x^2", "~y"]


def q(name: str) -> str:
    return f"{{{W}}}{name}"


def part(data: bytes, name: str = "word/document.xml") -> Element:
    return cast("Element", etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name)))


def with_part(data: bytes, root: Element, name: str = "word/document.xml") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for entry in old.namelist():
            new.writestr(entry, etree.tostring(root) if entry == name else old.read(entry))
    return made.getvalue()


def says_as(docx: bytes, other: bytes) -> bool:
    """Tell whether two documents say the same with all changes accepted, be it that a heading was parted into paragraphs or into lines."""
    (blocks, *rest), (others, *more) = all_accepted(docx), all_accepted(other)
    return rest == more and (
        blocks == others or headings_in_lines(blocks) == headings_in_lines(others)
    )


def all_accepted(docx: bytes) -> tuple[list[tuple[str, str]], str, str, list[str]]:
    """Return all that a document says with all changes accepted: kinds and texts, what is bold, the readings, the notes by their calls."""
    root = part(docx)
    texts = [text for text in root.iter(q("t")) if text.text and _is_there(text)]
    over = [text for text in texts if next(text.iterancestors(q("rt")), None) is not None]
    readings = "".join(text.text for text in over)
    bold = "".join(text.text for text in texts if _is_bold(text))
    names = {"footnoteReference": "word/footnotes.xml", "endnoteReference": "word/endnotes.xml"}
    notes: list[str] = []
    for call in filter(_is_there, root.iter(*map(q, names))):
        kept = part(docx, names[etree.QName(call).localname])
        own = next(note for note in kept if note.get(q("id")) == call.get(q("id")))
        notes += accepted(own)
    return accepted_blocks(root), "".join(bold.split()), readings, notes


def _is_there(node: Element) -> bool:
    return not {parent.tag for parent in node.iterancestors()} & {q("del"), q("moveFrom")}


def _is_bold(text: Element) -> bool:
    look = text.getparent().find(q("rPr"))
    if look is None:
        return False
    style = look.find(q("rStyle"))
    name = "" if style is None else style.get(q("val"), "")
    return look.find(q("b")) is not None or "Strong" in name or name == "Dateline"


def accepted(root: Element) -> list[str]:
    """Return the texts of the paragraphs with all changes accepted, blank ones left out."""
    return [text for _, text in accepted_blocks(root)]


def accepted_blocks(root: Element) -> list[tuple[str, str]]:
    """Return kind and text of the paragraphs with all changes accepted, blank ones left out, those of a cell as lines of one."""
    texts: list[tuple[str, str]] = []
    waiting = ""
    cell: Element = None
    for paragraph in root.iter(q("p")):
        if any(_is_gone(row) for row in paragraph.iterancestors(q("tr"))):
            continue
        for node in paragraph.iter(q("t"), q("footnoteReference"), q("endnoteReference"), q("br")):
            names = {parent.tag for parent in node.iterancestors()}
            if names & {q("del"), q("moveFrom"), q("rt")}:
                continue
            waiting += {q("br"): "\n", q("t"): node.text or ""}.get(node.tag, "*")
        marks = paragraph.find(f"{q('pPr')}/{q('rPr')}")
        if marks is not None and {mark.tag for mark in marks} & {q("del"), q("moveFrom")}:
            continue
        text = re.sub(r"\s*\n\s*", "\n", re.sub(" +", " ", waiting).strip())
        waiting = ""
        if not text:
            continue
        kind, home = _kind(paragraph), paragraph.getparent()
        if kind == "cell" and home is cell:
            text = f"{texts.pop()[1]}\n{text}"
        texts.append((kind, text))
        cell = home
    return texts


def headings_in_lines(blocks: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return paragraphs, headings of one level right behind each other as lines of one: so a source has those that were parted."""
    made: list[tuple[str, str]] = []
    for kind, text in blocks:
        if kind.startswith("Heading") and made and made[-1][0] == kind:
            made[-1] = kind, f"{made[-1][1]}\n{text}"
        else:
            made.append((kind, text))
    return made


def _is_gone(row: Element) -> bool:
    """Tell whether a row was taken away with all its text."""
    left = (
        text for text in row.iter(q("t")) if q("del") not in {p.tag for p in text.iterancestors()}
    )
    marked = row.find(f"{q('trPr')}/{q('del')}") is not None
    # LibreOffice marks the last paragraph of each cell instead.
    ends = [cell.findall(q("p"))[-1] for cell in row.iter(q("tc"))]
    ends = [end.find(f"{q('pPr')}/{q('rPr')}/{q('del')}") for end in ends]
    return not any(text.text for text in left) and (marked or None not in ends)


def _kind(paragraph: Element) -> str:
    """Return what kind of block the name of a style says, as this project names its styles."""
    style = paragraph.find(f"{q('pPr')}/{q('pStyle')}")
    name = "" if style is None else style.get(q("val"), "")
    if paragraph.getparent().tag == q("tc"):
        return "cell"
    found = re.match(r"Heading[1-6]|(List(?:Bullet|Number)[2-5]?)|Quote", name)
    if found is None:
        return "text"
    # A second paragraph of an item has the style of the list and no mark.
    numbered = paragraph.find(f"{q('pPr')}/{q('numPr')}") is not None
    return found[0] if numbered or not found[1] else "text"


def edited(data: bytes, random: Random, most: int = 4) -> bytes:
    """Make one to four changes, or at ``most`` so many, recorded or not."""
    root = part(data)
    for _ in range(random.randint(1, most)):
        runs = list(_runs(root))
        _change(random.choice(runs), random)
    return with_part(data, root)


def typed_runs(root: Element) -> list[str]:
    """Return the texts of the runs that are edited at random."""
    return [run.findtext(q("t")) for run in _runs(root)]


def _runs(root: Element) -> Iterator[Element]:
    """Yield the plain runs of the release's own paragraphs: those of blocks that have a number."""
    for paragraph in root.iter(q("p")):
        names = [mark.get(q("name"), "") for mark in paragraph.iter(q("bookmarkStart"))]
        if not any("_b" in name and not name.endswith(("title", "credit")) for name in names):
            continue
        if paragraph.find(f"{q('pPr')}/{q('sectPr')}") is not None:
            continue
        runs = [run for run in paragraph.findall(q("r")) if run.find(q("t")) is not None]
        for run in runs[1:] if len(runs) > 1 and "caption" in "".join(names) else runs:
            text = run.find(q("t")).text or ""
            if len(text) > 3 and "###" not in text and "[" not in text:
                yield run


def _change(run: Element, random: Random) -> None:
    paragraph = run.getparent()
    in_cell = paragraph.getparent().tag == q("tc")
    text = run.find(q("t")).text
    at = random.randint(1, len(text) - 1)
    stop = min(len(text), at + random.randint(1, 8))
    han = sum(c > "\u2e80" for c in text) * 3 > len(text)
    fresh = "".join(random.choices(HAN, k=4)) if han else f" {random.choice(LATIN)} "
    kinds = ["insert", "delete", "replace", "insert untracked", "delete untracked"]
    kinds += [] if in_cell else ["part", "new", "join"]
    match random.choice(kinds):
        case "insert":
            _cut(run, at, at, _wrapped("ins", run, fresh))
        case "delete":
            _cut(run, at, stop, _wrapped("del", run, text[at:stop]))
        case "replace":
            _cut(run, at, stop, _wrapped("del", run, text[at:stop]), _wrapped("ins", run, fresh))
        case "insert untracked":
            run.find(q("t")).text = text[:at] + fresh + text[at:]
        case "delete untracked":
            run.find(q("t")).text = text[:at] + text[stop:]
        case "part":
            _cut(run, at, at)
            _part(run)
        case "new":
            new = etree.Element(q("p"))
            if paragraph.find(q("pPr")) is not None:
                new.append(deepcopy(paragraph.find(q("pPr"))))
            new.append(_run(run, fresh.strip() + text[:at]))
            paragraph.addnext(new)
        case _:
            following = paragraph.getnext()
            if following is not None and following.tag == q("p"):
                properties = paragraph.find(q("pPr"))
                marks = etree.SubElement(properties, q("rPr"))
                signed(etree.SubElement(marks, q("del")))


def _run(like: Element, text: str, tag: str = "t") -> Element:
    made = etree.Element(q("r"))
    if like.find(q("rPr")) is not None:
        made.append(deepcopy(like.find(q("rPr"))))
    words = etree.SubElement(made, q(tag))
    words.text = text
    words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return made


def _wrapped(kind: str, like: Element, text: str) -> Element:
    made = signed(etree.Element(q(kind)))
    made.append(_run(like, text, "delText" if kind == "del" else "t"))
    return made


def signed(element: Element) -> Element:
    element.set(q("id"), "900")
    element.set(q("author"), "Lee 編輯")
    element.set(q("date"), "2026-03-05T10:00:00Z")
    return element


def _cut(run: Element, at: int, stop: int, *between: Element) -> None:
    text = run.find(q("t")).text
    if text[stop:]:
        run.addnext(_run(run, text[stop:]))
    for element in reversed(between):
        run.addnext(element)
    run.find(q("t")).text = text[:at]


def _part(run: Element) -> None:
    paragraph = run.getparent()
    new = etree.Element(q("p"))
    if paragraph.find(q("pPr")) is not None:
        new.append(deepcopy(paragraph.find(q("pPr"))))
    for follower in list(run.itersiblings()):
        new.append(follower)
    paragraph.addnext(new)
