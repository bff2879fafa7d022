"""What a paragraph may hold besides text and pictures, as formulas and charts: nobody reads it here, so it has to be told."""

from __future__ import annotations

from collections.abc import Iterator

from pressroom.writers.docx.hearing.node import Node

_FRAMES = frozenset({"w:pict", "w:object", "wp:inline", "wp:anchor"})
_PARTS = {
    "w:altChunk": "a file that was inserted",
    "w:subDoc": "a file that is linked in",
    "w:contentPart": "handwriting",
    "w:pgNum": "a page number",
}
"""Elements of WordprocessingML that stand for text of other files or of the program (ECMA-376 §17.17.2, §17.3.3)."""
_LETTERS = "drawn letters"
_KINDS = (
    ("/math}oMath", "a formula"),
    ("}OLEObject", "an embedded object"),
    ("w:control", "a control"),
    ("}chart", "a chart"),
    ("}relIds", "a diagram"),
    ("}textpath", _LETTERS),
    ("}imagedata", "a picture in an old form"),
)
_SAYING = ("string", "descr", "alt", "ProgID")
"""Attributes with words in them: drawn letters, alternative texts, what an object is of."""


def told(node: Node) -> str:
    """Return what an element is and says if it is no text and no frame of any; ``""`` for what only wraps text, and for what says nothing.

    An element of another vocabulary counts that holds any words, whatever it is.
    """
    if node.name in _PARTS:
        return _PARTS[node.name]
    if not (node.name in _FRAMES or node.name.startswith("{")):
        return ""
    if next(node.all("w:r"), None):
        return ""
    inside = (node, *node.descendants())
    kind = next((kind for end, kind in _KINDS if any(x.name.endswith(end) for x in inside)), "")
    words = " ".join("".join(_words(inside)).split())
    if not kind and (words or node.name in _FRAMES):
        kind = "a drawing" if node.name in _FRAMES else "an element of another program"
    return f"{kind}: {words}" if words else kind


def told_of_letters(words: str) -> str:
    """Return what is told of words in drawn letters, as those of a watermark."""
    return f"{_LETTERS}: {words}"


def _words(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        yield from (f" {node.attributes[name]}" for name in _SAYING if name in node.attributes)
        yield node.text
