"""What CSS has a property for and the engine does not know: ruby, emphasis dots, marks of names and titles, breaks.

The tree is changed so that plain boxes, backgrounds and word joiners do it; the text in it stays the same.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from pressroom.house.css.rule import css_string
from pressroom.language.registry import is_han, profile
from pressroom.typography.cells import Cell, cell
from pressroom.typography.units import held
from pressroom.writers.xhtml import Element, Node, element
from pressroom.writers.xhtml.tree import language_of, words

DRAWINGS = {
    # Tiles, drawn along an edge of the text: a dot or a sesame seed at each character, a wave below a title.
    "dot": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100" height="20">'
    '<circle cx="50" cy="10" r="8" fill="#{ink}"/></svg>',
    "sesame": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 20" width="100" height="20">'
    '<path d="M40 1C50 2 63 10 62 16C60 21 51 17 40 1Z" fill="#{ink}"/></svg>',
    "wave": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 50 14" width="50" height="14">'
    '<path d="M0 7C8 1 17 1 25 7S42 13 50 7" fill="none" stroke="#{ink}" stroke-width="4"/></svg>',
}


_JOINER = "\u2060"
"""Forbids a break; neither drawn nor copied."""

_PARTER = "\u200b"
"""Allows a break; neither drawn nor copied."""

# A PDF knows one character for a glyph, and the no-break forms share theirs with the plain ones (cjk-rules G10): so the plain
# ones are written, with a word joiner behind them. A hyphenation point that ends a stretch of text is a hyphen to the engine.
_PLAIN_FORMS = str.maketrans(
    {"\u00a0": f" {_JOINER}", "\u2011": f"-{_JOINER}", "\u2027": f"\u2027{_PARTER}"}
)
_FRENCH_SPACE = re.compile("(?<=«) |(?<=[^ ]) (?=[;:!?»])")
"""A space that belongs to the mark beside it, whether it was typed as a no-break space or not."""
_LAST_CELLS = re.compile("(?<=.)[\u2e80-\uffef\U00020000-\U0003ffff]{3}$", re.DOTALL)
_FEW = 4
"""How many notes of a paragraph can always stand on the pages that call them."""
_WIDE_SPACE = re.compile("(?<=[^\u2e80-\uffef])(\u3000+)")


def drawn(node: Node, bullets: Mapping[str, str] = {}, language: str = "") -> Node:
    """Prepare a tree for the engine; ``bullets`` are the markers of unnumbered lists by their ids.

    ``language`` is that of what is around the tree.
    """
    if isinstance(node, str):
        text = node.translate(_PLAIN_FORMS)
        return _FRENCH_SPACE.sub(f" {_JOINER}", text) if language[:2] == "fr" else text
    language = language_of(node, language)
    children = tuple(
        part for child in node.children for part in _parts(drawn(child, bullets, language))
    )
    attributes = node.attributes
    if node.name == "ruby":
        children = _above(children)
    elif node.name == "em":
        children = tuple(_dotted(children, f"dotted {profile(language).stress.value}"))
    elif _is(node, "ol"):
        attributes = tuple(map(_counted, attributes))
    elif bullet := bullets.get(dict(attributes).get("id", "")):
        attributes += (("style", f"list-style-type: {css_string(f'{bullet} ')}"),)
    elif _is(node, "p"):
        if _opens(node, language):
            attributes = tuple(_marked(attributes, "opening"))
        if _is_crowded(node):
            attributes = tuple(_marked(attributes, "crowded"))
        children = tuple(_ending_together(children))
    return Element(node.name, attributes, tuple(_joined(children)))


def unbroken(text: str) -> str:
    """Hold together in a text without marks what stays on one line (cjk-rules B06 to B08)."""
    for start, end in reversed(held(text)):
        text = text[:start] + _JOINER.join(text[start:end]) + text[end:]
    return text


def _counted(attribute: tuple[str, str]) -> tuple[str, str]:
    """Say in CSS with which number a list begins: the engine looks at styles alone."""
    name, value = attribute
    return ("style", f"counter-reset: list-item {int(value) - 1}") if name == "start" else attribute


def _is(node: Element, name: str) -> bool:
    """Tell whether a node is such an element, or the span that stands for one in a note."""
    return node.name == name or f"as-{name}" in dict(node.attributes).get("class", "").split()


def _opens(node: Element, language: str) -> bool:
    """Tell whether a paragraph begins with a bracket that fills a cell."""
    first = words(node)[:1]
    return (
        is_han(language)
        and not profile(language).spaced
        and bool(first)
        and cell(first) is Cell.OPENING
    )


def _is_crowded(node: Element) -> bool:
    """Tell whether a paragraph has so many notes that they outweigh it: some of them have to go over to later pages."""
    notes = list(_notes(node))
    return len(notes) > _FEW and sum(map(len, map(words, notes))) > len(words(node)) / 2


def _notes(node: Element) -> Iterator[Element]:
    for child in node.children:
        if isinstance(child, Element):
            yield from (child,) if ("class", "note") in child.attributes else _notes(child)


def _marked(attributes: Iterable[tuple[str, str]], mark: str) -> Iterator[tuple[str, str]]:
    """Add a class for the style sheet to those of an element."""
    for name, value in attributes:
        yield (name, f"{value} {mark}") if name == "class" else (name, value)


def _ending_together(children: tuple[Node, ...]) -> Iterator[Node]:
    """Keep the last three cells of a paragraph on one line, so that none is left alone (cjk-rules J08)."""
    yield from children[:-1]
    for last in children[-1:]:
        found = _LAST_CELLS.search(last) if isinstance(last, str) else None
        if isinstance(last, str) and found:
            yield last[: found.start()]
            yield element("span", {"class": "no-break"}, found[0])
        else:
            yield last


def _joined(children: Iterable[Node]) -> Iterator[Node]:
    """Join the calls of notes, raised and lowered characters to what they stand behind."""
    behind = False
    for child in children:
        if behind and isinstance(child, Element) and _is_raised(child):
            yield _JOINER
        yield child
        behind = True


def _is_raised(node: Element) -> bool:
    return node.name in {"sub", "sup"} or ("class", "note") in node.attributes


def _parts(node: Node) -> Iterator[Node]:
    """Part text at full-width spaces behind Latin: a space takes the face of what is before it, and a Latin one has none."""
    if not isinstance(node, str):
        yield node
        return
    for part in _WIDE_SPACE.split(node):
        if part:
            yield element("span", None, part) if part.startswith("\u3000") else part


def _above(children: tuple[Node, ...]) -> tuple[Node, ...]:
    """Put the reading before its base: a box on the base's line whose last line is the base."""
    readings = [child for child in children if isinstance(child, Element) and child.name == "rt"]
    base = [child for child in children if child not in readings]
    return (*readings, element("rb", None, *base))


def _dotted(children: tuple[Node, ...], look: str) -> Iterator[Node]:
    """Give each character a box of its own, whose edge holds the dot; marks between get none (clreq, emphasis dots)."""
    for child in children:
        if isinstance(child, str):
            for dotted, group in groupby(child, _takes_dot):
                text = "".join(group)
                if dotted:
                    yield from (element("span", {"class": look}, character) for character in text)
                else:
                    yield text
        else:
            yield Element(child.name, child.attributes, tuple(_dotted(child.children, look)))


def _takes_dot(character: str) -> bool:
    return unicodedata.category(character)[0] in "LN"
