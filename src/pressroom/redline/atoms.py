"""What is compared in a paragraph: words, single Han characters, and what counts as one (a picture, a call, ruby)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from xml.etree import ElementTree as ET

from pressroom.writers.docx.markup import Markup, inside

_LETTER = r"[^\W\d_\u2e80-\U0010ffff]"
WORD = re.compile(rf"{_LETTER}+(?:[’'-]{_LETTER}+)*|\d+(?:[.,:]\d+)*|.", re.DOTALL)
"""What is compared as one: a word, a number, any other character for itself."""
_NOTE = re.compile(r"_Ref_note_(\d+)")
_OWN_NUMBER = re.compile(r' (?:id|name)="[^"]*"')
"""The number and the name of a drawing, which differ each time that it is drawn."""


@dataclass(frozen=True, slots=True)
class Atom:
    """A part of a paragraph that stays, comes or goes as a whole: one run or, for a field, several.

    Atoms of one ``key`` are the same but for their looks. ``text`` is a word of its run, ``""`` for what is none; ``link`` is the
    relationship of the address that it leads to, ``note`` the number of the note that it calls, ``before`` are the ends of
    bookmarks that stand before it.
    """

    key: tuple[str, ...]
    content: tuple[Markup, ...] = ()
    text: str = ""
    link: str = ""
    note: int = 0
    before: tuple[Markup, ...] = ()

    @property
    def properties(self) -> Markup | None:
        """Return the properties of its first run."""
        return inside(self.content[0], "w:rPr") if self.content else None

    @property
    def look(self) -> str:
        """Return its character style, ``""`` for a plain look."""
        style = inside(self.content[0], "w:rPr", "w:rStyle") if self.content else None
        return "" if style is None else style.get("w:val", "")


END = ("end",)
"""The key of the last atom of each paragraph, which has no content."""

PARTING = ("parting",)
"""The key of what stands in its place where two paragraphs are taken for one."""


def atoms(paragraph: Markup, twins: Mapping[int, int]) -> list[Atom]:
    """Take a paragraph apart; ``twins`` gives the other number of a note that is known by two."""
    found: list[Atom] = []
    field: list[Markup] = []
    bookmarks: list[Markup] = []
    for leaf, link in _leaves(paragraph, ""):
        sign = inside(leaf, "w:fldChar")
        made: list[Atom] = []
        if field or sign is not None:
            field.append(leaf)
            if sign is not None and sign.get("w:fldCharType") == "end":
                made.append(_field(tuple(field), twins, link))
                field.clear()
        elif leaf.tag == "w:r":
            made += _run(leaf, twins, link)
        else:
            bookmarks.append(leaf)
        if made:
            found += [replace(made[0], before=tuple(bookmarks)), *made[1:]]
            bookmarks.clear()
    return [*found, Atom(END, before=tuple(bookmarks))]


def written(element: Markup) -> str:
    """Return an element as text."""
    return ET.tostring(element, encoding="unicode")


def _leaves(element: Markup, link: str) -> Iterator[tuple[Markup, str]]:
    for child in element:
        if child.tag == "w:hyperlink":
            yield from _leaves(child, child.get("r:id", ""))
        elif child.tag != "w:pPr":
            yield child, link


def _field(content: tuple[Markup, ...], twins: Mapping[int, int], link: str) -> Atom:
    """Know a field by its code, not by its result; the code of a further call of a note names the note's number."""
    code = "".join(code.text or "" for element in content for code in element.iter("w:instrText"))
    code = _NOTE.sub(lambda found: str(twins.get(int(found[1]), int(found[1]))), code)
    return Atom(("field", code, link), content, link=link)


def _run(run: Markup, twins: Mapping[int, int], link: str) -> Iterator[Atom]:
    for child in run:
        match child.tag:
            case "w:rPr":
                continue
            case "w:t":
                for word in WORD.findall(child.text or ""):
                    yield Atom(("word", word, link), (run,), word, link)
            case "w:footnoteReference":
                number = int(child.get("w:id", ""))
                key = ("note", str(twins.get(number, number)), link)
                yield Atom(key, (run,), link=link, note=number)
            case kind:
                yield Atom((kind, _OWN_NUMBER.sub("", written(child)), link), (run,), link=link)
