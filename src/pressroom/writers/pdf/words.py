"""Which characters a document draws, and in the stack of which language."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.language.registry import is_han
from pressroom.writers.xhtml import Element, Node

_FURNITURE = frozenset("0123456789.•–— ")
"""What the engine may draw of its own: page numbers and the markers of lists."""

HONG_KONG = "zh-Hant-HK"
"""Whose forms Han has in a document without a language that is set in Han."""


@dataclass(frozen=True, slots=True)
class Words:
    """The code points in text that is set in Han and elsewhere; ``languages`` are the tags of the former, in order."""

    latin: frozenset[int]
    han: frozenset[int]
    languages: tuple[str, ...]


@dataclass(slots=True)
class _Reader:
    latin: set[str] = field(default_factory=lambda: set(_FURNITURE))
    han: set[str] = field(default_factory=lambda: set(_FURNITURE))
    languages: set[str] = field(default_factory=set[str])

    def read(self, node: Node, language: str) -> None:
        if isinstance(node, str):
            if is_han(language):
                self.languages.add(language)
            (self.han if is_han(language) else self.latin).update(node)
            return
        attributes = dict(node.attributes)
        language = attributes.get("lang", language)
        self.read(attributes.get("data-mark", ""), language)
        for child in node.children:
            self.read(child, language)


def words_of(root: Element, furniture: tuple[tuple[str, str], ...]) -> Words:
    """Collect the characters of a tree and of furniture (pairs of language tag and text) that stands outside it."""
    reader = _Reader()
    reader.read(root, "")
    for language, text in furniture:
        reader.read(text, language)
    return Words(
        _codes(reader.latin), _codes(reader.han), tuple(sorted(reader.languages)) or (HONG_KONG,)
    )


def _codes(characters: set[str]) -> frozenset[int]:
    return frozenset(map(ord, characters))
