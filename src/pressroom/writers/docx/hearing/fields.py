"""Complex fields as they pass by, run after run (ECMA-376 §17.16.18)."""

from __future__ import annotations

from dataclasses import dataclass, field

from pressroom.writers.docx.hearing.node import Node


@dataclass(slots=True)
class Fields:
    """The fields that are open: of each its instruction, and whether its result has begun."""

    _open: list[list[str]] = field(default_factory=list[list[str]])
    _shown: list[bool] = field(default_factory=list[bool])

    def hear(self, node: Node) -> None:
        """Take in a field character or a part of an instruction."""
        if node.name == "w:instrText":
            if self._open:
                self._open[-1].append(node.text)
            return
        match node.attributes.get("w:fldCharType"):
            case "begin":
                self._open.append([])
                self._shown.append(False)
            case "separate" if self._shown:
                self._shown[-1] = True
            case "end" if self._open:
                self._open.pop()
                self._shown.pop()
            case _:
                pass

    def reference(self) -> str:
        """Return the bookmark that the present result refers to if it is that of ``NOTEREF``, else ``""``."""
        if not self._open or not self._shown[-1]:
            return ""
        match "".join(self._open[-1]).split():
            case ["NOTEREF", bookmark, *_]:
                return bookmark
            case _:
                return ""
