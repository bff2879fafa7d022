"""Which characters a document draws, and in the stack of which language."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.writers.xhtml import Element, Node

_FURNITURE = frozenset("0123456789.•–— ")
"""What the engine may draw of its own: page numbers and the markers of lists."""


@dataclass(frozen=True, slots=True)
class Words:
    """The code points in Chinese text and elsewhere; ``regional`` if there is Han in another form than Hong Kong's."""

    latin: frozenset[int]
    han: frozenset[int]
    regional: bool


@dataclass(slots=True)
class _Reader:
    latin: set[str] = field(default_factory=lambda: set(_FURNITURE))
    han: set[str] = field(default_factory=lambda: set(_FURNITURE))
    regional: bool = False

    def read(self, node: Node, language: str) -> None:
        if isinstance(node, str):
            (self.han if _is_chinese(language) else self.latin).update(node)
            return
        attributes = dict(node.attributes)
        language = attributes.get("lang", language)
        self.regional |= _is_regional(language)
        self.read(attributes.get("data-mark", ""), language)
        for child in node.children:
            self.read(child, language)


def words_of(root: Element, furniture: tuple[tuple[str, str], ...]) -> Words:
    """Collect the characters of a tree and of furniture (pairs of language tag and text) that stands outside it."""
    reader = _Reader()
    reader.read(root, "")
    for language, text in furniture:
        reader.read(text, language)
    return Words(_codes(reader.latin), _codes(reader.han), reader.regional)


def _codes(characters: set[str]) -> frozenset[int]:
    return frozenset(map(ord, characters))


def _is_chinese(language: str) -> bool:
    """Tell what ``:lang(zh)`` in the house's style sheet tells."""
    return language.lower().split("-")[0] == "zh"


def _is_regional(language: str) -> bool:
    subtags = language.lower().split("-")
    other_chinese = subtags[0] == "zh" and not {"hk", "mo"} & set(subtags)
    return subtags[0] in {"ja", "ko"} or other_chinese
