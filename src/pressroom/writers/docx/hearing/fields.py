"""Complex fields as they pass by, run after run (ECMA-376 §17.16.18)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from pressroom.writers.docx.hearing.node import Node

_HYPERLINK = re.compile(r'\s*HYPERLINK(?:\s+"(?P<to>[^"]*)")?(?:\s+\\l\s+"(?P<at>[^"]*)")?')


def address_in(instruction: str) -> str:
    """Return where a ``HYPERLINK`` leads (ECMA-376 §17.16.5.25), ``""`` for other fields."""
    found = _HYPERLINK.match(instruction)
    to, at = (found["to"] or "", found["at"] or "") if found else ("", "")
    return f"{to}#{at}" if at else to


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

    def address(self) -> str:
        """Return where the present result leads, ``""`` if nowhere."""
        shown = (one for one, began in zip(self._open, self._shown, strict=True) if began)
        return next(filter(None, (address_in("".join(one)) for one in shown)), "")
