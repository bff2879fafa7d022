"""What the validators of DOCX miss: names and references that do not hold, direct formatting, and what a listener needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from io import BytesIO
from xml.etree.ElementTree import Element, fromstring
from zipfile import ZipFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_DC = "{http://purl.org/dc/elements/1.1/}"

_IN_PARAGRAPHS = {"pStyle", "numPr", "sectPr"}
_IN_RUNS = {"rStyle", "rFonts"}
_MAY_BE_EMPTY = {"Rule", "Separator"}


def parts(document: bytes) -> dict[str, Element]:
    """Read the XML parts of a document, by name."""
    with ZipFile(BytesIO(document)) as package:
        return {
            name: fromstring(package.read(name))  # noqa: S314 - our own file
            for name in package.namelist()
            if name.endswith((".xml", ".rels"))
        }


def replaced(document: bytes, part: str, old: str, new: str) -> bytes:
    """Give a document with the first occurrence of a text in one of its parts replaced; the text must be there."""
    buffer = BytesIO()
    with ZipFile(BytesIO(document)) as before, ZipFile(buffer, "w") as after:
        for name in before.namelist():
            data = before.read(name)
            if name == part:
                assert old.encode() in data, f"{part} has no {old}"
                data = data.replace(old.encode(), new.encode(), 1)
            after.writestr(name, data)
    return buffer.getvalue()


def validate(document: bytes) -> list[str]:
    """List the faults of a DOCX."""
    found = parts(document)
    text = {
        name: root
        for name, root in found.items()
        if root.tag in {f"{W}document", f"{W}footnotes", f"{W}hdr", f"{W}ftr"}
    }
    every = [element for root in text.values() for element in root.iter()]
    return [
        *_references(found, every),
        *_fields(text),
        *_direct_formatting(every),
        *_accessibility(found, every),
    ]


def _references(found: dict[str, Element], every: list[Element]) -> Iterator[str]:
    starts = [e for e in every if e.tag == f"{W}bookmarkStart"]
    names = [e.get(f"{W}name", "") for e in starts]
    yield from (f"bookmark {name} occurs twice" for name in _repeated(names))
    opened = Counter(e.get(f"{W}id") for e in starts)
    closed = Counter(e.get(f"{W}id") for e in every if e.tag == f"{W}bookmarkEnd")
    if opened != closed:
        yield f"bookmarks without start or end: {dict((opened - closed) + (closed - opened))}"
    paragraphs = [e.get(f"{_W14}paraId", "") for e in every if e.get(f"{_W14}paraId")]
    yield from (f"paragraph id {name} occurs twice" for name in _repeated(paragraphs))
    pictures = [e.get("id", "") for e in every if e.tag == f"{_WP}docPr"]
    yield from (f"picture id {name} occurs twice" for name in _repeated(pictures))
    for element in every:
        if element.tag == f"{W}del" and element.find(f".//{W}t") is not None:
            yield "deleted text stands in w:t"
        anchor = element.get(f"{W}anchor") if element.tag == f"{W}hyperlink" else None
        if anchor and anchor not in names:
            yield f"a link leads to bookmark {anchor}, which is not there"
    comments = {"commentRangeStart": 1, "commentRangeEnd": -1}
    if sum(comments.get(e.tag.removeprefix(W), 0) for e in every):
        yield "a comment has no start or no end"
    numbering = found.get("word/numbering.xml")
    lists = {e.get(f"{W}numId") for e in numbering.iter(f"{W}num")} if numbering is not None else ()
    for element in every:
        if element.tag == f"{W}numId" and element.get(f"{W}val") not in {*lists, "0"}:
            yield f"list {element.get(f'{W}val')} is not there"


def _repeated(names: list[str]) -> list[str]:
    return [name for name, times in Counter(names).items() if times > 1]


def _fields(text: dict[str, Element]) -> Iterator[str]:
    for name, root in text.items():
        depth = 0
        for element in root.iter(f"{W}fldChar"):
            depth += {"begin": 1, "end": -1}.get(element.get(f"{W}fldCharType", ""), 0)
            if depth < 0:
                break
        if depth:
            yield f"{name} has a field without begin or end"


def _direct_formatting(every: list[Element]) -> Iterator[str]:
    ruby = {id(run) for e in every if e.tag == f"{W}rt" for run in e.iter(f"{W}rPr")}
    for element in every:
        children = {child.tag.removeprefix(W) for child in element}
        if element.tag == f"{W}pPr":
            yield from (f"direct formatting: w:{name}" for name in children - _IN_PARAGRAPHS)
        elif element.tag == f"{W}rPr":
            allowed = {*_IN_RUNS, "sz", "szCs"} if id(element) in ruby else _IN_RUNS
            yield from (f"direct formatting: w:{name}" for name in children - allowed)
        elif element.tag == f"{W}rFonts" and set(element.attrib) != {f"{W}hint"}:
            yield "direct formatting: a run names a face"


def _accessibility(found: dict[str, Element], every: list[Element]) -> Iterator[str]:
    core = found["docProps/core.xml"]
    yield from (
        f"the properties have no {name}"
        for name in ("title", "creator", "language")
        if not core.findtext(f"{_DC}{name}")
    )
    if found["word/styles.xml"].find(f"{W}docDefaults//{W}lang") is None:
        yield "no language is declared"
    yield from (
        "a picture has no words" for e in every if e.tag == f"{_WP}docPr" and not e.get("descr")
    )
    for table in (e for e in every if e.tag == f"{W}tbl"):
        if table.find(f"{W}tr/{W}trPr/{W}tblHeader") is None:
            yield "a table has no head row"
        if table.find(f"{W}tblPr/{W}tblCaption") is None:
            yield "a table has no title"
    in_cells = {id(p) for e in every if e.tag == f"{W}tc" for p in e.iter(f"{W}p")}
    for paragraph in (e for e in every if e.tag == f"{W}p" and id(e) not in in_cells):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        named = style.get(f"{W}val", "") if style is not None else ""
        runs = paragraph.find(f".//{W}r")
        if runs is None and named not in _MAY_BE_EMPTY:
            yield f"a paragraph of style {named!r} is empty"
    levels = _outline(found["word/styles.xml"])
    last = 0
    for paragraph in (e for e in every if e.tag == f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        level = levels.get(style.get(f"{W}val", "") if style is not None else "", 0)
        if level > last + 1:
            yield f"the outline goes from level {last} to level {level}"
        last = level or last


def _outline(styles: Element) -> dict[str, int]:
    """Return the outline level of each style, from 1, its own or of the style that it is based on; 0 for none."""
    own: dict[str, tuple[str, int | None]] = {}
    for style in styles.iter(f"{W}style"):
        base, level = style.find(f"{W}basedOn"), style.find(f"{W}pPr/{W}outlineLvl")
        own[style.get(f"{W}styleId", "")] = (
            base.get(f"{W}val", "") if base is not None else "",
            (int(level.get(f"{W}val", "9")) + 1) % 10 if level is not None else None,
        )

    def level_of(name: str) -> int:
        base, level = own.get(name, ("", 0))
        return level_of(base) if level is None else level

    return {name: level_of(name) for name in own}
