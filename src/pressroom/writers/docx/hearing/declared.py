"""The language that a file declares for a stretch of text: styles over defaults, runs over styles (ECMA-376 §17.7.2)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from pressroom.writers.docx.hearing.node import Node

_Slot: TypeAlias = Literal["w:val", "w:eastAsia"]
_LATIN_WEIGHT = 3
"""How many Latin letters weigh as much as one Han character: a word of a text in either is about as long."""


@dataclass(frozen=True, slots=True)
class Languages:
    """The language settings of the styles part."""

    styles: dict[str, Node]
    defaults: Node | None
    paragraph_default: str

    def of(self, paragraphs: list[Node]) -> str:
        """Return the language in which most of a text is declared to be; Word has a slot for each kind of script."""
        weights: Counter[str] = Counter()
        for paragraph in paragraphs:
            properties = paragraph.child("w:pPr")
            style = (properties and properties.value("w:pStyle")) or self.paragraph_default
            for run in paragraph.all("w:r"):
                text = "".join(piece.text for piece in run.all("w:t"))
                han = sum(map(_is_han, text))
                latin = sum(c.isalpha() for c in text) - han
                own = run.child("w:rPr")
                weights[self._in_slot("w:eastAsia", own, style)] += han * _LATIN_WEIGHT
                weights[self._in_slot("w:val", own, style)] += latin
        return weights.most_common(1)[0][0] if weights else ""

    def _in_slot(self, slot: _Slot, run: Node | None, paragraph_style: str) -> str:
        layers = [run] if run else []
        if run and (character_style := run.value("w:rStyle")):
            layers += self._chain(character_style)
        layers += self._chain(paragraph_style)
        if self.defaults:
            layers.append(self.defaults)
        for layer in layers:
            language = layer.child("w:lang")
            if language and slot in language.attributes:
                return language.attributes[slot]
        return ""

    def _chain(self, style: str | None) -> Iterator[Node]:
        """Yield the run properties of a style and of those that it is based on."""
        seen: set[str] = set()
        while style and style not in seen and style in self.styles:
            seen.add(style)
            node = self.styles[style]
            if properties := node.child("w:rPr"):
                yield properties
            style = node.value("w:basedOn")


def languages(styles: Node | None) -> Languages:
    """Read the styles part; without one nothing is declared."""
    if styles is None:
        return Languages({}, None, "")
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
    return Languages(by_id, default.child("w:rPr") if default else None, usual)


def _is_han(character: str) -> bool:
    return (
        "\u2e80" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U00020000"
    )
