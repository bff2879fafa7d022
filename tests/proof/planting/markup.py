"""Defects in documents of XML and HTML, each as small as can be: one character, one mark, one target, one place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element  # pyright: ignore[reportPrivateUsage]

MARKS = ("strong", "i", "em", "u", "cite", "sub", "sup", "code")
_FURNITURE = frozenset({"head", "header", "nav", "style", "script", "rp", "title"})
_LINES = frozenset({"p", "h1", "h2", "h3", "td", "th", "caption"})


@dataclass(frozen=True)
class Tree:
    """A document and the source of chance."""

    root: Element
    random: Random

    def all(self, *names: str) -> list[Element]:
        """Return the elements of some names that are no furniture."""
        return [e for e in _walk(self.root) if local(e) in names]

    def lines(self) -> list[Element]:
        """Return the elements that hold a piece with text."""
        return [e for e in self.all(*_LINES) if "".join(_strings(e)).strip()]


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def _walk(element: Element) -> Iterator[Element]:
    if local(element) in _FURNITURE:
        return
    yield element
    for child in element:
        yield from _walk(child)


def _strings(element: Element) -> list[str]:
    return [str(part) for part in element.itertext()]


def _texts(tree: Tree) -> list[tuple[Element, str]]:
    """Return the places of characters: an element and whether they stand in it or behind it."""
    found: list[tuple[Element, str]] = []
    for line in tree.lines():
        for element in _walk(line):
            found += [(element, "text")] if (element.text or "").strip() else []
            behind = element is not line and (element.tail or "").strip()
            found += [(element, "tail")] if behind else []
    return found


def _edit(tree: Tree, change: Callable[[str, int], str]) -> bool:
    places = _texts(tree)
    if not places:
        return False
    element, part = tree.random.choice(places)
    text = str(getattr(element, part))
    at = tree.random.choice([at for at, c in enumerate(text) if not c.isspace()])
    setattr(element, part, change(text, at))
    return True


def lost_character(tree: Tree) -> bool:
    return _edit(tree, lambda text, at: text[:at] + text[at + 1 :])


def other_character(tree: Tree) -> bool:
    return _edit(
        tree, lambda text, at: text[:at] + ("丙" if text[at] != "丙" else "丁") + text[at + 1 :]
    )


def doubled_character(tree: Tree) -> bool:
    return _edit(tree, lambda text, at: text[: at + 1] + text[at:])


def lost_break(tree: Tree) -> bool:
    breaks = tree.all("br")
    if not breaks:
        return False
    element = tree.random.choice(breaks)
    parent, before = element.getparent(), element.getprevious()
    assert parent is not None
    if before is None:
        parent.text = (parent.text or "") + (element.tail or "")
    else:
        before.tail = (before.tail or "") + (element.tail or "")
    parent.remove(element)
    return True


def new_break(tree: Tree) -> bool:
    """Part the words in an element, or those behind it, by a line break."""
    element, part = tree.random.choice(_texts(tree))
    text = str(getattr(element, part))
    if len(text.strip()) < 2:
        return False
    at = tree.random.randrange(1, len(text.rstrip()))
    made = element.makeelement(str(element.tag).removesuffix(local(element)) + "br", {})
    made.tail = text[at:]
    setattr(element, part, text[:at])
    if part == "tail":
        element.addnext(made)
    else:
        element.insert(0, made)
    return True


def swapped_pieces(tree: Tree) -> bool:
    """Let two pieces change places: what they say differs, the rest stays."""
    lines = tree.lines()
    pairs = [(a, b) for a in lines for b in lines if _strings(a) != _strings(b)]
    pairs = [(a, b) for a, b in pairs if a not in list(b.iter()) and b not in list(a.iter())]
    if not pairs:
        return False
    one, other = tree.random.choice(pairs)
    first, second = deepcopy(one), deepcopy(other)
    for target, source in ((one, second), (other, first)):
        target.text = source.text
        target[:] = list(source)
    return True


def doubled_piece(tree: Tree) -> bool:
    lines = [line for line in tree.lines() if local(line) == "p"]
    if not lines:
        return False
    line = tree.random.choice(lines)
    line.addnext(deepcopy(line))
    return True


def lost_piece(tree: Tree) -> bool:
    lines = [line for line in tree.lines() if local(line) in {"p", "h2"}]
    if not lines:
        return False
    line = tree.random.choice(lines)
    parent = line.getparent()
    assert parent is not None
    parent.remove(line)
    return True


def other_language(tree: Tree) -> bool:
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
    spoken = [
        e
        for e in _walk(tree.root)
        if e.get("lang")
        and local(e) in {"section", "span", "p", "rt"}
        and "".join(_strings(e)).strip()
    ]
    if not spoken:
        return False
    element = tree.random.choice(spoken)
    for name in names:
        if element.get(name):
            element.set(name, "fr" if element.get(name) != "fr" else "de")
    return True


def lost_language(tree: Tree) -> bool:
    names = ("lang", "{http://www.w3.org/XML/1998/namespace}lang")
    spoken = [e for e in tree.all("span", "rt") if e.get("lang") and "".join(_strings(e)).strip()]
    if not spoken:
        return False
    element = tree.random.choice(spoken)
    for name in names:
        if name in element.attrib:
            del element.attrib[name]
    return True


def other_target(tree: Tree) -> bool:
    links = [e for e in tree.all("a") if (e.get("href") or "").startswith("http")]
    if not links:
        return False
    link = tree.random.choice(links)
    link.set("href", (link.get("href") or "") + "0")
    return True


def other_note(tree: Tree) -> bool:
    calls = [e for e in tree.all("a") if e.get("role") == "doc-noteref"]
    targets = {e.get("href") for e in calls}
    if len(targets) < 2:
        return False
    call = tree.random.choice(calls)
    call.set("href", tree.random.choice(sorted(targets - {call.get("href")}, key=str)) or "")
    return True


def lost_mark(tree: Tree) -> bool:
    marked = [
        e
        for e in tree.all(*MARKS)
        if "".join(_strings(e)).strip()
        and e.get("class") != "note-call"
        and not _within(e, local(e))
    ]
    if not marked:
        return False
    element = tree.random.choice(marked)
    element.tag = (
        str(element.tag).rpartition("}")[0] + ("}" if "}" in str(element.tag) else "") + "span"
    )
    return True


def _within(element: Element, name: str) -> bool:
    """Tell whether an element stands in another of its name, so that taking it away would lose nothing."""
    return any(local(parent) == name for parent in element.iterancestors())


def other_alternative(tree: Tree) -> bool:
    pictures = tree.all("img")
    if not pictures:
        return False
    picture = tree.random.choice(pictures)
    picture.set("alt", (picture.get("alt") or "") + "s")
    return True


def other_reading(tree: Tree) -> bool:
    readings = tree.all("rt")
    if not readings:
        return False
    reading = tree.random.choice(readings)
    reading.text = (reading.text or "") + "1"
    return True


def other_rank(tree: Tree) -> bool:
    headings = tree.all("h2")
    if not headings:
        return False
    heading = tree.random.choice(headings)
    heading.tag = str(heading.tag)[:-1] + "3"
    return True


def other_number(tree: Tree) -> bool:
    lists = tree.all("ol")
    if not lists:
        return False
    chosen = tree.random.choice(lists)
    chosen.set("start", str(int(chosen.get("start") or "1") + 1))
    return True


def other_depth(tree: Tree) -> bool:
    """Take a list out of the item that it is nested in."""
    nested = [e for e in tree.all("ol", "ul") if local(e.getparent()) == "li"]  # pyright: ignore[reportArgumentType]
    if not nested:
        return False
    chosen = tree.random.choice(nested)
    outer = chosen.getparent()
    assert outer is not None
    whole = outer.getparent()
    assert whole is not None
    whole.addnext(chosen)
    return True


def other_fragment(tree: Tree) -> bool:
    links = [e for e in tree.all("a") if (e.get("href") or "").startswith("http")]
    if not links:
        return False
    link = tree.random.choice(links)
    link.set("href", (link.get("href") or "").partition("#")[0] + "#part")
    return True


def other_label(tree: Tree) -> bool:
    """Change an entry of a table of contents."""
    labels = [
        e for e in tree.root.iter() if local(e) in {"a", "text"} and "edition" in _led(e) and e.text
    ]
    if not labels:
        return False
    label = tree.random.choice(labels)
    label.text = (label.text or "")[:-1]
    return True


def _led(element: Element) -> str:
    """Return where an entry leads."""
    point = element.getparent() if local(element) == "text" else None
    target = point.getnext() if point is not None else element
    return "" if target is None else target.get("href") or target.get("src") or ""


AROUND: tuple[Callable[[Tree], bool], ...] = (other_label,)
"""Defects in the documents beside the text of a book."""

DEFECTS: tuple[Callable[[Tree], bool], ...] = (
    lost_character,
    other_character,
    doubled_character,
    lost_break,
    new_break,
    swapped_pieces,
    doubled_piece,
    lost_piece,
    other_language,
    lost_language,
    other_target,
    other_note,
    lost_mark,
    other_alternative,
    other_reading,
    other_rank,
    other_number,
    other_depth,
    other_fragment,
)
