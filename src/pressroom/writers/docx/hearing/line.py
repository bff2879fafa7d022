"""What a paragraph says: its text, the readings over it, the alternative texts of its pictures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from pressroom.writers.docx.hearing.node import Node

_UNHEARD = frozenset(
    {"w:pPr", "w:rPr", "w:sdtPr", "w:rubyPr", "w:del", "w:moveFrom", "w:instrText", "w:delText"}
)
"""Properties, field codes, and what a reviser has taken out."""

_CHARACTERS = {
    "w:tab": "\t",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:softHyphen": "\u00ad",
}


@dataclass(slots=True)
class Line:
    """A paragraph as it is heard; ``note`` is the mark of the note that it stands in, ``call`` gives that of a called note."""

    call: Callable[[str], str]
    note: str = ""
    text: list[str] = field(default_factory=list[str])
    readings: list[str] = field(default_factory=list[str])
    pictures: list[str] = field(default_factory=list[str])

    def hear(self, node: Node) -> None:
        """Take in an element and what it holds."""
        match node.name:
            case "w:t":
                self.text.append(node.text)
            case "w:br" if node.attributes.get("w:type", "textWrapping") == "textWrapping":
                self.text.append("\n")
            case "w:sym":
                self.text.append(_symbol(node.attributes.get("w:char", "")))
            case "w:footnoteReference" if "w:customMarkFollows" not in node.attributes:
                self.text.append(self.call(node.attributes.get("w:id", "")))
            case "w:footnoteRef":
                self.text.append(self.note)
            case "w:ruby":
                self._ruby(node)
            case "mc:AlternateContent":
                choices = [child for child in node.children if child.name == "mc:Choice"]
                for chosen in (choices or node.children)[:1]:
                    self.hear(chosen)
            case "wp:docPr":
                self.pictures.append(node.attributes.get("descr", ""))
            case name if name in _CHARACTERS:
                self.text.append(_CHARACTERS[name])
            case name if name not in _UNHEARD:
                for child in node.children:
                    self.hear(child)
            case _:
                pass

    def _ruby(self, node: Node) -> None:
        if base := node.child("w:rubyBase"):
            self.hear(base)
        if reading := node.child("w:rt"):
            self.readings.append("".join(text.text for text in reading.all("w:t")))


def _symbol(code: str) -> str:
    """Return the character of a code in hexadecimal, U+FFFD for what is none."""
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
