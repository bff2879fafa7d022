"""What styles declare for a stretch of text: styles over defaults, runs over styles (ECMA-376 §17.7.2)."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressroom.writers.docx.hearing.node import Node

Slot: TypeAlias = Literal["w:val", "w:eastAsia"]
_LATIN_WEIGHT = 8
"""How many Latin letters weigh as much as one Han character.

A word of Han has two characters, a Latin one six letters; and a Chinese text with its addresses and citations holds far more
Latin than an English one ever holds Han.
"""
_LONGEST_CHAIN = 32
"""How many styles may be based on each other; each run asks for all of them."""
_WHOLE = re.compile("[0-9]{1,9}")
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles part."""

    styles: dict[str, Node]
    defaults: Node | None
    paragraph_default: str

    def language_of(self, paragraphs: list[Node]) -> str:
        """Return the language in which most of a text is declared to be; Word has a slot for each kind of script."""
        weights: Counter[str] = Counter()
        for paragraph in paragraphs:
            style = self.style_of(paragraph)
            for run in paragraph.all("w:r"):
                text = "".join(piece.text for piece in run.all("w:t"))
                han = sum(slot_of(c) == "w:eastAsia" for c in text)
                latin = sum(slot_of(c) == "w:val" for c in text)
                own = run.child("w:rPr")
                weights[self.language("w:eastAsia", own, style)] += han * _LATIN_WEIGHT
                weights[self.language("w:val", own, style)] += latin
        return weights.most_common(1)[0][0] if weights else ""

    def style_of(self, paragraph: Node) -> str:
        """Return the id of a paragraph's style."""
        properties = paragraph.child("w:pPr")
        return (properties and properties.value("w:pStyle")) or self.paragraph_default

    def language(self, slot: Slot, run: Node | None, paragraph_style: str) -> str:
        """Return the language that holds in a slot for a run with these properties."""
        return self._attribute("w:lang", slot, run, paragraph_style)

    def own_language(self, slot: Slot, run: Node | None) -> str:
        """Return the language that a run or its character style declares in a slot, ``""`` if neither does."""
        languages = (layer.child("w:lang") for layer in self.own(run))
        found = (language.attributes.get(slot, "") for language in languages if language)
        return next(filter(None, found), "")

    def face(self, run: Node | None, paragraph_style: str) -> str:
        """Return the face that holds for East Asian text; ``""`` where only a theme names one (ECMA-376 §17.3.2.26)."""
        return self._attribute("w:rFonts", "w:eastAsia", run, paragraph_style)

    def own(self, run: Node | None) -> tuple[Node, ...]:
        """Return the properties of a run and of its character style, the nearest first."""
        if run is None:
            return ()
        return (run, *self.chain(run.value("w:rStyle"), "w:rPr"))

    def paragraph(self, paragraph: Node) -> tuple[Node, ...]:
        """Return the properties of a paragraph and of its style, the nearest first."""
        direct = paragraph.child("w:pPr")
        styled = self.chain(self.style_of(paragraph), "w:pPr")
        return (direct, *styled) if direct else tuple(styled)

    def heading_level(self, paragraph: Node) -> int:
        """Return the level of the heading that a paragraph is, from 1; 0 if it is body text (ECMA-376 §17.3.1.20)."""
        level = whole(value_of(self.paragraph(paragraph), "w:outlineLvl"))
        return level + 1 if level is not None and level < 9 else 0

    def names(self, run: Node | None) -> str:
        """Return the names of a run's character style and of those that it is based on."""
        style = run.value("w:rStyle") if run else None
        return " ".join(node.value("w:name") or "" for node in self._based(style))

    def chain(self, style: str | None, properties: Literal["w:rPr", "w:pPr"]) -> Iterator[Node]:
        """Yield the properties of a style and of those that it is based on."""
        for node in self._based(style):
            if found := node.child(properties):
                yield found

    def _based(self, style: str | None) -> Iterator[Node]:
        seen: set[str] = set()
        while style and style not in seen and style in self.styles and len(seen) < _LONGEST_CHAIN:
            seen.add(style)
            yield self.styles[style]
            style = self.styles[style].value("w:basedOn")

    def _attribute(self, name: str, slot: Slot, run: Node | None, paragraph_style: str) -> str:
        layers = [*self.own(run), *self.chain(paragraph_style, "w:rPr")]
        if self.defaults:
            layers.append(self.defaults)
        for layer in layers:
            found = layer.child(name)
            if found and slot in found.attributes:
                return found.attributes[slot]
        return ""


def is_on(layers: tuple[Node, ...], name: str) -> bool:
    """Tell whether the nearest of some properties that names a toggle switches it on (ECMA-376 §17.17.4)."""
    for layer in layers:
        if found := layer.child(name):
            return found.attributes.get("w:val", "true") not in _OFF
    return False


def value_of(layers: tuple[Node, ...], name: str) -> str:
    """Return the value that the nearest of some properties gives to an element, ``""`` if none does."""
    return next((value for layer in layers if (value := layer.value(name)) is not None), "")


def whole(value: str | None) -> int | None:
    """Return the number that an attribute holds; None if it holds none, or one that no program means."""
    return int(value) if value and _WHOLE.fullmatch(value) else None


def slot_of(character: str) -> Slot | None:
    """Return the slot that names a letter's language; None for what belongs to no script."""
    if not unicodedata.category(character).startswith("L"):
        return None
    wide = unicodedata.east_asian_width(character) in {"W", "F"}
    return "w:eastAsia" if wide else "w:val"


def sheet(styles: Node | None) -> Sheet:
    """Read the styles part; without one nothing is declared."""
    if styles is None:
        return Sheet({}, None, "")
    by_id = {node.attributes.get("w:styleId", ""): node for node in styles.all("w:style")}
    usual = next(
        (
            name
            for name, node in by_id.items()
            if node.attributes.get("w:type") == "paragraph"
            and node.attributes.get("w:default") in {"1", "true", "on"}
        ),
        "",
    )
    default = next(styles.all("w:rPrDefault"), None)
    return Sheet(by_id, default.child("w:rPr") if default else None, usual)
