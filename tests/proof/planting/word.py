"""Defects in the XML of a Word file, each as small as can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_EMBED = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
_BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


@dataclass(frozen=True)
class File:
    """The parts of a file that say something, and the source of chance."""

    document: Element
    relations: Element
    random: Random

    def all(self, name: str) -> list[Element]:
        """Return the elements of a name."""
        return list(self.document.iter(W + name))

    def paragraphs(self) -> list[Element]:
        """Return the paragraphs with text."""
        return [p for p in self.all("p") if said(p).strip()]


def said(element: Element) -> str:
    """Return the text of an element."""
    return "".join(t.text or "" for t in element.iter(W + "t"))


def _edit(file: File, change: Callable[[str, int], str]) -> bool:
    texts = [t for t in file.all("t") if (t.text or "").strip()]
    if not texts:
        return False
    element = file.random.choice(texts)
    text = element.text or ""
    at = file.random.choice([at for at, c in enumerate(text) if not c.isspace()])
    element.text = change(text, at)
    return True


def lost_character(file: File) -> bool:
    return _edit(file, lambda text, at: text[:at] + text[at + 1 :])


def other_character(file: File) -> bool:
    return _edit(
        file, lambda text, at: text[:at] + ("丙" if text[at] != "丙" else "丁") + text[at + 1 :]
    )


def _lost(file: File, name: str) -> bool:
    """Take out an element of some name."""
    found = file.all(name)
    if not found:
        return False
    element = file.random.choice(found)
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return True


def lost_break(file: File) -> bool:
    return _lost(file, "br")


def new_break(file: File) -> bool:
    """Part the words of a run by a line break."""
    running = (t for t in file.all("t") if not list(t.iterancestors(W + "rt")))
    texts = [t for t in running if len((t.text or "").strip()) > 1]
    if not texts:
        return False
    element = file.random.choice(texts)
    rest, text = deepcopy(element), element.text or ""
    at = file.random.randrange(1, len(text.rstrip()))
    element.text, rest.text = text[:at], text[at:]
    element.addnext(rest)
    element.addnext(element.makeelement(W + "br", {}))
    return True


def _content(paragraph: Element) -> list[Element]:
    return [child for child in paragraph if child.tag != W + "pPr"]


def swapped_pieces(file: File) -> bool:
    lines = file.paragraphs()
    pairs = [(a, b) for a in lines for b in lines if said(a) != said(b)]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    first, second = _content(one), _content(other)
    for line, content in ((one, second), (other, first)):
        line.extend(content)
    return True


def doubled_piece(file: File) -> bool:
    lines = [p for p in file.paragraphs() if not list(p.iter(W + "sectPr"))]
    if not lines:
        return False
    line = file.random.choice(lines)
    line.addnext(deepcopy(line))
    return True


def lost_piece(file: File) -> bool:
    lines = [p for p in file.paragraphs() if not list(p.iter(W + "sectPr"))]
    if not lines:
        return False
    line = file.random.choice(lines)
    for content in _content(line):
        line.remove(content)
    return True


def other_language(file: File) -> bool:
    """Declare a run with letters to be in another language."""
    runs = [
        r for r in file.all("r") if any(c.isalpha() for c in said(r)) and r.find(W + "ruby") is None
    ]
    if not runs:
        return False
    run = file.random.choice(runs)
    properties = run.find(W + "rPr")
    if properties is None:
        properties = run.makeelement(W + "rPr", {})
        run.insert(0, properties)
    language = properties.makeelement(W + "lang", {W + "val": "fr-FR", W + "eastAsia": "ja-JP"})
    properties.append(language)
    return True


def other_target(file: File) -> bool:
    links = [r for r in file.relations if r.get("TargetMode") == "External"]
    if not links:
        return False
    link = file.random.choice(links)
    link.set("Target", (link.get("Target") or "") + "0")
    return True


def _styled(file: File) -> Iterator[tuple[Element, Element]]:
    """Yield runs whose character style marks them, with its name."""
    for run in file.all("r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is None or not said(run).strip():
            continue
        name = style.get(W + "val") or ""
        if not name.startswith(("Language", "FootnoteReference")) and name != "Hyperlink":
            yield run, style


def lost_mark(file: File) -> bool:
    marked = list(_styled(file))
    if not marked:
        return False
    _, style = file.random.choice(marked)
    parent = style.getparent()
    assert parent is not None
    parent.remove(style)
    return True


def _pictures(file: File) -> list[Element]:
    return list(file.document.iter(_WP + "docPr"))


def swapped_alternatives(file: File) -> bool:
    pictures = _pictures(file)
    pairs = [(a, b) for a in pictures for b in pictures if a.get("descr") != b.get("descr")]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    first, second = one.get("descr") or "", other.get("descr") or ""
    one.set("descr", second)
    other.set("descr", first)
    return True


def other_reading(file: File) -> bool:
    readings = [t for rt in file.all("rt") for t in rt.iter(W + "t")]
    if not readings:
        return False
    reading = file.random.choice(readings)
    reading.text = (reading.text or "") + "1"
    return True


def other_note(file: File) -> bool:
    calls = file.all("footnoteReference")
    if len(calls) < 2:
        return False
    one, other = file.random.sample(calls, 2)
    first, second = one.get(W + "id") or "", other.get(W + "id") or ""
    one.set(W + "id", second)
    other.set(W + "id", first)
    return first != second


def other_depth(file: File) -> bool:
    levels = file.all("ilvl")
    if not levels:
        return False
    level = file.random.choice(levels)
    level.set(W + "val", str(int(level.get(W + "val") or "0") + 1))
    return True


def lost_list(file: File) -> bool:
    return _lost(file, "numPr")


def lost_head(file: File) -> bool:
    return _lost(file, "tblHeader")


def other_rank(file: File) -> bool:
    lines = file.paragraphs()
    if not lines:
        return False
    line = file.random.choice(lines)
    properties = line.find(W + "pPr")
    assert properties is not None
    properties.append(properties.makeelement(W + "outlineLvl", {W + "val": "5"}))
    return True


def _swapped(file: File, holders: list[Element], name: str) -> bool:
    """Let an attribute of two elements change places."""
    pairs = [(a, b) for a in holders for b in holders if a.get(name) != b.get(name)]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    first, second = one.get(name) or "", other.get(name) or ""
    one.set(name, second)
    other.set(name, first)
    return True


def swapped_pictures(file: File) -> bool:
    return _swapped(file, list(file.document.iter(_BLIP)), _EMBED)


def swapped_cells(file: File) -> bool:
    """Let two cells of one row exchange what they hold."""
    rows = [list(row.iter(W + "tc")) for row in file.all("tr")]
    pairs = [(a, b) for row in rows for a in row for b in row if said(a) != said(b)]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    first, second = (list(cell.iter(W + "p")) for cell in (one, other))
    one.extend(second)
    other.extend(first)
    return True


def shifted_readings(file: File) -> bool:
    """Let two readings of one paragraph change places."""
    rows = [[t for rt in line.iter(W + "rt") for t in rt.iter(W + "t")] for line in file.all("p")]
    pairs = [(a, b) for row in rows for a in row for b in row if a.text != b.text]
    if not pairs:
        return False
    one, other = file.random.choice(pairs)
    one.text, other.text = other.text, one.text
    return True


def other_fragment(file: File) -> bool:
    links = file.all("hyperlink")
    if not links:
        return False
    file.random.choice(links).set(W + "anchor", "part")
    return True


def lost_word(file: File) -> bool:
    """Take away the first word of a header or footer; what a field shows is counted anew, so that its loss is none."""
    texts = [t for t in file.all("t") if (t.text or "").strip() and not (t.text or "").isdecimal()]
    if not texts:
        return False
    text = file.random.choice(texts)
    text.text = (text.text or "").lstrip().partition(" ")[2]
    return True


AROUND: tuple[Callable[[File], bool], ...] = (lost_word, other_character)
"""Defects in headers and footers."""

DEFECTS: tuple[Callable[[File], bool], ...] = (
    lost_character,
    other_character,
    lost_break,
    new_break,
    swapped_pieces,
    doubled_piece,
    lost_piece,
    other_language,
    other_target,
    lost_mark,
    swapped_alternatives,
    other_reading,
    other_note,
    other_depth,
    lost_list,
    lost_head,
    other_rank,
    swapped_pictures,
    swapped_cells,
    shifted_readings,
    other_fragment,
)
